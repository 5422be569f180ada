import assert from "node:assert/strict";
import { test } from "node:test";
import { plusSeconds } from "#base/instant.ts";
import { aPromise, on, wall } from "#test/harness/promise-life.ts";
import { caughtUp } from "./lateness.ts";
import { isLate, type Promise_ } from "./promise.ts";

const passed = (different: Partial<Promise_>, now = "Mon 18:00") => caughtUp(aPromise(different), on(now));

/** How a late promise counts: did the customer hear of it before, from a person, from a machine, or not at all? */
function manner(p: Promise_): string {
  return p.silentlyLateAt ? "silent" : p.heldLateAt ? "held" : "warned";
}

test("on the stroke is not late, a moment after is", () => {
  const p = aPromise();
  assert.equal(caughtUp(p, p.dueAt), p);
  assert.equal(isLate(p, p.dueAt), false);
  const late = caughtUp(p, plusSeconds(p.dueAt, 0.001));
  assert.equal(wall(late.lateAt), "Mon 13:00");
  assert.equal(isLate(p, plusSeconds(p.dueAt, 0.001)), true);
  assert.equal(isLate(late, p.madeAt), true);
});

test("it is late from its due on, however late anybody looks, and for good", () => {
  const late = passed({}, "next Fri 9:00");
  assert.equal(wall(late.lateAt), "Mon 13:00");
  const moved = { ...late, dueAt: on("next Fri 12:00"), spanFromAt: on("next Fri 9:00") };
  assert.equal(wall(caughtUp(moved, on("next Fri 13:00")).lateAt), "Mon 13:00");
});

test("whether it was late in silence is decided by the words since its first ring, or in its last quarter", () => {
  const table: [what: string, Partial<Promise_>, manner: string][] = [
    ["no word at all", {}, "silent"],
    ["a word too early to be about it", { lastWordAt: on("Mon 11:00") }, "silent"],
    ["a word in the last quarter", { lastWordAt: on("Mon 12:00") }, "warned"],
    ["a word just before", { lastWordAt: on("Mon 12:59") }, "warned"],
    ["a word on the stroke", { lastWordAt: on("Mon 13:00") }, "warned"],
    ["a word after the due", { lastWordAt: on("Mon 13:01") }, "silent"],
    ["an early word after an early ring", { lastWordAt: on("Mon 11:00"), rangFirstAt: on("Mon 10:30") }, "warned"],
    ["a word before the ring", { lastWordAt: on("Mon 10:00"), rangFirstAt: on("Mon 10:30") }, "silent"],
    [
      "the last quarter counts though the ring came later",
      { lastWordAt: on("Mon 12:10"), rangFirstAt: on("Mon 12:30") },
      "warned",
    ],
    ["a machine's word", { lastMachineWordAt: on("Mon 12:45") }, "held"],
    ["a machine's and a person's", { lastMachineWordAt: on("Mon 12:45"), lastWordAt: on("Mon 12:50") }, "warned"],
    ["a machine's word too early", { lastMachineWordAt: on("Mon 10:00") }, "silent"],
  ];
  for (const [what, different, expected] of table) assert.equal(manner(passed(different)), expected, what);
});

test("later words do not undo a silence", () => {
  const silent = passed({});
  assert.equal(manner(caughtUp({ ...silent, lastWordAt: on("Mon 13:01") }, on("Tue 9:00"))), "silent");
});

test("a due that passed while nobody looked counts as if somebody had looked", () => {
  const p = aPromise();
  const inBetween = caughtUp(caughtUp(caughtUp(p, on("Mon 13:01")), on("Mon 15:00")), on("Tue 9:00"));
  assert.deepEqual(inBetween, caughtUp(p, on("Tue 9:00")));
});

test("each due is decided for itself: warned of the first, silent about the second", () => {
  const warned = passed({ lastWordAt: on("Mon 12:30") });
  const moved = { ...warned, dueAt: on("Tue 13:00"), spanFromAt: on("Mon 18:00") };
  const late = caughtUp(moved, on("Tue 14:00"));
  assert.equal(wall(late.lateAt), "Mon 13:00");
  assert.equal(wall(late.silentlyLateAt), "Tue 13:00");
});

test("while the customer does not agree to a new time, the old one is what it is measured against", () => {
  const contested = { dueAt: on("Tue 13:00"), heldToDueAt: on("Mon 13:00"), spanFromAt: on("Mon 12:30") };
  assert.equal(wall(passed(contested).lateAt), "Mon 13:00");
});

test("who was told before the due that it would not hold was not left in silence, though they disagreed", () => {
  const told = { spanFromAt: on("Mon 12:30"), lastWordAt: on("Mon 12:30") };
  const contested = { ...told, dueAt: on("Tue 13:00"), heldToDueAt: on("Mon 13:00") };
  assert.equal(manner(passed(contested)), "warned");
});

test("while the customer owes us something, and when it is over, no due passes", () => {
  for (const p of [aPromise({ heldUpAt: on("Mon 10:00") }), aPromise({ state: "kept", settledAt: on("Mon 12:00") })]) {
    assert.equal(caughtUp(p, on("Tue 9:00")), p);
    assert.equal(isLate(p, on("Tue 9:00")), false);
  }
});
