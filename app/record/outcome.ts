import { caughtUp } from "#app/promises/lateness.ts";
import type { Promise_ } from "#app/promises/promise.ts";
import { earlySeconds } from "#app/promises/settling.ts";
import { type Instant, isAfter, plusSeconds } from "#base/instant.ts";

/** The parts that rates are made of. Every visible promise to a customer is in one of these, or outside the rates. */
export const ratedParts = [
  "open",
  "kept_as_first_promised",
  "kept_as_moved_in_time",
  "late",
  "not_kept",
  "released",
] as const;
/** Shown beside the rates, and in none of them. */
export const outsideParts = ["declined", "void", "recorded_afterwards"] as const;
export const parts = [...ratedParts, ...outsideParts, "hidden"] as const;
export type RatedPart = (typeof ratedParts)[number];
export type Part = (typeof parts)[number];

/**
 * The one part of the record that a promise is in, as `promises.md` divides it; null for one that was not given to a
 * customer. Kept at or before its first due it is kept as first promised, whatever was moved meanwhile; while the
 * customer held it up the clock stood, so the first due counts from later by as long.
 */
export function partOf(p: Promise_): Part | null {
  if (p.audience === "internal") return null;
  if (!p.isVisible) return "hidden";
  if (p.state === "void" || p.state === "declined") return p.state;
  if (p.isRecordedAfterwards) return "recorded_afterwards";
  if (p.state === "kept") return partOfKept(p);
  return p.state === "kept_late" ? "late" : p.state;
}

function partOfKept(p: Promise_): RatedPart {
  const isLater = p.settledAt && isAfter(p.settledAt, plusSeconds(p.firstDueAt, p.heldUpSeconds));
  if (!isLater) return "kept_as_first_promised";
  return p.lateMoveCount === 0 ? "kept_as_moved_in_time" : "late";
}

/** What is true of a promise beside its part. Each is counted, and each figure leads to the promises behind it. */
export const flags = [
  "moved",
  "moved_more_than_once",
  "past_due",
  "open_late",
  "moved_or_past_due",
  "told_before_due",
  "silently_late",
  "held_late",
  "chased",
  "disputed",
  "reopened",
  "let_down",
  "early",
  "tried",
] as const;
export type Flag = (typeof flags)[number];

/**
 * The flags of a promise at `now`: none outside the rates. A due that has passed since the clock last looked counts as
 * if the clock had just run. Told before due: moved or past due, and no due of it passed in silence or under a machine's
 * word alone.
 */
export function flagsOf(promise: Promise_, now: Instant): Flag[] {
  const p = caughtUp(promise, now);
  const part = partOf(p);
  if (!ratedParts.some((rated) => rated === part)) return [];
  const moved = p.moveCount > 0;
  const pastDue = p.lateAt !== null;
  const silent = p.silentlyLateAt !== null;
  const held = p.heldLateAt !== null;
  const is: Record<Flag, boolean> = {
    moved,
    moved_more_than_once: p.moveCount > 1,
    past_due: pastDue,
    open_late: part === "open" && pastDue,
    moved_or_past_due: moved || pastDue,
    told_before_due: (moved || pastDue) && !silent && !held,
    silently_late: silent,
    held_late: held,
    chased: p.chasedAt !== null,
    disputed: p.disputedAt !== null,
    reopened: p.reopenedAt !== null,
    let_down: p.chasedAt !== null || silent || p.reopenedAt !== null,
    early: earlySeconds(p) !== null,
    tried: p.isTried,
  };
  return flags.filter((flag) => is[flag]);
}
