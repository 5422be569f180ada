import assert from "node:assert/strict";
import { test } from "node:test";
import { changeOf, type Typed } from "./customer-form.ts";

const saved: Typed = {
  name: "Ana Ortiz",
  kind: "person",
  language: "",
  timeZone: "Europe/Berlin",
  tier: "gold",
  tags: "north",
  ownerId: "",
  whyUs: "",
  isStandIn: false,
};

test("only what was changed is sent, and what was emptied is taken away", () => {
  assert.equal(changeOf(saved, { ...saved }), null);
  assert.deepEqual(changeOf(saved, { ...saved, tier: " ", tags: "north, regular", language: "de" }), {
    tier: null,
    tags: ["north", "regular"],
    language: "de",
  });
});
