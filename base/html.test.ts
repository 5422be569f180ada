import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { html } from "hono/html";
import { say, sayPlain } from "./html.ts";

test("a sentence sets a name apart, whatever script it is in", () => {
  assert.equal(String(say("{owner} was told.", { owner: "Ana" })), "<bdi>Ana</bdi> was told.");
});

test("a piece of a page goes in as it is, and what has no value is left out", () => {
  assert.equal(String(say("by {when}{more}", { when: html`<b>noon</b>`, more: null })), "by <b>noon</b>");
});

test("nothing that came from outside becomes markup", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const [, inside = ""] = /^<bdi>(.*)<\/bdi>$/s.exec(String(say("{text}", { text: `x${text}` }))) ?? [];
      assert.doesNotMatch(inside, /[<>"']/);
    }),
  );
});

test("a title is plain text", () => {
  assert.equal(sayPlain("What {house} promised you", { house: "A & B" }), "What A & B promised you");
});
