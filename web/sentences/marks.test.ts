import assert from "node:assert/strict";
import { test } from "node:test";
import { piecesOf } from "./marks.ts";

test("the words that are marked and those between them make the whole text again", () => {
  const text = "We always call. I promise.";
  const marks = [
    { from: 16, to: 26, is: "promise" as const },
    { from: 3, to: 9, is: "hint" as const },
    { from: 18, to: 25, is: "hint" as const },
  ];
  const pieces = piecesOf(text, marks);
  assert.equal(pieces.map(({ words }) => words).join(""), text);
  assert.deepEqual(
    pieces.filter(({ is }) => is).map(({ words, is }) => [words, is]),
    [
      ["always", "hint"],
      ["I promise.", "promise"],
    ],
  );
  assert.deepEqual(piecesOf("short", [{ from: 3, to: 90, is: "hint" }]), [{ words: "short", is: null }]);
});
