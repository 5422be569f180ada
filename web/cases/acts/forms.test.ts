import assert from "node:assert/strict";
import { test } from "node:test";
import { bodyOf, type FormAct, forms, missing, saidOf, untold } from "./forms.ts";

const written = { ...untold, words: " It is warm again. " };

test("words go to them as a message; a call or a visit is logged with its note", () => {
  assert.deepEqual(saidOf(written), { message: { body: "It is warm again." } });
  assert.deepEqual(saidOf({ how: "called", words: "" }), { told: { channel: "phone", reached: true } });
  assert.deepEqual(saidOf({ how: "met", words: "fine" }), { told: { channel: "in_person", note: "fine" } });
  assert.deepEqual(saidOf({ how: "letter", words: "" }), { told: { channel: "letter" } });
  assert.deepEqual(saidOf({ how: "social", words: "fine" }), { told: { channel: "social", note: "fine" } });
});

test("a step of the plan is a text and a time, a pause a reason and a word", () => {
  const plan = { text: " Look at it ", due: "2026-12-02T15:00:00Z" };
  assert.deepEqual(bodyOf("plan", plan, untold), { text: "Look at it", due_at: plan.due });
  const pause = { reason: "the key", message: { body: "It is warm again." } };
  assert.deepEqual(bodyOf("wait", { reason: "the key" }, written), pause);
});

test("nobody is told by silence, and a form says what is missing", () => {
  assert.equal(missing("tell", {}, untold), "telling");
  assert.equal(missing("tell", {}, { how: "called", words: "" }), null);
  assert.equal(missing("plan", { text: "x" }, untold), "due");
  for (const act of Object.keys(forms) as FormAct[]) {
    const all = Object.fromEntries(forms[act].asks.map((name) => [name, "x"]));
    assert.equal(missing(act, all, written), null, act);
  }
});
