import assert from "node:assert/strict";
import { test } from "node:test";
import { changedIn } from "./changed.ts";

const saved = { name: "Ortiz", time_zone: "Europe/Berlin", kinds: ["fix"] };

test("a form in which nothing was changed sends nothing", () => {
  assert.equal(changedIn(saved, { ...saved, kinds: ["fix"] }), null);
});

test("only what was changed is sent", () => {
  assert.deepEqual(changedIn(saved, { ...saved, name: "Ortiz & Wasser", kinds: [] }), {
    name: "Ortiz & Wasser",
    kinds: [],
  });
});
