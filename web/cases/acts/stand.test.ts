import assert from "node:assert/strict";
import { test } from "node:test";
import { standOf } from "./stand.ts";

const before = {
  ...({ state: "open", kind: "request", subject: "The tap", owner_id: "ana", handler_id: "ana" } as const),
  ...{ contact_id: null, team_id: null, next_owner_id: null, done_at: null, did: null, waiting_reason: null },
  ...{ snoozed_until: null, reopened_count: 0, escalated_at: null },
};

test("that it is in other hands is a change; that a mail was accepted is none", () => {
  assert.notEqual(standOf({ ...before, handler_id: "ben" }), standOf(before));
  assert.notEqual(standOf({ ...before, state: "told" }), standOf(before));
  assert.equal(standOf({ ...before, ...{ last_word_at: "2026-12-01T09:00:00Z", version: 7 } }), standOf(before));
});
