import assert from "node:assert/strict";
import { test } from "node:test";
import { putIn } from "./write-on.ts";

test("words are put where somebody writes, over what they had chosen", () => {
  assert.deepEqual(putIn("Hello you, done.", "{name}", 6, 9), { text: "Hello {name}, done.", at: 12 });
});
