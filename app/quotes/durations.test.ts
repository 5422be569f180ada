import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { businessHours } from "#base/calendar.ts";
import { instant } from "#base/instant.ts";
import { binsOf, quotedAndTook } from "./durations.ts";
import type { PastPromise } from "./past.ts";

const plain: PastPromise = {
  ...{
    id: "one",
    kind: "fix",
    customerId: null,
    ownerId: "me",
    state: "open",
    estimateSeconds: null,
    wantedByAt: null,
  },
  ...{ madeAt: instant("2026-11-23T09:00:00Z"), recordedAt: instant("2026-11-23T09:00:00Z") },
  ...{ firstDueAt: instant("2026-11-23T12:00:00Z"), settledAt: null, heldUpAt: null, heldUpSeconds: 0 },
};

test("durations are counted where people tell them apart, what is open beside what was done", () => {
  const hour = 3600;
  const took = [
    { seconds: hour / 2, isDone: true },
    { seconds: 2 * hour, isDone: true },
    { seconds: 1.5 * hour, isDone: false },
    { seconds: 2 * hour + 1, isDone: true },
  ];
  assert.deepEqual(binsOf(took), [
    { fromSeconds: hour / 4, untilSeconds: hour / 2, done: 1, open: 0 },
    { fromSeconds: hour / 2, untilSeconds: hour, done: 0, open: 0 },
    { fromSeconds: hour, untilSeconds: 2 * hour, done: 1, open: 1 },
    { fromSeconds: 2 * hour, untilSeconds: 4 * hour, done: 1, open: 0 },
  ]);
  assert.deepEqual(binsOf([]), []);
});

test("every duration is in exactly one bin, however short or long", () => {
  const one = fc.record({ seconds: fc.double({ min: 0, max: 1e9, noNaN: true }), isDone: fc.boolean() });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1 }), (took) => {
      const bins = binsOf(took);
      assert.equal(
        bins.reduce((sum, { done, open }) => sum + done + open, 0),
        took.length,
      );
      assert.ok(bins.length <= 19);
      for (const [n, { fromSeconds }] of bins.entries())
        assert.ok(n === 0 || fromSeconds === bins[n - 1]?.untilSeconds);
    }),
  );
});

test("a promise's quote and what became of it are measured on the same hours", () => {
  const hours = businessHours("UTC");
  const promise = { ...plain, madeAt: instant("2026-11-23T16:00:00Z"), firstDueAt: instant("2026-11-24T10:00:00Z") };
  const now = instant("2026-11-24T12:00:00Z");
  const open = quotedAndTook(promise, "working", hours, now);
  assert.deepEqual([open.quotedSeconds, open.seconds, open.isDone], [2 * 3600, 4 * 3600, false]);
  const done = quotedAndTook({ ...promise, settledAt: instant("2026-11-24T09:30:00Z") }, "clock", hours, now);
  assert.deepEqual([done.quotedSeconds, done.seconds, done.isDone], [18 * 3600, 17.5 * 3600, true]);
});
