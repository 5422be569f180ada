import assert from "node:assert/strict";
import { test } from "node:test";
import { type Group, hourIn, nearness, partOfDay, withoutThose } from "./today.ts";

const line = (id: string) => ({ promise: { id }, acts: [] }) as unknown as Group["items"][number];

test("what is being settled leaves the page at once, and a group that is empty goes with it", () => {
  const groups: Group[] = [
    { key: "late", items: [line("a")] },
    { key: "due_today", items: [line("b"), line("c")] },
  ];
  assert.deepEqual(withoutThose(groups, new Set(["a", "c"])), [{ key: "due_today", items: [line("b")] }]);
  assert.deepEqual(withoutThose(groups, new Set()), groups);
});

test("the greeting follows the clock on the reader's wall", () => {
  const at = Date.parse("2026-11-24T08:30:00Z");
  assert.equal(hourIn("Europe/Berlin", at), 9);
  assert.equal(hourIn("America/New_York", at), 3);
  assert.deepEqual([3, 4, 10, 11, 17, 18, 23].map(partOfDay), [
    ...["day", "morning", "morning", "day", "day", "evening", "evening"],
  ]);
});

test("a due is soon from two hours before it, and late only after it", () => {
  const now = Date.parse("2026-11-24T08:00:00Z");
  assert.equal(nearness("2026-11-24T08:00:00Z", now), "soon");
  assert.equal(nearness("2026-11-24T09:59:59Z", now), "soon");
  assert.equal(nearness("2026-11-24T10:00:00Z", now), "later");
  assert.equal(nearness("2026-11-24T07:59:59Z", now), "late");
});
