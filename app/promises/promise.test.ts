import assert from "node:assert/strict";
import { test } from "node:test";
import { plusSeconds } from "#base/instant.ts";
import { aPromise, on, policy, wall } from "#test/harness/promise-life.ts";
import { checkDue, mayAct, mayAnswer, mayVoid, measuredDue, states } from "./promise.ts";

const days = (n: number) => n * 86_400;

test("only what is open can be acted on", () => {
  assert.equal(mayAct(aPromise()), null);
  for (const state of states.filter((each) => each !== "open")) {
    const no = mayAct(aPromise({ state }));
    assert.equal(no?.code, "promise_settled");
    assert.deepEqual(no?.data, { state });
  }
});

test("a mistake in recording can be undone for ten minutes, while nobody was told or saw it", () => {
  const p = aPromise();
  assert.equal(mayVoid(p, policy, false, on("Mon 9:10")), null);
  assert.equal(mayVoid(p, policy, false, on("Mon 9:10:01"))?.code, "too_late_to_void");
  assert.equal(mayVoid(p, policy, true, on("Mon 9:01"))?.code, "too_late_to_void");
  assert.match(mayVoid(p, policy, true, on("Mon 9:01"))?.message ?? "", /was told/);
  const seen = mayVoid(aPromise({ seenAt: on("Mon 9:01") }), policy, false, on("Mon 9:02"));
  assert.match(seen?.message ?? "", /has seen it.*correction/);
  assert.equal(mayVoid(aPromise({ state: "kept" }), policy, false, on("Mon 9:01"))?.code, "promise_settled");
});

test("the ten minutes count from when it was written down, not from when it was said", () => {
  assert.equal(mayVoid(aPromise({ recordedAt: on("Mon 10:00") }), policy, false, on("Mon 10:09")), null);
});

test("the customer can answer for thirty days after it was settled, and always while it is open", () => {
  const settledAt = on("Mon 12:00");
  const kept = aPromise({ state: "kept", settledAt });
  assert.equal(mayAnswer(kept, policy, plusSeconds(settledAt, days(30))), null);
  assert.equal(mayAnswer(kept, policy, plusSeconds(settledAt, days(30) + 1))?.code, "answer_too_late");
  assert.equal(mayAnswer(aPromise(), policy, plusSeconds(settledAt, days(300))), null);
  assert.equal(mayAnswer(aPromise({ state: "not_kept", settledAt }), policy, settledAt), null);
  assert.equal(mayAnswer(aPromise({ state: "released", settledAt }), policy, settledAt), null);
});

test("where nothing was promised there is nothing to answer", () => {
  for (const state of ["void", "declined"] as const) {
    assert.equal(
      mayAnswer(aPromise({ state, settledAt: on("Mon 10:00") }), policy, on("Mon 10:00"))?.code,
      "nothing_to_answer",
    );
  }
});

test("a due comes after the promise was made, and within ten years", () => {
  const made = on("Mon 9:00");
  assert.equal(checkDue(made, made)?.code, "due_before_made");
  assert.equal(checkDue(on("Mon 8:59"), made)?.code, "due_before_made");
  assert.equal(checkDue(plusSeconds(made, 0.001), made), null);
  assert.equal(checkDue(plusSeconds(made, days(3650)), made), null);
  assert.equal(checkDue(plusSeconds(made, days(3661)), made)?.code, "due_too_far");
  assert.equal(checkDue(made, made, "moves.due_at")?.field, "moves.due_at");
});

test("it is measured against the latest due that was told, or the older one that it is held to", () => {
  const p = aPromise({ dueAt: on("Tue 13:00") });
  assert.equal(wall(measuredDue(p)), "Tue 13:00");
  assert.equal(wall(measuredDue({ ...p, heldToDueAt: on("Mon 13:00") })), "Mon 13:00");
});
