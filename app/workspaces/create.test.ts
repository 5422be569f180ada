import assert from "node:assert/strict";
import { test } from "node:test";
import { findCalendar } from "#app/calendars/store.ts";
import { findMember } from "#app/members/store.ts";
import { hoursOf } from "#app/members/store-hours.ts";
import { instant, secondsBetween } from "#base/instant.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { newWorkspace } from "#test/harness/workspace.ts";
import { createWorkspace } from "./actions-create.ts";
import { findWorkspace } from "./store.ts";
import { policyFor } from "./store-policies.ts";
import { tradeNamed } from "./trades.ts";

const { db } = await freshDatabase();
const now = instant("2026-11-23T09:00:00Z");
const wanted = {
  name: "Rosa's",
  timeZone: "europe/madrid",
  language: "en",
  member: { name: "Rosa", email: "rosa@restaurant.example" },
};

test("a new workspace has its hours, its first member as proprietor, and a key that does everything", async () => {
  const { workspaceId, memberId, member } = await newWorkspace(db, { timeZone: "Europe/Lisbon" });
  assert.equal(member.memberId, memberId);
  assert.equal(member.role, "proprietor");
  assert.equal(member.scopes.length, 7);
  await inWorkspace(db, workspaceId, async (tx) => {
    const workspace = await findWorkspace(tx, workspaceId);
    assert.equal(workspace?.name, "Ana's Plumbing");
    assert.equal(workspace.currency, "EUR");
    assert.equal((await findMember(tx, workspaceId, memberId))?.email, "ana@plumbing.example");
    assert.equal((await hoursOf(tx, workspaceId, memberId)).timeZone, "Europe/Lisbon");
  });
});

test("a workspace that begins with a trade template has that trade's hours and policies", async () => {
  const { workspaceId } = await createWorkspace(db, { ...wanted, trade: "restaurant" }, now);
  const restaurant = tradeNamed("restaurant");
  await inWorkspace(db, workspaceId, async (tx) => {
    const workspace = await findWorkspace(tx, workspaceId);
    const kept = await findCalendar(tx, workspaceId, workspace?.calendarId ?? "");
    assert.equal(workspace?.timeZone, "Europe/Madrid");
    assert.equal(kept?.calendar.week.length, restaurant.week.length);
    assert.deepEqual((await policyFor(tx, workspaceId)).kinds, restaurant.policy.kinds);
  });
});

test("the house's journal begins with the workspace, its member and its key", async () => {
  const { workspaceId } = await createWorkspace(db, wanted, now);
  const entries = await inWorkspace(db, workspaceId, (tx) =>
    tx.selectFrom("journal").select(["what", "at"]).where("workspace_id", "=", workspaceId).orderBy("seq").execute(),
  );
  assert.deepEqual(
    entries.map(({ what }) => what),
    ["workspace created", "member added", "API key created"],
  );
  assert.ok(entries.every(({ at }) => secondsBetween(at, now) === 0));
});

test("a zone, a trade or a password that cannot be is refused before anything is made", async () => {
  const refused = (change: object, code: string) =>
    assert.rejects(createWorkspace(db, { ...wanted, ...change }, now), { name: "Refusal", code });
  await refused({ timeZone: "Europe/Atlantis" }, "unknown_time_zone");
  await refused({ trade: "alchemist" }, "unknown_trade");
  await refused({ member: { ...wanted.member, password: "short" } }, "password_too_short");
});
