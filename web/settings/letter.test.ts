import assert from "node:assert/strict";
import { test } from "node:test";
import { faultsOf, searchOfLetter, whichOf } from "./letter.ts";

test("a place that nobody fills in is named before anything is saved", () => {
  assert.equal(faultsOf("keep", "Hello {name}, {promise} is done, {customer}.").unknown, "{customer}");
  assert.equal(faultsOf("move", "Hello {name}, by {due}.").unknown, null);
});

test("what a letter would then say nowhere is said; what it adds by itself is not missed", () => {
  assert.deepEqual(faultsOf("move", "Good morning").lacks, ["name"]);
  assert.deepEqual(faultsOf("running_late", "Hello {name}").lacks, ["minutes"]);
  assert.deepEqual(faultsOf("hand_on", "Hello {name}, from {owner}").lacks, []);
});

test("which letter is looked at stands in the address; nobody asks for a verdict in a tone of their own", () => {
  const which = { name: "move", language: "de", isOwn: true } as const;
  assert.deepEqual(whichOf(searchOfLetter(which), "en"), which);
  assert.deepEqual(whichOf({ letter: "ask", own: true }, "en"), { name: "ask", language: "en", isOwn: false });
  assert.deepEqual(whichOf({ letter: "none", language: "fr" }, "de"), { name: null, language: "de", isOwn: false });
});
