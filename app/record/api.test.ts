import assert from "node:assert/strict";
import { test } from "node:test";
import { createApiKey } from "#app/members/actions-keys.ts";
import { addTeam } from "#app/members/actions-teams.ts";
import { actorOfKey } from "#app/members/store-keys.ts";
import type { Promise_ } from "#app/promises/promise.ts";
import { insertPromise } from "#app/promises/store.ts";
import { saveOverride } from "#app/workspaces/store-policies.ts";
import { newId } from "#base/id.ts";
import { plusSeconds } from "#base/instant.ts";
import { inWorkspace, type Tx } from "#engine/db/database.ts";
import { later, monday, plainPromise } from "#test/harness/any-promise.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { newPeople } from "#test/harness/people.ts";
import { startDoors } from "#test/harness/server.ts";
import { recordApi } from "./api.ts";

const { db } = await freshDatabase();
const { as } = await startDoors(db, recordApi, { authenticate: actorOfKey, now: () => later });

type Group = { key: string | null; name: string | null; counts: { total: number } };
type Answer = { counts: Record<string, number>; groups: Group[]; withheld: unknown[]; next: string | null };
type Rows = { items: { id: string; part: string }[]; next: string | null };

/** Ana and Ben at work, with what they promised; Ben's own key beside Ana's. */
async function scene() {
  const people = await newPeople(db, 1);
  const { workspaceId, ana, benId } = people;
  const within = <T>(work: (tx: Tx) => Promise<T>) => inWorkspace(db, workspaceId, work);
  const van = { memberId: benId, name: "van" };
  const benKey = (await within((tx) => createApiKey(tx, workspaceId, "machine", van, monday))).secret;
  const save = (ownerId: string, change: Partial<Promise_> = {}) => {
    const own = { workspaceId, id: newId(), customerId: people.customerIds[0] ?? null };
    const by = { ownerId, handlerId: ownerId, recordedById: ownerId };
    return within((tx) => insertPromise(tx, { ...plainPromise, ...own, ...by, ...change }));
  };
  const record = async (query: string, key = people.apiKey) =>
    (await as(key)("GET", `/record${query}`)).body as Answer & { code?: string };
  const rows = async (query: string, key = people.apiKey) =>
    (await as(key)("GET", `/record/promises${query}`)).body as unknown as Rows & { code?: string };
  return { ...people, ana, benId, benKey, within, save, record, rows };
}

test("a promise just recorded is in the record, however far away it is due", async () => {
  const { ana, save, record } = await scene();
  const inNineYears = plusSeconds(monday, 9 * 366 * 86_400);
  await save(ana.memberId, { firstDueAt: inNineYears, dueAt: inNineYears });
  assert.deepEqual((await record("")).counts, {
    ...{ open: 1, kept_as_first_promised: 0, kept_as_moved_in_time: 0 },
    ...{ late: 0, not_kept: 0, released: 0, total: 1 },
  });
});

test("a period counts by first due, from its first instant until before its last", async () => {
  const { ana, save, record } = await scene();
  await save(ana.memberId);
  const due = plainPromise.firstDueAt;
  const total = async (from: typeof due, until: typeof due) =>
    (await record(`?from=${from.toString()}&until=${until.toString()}`)).counts.total;
  assert.equal(await total(due, plusSeconds(due, 1)), 1);
  assert.equal(await total(plusSeconds(due, -1), due), 0);
});

test("with nothing to tell there is no data, not a hundred percent", async () => {
  const { record } = await scene();
  const { flags, kept } = (await record("")) as unknown as { flags: Record<string, unknown>; kept: unknown };
  assert.equal(flags.told_before_due, null);
  assert.deepEqual(flags.early, { count: 0, median: null });
  assert.deepEqual(kept, { count: 0, of: 0 });
});

test("each figure leads to its promises, a page at a time", async () => {
  const { ana, save, rows } = await scene();
  for (let n = 1; n <= 3; n++) await save(ana.memberId, { dueAt: plusSeconds(monday, n * 60) });
  await save(ana.memberId, { state: "kept", settledAt: plusSeconds(monday, 60) });
  const first = await rows("?flag=silently_late&limit=2");
  assert.deepEqual(
    first.items.map(({ part }) => part),
    ["open", "open"],
  );
  const rest = await rows(`?flag=silently_late&limit=2&after=${first.next}`);
  assert.deepEqual([rest.items.length, rest.next], [1, null]);
  assert.equal(new Set([...first.items, ...rest.items].map(({ id }) => id)).size, 3);
  assert.equal((await rows("?part=kept_as_first_promised")).items.length, 1);
});

test("nobody reads the figures of a colleague, not even a manager, unless the workspace decided so", async () => {
  const { ana, benId, benKey, within, workspaceId, save, record, rows } = await scene();
  await save(benId);
  assert.equal((await record(`?owner_id=${benId}`)).code, "small_team");
  assert.equal((await rows(`?owner_id=${benId}`)).code, "small_team");
  assert.equal((await record("?by=owner")).code, "small_team");
  assert.equal((await record(`?owner_id=${benId}`, benKey)).counts.total, 1);
  const decided = { scope: "workspace", name: "", settings: { showMemberFiguresFromTeamOf: 1 }, version: 1 } as const;
  await within((tx) => saveOverride(tx, workspaceId, decided));
  await save(ana.memberId);
  assert.deepEqual(
    (await record("?by=owner")).groups.map(({ name, counts }) => [name, counts.total]),
    [
      ["Ana Lima", 1],
      ["Ben Okoye", 1],
    ],
  );
});

test("a team too small to be anonymous is named, and its figures are withheld", async () => {
  const { ana, benId, within, workspaceId, save, record } = await scene();
  await save(benId);
  const team = { name: "Field", memberIds: [ana.memberId, benId], managerIds: [], dutyIds: [], calendarId: null };
  const { id } = await within((tx) => addTeam(tx, workspaceId, ana, team, monday));
  const { counts, groups, withheld } = await record("?by=team");
  assert.equal(counts.total, 1);
  assert.deepEqual([groups, withheld], [[], [{ key: id, name: "Field" }]]);
});

test("by kind there is a group for each, page by page", async () => {
  const { ana, save, record } = await scene();
  for (const kind of ["visit", "fix", "callback"]) await save(ana.memberId, { kind });
  const first = await record("?by=kind&limit=2");
  assert.deepEqual([first.groups.map(({ key }) => key), first.next], [["callback", "fix"], "fix"]);
  const rest = await record(`?by=kind&limit=2&after=${first.next}`);
  assert.deepEqual([rest.groups.map(({ key }) => key), rest.next], [["visit"], null]);
});

test("week by week it is counted with its band, empty weeks too, and what is owed to nobody yet has none", async () => {
  const { ana, benId, benKey, save, apiKey } = await scene();
  const weekAgo = plusSeconds(monday, -7 * 86_400);
  const kept = { madeAt: plusSeconds(weekAgo, -3600), spanFromAt: weekAgo, firstDueAt: weekAgo, dueAt: weekAgo };
  await save(ana.memberId, { ...kept, state: "kept", settledAt: weekAgo });
  await save(ana.memberId, { ...kept, state: "kept_late", lateAt: weekAgo, settledAt: monday });
  await save(benId, { kind: "visit" });
  type Weeks = { items: { day: string; band: { low: number } | null; counts: { total: number }; kept: object }[] };
  const weeks = async (query: string, key = apiKey) =>
    (await as(key)("GET", `/record/over-time?until=${later.toString()}${query}`)).body as unknown as Weeks & {
      code?: string;
    };
  const { items } = await weeks("");
  const [before, last, none] = [items.at(-2), items.at(-1), items.at(-3)];
  assert.equal(items.length, 26);
  assert.deepEqual(
    [before?.counts.total, before?.kept, before?.band?.low.toFixed(2)],
    [2, { count: 1, of: 2 }, "0.09"],
  );
  assert.deepEqual([last?.counts.total, none?.counts.total, none?.band], [1, 0, null]);
  assert.equal((await weeks("&kind=visit")).items.at(-2)?.counts.total, 0);
  assert.equal((await weeks(`&owner_id=${benId}`)).code, "small_team");
  assert.equal((await weeks(`&owner_id=${benId}`, benKey)).items.at(-1)?.counts.total, 1);
  assert.equal((await weeks("&by=month")).items.length, 12);
});

test("the one figure comes with its formula and all that it was made from", async () => {
  const { ana, save, apiKey } = await scene();
  const figure = async () => (await as(apiKey)("GET", "/record/figure")).body;
  assert.equal((await figure()).figure, 10);
  for (let n = 0; n < 10; n++) await save(ana.memberId, { state: "kept", settledAt: plusSeconds(monday, 60) });
  const { figure: ten, formula, inputs, with_ten_kept, with_one_broken } = await figure();
  assert.equal(ten, 81);
  assert.match(String(formula), /Beta\(1 \+ kept, 1 \+ 3 × broken\)/);
  assert.deepEqual(inputs, { kept: { count: 10, weight: 9.96 }, broken: { count: 0, weight: 0 }, half_life_days: 365 });
  assert.ok(Number(with_ten_kept) > 81 && Number(with_one_broken) < 70);
});

test("the rows behind a figure are there as a table for a spreadsheet", async () => {
  const { ana, save, apiKey } = await scene();
  await save(ana.memberId, { text: '=HYPERLINK("x")', state: "kept", settledAt: plusSeconds(monday, 60) });
  await save(ana.memberId, { text: "still open" });
  const reply = await as(apiKey)("GET", "/record/promises.csv?part=kept_as_first_promised");
  assert.match(reply.headers.get("content-type") ?? "", /^text\/csv/);
  const lines = String(reply.body.text).trim().split("\r\n");
  assert.equal(lines.length, 2);
  assert.match(lines[1] ?? "", /,"kept_as_first_promised","Customer 1","Ana Lima","fix","'=HYPERLINK\(""x""\)",/);
});
