import assert from "node:assert/strict";
import { test } from "node:test";
import { insertPromise, savePromise } from "#app/promises/store.ts";
import { businessHours } from "#base/calendar.ts";
import { newId } from "#base/id.ts";
import { type Instant, plusSeconds, secondsBetween } from "#base/instant.ts";
import { addWorkingTime, workingTimeBetween } from "#base/working-time.ts";
import { inWorkspace, type Tx } from "#engine/db/database.ts";
import { monday, plainPromise } from "#test/harness/any-promise.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { newPeople } from "#test/harness/people.ts";
import { quoteFromHistory } from "./actions.ts";
import type { Asked } from "./quote.ts";

const { db } = await freshDatabase();
const hour = 3600;
const hours = businessHours("Europe/Berlin");
const now = plusSeconds(monday, 60 * 86_400);

/** A house that promised a callback each working hour; each took as many hours as said, in working time. */
async function house(tookHours: (i: number) => number | null, count: number) {
  const { workspaceId, member, customerIds } = await newPeople(db, 1);
  const [customerId = ""] = customerIds;
  const ownerId = member.memberId;
  const within = <T>(work: (tx: Tx) => Promise<T>) => inWorkspace(db, workspaceId, work);
  const promiseOf = (madeAt: Instant, took: number | null) => {
    const whose = { ownerId, handlerId: ownerId, recordedById: ownerId, customerId, workspaceId, id: newId() };
    const firstDueAt = plusSeconds(madeAt, 14 * 86_400);
    const settledAt = took === null ? null : addWorkingTime(hours, madeAt, took * hour);
    const isDone = settledAt !== null && secondsBetween(settledAt, now) >= 0;
    return {
      ...plainPromise,
      ...whose,
      kind: "callback",
      madeAt,
      recordedAt: madeAt,
      spanFromAt: madeAt,
      firstDueAt,
      dueAt: firstDueAt,
      state: isDone ? ("kept" as const) : ("open" as const),
      settledAt: isDone ? settledAt : null,
    };
  };
  const made = Array.from({ length: count }, (_, i) =>
    promiseOf(addWorkingTime(hours, monday, i * hour) ?? monday, tookHours(i)),
  );
  await within(async (tx) => {
    for (const promise of made) await insertPromise(tx, promise);
  });
  const asked: Asked = {
    kind: "callback",
    customerId,
    ownerId,
    estimateSeconds: hour,
    estimateIn: "working",
    wantedByAt: null,
    open: null,
    advisedShare: 0.95,
    dueAts: [],
    language: "en",
  };
  const quote = (more: Partial<Asked> = {}, at = now) =>
    within((tx) => quoteFromHistory(tx, workspaceId, { ...asked, ...more }, hours, at));
  return { made, within, quote, promiseOf };
}

/** From one to ten hours, one as often as the other. */
const oneToTen = (i: number) => 1 + ((i * 7) % 10);

test("a house with history is told the odds in working time, the later the surer, and why", async () => {
  const { quote } = await house(oneToTen, 214);
  const told = await quote();
  assert.ok(told);
  assert.equal(told.rule, "history");
  assert.deepEqual(
    told.odds.map(({ share }) => share),
    [0.5, 0.8, 0.9, 0.95],
  );
  const taken = told.odds.map(({ dueAt }) => workingTimeBetween(hours, now, dueAt) / hour);
  assert.deepEqual(
    taken,
    taken.toSorted((a, b) => a - b),
  );
  const [half = 0, , nine = 0] = taken;
  assert.ok(half >= 4 && half < 7 && nine >= 8 && nine < 13, `${taken}`);
  assert.equal(told.advisedDueAt.toString(), told.odds.at(-1)?.dueAt.toString());
  assert.match(told.explanation, /^9 of 10 of the last 21\d of this kind took under (9|10) hours.* of working time\./);
  assert.match(told.explanation, /Half of them were done in half the time promised/);
  const inGerman = (await quote({ language: "de-AT" }))?.explanation ?? "";
  assert.match(inGerman, /^9 von 10 der letzten 21\d dieser Art dauerten weniger als (9|10) Stunden.* Arbeitszeit\./);
});

test("the policy says with which odds a time is advised; they stand among those that are told", async () => {
  const { quote } = await house(oneToTen, 214);
  const [usual, four, more] = await Promise.all([quote(), quote({ advisedShare: 0.8 }), quote({ advisedShare: 0.85 })]);
  assert.ok(usual && four && more && secondsBetween(four.advisedDueAt, usual.advisedDueAt) > 0);
  assert.equal(four.advisedDueAt.toString(), four.odds.find(({ share }) => share === 0.8)?.dueAt.toString());
  assert.deepEqual(
    more.odds.map(({ share }) => share),
    [0.5, 0.8, 0.85, 0.9, 0.95],
  );
  assert.equal(more.advisedDueAt.toString(), more.odds[2]?.dueAt.toString());
});

test("the odds of a time that somebody thinks of lie where its neighbours say", async () => {
  const { quote } = await house(oneToTen, 214);
  const told = await quote({ dueAts: [hour, 9e5].map((seconds) => plusSeconds(now, seconds)) });
  const [soon = 1, late = 0] = told?.shares ?? [];
  assert.ok(soon < 0.3 && late > 0.95, `${soon} ${late}`);
  assert.deepEqual((await quote())?.shares, []);
});

test("of what is open already the odds are those of work that lasted so long", async () => {
  const { quote } = await house(oneToTen, 214);
  const dueAts = [addWorkingTime(hours, now, 2 * hour) ?? now];
  const open = { madeAt: plusSeconds(now, -86_400), heldUpSeconds: 0 };
  const [anew, lasting] = [await quote({ dueAts }), await quote({ dueAts, open })];
  assert.ok(anew && lasting && (lasting.shares[0] ?? 0) > (anew.shares[0] ?? 1), "little is left of ten hours");
  assert.ok(secondsBetween(lasting.advisedDueAt, anew.advisedDueAt) > 0);
});

test("without enough history nothing is claimed, and a little is mixed with the modest quote", async () => {
  assert.equal(await (await house(oneToTen, 0)).quote(), null);
  assert.equal(await (await house(oneToTen, 1)).quote(), null);
  const young = await house(oneToTen, 30);
  assert.equal(await young.quote({ kind: "visit" }), null, "of another kind it knows nothing");
  const told = await young.quote();
  assert.equal(told?.rule, "blended");
  assert.match(told?.explanation ?? "", /twice your estimate counts too/);
  const sure = told?.odds.at(-1)?.dueAt;
  assert.ok(told && sure && secondsBetween(told.advisedDueAt, sure) > 0, "twice one hour draws it nearer");
});

test("what stays open makes the quote longer, and what ends is learnt by the next who asks", async () => {
  const calm = await (await house(() => 2, 60)).quote();
  const { made, within, quote, promiseOf } = await house((i) => (i < 60 ? 2 : null), 100);
  const stuck = await quote();
  assert.ok(calm && stuck && secondsBetween(calm.advisedDueAt, stuck.advisedDueAt) > 86_400);
  assert.match(stuck.explanation, /of the last 60 of this kind/);
  await within(async (tx) => {
    for (const promise of made.slice(60, 70)) await savePromise(tx, { ...promise, state: "kept", settledAt: now });
    for (let i = 0; i < 5; i++) await insertPromise(tx, promiseOf(plusSeconds(now, -hour), 0));
  });
  const after = await quote({}, plusSeconds(now, 1));
  assert.match(after?.explanation ?? "", /of the last 75 of this kind/);
});

test("promises void or written down afterwards teach nothing; released ones were at least not done until then", async () => {
  const { made, within, quote } = await house(oneToTen, 60);
  await within(async (tx) => {
    for (const promise of made) await savePromise(tx, { ...promise, state: "void" });
  });
  assert.equal(await quote({}, plusSeconds(now, 2 * 86_400)), null);
});
