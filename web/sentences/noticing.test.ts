import assert from "node:assert/strict";
import { test } from "node:test";
import { type Found, isKnown, promiseOf, takenOver, textOf } from "./noticing.ts";

const found: Found = {
  sentence: "I'll send you the offer by Friday noon.",
  at: 0,
  who: "writer",
  name: null,
  what: "send you the offer by Friday noon",
  due_words: "by Friday noon",
  due_at: "2026-11-27T11:00:00Z",
  conditional: false,
  score: 0.98,
  rules: [],
};

test("better words stand where the others stood, with their capital, and what is left out leaves no gap", () => {
  const at = (text: string, said: string) => ({ from: text.indexOf(said), to: text.indexOf(said) + said.length });
  const put = (text: string, said: string, better: string | null) => takenOver(text, { ...at(text, said), better });
  assert.equal(put("We always call.", "always", "usually"), "We usually call.");
  assert.equal(put("Always call us.", "Always", "usually"), "Usually call us.");
  assert.equal(put("We definitely call.", "definitely", ""), "We call.");
  assert.equal(put("We call asap.", "asap", ""), "We call.");
  assert.equal(put("Wir tun das zeitnah.", "zeitnah", "bis morgen"), "Wir tun das bis morgen.");
  assert.equal(put("We always call.", "always", null), "We always call.");
});

test("a sentence becomes a promise: what without when, its kind, its due, and how it was given", () => {
  assert.equal(textOf(found), "send you the offer");
  assert.equal(textOf({ what: "call tomorrow about the leak", due_words: "tomorrow" }), "call about the leak");
  const whom = { customerId: "c1", contactId: "a1", via: "email" };
  assert.deepEqual(promiseOf(found, "2026-11-27T11:00:00Z", whom), {
    ...{ customer_id: "c1", contact_id: "a1", text: "send you the offer", kind: "price_quote" },
    ...{ due_at: "2026-11-27T11:00:00Z", made_via: "email" },
  });
});

test("the promise that a letter moves is not offered once more", () => {
  assert.ok(isKnown(found, [null, "2026-11-27T11:00:00.000Z"]));
  assert.ok(!isKnown(found, ["2026-11-28T11:00:00Z", ""]));
  assert.ok(!isKnown({ due_at: null }, [null]));
});
