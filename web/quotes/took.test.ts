import assert from "node:assert/strict";
import { test } from "node:test";
import { placeIn, rowsFor, shortSpan, spanSaid } from "./took.ts";

const bins = [
  { from: "PT0S", until: "PT1H", done: 3, open: 0 },
  { from: "PT1H", until: "PT2H", done: 5, open: 1 },
  { from: "PT2H", until: null, done: 1, open: 0 },
];

test("a duration finds its place among the bins, and what lies beyond them at their end", () => {
  assert.equal(placeIn(bins, "PT0S"), 0);
  assert.equal(placeIn(bins, "PT1H"), 1 / 3);
  assert.equal(placeIn(bins, "PT2H"), 2 / 3);
  const between = placeIn(bins, "PT1H30M");
  assert.ok(between > 1 / 3 && between < 2 / 3);
  assert.ok(placeIn(bins, "PT100H") <= 1);
  assert.equal(placeIn(bins.slice(0, 2), "PT100H"), 1);
  assert.equal(placeIn([], "PT1H"), 0);
});

test("labels that would hide each other stand in rows of their own", () => {
  assert.deepEqual(rowsFor([0.1, 0.15, 0.2, 0.5], 0.1), [0, 1, 0, 0]);
  assert.deepEqual(rowsFor([0.1, 0.11, 0.12], 0.1), [0, 1, 2]);
});

test("a span is said as people say it", () => {
  assert.equal(spanSaid("PT51H", "en"), "2 days 3 hours");
  assert.equal(spanSaid("PT51H", "de"), "2 Tage 3 Stunden");
  assert.equal(shortSpan("PT16H", "en"), "16 hr");
  assert.equal(shortSpan("PT336H", "de"), "14 Tg.");
});
