import assert from "node:assert/strict";
import { test } from "node:test";
import { askedFor, bodyOf, type FormAct, forms, missing, untold } from "./forms.ts";

const ready = { subject: "Your boiler", body: "Dear Ana, it will be Friday." };

test("a move sends the time that was read, the reason, and the words that stood ready", () => {
  const body = bodyOf("move", { due: "2026-11-27T15:00:00Z", reason: " part is late " }, untold, ready);
  assert.deepEqual(body, { due_at: "2026-11-27T15:00:00Z", reason: "part is late", message: ready });
});

test("words that were changed are the ones that are sent", () => {
  const body = bodyOf("update", {}, { ...untold, words: "We are on it." }, ready);
  assert.deepEqual(body, { message: { subject: ready.subject, body: "We are on it." } });
});

test("a logged call is no message, and says whether somebody was reached", () => {
  const called = { ...untold, how: "called" as const, note: "fine with her" };
  assert.deepEqual(bodyOf("call", {}, called, ready), {
    told: { channel: "phone", note: "fine with her", reached: true },
  });
  assert.deepEqual(bodyOf("keep", {}, { ...called, note: "", reached: "left_message" }, ready), {
    told: { channel: "phone", reached: false, left_message: true },
  });
});

test("nobody is told by silence where the house demands a word", () => {
  const silent = { ...untold, how: "not" as const };
  assert.deepEqual(bodyOf("keep", {}, silent, ready), {});
  assert.deepEqual(bodyOf("fail", { reason: "sold out" }, silent, ready), { reason: "sold out", message: ready });
});

test("once the due has passed a word says when the next one comes", () => {
  assert.deepEqual(askedFor("update", { isPast: false, kind: "fix" }), []);
  assert.deepEqual(askedFor("update", { isPast: true, kind: "fix" }), ["nextWord"]);
});

test("a visit is kept by coming: it is asked when that was", () => {
  assert.deepEqual(askedFor("keep", { isPast: false, kind: "visit" }), ["arrived", "more"]);
  assert.deepEqual(askedFor("keep", { isPast: false, kind: "fix" }), ["more"]);
  const silent = { ...untold, how: "not" as const };
  assert.deepEqual(bodyOf("keep", { arrived: "now" }, silent, null), { arrived_at: "now" });
});

test("a form says what is missing, and what is optional never is", () => {
  assert.equal(missing("move", { reason: "x" }, forms.move.asks), "due");
  assert.equal(missing("move", { due: "2026-11-27T15:00:00Z", reason: "  " }, forms.move.asks), "reason");
  assert.equal(missing("verdict", {}, forms.verdict.asks), null);
  for (const act of Object.keys(forms) as FormAct[]) {
    const all = Object.fromEntries(forms[act].asks.map((name) => [name, "x"]));
    assert.equal(missing(act, all, forms[act].asks), null, act);
  }
});
