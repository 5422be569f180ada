import assert from "node:assert/strict";
import { test } from "node:test";
import { heldAt } from "./held-at.ts";

test("a time that was typed is that of the reader's own wall, and nothing typed is just now", () => {
  assert.equal(heldAt("2026-11-23T14:30", "Europe/Berlin"), "2026-11-23T13:30:00.000Z");
  assert.equal(heldAt("2026-11-23T14:30", "America/New_York"), "2026-11-23T19:30:00.000Z");
  assert.equal(heldAt("", "Europe/Berlin"), null);
});
