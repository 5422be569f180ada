import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { binsOf } from "./durations.ts";

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
