import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { exportWorkspace } from "#app/exports/actions.ts";
import { actorOfKey } from "#app/members/store-keys.ts";
import { makePromise } from "#app/promises/actions.ts";
import { endPromise, keepPromise, movePromise, updateCustomer } from "#app/promises/actions-acts.ts";
import { recordChase, recordVerdict } from "#app/promises/actions-answers.ts";
import { voidPromise } from "#app/promises/actions-changes.ts";
import { ringPromise } from "#app/promises/actions-ring.ts";
import { findPromise } from "#app/promises/store.ts";
import { type Instant, isAfter, plusSeconds, secondsBetween } from "#base/instant.ts";
import { Refusal } from "#base/refusal.ts";
import { inWorkspace, type Tx } from "#engine/db/database.ts";
import { monday } from "#test/harness/any-promise.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { newPeople } from "#test/harness/people.ts";
import { recomputed } from "#test/harness/recomputed.ts";
import { startDoors } from "#test/harness/server.ts";
import { recordApi } from "./api.ts";

const { db } = await freshDatabase();
const minute = 60;
const end = plusSeconds(monday, 5 * 86_400);
const { as } = await startDoors(db, recordApi, { authenticate: actorOfKey, now: () => end });

type People = Awaited<ReturnType<typeof newPeople>>;
type Doing = (tx: Tx, people: People, id: string, amount: number, now: Instant) => Promise<unknown>;

/** Everything that befalls a promise; `amount` is a number of minutes where an act needs one. */
const deeds: Record<string, Doing> = {
  move: (tx, { ana }, id, amount, now) => {
    const due = () => ({ dueAt: plusSeconds(now, amount * minute), opensAt: null });
    return movePromise(tx, ana, id, { due, reason: "the part is late", telling: called(now) }, now);
  },
  update: (tx, { ana }, id, amount, now) => {
    const nextWordAt = plusSeconds(now, amount * minute);
    return updateCustomer(tx, ana, id, { telling: called(now), nextWordAt }, now);
  },
  keep: (tx, { ana }, id, _, now) => keepPromise(tx, ana, id, { telling: null }, now),
  fail: (tx, { ana }, id, _, now) =>
    endPromise(tx, ana, id, { as: "not_kept", reason: "-", telling: called(now) }, now),
  release: (tx, { ana }, id, _, now) => endPromise(tx, ana, id, { as: "released", reason: "-", telling: null }, now),
  undo: (tx, { ana }, id, _, now) => voidPromise(tx, ana, id, "written down twice", now),
  ask: (tx, people, id, _, now) => recordChase(tx, said(people), id, { channel: "phone", words: null, at: now }, now),
  yes: (tx, people, id, _, now) => recordVerdict(tx, said(people), id, { answer: "kept", words: null }, now),
  again: (tx, people, id, _, now) => recordVerdict(tx, said(people), id, { answer: "open_again", words: null }, now),
  never: (tx, people, id, _, now) => recordVerdict(tx, said(people), id, { answer: "not_kept", words: null }, now),
};

const called = (at: Instant) => ({ told: { channel: "phone" as const, at } });
const said = ({ workspaceId, memberId }: People) => ({ workspaceId, by: { memberId } });

const usual = [
  "move",
  "move",
  "update",
  "update",
  "keep",
  "keep",
  "keep",
  "ask",
  "again",
  "yes",
  "never",
  "fail",
  "release",
  "undo",
];
const aLife = fc.record({
  recorded: fc.constantFrom(0, 0, 0, 300),
  span: fc.integer({ min: 20, max: 600 }),
  isVisible: fc.integer({ min: 0, max: 7 }).map((n) => n > 0),
  kind: fc.constantFrom("fix", "other"),
  customer: fc.nat({ max: 2 }),
  sleeps: fc.boolean(),
  acts: fc.array(
    fc.record({
      deed: fc.constantFrom(...usual),
      after: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 900 })),
      amount: fc.integer({ min: 10, max: 900 }),
    }),
    { maxLength: 7 },
  ),
});

test("whoever holds an export counts the same record from it, without our word for what was late or silent", async () => {
  const people = await newPeople(db, 3);
  const { workspaceId, ana, customerIds, apiKey } = people;
  for (const life of fc.sample(aLife, 120)) await live(people, life);
  const lines: Record<string, unknown>[] = [];
  const write = async (line: string) => void lines.push(JSON.parse(line));
  await inWorkspace(db, workspaceId, (tx) => exportWorkspace(tx, workspaceId, write, end));
  const asked = { from: plusSeconds(monday, -86_400).toString(), until: end.toString() };
  for (const [query, whose] of [
    [{}, () => true],
    [{ kind: "fix" }, (p) => p.kind === "fix"],
    [{ customer_id: customerIds[1] ?? "" }, (p) => p.customer_id === customerIds[1]],
    [{ owner_id: ana.memberId }, (p) => p.owner_id === ana.memberId],
  ] as [Record<string, string>, (p: Record<string, unknown>) => boolean][]) {
    const { body } = await as(apiKey)("GET", `/record?${new URLSearchParams({ ...asked, ...query })}`);
    const { from: _, until: __, ...figures } = body;
    assert.deepEqual(figures, recomputed(lines, whose, end), JSON.stringify(query));
  }
});

type Life = typeof aLife extends fc.Arbitrary<infer L> ? L : never;

/** Lives one promise through its acts, the clock running between them unless the machine sleeps. */
async function live(people: People, { recorded, span, isVisible, kind, customer, sleeps, acts }: Life): Promise<void> {
  const within = <T>(work: (tx: Tx) => Promise<T>) => inWorkspace(db, people.workspaceId, work);
  let now = plusSeconds(monday, recorded * minute);
  const said = {
    ...{ toMemberId: null, contactId: null, estimate: null, wantedByAt: null, ownerId: null, handlerId: null },
    ...{
      coverId: null,
      waitsForId: null,
      isQuoted: false,
      shortQuoteReason: null,
      madeVia: "phone",
      text: "the roof",
      isShared: false,
    },
    ...{ customerId: people.customerIds[customer] ?? null, kind, isVisible, madeAt: monday },
    due: () => ({ dueAt: plusSeconds(monday, span * minute), opensAt: null }),
  };
  const { promise } = await within((tx) => makePromise(tx, people.ana, said, now));
  const rings = async (until: Instant) => {
    for (let rung = 0; rung < 20; rung++) {
      const { version, nextRingAt } = await within((tx) => findPromise(tx, people.workspaceId, promise.id));
      if (!nextRingAt || isAfter(nextRingAt, until)) return;
      const at = secondsBetween(now, nextRingAt) > 0 ? nextRingAt : now;
      await within((tx) => ringPromise(tx, people.workspaceId, { id: promise.id, version }, at));
    }
  };
  for (const { deed, after, amount } of acts) {
    const next = plusSeconds(now, after * minute);
    if (!sleeps) await rings(next);
    now = next;
    await within((tx) => deeds[deed]?.(tx, people, promise.id, amount, next) ?? Promise.reject()).catch((no) => {
      if (!(no instanceof Refusal)) throw no;
    });
  }
  if (!sleeps) await rings(end);
}
