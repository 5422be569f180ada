import assert from "node:assert/strict";
import { test } from "node:test";
import { begun, fromOf, type OverTime, shareOf } from "./record.ts";

test("small numbers are counts, and a share only where there are ten", () => {
  assert.equal(shareOf({ count: 9, of: 9 }), null);
  assert.equal(shareOf({ count: 9, of: 10 }), 0.9);
});

test("a plot begins when anything was due", () => {
  const week = (total: number) => ({ counts: { total } }) as OverTime["items"][number];
  assert.deepEqual(begun([week(0), week(0), week(3), week(0)]), [week(3), week(0)]);
  assert.deepEqual(begun([week(0)]), []);
});

test("a span begins at a day, so that it is asked for once", () => {
  const now = Date.parse("2026-11-24T13:14:15Z");
  assert.equal(fromOf("month", now), "2026-10-24T00:00:00.000Z");
  assert.equal(fromOf("month", now + 3_600_000), fromOf("month", now));
});
