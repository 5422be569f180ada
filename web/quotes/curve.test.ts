import assert from "node:assert/strict";
import { test } from "node:test";
import { curveOf, knows, placeOn, type Quote, shortness } from "./curve.ts";

const at = (clock: string) => `2026-11-23T${clock}:00Z`;
const quote: Quote = {
  advised_due_at: at("15:00"),
  rule: "history",
  explanation: "9 of 10 of the last 214 of this kind took under 4 hours.",
  odds: [
    { share: 0.5, due_at: at("11:00") },
    { share: 0.95, due_at: at("15:00") },
  ],
  load: { open: 7, due_before: 3 },
  share_at_due: 0.71,
  shares: [
    { share: 0.2, due_at: at("10:00") },
    { share: 0.96, due_at: at("14:30") },
    { share: 0.99, due_at: at("17:00") },
    { share: 0.999, due_at: at("18:00") },
  ],
};

test("the odds of all times that were asked about stand in order, and more time never makes them worse", () => {
  const points = curveOf(quote, at("12:00")).map(({ atMs, share }) => [
    new Date(atMs).toISOString().slice(11, 16),
    share,
  ]);
  assert.deepEqual(points, [
    ["10:00", 0.2],
    ["11:00", 0.5],
    ["12:00", 0.71],
    ["14:30", 0.96],
    ["15:00", 0.96],
    ["17:00", 0.99],
  ]);
});

test("a time far beyond what is needed stays where somebody chose it", () => {
  const late = curveOf({ ...quote, share_at_due: 0.9999 }, at("23:00"));
  assert.equal(late.at(-1)?.atMs, Date.parse(at("23:00")));
  assert.equal(placeOn(late, at("23:00")), late.length - 1);
});

test("without history there is no curve", () => {
  assert.deepEqual(curveOf({ ...quote, odds: [], shares: [], share_at_due: null }, at("12:00")), []);
});

test("what the house has said already is not asked again", () => {
  assert.ok(knows(quote, "2026-11-23T14:30:00.000Z"));
  assert.ok(knows(quote, at("11:00")));
  assert.ok(!knows(quote, at("12:00")));
});

test("shorter than advised is one thing, shorter than half of such work takes another", () => {
  assert.equal(shortness(quote, at("15:00")), "fine");
  assert.equal(shortness(quote, at("14:59")), "short");
  assert.equal(shortness(quote, at("10:59")), "very_short");
  assert.equal(shortness({ odds: [], advised_due_at: null }, at("10:59")), "fine");
});
