import type { AnswerAt } from "#web/desk/contracts.ts";

export type Story = AnswerAt<"GET", "/promises/:id">;

/** One thing that happened, with the record of it that says more. */
export type Happened =
  | { what: "made"; at: string }
  | { what: "recorded"; at: string }
  | { what: "moved"; at: string; move: Story["moves"][number] }
  | { what: "told"; at: string; telling: Story["tellings"][number] }
  | { what: "rang"; at: string; ring: Story["rings"][number] }
  | { what: "said"; at: string; verdict: Story["verdicts"][number] }
  | { what: "held_up"; at: string }
  | { what: "settled"; at: string };

const muchLaterMs = 60_000;

/** The whole story, oldest first. What was written down long after it was said shows both times. */
export function happenedTo(story: Story): Happened[] {
  const wasRecordedLater = Date.parse(story.recorded_at) - Date.parse(story.made_at) > muchLaterMs;
  const all: Happened[] = [
    { what: "made", at: story.made_at },
    ...(wasRecordedLater ? [{ what: "recorded" as const, at: story.recorded_at }] : []),
    ...story.moves.map((move) => ({ what: "moved" as const, at: move.asked_at, move })),
    ...story.tellings.map((telling) => ({ what: "told" as const, at: telling.at ?? telling.logged_at, telling })),
    ...story.rings.map((ring) => ({ what: "rang" as const, at: ring.rang_at, ring })),
    ...story.verdicts.map((verdict) => ({ what: "said" as const, at: verdict.at, verdict })),
    ...(story.held_up_at ? [{ what: "held_up" as const, at: story.held_up_at }] : []),
    ...(story.settled_at ? [{ what: "settled" as const, at: story.settled_at }] : []),
  ];
  return all.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** A moment on the line from the promise to its end, 0 at its making and 1 at the last of all. */
export type Mark = { what: "made" | "due" | "moved_to" | "settled" | "now"; at: string; place: number };

/** Quoted against actual: the first due, each new due that was told, and when it was done, as places on one line. */
export function marksOf(story: Story, nowMs: number): Mark[] {
  const moved = story.moves.filter(({ told_at, undone_at }) => told_at && !undone_at);
  const all = [
    { what: "made" as const, at: story.made_at },
    { what: "due" as const, at: story.first_due_at },
    ...moved.map(({ to_due_at }) => ({ what: "moved_to" as const, at: to_due_at })),
    story.settled_at
      ? { what: "settled" as const, at: story.settled_at }
      : { what: "now" as const, at: new Date(nowMs).toISOString() },
  ];
  const times = all.map(({ at }) => Date.parse(at));
  const [from, until] = [Math.min(...times), Math.max(...times)];
  const span = Math.max(1, until - from);
  return all.map((mark) => ({ ...mark, place: (Date.parse(mark.at) - from) / span }));
}

const day = 86_400_000;

export const columns = ["late", "today", "tomorrow", "week", "later", "waiting"] as const;
export type Column = (typeof columns)[number];

/** Where an open promise stands on the board. `dayAt` counts the days of the reader's zone. */
export function columnOf(
  promise: { due_at: string; held_up_at: string | null },
  nowMs: number,
  dayAt: (atMs: number) => number,
): Column {
  const dueMs = Date.parse(promise.due_at);
  if (promise.held_up_at) return "waiting";
  if (dueMs < nowMs) return "late";
  const away = dueMs - nowMs;
  // Which day it is there is a dear question, and that far off it does not matter.
  const days = away < 3 * day ? dayAt(dueMs) - dayAt(nowMs) : 3;
  if (days <= 1) return days <= 0 ? "today" : "tomorrow";
  return away < 7 * day ? "week" : "later";
}
