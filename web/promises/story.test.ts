import assert from "node:assert/strict";
import { test } from "node:test";
import { columnOf, happenedTo, marksOf, type Story } from "./story.ts";

const story = {
  made_at: "2026-11-23T09:00:00Z",
  recorded_at: "2026-11-23T09:00:10Z",
  first_due_at: "2026-11-23T13:00:00Z",
  held_up_at: null,
  settled_at: null,
  moves: [],
  tellings: [],
  rings: [],
  verdicts: [],
} as unknown as Story;

test("a story is told oldest first, and what was written down later shows both times", () => {
  const told = { at: "2026-11-23T12:00:00Z", logged_at: "2026-11-23T12:30:00Z" } as Story["tellings"][number];
  const rang = { rang_at: "2026-11-23T11:00:00Z" } as Story["rings"][number];
  const late = { ...story, recorded_at: "2026-11-23T12:15:00Z", tellings: [told], rings: [rang] };
  assert.deepEqual(
    happenedTo(late).map(({ what }) => what),
    ["made", "rang", "told", "recorded"],
  );
  assert.deepEqual(
    happenedTo(story).map(({ what }) => what),
    ["made"],
  );
});

test("quoted against actual stands on one line; a move nobody was told of is not on it", () => {
  const move = (told_at: string | null) =>
    ({ to_due_at: "2026-11-23T17:00:00Z", told_at, undone_at: null }) as Story["moves"][number];
  const done = { ...story, settled_at: "2026-11-23T15:00:00Z", moves: [move("2026-11-23T12:00:00Z"), move(null)] };
  assert.deepEqual(
    marksOf(done, 0).map(({ what, place }) => [what, place]),
    [
      ["made", 0],
      ["due", 0.5],
      ["moved_to", 1],
      ["settled", 0.75],
    ],
  );
  const open = marksOf(story, Date.parse("2026-11-23T17:00:00Z"));
  assert.deepEqual(open.at(-1), { what: "now", at: "2026-11-23T17:00:00.000Z", place: 1 });
});

test("the board goes by the reader's days", () => {
  const dayAt = (ms: number) => Math.floor(ms / 86_400_000);
  const now = Date.parse("2026-11-23T12:00:00Z");
  const at = (due_at: string, held_up_at: string | null = null) => columnOf({ due_at, held_up_at }, now, dayAt);
  assert.equal(at("2026-11-23T11:59:00Z"), "late");
  assert.equal(at("2026-11-23T23:00:00Z"), "today");
  assert.equal(at("2026-11-24T01:00:00Z"), "tomorrow");
  assert.equal(at("2026-11-29T01:00:00Z"), "week");
  assert.equal(at("2026-12-29T01:00:00Z"), "later");
  assert.equal(at("2026-11-23T11:00:00Z", "2026-11-22T11:00:00Z"), "waiting");
});
