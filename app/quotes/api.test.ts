import assert from "node:assert/strict";
import { test } from "node:test";
import { actorOfKey } from "#app/members/store-keys.ts";
import { promisesApi } from "#app/promises/api.ts";
import { policyPreviewApi } from "#app/promises/api-policy-preview.ts";
import { insertPromise } from "#app/promises/store.ts";
import { workspacesApi } from "#app/workspaces/api.ts";
import { newId } from "#base/id.ts";
import { plusSeconds } from "#base/instant.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { monday, plainPromise } from "#test/harness/any-promise.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { newPeople } from "#test/harness/people.ts";
import { startDoors } from "#test/harness/server.ts";
import { quotesApi } from "./api.ts";

const { db } = await freshDatabase();
const hour = 3600;
const day = 24 * hour;
const start = plusSeconds(monday, 90 * day);
let now = start;
const doors = await startDoors(db, [...workspacesApi, ...policyPreviewApi, ...promisesApi, ...quotesApi], {
  authenticate: actorOfKey,
  now: () => now,
});

type Answer = { bins: { done: number; open: number }[]; marks: { share: number }[]; explanation: string | null };

/** A house whose repairs took one to ten hours on the clock; the last is still open. */
async function house(count: number) {
  now = start;
  const { workspaceId, member, customerIds, apiKey } = await newPeople(db, 1);
  const [customerId = ""] = customerIds;
  const ownerId = member.memberId;
  const whose = { ownerId, handlerId: ownerId, recordedById: ownerId, customerId, workspaceId };
  await inWorkspace(db, workspaceId, async (tx) => {
    for (let i = 0; i < count; i++) {
      const madeAt = plusSeconds(start, (i - count) * 6 * hour);
      const isOpen = i === count - 1;
      const firstDueAt = plusSeconds(madeAt, 2 * day);
      const settledAt = isOpen ? null : plusSeconds(madeAt, (1 + ((i * 7) % 10)) * hour);
      const times = { madeAt, recordedAt: madeAt, spanFromAt: madeAt, firstDueAt, dueAt: firstDueAt, settledAt };
      const state = isOpen ? ("open" as const) : ("kept" as const);
      await insertPromise(tx, { ...plainPromise, ...whose, ...times, id: newId(), kind: "fix", state });
    }
  });
  const call = doors.as(apiKey);
  const policy = { scope: "workspace", settings: { estimate_in: "clock" } };
  assert.equal((await call("PATCH", "/policies", policy)).status, 200);
  return { call, customerId, workspaceId };
}

test("how long a kind took is shown with what is still open, the odds and why", async () => {
  const { call } = await house(80);
  const { status, body } = await call("GET", "/quotes/durations?kind=fix");
  const { bins, marks, explanation } = body as unknown as Answer;
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual([body.done, body.open], [79, 1]);
  assert.equal(
    bins.reduce((sum, { done, open }) => sum + done + open, 0),
    80,
  );
  assert.deepEqual(
    marks.map(({ share }) => share),
    [0.5, 0.8, 0.9, 0.95],
  );
  assert.match(explanation ?? "", /^9 of 10 of the last 79 of this kind/);
  const { body: none } = await call("GET", "/quotes/durations?kind=visit");
  assert.deepEqual([none.done, none.open, none.bins, none.marks, none.explanation], [0, 0, [], [], null]);
});

test("beside a kind stands one promise of it: what was quoted, and how long it took or has lasted", async () => {
  const { call, customerId } = await house(30);
  const due_at = String(plusSeconds(now, 12 * hour));
  const { body: made } = await call("POST", "/promises", {
    customer_id: customerId,
    kind: "fix",
    text: "Mend it",
    due_at,
  });
  now = plusSeconds(now, 3 * hour);
  const { body } = await call("GET", `/quotes/durations?kind=fix&promise_id=${made.id}`);
  assert.deepEqual(body.promise, { quoted: "PT12H", took: "PT3H", is_done: false });
  assert.equal((await call("GET", "/quotes/durations?kind=fix")).body.promise, null);
  const other = await house(1);
  const strange = await other.call("GET", `/quotes/durations?kind=fix&promise_id=${made.id}`);
  assert.equal(strange.body.promise, null, "a promise of another house is not there");
});

test("the odds that were stated are kept with the promise and held against what came of them", async () => {
  const { call, customerId } = await house(80);
  const body = {
    customer_id: customerId,
    kind: "fix",
    text: "Mend the tap",
    due_at: String(plusSeconds(now, 12 * hour)),
  };
  assert.equal((await call("POST", "/promises", body)).body.stated_share, null, "nobody has asked the advisor yet");
  await call("POST", "/quotes", { kind: "fix" });
  const made = [];
  for (let i = 0; i < 4; i++) made.push((await call("POST", "/promises", body)).body);
  const [first] = made;
  assert.ok(Number(first?.stated_share) > 0.5 && Number(first?.stated_share) < 1, `${first?.stated_share}`);
  assert.equal(first?.quote_rule, "history");
  const before = await call("GET", "/quotes/calibration?kind=fix");
  assert.deepEqual((before.body.all as { pending: number }).pending, 4);
  now = plusSeconds(now, 2 * hour);
  for (const { id } of made.slice(0, 3)) {
    const kept = await call("POST", `/promises/${id}/keeps`, {});
    assert.equal(kept.status, 201, JSON.stringify(kept.body));
  }
  now = plusSeconds(now, 40 * hour);
  const { body: held } = await call("GET", "/quotes/calibration?kind=fix");
  const { count, kept, stated_share, kept_share, pending } = held.all as Record<string, number>;
  assert.deepEqual([count, kept, kept_share, pending], [4, 3, 0.75, 0]);
  const meanStated = made.reduce((sum, promise) => sum + Number(promise.stated_share), 0) / 4;
  assert.ok(Math.abs((stated_share ?? 0) - meanStated) < 1e-9, `${stated_share} ${meanStated}`);
  assert.equal((held.months as object[]).length, 1);
  assert.equal(held.within_chance, null);
  assert.ok(Number(held.widened_by) > 0.5 && Number(held.widened_by) < 3, `${held.widened_by}`);
  const { body: other } = await call("GET", "/quotes/calibration?kind=visit");
  assert.deepEqual((other.all as { count: number }).count, 0);
});
