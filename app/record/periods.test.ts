import assert from "node:assert/strict";
import { test } from "node:test";
import { instant } from "#base/instant.ts";
import { periodsOf } from "./periods.ts";

const now = instant("2026-03-31T22:30:00Z"); // In Berlin it is April.

test("weeks begin on Monday and months on their first, by the wall of the house, and each touches the next", () => {
  for (const [by, count, last] of [
    ["week", 26, "2026-03-30"],
    ["month", 12, "2026-04-01"],
  ] as const) {
    const periods = periodsOf(by, {}, "Europe/Berlin", now);
    assert.deepEqual([periods.length, periods.at(-1)?.key], [count, last]);
    for (const [n, { until }] of periods.entries()) if (periods[n + 1]) assert.deepEqual(until, periods[n + 1]?.from);
  }
});

test("a period that is cut into is shown whole, a time of years too long or too far off is refused", () => {
  const [first] = periodsOf("month", { from: instant("2026-02-20T00:00:00Z") }, "Europe/Berlin", now);
  assert.deepEqual([first.key, first.from.toString()], ["2026-02-01", "2026-01-31T23:00:00Z"]);
  assert.throws(() => periodsOf("week", { from: instant("2016-01-01T00:00:00Z") }, "UTC", now), {
    code: "too_many_periods",
  });
  assert.throws(() => periodsOf("week", { from: instant("9999-12-31T00:00:00Z") }, "UTC", now), {
    code: "too_far_off",
  });
});
