import assert from "node:assert/strict";
import { test } from "node:test";
import { bandBetween, lineThrough, scale, ticks } from "./plot-scale.ts";

test("numbers find their place, upwards or downwards", () => {
  assert.equal(scale([0, 100], [200, 0])(25), 150);
  assert.equal(scale([5, 5], [0, 10])(5), 0);
});

test("an axis is written in round numbers", () => {
  assert.deepEqual(ticks(0, 100), [0, 25, 50, 75, 100]);
  assert.deepEqual(ticks(0, 7), [0, 2, 4, 6, 8]);
  assert.deepEqual(ticks(0, 0.9), [0, 0.25, 0.5, 0.75, 1]);
  assert.deepEqual(ticks(0, 0), [0, 0.25]);
});

test("a line has a gap where nothing was measured", () => {
  const line = lineThrough([{ x: 0, y: 1 }, { x: 1, y: 2 }, null, { x: 3, y: 4 }]);
  assert.equal(line, "M0 1L1 2M3 4");
});

test("a band goes out above and back below, and ends where either side is missing", () => {
  const upper = [{ x: 0, y: 0 }, { x: 1, y: 0 }, null, { x: 3, y: 0 }];
  const lower = [
    { x: 0, y: 9 },
    { x: 1, y: 9 },
    { x: 2, y: 9 },
    { x: 3, y: 9 },
  ];
  assert.equal(bandBetween(upper, lower), "M0 0L1 0L1 9L0 9Z");
});
