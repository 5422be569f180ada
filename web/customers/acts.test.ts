import assert from "node:assert/strict";
import { test } from "node:test";
import { actsOf } from "./acts.ts";

const now = Date.parse("2026-11-23T09:00:00Z");
const open = { held_up_at: null, due_at: "2026-11-23T12:00:00Z", needs_new_due: false, next_owner_id: null };

test("what settles a promise comes first: kept in time, a word when late, a new time where one is owed", () => {
  assert.deepEqual(actsOf(open, "ana", now), ["keep", "update", "move"]);
  assert.deepEqual(actsOf({ ...open, due_at: "2026-11-23T08:00:00Z" }, "ana", now), ["update", "move", "keep"]);
  assert.deepEqual(actsOf({ ...open, needs_new_due: true }, "ana", now), ["move", "keep"]);
  assert.deepEqual(actsOf({ ...open, held_up_at: "2026-11-22T08:00:00Z" }, "ana", now), ["go_on"]);
  assert.deepEqual(actsOf({ ...open, next_owner_id: "ana" }, "ana", now), ["accept"]);
});
