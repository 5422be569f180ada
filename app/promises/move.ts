import type { Calendar } from "#base/calendar.ts";
import { type Instant, isAfter, isSame, plusSeconds, secondsBetween } from "#base/instant.ts";
import { conflict, invalid, type Ruling, yes } from "#base/refusal.ts";
import { caughtUp } from "./lateness.ts";
import { checkDue, mayAct, measuredDue, type Promise_ } from "./promise.ts";
import { mustTell, type Notice, noticeOf, type Telling } from "./telling.ts";

/** A new due with its reason. It stands once the customer was told; until then the old due's rings and lateness do. */
export type Move = {
  id: string;
  promiseId: string;
  tellingId: string;
  fromDueAt: Instant;
  toDueAt: Instant;
  opensAt: Instant | null;
  reason: string;
  byMemberId: string;
  askedAt: Instant;
  toldAt: Instant | null;
  notice: Notice | null;
  acceptedAt: Instant | null;
  contestedAt: Instant | null;
  contestWords: string | null;
  undoneAt: Instant | null;
};

/** May this promise get a new due time? Not without telling the customer, and only one that can be promised. */
export function mayMove(p: Promise_, dueAt: Instant, telling: Telling | null, now: Instant): Ruling {
  if (!isAfter(dueAt, now)) return invalid("due_past", "The new due time must be in the future.", "due_at");
  return mayAct(p) ?? heldUp(p) ?? mustTell(p, telling) ?? checkDue(dueAt, p.madeAt);
}

function heldUp(p: Promise_): Ruling {
  if (!p.heldUpAt) return yes;
  return conflict("held_up", "Its clock stands still while the customer owes us something. Let it go on first.");
}

/**
 * The promise once the customer was told of its move: span and rings start anew. While they contest an earlier move
 * it is still measured against the due before that one, until they agree to something.
 */
export function movedAndTold(
  p: Promise_,
  move: Pick<Move, "toDueAt" | "opensAt">,
  toldAt: Instant,
  policy: { usefulNoticeShare: number; usefulNoticeMaxWorkingDays: number },
  hours: Calendar,
): { promise: Promise_; notice: Notice } {
  const then = caughtUp(p, toldAt);
  // The window is that of the due it carries, not of an older one it is held to.
  const opensAt = p.heldToDueAt ? null : p.opensAt;
  const notice = noticeOf({ dueAt: measuredDue(p), opensAt, spanFromAt: p.spanFromAt, toldAt }, policy, hours);
  const promise: Promise_ = {
    ...then,
    dueAt: move.toDueAt,
    opensAt: move.opensAt,
    spanFromAt: toldAt,
    moveCount: p.moveCount + 1,
    lateMoveCount: p.lateMoveCount + (notice === "in_time" ? 0 : 1),
    needsNewDue: false,
    ...freshRings,
  };
  return { promise, notice };
}

/**
 * Telling undone (a bounce, a call that was not held): the customer never heard of the new due, so the old one stands,
 * later by as long as they held it up since. A later move that they were told of stands as it is.
 */
export function moveUntold(p: Promise_, move: Move): Promise_ {
  const uncounted = {
    ...p,
    moveCount: Math.max(0, p.moveCount - 1),
    lateMoveCount: Math.max(0, p.lateMoveCount - (move.notice === "in_time" ? 0 : 1)),
  };
  if (!isSame(p.spanFromAt, move.toldAt)) return uncounted;
  const dueAt = plusSeconds(move.fromDueAt, secondsBetween(move.toDueAt, p.dueAt));
  return { ...uncounted, dueAt, heldToDueAt: null, ...freshRings };
}

/** May the customer answer a move? Only the one that stands, and only while the promise is open. */
export function mayAnswerMove(p: Promise_, move: Move | null): Ruling {
  const open = mayAct(p);
  if (open) return open;
  if (move?.toldAt && !move.undoneAt) return yes;
  return conflict("no_move_to_answer", "There is no new time to answer.");
}

/** "That is fine": from now on it is measured against the new due, and rung for that. */
export function moveAccepted(p: Promise_): Promise_ {
  return p.heldToDueAt ? { ...p, heldToDueAt: null, ...freshRings } : p;
}

/** "That does not suit me": no date changes, but it is measured against the due before, until something is agreed. */
export function moveContested(p: Promise_, move: Move): Promise_ {
  return p.heldToDueAt ? p : { ...p, heldToDueAt: move.fromDueAt, ...freshRings };
}

const freshRings = { ringStage: null, rangFirstAt: null, ringAnsweredAt: null } as const;
