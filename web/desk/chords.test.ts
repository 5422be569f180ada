import assert from "node:assert/strict";
import { test } from "node:test";
import { chordOf, nameOf } from "./chords.ts";

const plain = { ctrlKey: false, metaKey: false, altKey: false };
const bound = ["c", "g t", "g c", "?", "mod+k"];

test("a key is named as it is bound, with Ctrl and ⌘ as one", () => {
  assert.equal(nameOf({ ...plain, key: "C" }), "c");
  assert.equal(nameOf({ ...plain, key: "k", metaKey: true }), "mod+k");
  assert.equal(nameOf({ ...plain, key: "k", ctrlKey: true }), "mod+k");
  assert.equal(nameOf({ ...plain, key: "Enter" }), "Enter");
});

test("with Alt the key counts, whatever letter it writes", () => {
  assert.equal(nameOf({ ...plain, key: "å", code: "KeyA", altKey: true }), "alt+a");
  assert.equal(nameOf({ ...plain, key: "a", code: "KeyA", altKey: true }), "alt+a");
});

test("g waits for its second key", () => {
  assert.deepEqual(chordOf(["g"], bound), { meant: null, waits: true });
  assert.deepEqual(chordOf(["g", "t"], bound), { meant: "g t", waits: false });
});

test("of g and c the pair is meant, not c alone", () => assert.equal(chordOf(["g", "c"], bound).meant, "g c"));

test("what is bound to nothing means nothing", () => {
  assert.deepEqual(chordOf(["x"], bound), { meant: null, waits: false });
  assert.deepEqual(chordOf(["x", "c"], bound), { meant: "c", waits: false });
});
