import assert from "node:assert/strict";
import { test } from "node:test";
import { figureOf, whatMoves } from "./figure.ts";

test("nobody begins with much, and it takes long to be sure", () => {
  assert.deepEqual(
    [0, 1, 10, 50, 200].map((kept) => figureOf({ kept, broken: 0 })),
    [10, 31, 81, 95, 98],
  );
});

test("one that is broken costs more than one that is kept brings", () => {
  const now = { kept: 40, broken: 1 };
  const { tenKept, oneBroken } = whatMoves(now);
  assert.ok(tenKept > figureOf(now) && oneBroken < figureOf(now));
  assert.ok(figureOf(now) - oneBroken > figureOf({ kept: 41, broken: 1 }) - figureOf(now));
});
