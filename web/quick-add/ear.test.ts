import assert from "node:assert/strict";
import { test } from "node:test";
import { hasEar, listen, spokenAfter } from "./ear.ts";

test("what is spoken stands behind what was typed", () => {
  assert.equal(spokenAfter("", " call Ana back"), "call Ana back");
  assert.equal(spokenAfter("for Müller: ", "a new pump"), "for Müller: a new pump");
});

test("where nothing can listen, nothing is offered", () => {
  assert.equal(hasEar(), false);
  assert.equal(listen("en-GB", { words: () => {}, trouble: () => {}, end: () => {} }), null);
});
