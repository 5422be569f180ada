import assert from "node:assert/strict";
import { test } from "node:test";
import { type Counted, calibrationOf } from "./calibration.ts";

const row = (more: Partial<Counted>): Counted => {
  const { count = 0, kept = 0, ...rest } = more;
  const stated = 0.9 * count;
  return {
    month: "2026-11",
    band: 3,
    count,
    kept,
    stated,
    spread: 0.09 * count,
    advised: 0,
    advisedStated: 0,
    advisedKept: 0,
    pending: 0,
    ...rest,
  };
};

test("what was stated stands beside what was kept, month by month and band by band", () => {
  const { months, bands, all } = calibrationOf([
    row({ month: "2026-11", count: 10, kept: 9, pending: 4 }),
    row({ month: "2026-10", count: 20, kept: 19 }),
    row({ month: "2026-10", band: 0, count: 10, kept: 2, stated: 3 }),
  ]);
  assert.deepEqual(
    months.map(({ month, count, kept, pending }) => [month, count, kept, pending]),
    [
      ["2026-10", 30, 21, 0],
      ["2026-11", 10, 9, 4],
    ],
  );
  assert.deepEqual([all.count, all.kept, all.pending], [40, 30, 4]);
  assert.deepEqual(
    bands.map(({ from, to, count }) => [from, to, count]),
    [
      [0, 0.5, 10],
      [0.5, 0.8, 0],
      [0.8, 0.9, 0],
      [0.9, 0.95, 30],
      [0.95, 1, 0],
    ],
  );
  assert.deepEqual([bands[0]?.statedShare, bands[0]?.keptShare, bands[1]?.keptShare], [0.3, 0.2, null]);
});

test("the time that was advised is held to the odds it was advised with", () => {
  const advised = (...rows: Partial<Counted>[]) => calibrationOf(rows.map(row)).advised;
  const sure = { advised: 3, advisedStated: 3 * 0.75, advisedKept: 3 };
  const bold = { advised: 1, advisedStated: 0.5, advisedKept: 0 };
  assert.deepEqual(advised(sure, bold), { count: 4, kept: 3, share: 0.6875 });
  assert.deepEqual(advised({}), { count: 0, kept: 0, share: null });
});

test("chance is blamed for what chance can do, and for no more", () => {
  const judged = (count: number, kept: number) => calibrationOf([row({ count, kept })]).isWithinChance;
  assert.equal(judged(10, 5), null, "ten say nothing");
  assert.equal(judged(100, 90), true);
  assert.equal(judged(100, 83), true);
  assert.equal(judged(100, 75), false);
  assert.equal(judged(1000, 930), false, "too modest is also not true");
  assert.equal(calibrationOf([]).isWithinChance, null);
});
