import assert from "node:assert/strict";
import { test } from "node:test";
import { chanceBand, isWithin, widening } from "./calibration.ts";

const held = (count: number, kept: number, stated: number) => ({
  ...{ count, kept, stated_share: stated },
  kept_share: count > 0 ? kept / count : null,
});

test("chance leaves much room where little was stated, and little where much was", () => {
  const few = chanceBand(held(10, 9, 0.9));
  const many = chanceBand(held(1000, 900, 0.9));
  assert.ok(few && many && few.low < 0.7 && few.high === 1 && many.low > 0.86 && many.high < 0.93);
  assert.equal(chanceBand({ count: 0, kept: 0, stated_share: null, kept_share: null }), null);
});

test("what chance does not explain is said to be so", () => {
  assert.ok(isWithin(held(100, 85, 0.9)));
  assert.ok(!isWithin(held(1000, 850, 0.9)));
  assert.ok(isWithin({ count: 0, kept: 0, stated_share: null, kept_share: null }));
});

test("how much longer times are told is said as people say it", () => {
  assert.equal(widening(1.02), null);
  assert.deepEqual(widening(1.1), { how: "longer", by: "tenth" });
  assert.deepEqual(widening(0.8), { how: "shorter", by: "fifth" });
  assert.deepEqual(widening(1.33), { how: "longer", by: "third" });
  assert.deepEqual(widening(1.07), { how: "longer", by: 7 });
  assert.deepEqual(widening(2), { how: "longer", by: 100 });
});
