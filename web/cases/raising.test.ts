import assert from "node:assert/strict";
import { test } from "node:test";
import { missingIn, nothingTyped, raisedOf } from "./raising.ts";

test("what was said is enough: it is a request on the phone, and whoever writes it down owns it", () => {
  const typed = { ...nothingTyped, words: " The tap drips " };
  assert.equal(missingIn(typed), null);
  const sent = { customer_id: "c", channel: "phone", kind: "request", words: "The tap drips", own: true };
  assert.deepEqual(raisedOf("c", typed), sent);
});

test("what was put right on the spot says what was done, and is satisfied only where they said so", () => {
  const typed = { ...nothingTyped, words: "The soup is cold", isPutRight: true };
  assert.equal(missingIn(typed), "did");
  const { on_the_spot } = raisedOf("c", { ...typed, did: "Another soup" });
  assert.deepEqual(on_the_spot, { did: "Another soup", satisfied: false });
});

test("nothing is written down without their words", () => assert.equal(missingIn(nothingTyped), "words"));
