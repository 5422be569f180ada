import assert from "node:assert/strict";
import { test } from "node:test";
import { insertCalendar } from "#app/calendars/store.ts";
import { businessHours } from "#base/calendar.ts";
import { newId } from "#base/id.ts";
import { instant, plusSeconds } from "#base/instant.ts";
import { readToken } from "#base/token.ts";
import { inWorkspace, type Tx } from "#engine/db/database.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { newWorkspace } from "#test/harness/workspace.ts";
import { addMember, editMember, leave } from "./actions.ts";
import { addAbsence } from "./actions-absences.ts";
import { createApiKey, revokeApiKey } from "./actions-keys.ts";
import { addTeam, editTeam } from "./actions-teams.ts";
import type { Role } from "./member.ts";
import { listMembers } from "./store.ts";
import { coverAt } from "./store-absences.ts";
import { hoursOf } from "./store-hours.ts";
import { actorOfKey } from "./store-keys.ts";
import { dutyPersonOf, findTeam, managersOf } from "./store-teams.ts";

const { db } = await freshDatabase();
const now = instant("2026-11-23T09:00:00Z");
const day = 86_400;

type House = Awaited<ReturnType<typeof newWorkspace>> & { add: (name: string, role?: Role) => Promise<string> };

/** A test in a workspace of its own, where Ana is the proprietor and others are added by name. */
function testInHouse(sentence: string, body: (tx: Tx, house: House) => Promise<void>): void {
  test(sentence, async () => {
    const made = await newWorkspace(db, { now });
    await inWorkspace(db, made.workspaceId, (tx) => {
      const add = async (name: string, role: Role = "member") => {
        const wanted = { name, email: `${name}@plumbing.example`, role };
        return (await addMember(tx, made.workspaceId, made.member, wanted, now)).id;
      };
      return body(tx, { ...made, add });
    });
  });
}

testInHouse(
  "two members never have the same address, whatever the capitals",
  async (tx, { workspaceId, member, add }) => {
    const ben = await add("ben");
    const again = { name: "Ben", email: "BEN@plumbing.example", role: "member" as const };
    const refusal = { code: "email_taken", field: "email" };
    await assert.rejects(addMember(tx, workspaceId, member, again, now), refusal);
    await assert.rejects(
      editMember(tx, workspaceId, member, ben, { email: "ana@plumbing.example" }, null, now),
      refusal,
    );
    await leave(tx, workspaceId, member, ben, now);
    assert.equal((await addMember(tx, workspaceId, member, again, now)).email, "BEN@plumbing.example");
  },
);

testInHouse("a member who leaves opens nothing, is in no team and stays on record", async (tx, house) => {
  const { workspaceId, member, memberId, add } = house;
  const ben = await add("ben");
  const { secret } = await createApiKey(tx, workspaceId, member, { memberId: ben, name: "van" }, now);
  const people = { memberIds: [ben, memberId], managerIds: [ben], dutyIds: [ben] };
  const team = await addTeam(tx, workspaceId, member, { name: "Vans", calendarId: null, ...people }, now);
  await leave(tx, workspaceId, member, ben, now);
  const token = readToken(secret);
  assert.ok(token);
  assert.equal(await actorOfKey(tx, token, now), null);
  assert.deepEqual((await findTeam(tx, workspaceId, team.id))?.memberIds, [memberId]);
  assert.deepEqual(
    (await listMembers(tx, workspaceId, { left: true, limit: 5 })).map(({ id }) => id),
    [ben],
  );
  await assert.rejects(leave(tx, workspaceId, member, ben, now), { code: "member_left" });
});

testInHouse(
  "the last proprietor can neither leave nor become something else",
  async (tx, { workspaceId, member, memberId, add }) => {
    const refusal = { code: "last_proprietor" };
    await assert.rejects(leave(tx, workspaceId, member, memberId, now), refusal);
    await assert.rejects(editMember(tx, workspaceId, member, memberId, { role: "member" }, null, now), refusal);
    await add("pat", "proprietor");
    assert.equal((await editMember(tx, workspaceId, member, memberId, { role: "member" }, null, now)).role, "member");
  },
);

testInHouse(
  "hours are a member's own, else their team's, else the workspace's",
  async (tx, { workspaceId, member, add }) => {
    const ben = await add("ben");
    const zoneOf = async () => (await hoursOf(tx, workspaceId, ben)).timeZone;
    const calendarIn = async (timeZone: string) => {
      const kept = {
        id: newId(),
        name: timeZone,
        calendar: businessHours(timeZone),
        holidaysAt: null,
        isOwn: false,
        version: 1,
      };
      await insertCalendar(tx, workspaceId, { ...kept, holidayRegion: null, holidaysAt: null, emergencyRoute: null });
      return kept.id;
    };
    assert.equal(await zoneOf(), "Europe/Berlin");
    const people = { memberIds: [ben], managerIds: [], dutyIds: [] };
    await addTeam(
      tx,
      workspaceId,
      member,
      { name: "Lisbon", calendarId: await calendarIn("Europe/Lisbon"), ...people },
      now,
    );
    assert.equal(await zoneOf(), "Europe/Lisbon");
    await editMember(tx, workspaceId, member, ben, { calendarId: await calendarIn("Asia/Tokyo") }, null, now);
    assert.equal(await zoneOf(), "Asia/Tokyo");
  },
);

testInHouse("a team's managers hear of it first, and never the member themself", async (tx, house) => {
  const { workspaceId, member, memberId, add } = house;
  const [ben, eva, max] = [await add("ben"), await add("eva"), await add("max", "manager")];
  assert.deepEqual(await managersOf(tx, workspaceId, ben, now), [max]);
  assert.deepEqual(await managersOf(tx, workspaceId, max, now), [memberId]);
  const people = { memberIds: [ben, eva], managerIds: [eva], dutyIds: [ben] };
  const team = await addTeam(tx, workspaceId, member, { name: "Vans", calendarId: null, ...people }, now);
  assert.deepEqual(await managersOf(tx, workspaceId, ben, now), [eva]);
  assert.deepEqual(await managersOf(tx, workspaceId, eva, now), [max]);
  const absence = { memberId: eva, fromAt: now, untilAt: plusSeconds(now, day), coverId: null };
  await addAbsence(tx, workspaceId, member, absence, now);
  assert.deepEqual(await managersOf(tx, workspaceId, ben, now), [max]);
  assert.deepEqual(await managersOf(tx, workspaceId, ben, plusSeconds(now, day)), [eva]);
  await addAbsence(tx, workspaceId, member, { ...absence, memberId: ben }, now);
  assert.equal(await dutyPersonOf(tx, workspaceId, team, now), null);
  assert.equal(await dutyPersonOf(tx, workspaceId, team, plusSeconds(now, day)), ben);
});

testInHouse("work goes to the cover, and to the cover's own cover when they are away too", async (tx, house) => {
  const { workspaceId, member, add } = house;
  const [ben, eva, max] = [await add("ben"), await add("eva"), await add("max")];
  const untilAt = plusSeconds(now, day);
  const cover = () => coverAt(tx, workspaceId, ben, now);
  assert.equal(await cover(), null);
  await addAbsence(tx, workspaceId, member, { memberId: ben, fromAt: now, untilAt, coverId: eva }, now);
  assert.equal(await cover(), eva);
  await addAbsence(tx, workspaceId, member, { memberId: eva, fromAt: now, untilAt, coverId: max }, now);
  assert.equal(await cover(), max);
  assert.equal(await coverAt(tx, workspaceId, ben, untilAt), null);
  const covered = { memberId: max, fromAt: now, untilAt, coverId: eva };
  await assert.rejects(addAbsence(tx, workspaceId, member, covered, now), { code: "cover_absent" });
});

testInHouse("a key opens the door until it is revoked or runs out, and only with its own secret", async (tx, house) => {
  const { workspaceId, member, memberId } = house;
  const expiresAt = plusSeconds(now, day);
  const { key, secret } = await createApiKey(tx, workspaceId, member, { memberId, name: "screen", expiresAt }, now);
  const token = readToken(secret);
  assert.ok(token);
  assert.equal((await actorOfKey(tx, token, now))?.name, "Ana Lima");
  assert.equal(await actorOfKey(tx, { ...token, secret: token.secret.replace(/^./, "-") }, now), null);
  assert.equal(await actorOfKey(tx, { ...token, id: newId() }, now), null);
  assert.equal(await actorOfKey(tx, token, expiresAt), null);
  await revokeApiKey(tx, workspaceId, member, key.id, now);
  assert.equal(await actorOfKey(tx, token, now), null);
});

testInHouse("a member who may do less from now on does less by every key", async (tx, { workspaceId, member, add }) => {
  const ben = await add("ben", "admin");
  const { secret } = await createApiKey(tx, workspaceId, member, { memberId: ben, name: "van" }, now);
  await editMember(tx, workspaceId, member, ben, { role: "viewer" }, null, now);
  const token = readToken(secret);
  assert.ok(token);
  const scopes = (await actorOfKey(tx, token, now))?.scopes ?? [];
  assert.ok(scopes.length > 0 && scopes.every((scope) => scope.endsWith(":read")));
});

testInHouse("a team has a name of its own and only people who work here", async (tx, { workspaceId, member, add }) => {
  const nobody = { calendarId: null, memberIds: [], managerIds: [], dutyIds: [] };
  const vans = await addTeam(tx, workspaceId, member, { ...nobody, name: "Vans" }, now);
  await assert.rejects(addTeam(tx, workspaceId, member, { ...nobody, name: "VANS" }, now), { code: "name_taken" });
  const stranger = { memberIds: [newId()] };
  await assert.rejects(editTeam(tx, workspaceId, member, vans.id, stranger, null, now), { code: "no_such_member" });
  const ben = await add("ben");
  const on = { memberIds: [ben], dutyIds: [ben] };
  assert.deepEqual((await editTeam(tx, workspaceId, member, vans.id, on, 1, now)).dutyIds, [ben]);
  await assert.rejects(editTeam(tx, workspaceId, member, vans.id, on, 1, now), { code: "edited_meanwhile" });
});

test("two proprietors who leave at the same moment do not leave the house to nobody", async () => {
  const { workspaceId, member, memberId } = await newWorkspace(db, { now });
  const add = (tx: Tx) =>
    addMember(tx, workspaceId, member, { name: "Pat", email: "pat@x.example", role: "proprietor" }, now);
  const pat = await inWorkspace(db, workspaceId, add);
  const both = [memberId, pat.id].map((id) =>
    inWorkspace(db, workspaceId, (tx) => leave(tx, workspaceId, member, id, now)),
  );
  const outcomes = await Promise.allSettled(both);
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  const refused = outcomes.find((outcome) => outcome.status === "rejected");
  assert.equal(refused?.reason.code, "last_proprietor");
});
