import assert from "node:assert/strict";
import { test } from "node:test";
import { plusSeconds } from "#base/instant.ts";
import { aPromise, office, on, policy, wall } from "#test/harness/promise-life.ts";
import { caughtUp } from "./lateness.ts";
import { type Move, mayAnswerMove, mayMove, moveAccepted, moveContested, movedAndTold, moveUntold } from "./move.ts";
import { measuredDue, type Promise_ } from "./promise.ts";
import { nextRing } from "./ring.ts";
import { goneOn } from "./settling.ts";
import type { Telling } from "./telling.ts";

const letter: Telling = { message: { body: "It will be Tuesday at one." } };
const rang = { ringStage: "second", rangFirstAt: on("Mon 12:00"), ringAnsweredAt: on("Mon 12:10") } as const;

function aMove(from: string, to: string, told: string): Move {
  const answers = { acceptedAt: null, contestedAt: null, contestWords: null, undoneAt: null };
  const ids = { id: "move", promiseId: "p", tellingId: "t", byMemberId: "owner" };
  const times = { fromDueAt: on(from), toDueAt: on(to), askedAt: on(told), toldAt: on(told) };
  return { ...ids, ...times, ...answers, opensAt: null, reason: "The supplier is late.", notice: "in_time" };
}

const moved = (p: Promise_, to: string, told: string) =>
  movedAndTold(p, { toDueAt: on(to), opensAt: null }, on(told), policy, office);

test("a due cannot be moved without telling the customer", () => {
  assert.equal(mayMove(aPromise(), on("Tue 13:00"), null, on("Mon 11:00"))?.code, "customer_not_told");
  assert.equal(mayMove(aPromise(), on("Tue 13:00"), letter, on("Mon 11:00")), null);
  assert.equal(mayMove(aPromise({ audience: "internal" }), on("Tue 13:00"), null, on("Mon 11:00")), null);
});

test("a due can be moved late, too, as long as it is open", () => {
  assert.equal(mayMove(aPromise(), on("Tue 13:00"), letter, on("Mon 15:00")), null);
});

test("a due cannot be moved where there is nothing to move, nor into the past, nor beyond ten years", () => {
  const table: [code: string, Partial<Promise_>, to: string][] = [
    ["promise_settled", { state: "kept" }, "Tue 13:00"],
    ["promise_settled", { state: "released" }, "Tue 13:00"],
    ["held_up", { heldUpAt: on("Mon 10:00") }, "Tue 13:00"],
    ["due_past", {}, "Mon 10:59"],
    ["due_past", {}, "Mon 11:00"],
  ];
  for (const [code, different, to] of table) {
    assert.equal(mayMove(aPromise(different), on(to), letter, on("Mon 11:00"))?.code, code);
  }
  const century = plusSeconds(on("Mon 13:00"), 100 * 365 * 86_400);
  assert.equal(mayMove(aPromise(), century, letter, on("Mon 11:00"))?.code, "due_too_far");
});

test("told in time, late, or after the due: each is counted for what it was", () => {
  const table: [told: string, notice: string, lateMoves: number, late: string][] = [
    ["Mon 11:00", "in_time", 0, "never"],
    ["Mon 12:30", "late_notice", 1, "never"],
    ["Mon 13:00", "late_notice", 1, "never"],
    ["Mon 13:30", "after_due", 1, "Mon 13:00"],
  ];
  for (const [told, notice, lateMoves, late] of table) {
    const after = moved(aPromise(), "Tue 13:00", told);
    assert.equal(after.notice, notice, told);
    assert.equal(after.promise.moveCount, 1);
    assert.equal(after.promise.lateMoveCount, lateMoves, told);
    assert.equal(wall(after.promise.lateAt), late, told);
  }
});

test("once told, span and rings start anew; what was first said stays", () => {
  const { promise } = moved(aPromise({ ...rang, needsNewDue: true }), "Tue 13:00", "Mon 12:30");
  assert.equal(wall(promise.dueAt), "Tue 13:00");
  assert.equal(wall(promise.firstDueAt), "Mon 13:00");
  assert.equal(wall(promise.spanFromAt), "Mon 12:30");
  assert.equal(promise.needsNewDue, false);
  const alarm = nextRing(promise, policy, office);
  assert.equal(alarm?.stage, "first");
  // A quarter of 24.5 hours before Tuesday at one is in the night: at closing on Monday.
  assert.equal(wall(alarm?.at), "Mon 17:00");
});

test("a window that is put off is told of before it opens", () => {
  const window = aPromise({ opensAt: on("Mon 11:00") });
  assert.equal(moved(window, "Tue 13:00", "Mon 10:59").notice, "in_time");
  assert.equal(moved(window, "Tue 13:00", "Mon 11:30").notice, "late_notice");
});

test("until the customer agrees to a new time, the promise is measured against the old one, even moved again", () => {
  const first = moved(aPromise(), "Tue 13:00", "Mon 10:00").promise;
  const contested = moveContested(first, aMove("Mon 13:00", "Tue 13:00", "Mon 10:00"));
  assert.equal(wall(measuredDue(contested)), "Mon 13:00");
  assert.equal(wall(contested.dueAt), "Tue 13:00");

  const again = moved(contested, "Wed 13:00", "Mon 12:00");
  assert.equal(again.notice, "in_time");
  assert.equal(wall(measuredDue(again.promise)), "Mon 13:00");
  assert.equal(wall(again.promise.dueAt), "Wed 13:00");

  const twice = moveContested(again.promise, aMove("Mon 13:00", "Wed 13:00", "Mon 12:00"));
  assert.equal(wall(measuredDue(twice)), "Mon 13:00");
  assert.equal(wall(caughtUp(twice, on("Mon 14:00")).lateAt), "Mon 13:00");
  assert.equal(wall(measuredDue(moveAccepted(twice))), "Wed 13:00");
});

test("agreeing later does not undo that the old time passed", () => {
  const told = moved(aPromise(), "Tue 13:00", "Mon 10:00").promise;
  const contested = caughtUp(moveContested(told, aMove("Mon 13:00", "Tue 13:00", "Mon 10:00")), on("Mon 14:00"));
  assert.equal(wall(moveAccepted(contested).lateAt), "Mon 13:00");
});

test("whatever time counts now, it is rung for anew; an answer that changes nothing rings nothing again", () => {
  const told = moved(aPromise(), "Tue 13:00", "Mon 10:00").promise;
  const contested = moveContested({ ...told, ringStage: "first" }, aMove("Mon 13:00", "Tue 13:00", "Mon 10:00"));
  assert.equal(wall(nextRing(contested, policy, office)?.at), "Mon 12:15");

  const agreed = moveAccepted({ ...contested, ringStage: "due", rangFirstAt: on("Mon 12:15") });
  assert.equal(nextRing(agreed, policy, office)?.stage, "first");

  const accepted = moveAccepted({ ...told, ringStage: "first" });
  assert.equal(nextRing(accepted, policy, office)?.stage, "second");
  const stillContested = moveContested(
    { ...contested, ringStage: "first" },
    aMove("Mon 13:00", "Tue 13:00", "Mon 10:00"),
  );
  assert.equal(nextRing(stillContested, policy, office)?.stage, "second");
});

test("a call that was not held moved nothing", () => {
  const told = moved(aPromise(), "Tue 13:00", "Mon 12:30");
  assert.equal(told.notice, "late_notice");
  const untold = moveUntold(told.promise, { ...aMove("Mon 13:00", "Tue 13:00", "Mon 12:30"), notice: told.notice });
  assert.equal(wall(measuredDue(untold)), "Mon 13:00");
  assert.equal(untold.moveCount, 0);
  assert.equal(untold.lateMoveCount, 0);
  assert.equal(wall(caughtUp(untold, on("Mon 14:00")).lateAt), "Mon 13:00");
});

test("a call that was not held does not undo a later one that was", () => {
  const first = moved(aPromise(), "Tue 13:00", "Mon 10:00").promise;
  const second = moved(first, "Wed 13:00", "Mon 12:00").promise;
  const untold = moveUntold(second, aMove("Mon 13:00", "Tue 13:00", "Mon 10:00"));
  assert.deepEqual([wall(untold.dueAt), untold.moveCount], ["Wed 13:00", 1]);
});

test("the old time that stands again is later by as long as the customer held it up since", () => {
  const told = moved(aPromise(), "Tue 13:00", "Mon 10:00").promise;
  const went = goneOn({ ...told, heldUpAt: on("Mon 11:00") }, on("Mon 12:00"));
  assert.equal(wall(moveUntold(went, aMove("Mon 13:00", "Tue 13:00", "Mon 10:00")).dueAt), "Mon 14:00");
});

test("only a new time that was told, of a promise that is open, can be answered", () => {
  const move = aMove("Mon 13:00", "Tue 13:00", "Mon 10:00");
  assert.equal(mayAnswerMove(aPromise(), move), null);
  assert.equal(mayAnswerMove(aPromise(), null)?.code, "no_move_to_answer");
  assert.equal(mayAnswerMove(aPromise(), { ...move, toldAt: null })?.code, "no_move_to_answer");
  assert.equal(mayAnswerMove(aPromise(), { ...move, undoneAt: on("Mon 11:00") })?.code, "no_move_to_answer");
  assert.equal(mayAnswerMove(aPromise({ state: "kept" }), move)?.code, "promise_settled");
});
