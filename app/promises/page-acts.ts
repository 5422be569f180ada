import type { Policy } from "#app/workspaces/policy.ts";
import type { Instant } from "#base/instant.ts";
import { type Move, mayAnswerMove } from "./move.ts";
import { mayAnswer, type Promise_ } from "./promise.ts";

/** What a customer can say about a promise, in the order in which it is offered. */
export const acts = [
  "fits",
  "does_not_suit",
  "yes",
  "not_yet",
  "not_holding_up",
  "asking",
  "let_go",
  "did_not_happen",
] as const;
export type Act = (typeof acts)[number];

export function isAct(text: string): text is Act {
  return (acts as readonly string[]).includes(text);
}

/**
 * What can be answered just now. Whoever sees it because it is shared may ask about it; the answers are for those it was
 * given to. That a call did not happen is said beside that call.
 */
export function actsOf(
  p: Promise_,
  move: Move | null,
  isGiven: boolean,
  policy: Pick<Policy, "verdictWithinDays">,
  now: Instant,
): Act[] {
  const isOpen = p.state === "open";
  if (!isGiven) return isOpen ? ["asking"] : [];
  const may = isOpen ? openActs(p, move) : settledActs(p, policy, now);
  return acts.filter((act) => may.has(act));
}

/** The last move that the customer was told of and that still stands. */
export function standingMove(moves: readonly Move[]): Move | null {
  return moves.findLast((move) => move.toldAt !== null && move.undoneAt === null) ?? null;
}

function openActs(p: Promise_, move: Move | null): Set<Act> {
  const may = new Set<Act>(["yes", "asking", "let_go"]);
  if (move && !move.acceptedAt && mayAnswerMove(p, move) === null) {
    may.add("fits");
    if (!move.contestedAt) may.add("does_not_suit");
  }
  if (p.heldUpAt) may.add("not_holding_up");
  return may;
}

function settledActs(p: Promise_, policy: Pick<Policy, "verdictWithinDays">, now: Instant): Set<Act> {
  const may = new Set<Act>();
  if (mayAnswer(p, policy, now) !== null) return may;
  const isDone = p.state === "kept" || p.state === "kept_late";
  // What we gave up ourselves is no question; what they answered they may answer anew.
  if ((isDone && p.verdict !== "yes") || (p.state === "not_kept" && p.verdict === "not_yet")) may.add("yes");
  if (isDone || p.state === "released") may.add("not_yet");
  return may;
}
