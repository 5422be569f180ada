import assert from "node:assert/strict";
import { test } from "node:test";
import { subjectOf, touches } from "./touched.ts";

test("a promise that was moved is read anew where it stands, and only there", () => {
  assert.ok(touches("promise", "/promises/:id"));
  assert.ok(touches("promise", "/today"));
  assert.ok(!touches("promise", "/calendars"));
});

test("a mail that came in may promise something, and one that was looked through does no more", () => {
  assert.ok(touches("message", "/offers"));
  assert.ok(touches(subjectOf("/arrivals/:id/settlements"), "/offers"));
  assert.ok(!touches("arrival", "/today"));
});

test("what has no word of its own touches everything, so that nothing old is shown", () => {
  assert.ok(touches("something new", "/today"));
});

test("a deed changes what its path begins with", () => {
  assert.equal(subjectOf("/promises/:id/moves"), "promise");
  assert.equal(subjectOf("/workspace"), "workspace");
  assert.equal(subjectOf("/unheard/of"), "unheard");
});
