import assert from "node:assert/strict";
import { test } from "node:test";
import { momentsOf } from "./moments.ts";

test("a promise of every day shows in order what a change moves, adds and takes away", () => {
  const at = (hour: number) => `2026-11-30T${hour}:00:00Z`;
  const sample = { name: "two_hours", made_at: at(10), due_at: at(18), estimate: null } as const;
  const before = {
    rings: [
      { stage: "first", at: at(14) },
      { stage: "holding", at: at(17) },
      { stage: "due", at: at(18) },
    ],
    told_in_time_until: at(16),
  } as const;
  const after = {
    rings: [
      { stage: "first", at: at(12) },
      { stage: "second", at: at(15) },
      { stage: "due", at: at(18) },
    ],
    told_in_time_until: at(16),
  } as const;
  const said = momentsOf({
    ...sample,
    before: { ...before, rings: [...before.rings] },
    after: { ...after, rings: [...after.rings] },
  });
  assert.deepEqual(said, [
    { what: "made", at: at(10), isGone: false },
    { what: "first", at: at(12), isGone: false, was: at(14) },
    { what: "second", at: at(15), isGone: false, was: null },
    { what: "in_time", at: at(16), isGone: false },
    { what: "holding", at: at(17), isGone: true },
    { what: "due", at: at(18), isGone: false },
  ]);
});
