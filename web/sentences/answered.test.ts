import assert from "node:assert/strict";
import { test } from "node:test";
import { digest } from "./answered.ts";

test("the same sentence is known again however it is broken, and another is another", () => {
  assert.equal(digest("I will  call you\ntomorrow."), digest("i will call you tomorrow. "));
  assert.notEqual(digest("I will call you tomorrow."), digest("I will call you today."));
  assert.doesNotMatch(digest("I will call you tomorrow."), /call/);
});
