import assert from "node:assert/strict";
import { test } from "node:test";
import { createCustomer } from "#app/customers/actions.ts";
import { mergeCustomers } from "#app/customers/actions-merges.ts";
import { createApiKey } from "#app/members/actions-keys.ts";
import { addTeam } from "#app/members/actions-teams.ts";
import { actorOfKey } from "#app/members/store-keys.ts";
import type { Promise_ } from "#app/promises/promise.ts";
import { insertPromise } from "#app/promises/store.ts";
import { insertRings } from "#app/promises/store-rings.ts";
import { newId } from "#base/id.ts";
import { type Instant, instant, plusSeconds } from "#base/instant.ts";
import { inWorkspace, type Tx } from "#engine/db/database.ts";
import { plainPromise } from "#test/harness/any-promise.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { newPeople } from "#test/harness/people.ts";
import { startDoors } from "#test/harness/server.ts";
import { todayApi } from "./api.ts";

const { db } = await freshDatabase();
const monday = instant("2026-11-23T09:00:00Z");
const hour = 3600;
let now = monday;
const { as } = await startDoors(db, todayApi, { authenticate: actorOfKey, now: () => now });

type Page = {
  groups: {
    key: string;
    items: { promise?: { id: string; text: string; owner_id?: string }; acts: string[]; customer?: { name: string } }[];
  }[];
  counts: Record<string, number>;
  waiting_messages: number;
};

async function scene() {
  const people = await newPeople(db, 1);
  const { workspaceId, ana, benId } = people;
  const within = <T>(work: (tx: Tx) => Promise<T>) => inWorkspace(db, workspaceId, work);
  const post = { name: "Hotel Post", kind: "organisation" as const };
  const addresses = [{ channel: "phone" as const, address: "+493012345" }];
  const contacts = [{ name: "Frau Vogt", preferredChannel: "phone" as const, addresses }];
  const hotel = await within((tx) => createCustomer(tx, workspaceId, ana, { ...post, contacts }, monday));
  const promise = (text: string, dueInHours: number, change: Partial<Promise_> = {}): Promise_ => {
    const due = plusSeconds(monday, dueInHours * hour);
    const own = { workspaceId, ownerId: ana.memberId, handlerId: ana.memberId, recordedById: ana.memberId };
    const made = { madeAt: plusSeconds(monday, -48 * hour), spanFromAt: plusSeconds(monday, -48 * hour) };
    return {
      ...plainPromise,
      ...own,
      ...made,
      id: newId(),
      customerId: hotel.id,
      text,
      firstDueAt: due,
      dueAt: due,
      ...change,
    };
  };
  const save = (...promises: Promise_[]) =>
    within(async (tx) => {
      for (const one of promises) await insertPromise(tx, one);
    });
  const ring = (one: Promise_, memberId: string, rangAt: Instant = monday) =>
    within((tx) =>
      insertRings(tx, workspaceId, [
        { ...unanswered, id: newId(), promiseId: one.id, memberId, forDueAt: one.dueAt, plannedAt: rangAt, rangAt },
      ]),
    );
  const today = async (path = "/today", key = people.apiKey) => (await as(key)("GET", path)).body as unknown as Page;
  const benKey = (
    await within((tx) => createApiKey(tx, workspaceId, "machine", { memberId: benId, name: "van" }, monday))
  ).secret;
  return { ...people, within, hotel, promise, save, ring, today, benKey };
}

const unanswered = {
  stage: "first",
  mailAt: null,
  messageId: null,
  answeredAt: null,
  answer: null,
  answeredById: null,
  words: null,
};

const shape = ({ groups }: Page) => groups.map(({ key, items }) => [key, items.map((item) => item.promise?.text)]);

test("what was promised to somebody who was merged, and merged once more, is owed to whom they are now", async () => {
  now = monday;
  const { workspaceId, ana, within, hotel, promise, save, today } = await scene();
  const names = async () => (await today()).groups.flatMap(({ items }) => items.map((item) => item.customer?.name));
  const known = (name: string) =>
    within((tx) => createCustomer(tx, workspaceId, ana, { name, kind: "organisation", contacts: [] }, monday));
  const [posthotel, haus] = [await known("Posthotel"), await known("Haus Post")];
  await save(promise("cellar pipes", 3));
  assert.deepEqual(await names(), ["Hotel Post"]);
  for (const [aliasId, intoId] of [
    [hotel.id, posthotel.id],
    [posthotel.id, haus.id],
  ] as const) {
    await within((tx) => mergeCustomers(tx, workspaceId, ana, { aliasId, intoId }, monday));
  }
  assert.deepEqual(await names(), ["Haus Post"]);
});

test("each thing stands once, where it fits best, the most urgent first", async () => {
  now = monday;
  const { ana, benId, hotel, promise, save, ring, today } = await scene();
  const rung = promise("cellar pipes", 3);
  await save(
    rung,
    promise("boiler part", 2),
    promise("showroom", 1),
    promise("too late", -1),
    promise("opened again", -2, { needsNewDue: true, reopenedAt: monday, lateAt: monday }),
    promise("next week", 7 * 24),
    promise("waits for them", 1, { heldUpAt: monday }),
    promise("take it over", 5, { ownerId: benId, handlerId: benId, nextOwnerId: ana.memberId }),
    promise("done by me", 6, { ownerId: benId, handlerId: ana.memberId }),
    promise("swapped radiator", -30, { state: "kept", settledAt: plusSeconds(monday, -31 * hour) }),
    promise("settled", -3, { state: "released", settledAt: monday }),
  );
  await ring(rung, ana.memberId);
  const page = await today();
  assert.deepEqual(shape(page), [
    ["tell_before_late", ["cellar pipes"]],
    ["late", ["too late"]],
    ["needs_new_due", ["opened again"]],
    ["due_today", ["showroom", "boiler part", "done by me"]],
    ["awaiting_acceptance", ["take it over"]],
    ["ask_if_kept", ["swapped radiator"]],
    ["later", ["waits for them", "next week"]],
  ]);
  assert.deepEqual(page.counts, { late: 2, to_tell: 1, due_today: 6, unanswered_rings: 1 });
  const [first] = page.groups[0]?.items ?? [];
  assert.deepEqual(first?.acts, ["on_track", "move", "keep"]);
  assert.deepEqual(first?.customer, { id: hotel.id, name: "Hotel Post" });
});

test("a customer whom no address reaches is a thing to do before anything is due", async () => {
  const { customerIds, promise, save, today } = await scene();
  await save(promise("letterbox", 48, { customerId: customerIds[0] ?? null }), promise("kettle", 48));
  assert.deepEqual(shape(await today()), [
    ["nobody_to_tell", ["letterbox"]],
    ["later", ["kettle"]],
  ]);
});

test("it is late when the due passes, whether or not the clock has run", async () => {
  const { promise, save, today } = await scene();
  await save(promise("on the stroke", 1));
  now = plusSeconds(monday, hour);
  assert.deepEqual(shape(await today()), [["due_today", ["on the stroke"]]]);
  now = plusSeconds(monday, hour + 1);
  assert.deepEqual(shape(await today()), [["late", ["on the stroke"]]]);
  now = monday;
});

test("a message that did not arrive is a thing to do for whoever wrote it", async () => {
  const { workspaceId, ana, hotel, within, today, benKey } = await scene();
  const message = { direction: "out", author: "human", channel: "email", letter: "own", language: "en", body: "Hello" };
  await within((tx) =>
    tx
      .insertInto("messages")
      .values([
        {
          ...message,
          workspace_id: workspaceId,
          id: newId(),
          customer_id: hotel.id,
          by_member_id: ana.memberId,
          state: "bounced",
          queued_at: monday,
        },
        {
          ...message,
          workspace_id: workspaceId,
          id: newId(),
          customer_id: hotel.id,
          by_member_id: ana.memberId,
          state: "queued",
          queued_at: monday,
          next_attempt_at: monday,
          problem: "no mail server yet",
        },
      ])
      .execute(),
  );
  const page = await today();
  assert.deepEqual(
    page.groups.map(({ key, items }) => [key, items[0]?.acts]),
    [["failed_messages", ["retry", "settle"]]],
  );
  assert.equal(page.waiting_messages, 1);
  assert.deepEqual((await today("/today", benKey)).groups, []);
});

test("a manager looks at the open work of their own team, a colleague does not", async () => {
  const { workspaceId, ana, benId, promise, save, within, today, benKey, apiKey } = await scene();
  await save(promise("for the hotel", 3));
  assert.equal((await as(benKey)("GET", `/today?member_id=${ana.memberId}`)).status, 403);
  assert.equal((await as(apiKey)("GET", `/today?member_id=${newId()}`)).status, 404);
  const team = { name: "Field", memberIds: [ana.memberId, benId], managerIds: [benId], dutyIds: [], calendarId: null };
  await within((tx) => addTeam(tx, workspaceId, ana, team, monday));
  assert.deepEqual(shape(await today(`/today?member_id=${ana.memberId}`, benKey)), [["due_today", ["for the hotel"]]]);
});

test("a manager sees the open work of the whole team on one page, each thing once and with its owner", async () => {
  const { workspaceId, ana, benId, promise, save, ring, within, benKey, apiKey } = await scene();
  const team = { name: "Field", memberIds: [ana.memberId, benId], managerIds: [benId], dutyIds: [], calendarId: null };
  const { id } = await within((tx) => addTeam(tx, workspaceId, ana, team, monday));
  const shared = promise("for the hotel", 3, { handlerId: benId });
  await save(shared, promise("offered to a colleague", 5, { nextOwnerId: benId }));
  await ring(shared, ana.memberId);
  await ring(shared, benId);
  const page = (await as(benKey)("GET", `/today?team_id=${id}`)).body as unknown as Page & { team_id: string };
  assert.deepEqual(shape(page), [
    ["tell_before_late", ["for the hotel"]],
    ["due_today", ["offered to a colleague"]],
  ]);
  assert.deepEqual([page.team_id, page.counts.due_today, page.counts.to_tell], [id, 2, 1]);
  assert.equal(page.groups[0]?.items[0]?.promise?.owner_id, ana.memberId);
  assert.equal((await as(apiKey)("GET", `/today?team_id=${newId()}`)).status, 404);
  assert.equal((await as(apiKey)("GET", `/today?team_id=${id}&member_id=${benId}`)).body.code, "looked_twice");
  const other = { ...team, name: "Office", memberIds: [ana.memberId], managerIds: [] };
  const office = await within((tx) => addTeam(tx, workspaceId, ana, other, monday));
  assert.equal((await as(benKey)("GET", `/today?team_id=${office.id}`)).body.code, "not_your_team");
});

test("the page holds fifty lines at most and stays below 20 kB, whatever the texts are", async () => {
  const { promise, save, apiKey } = await scene();
  const all = Array.from({ length: 60 }, (_, n) => promise(`${n} ${"装置を修理します".repeat(40)}`, -40 + n / 2));
  await save(...all);
  const reply = await as(apiKey)("GET", "/today");
  const page = reply.body as unknown as Page;
  const lines = page.groups.flatMap(({ items }) => items);
  assert.ok(lines.length > 20 && lines.length <= 50, `${lines.length} lines`);
  assert.ok(Buffer.byteLength(JSON.stringify(page)) < 20_000);
  assert.match(lines[0]?.promise?.text ?? "", /^0 .*…$/);
  assert.equal(page.counts.late, 60);
});
