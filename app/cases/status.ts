import { leavesAt } from "#app/messages/quiet.ts";
import { type Instant, isAfter, latest, plusSeconds, secondsBetween } from "#base/instant.ts";
import { conflict, type Ruling, yes } from "#base/refusal.ts";
import type { Around } from "./around.ts";
import { type Case, mayWork } from "./case.ts";

type Beside = Pick<Around, "policy" | "contact" | "planDueAt">;

/** Is a word owed every day? Not for praise, not once it is told, not while the customer has the next move. */
export function owesStatus(c: Case): boolean {
  return c.state === "open" && c.kind !== "praise" && c.waitingSinceAt === null;
}

/**
 * The next word is due so long after that instant: before the night it falls into, and where the policy lets a dated step
 * that they were told stand in for the daily word, no earlier than that.
 */
export function withStatusFrom(c: Case, from: Instant, beside: Beside): Case {
  if (!owesStatus(c)) return { ...c, statusDueAt: null, statusStage: null };
  return { ...c, statusDueAt: dueAfter(from, beside), statusStage: null };
}

function dueAfter(from: Instant, { policy, contact, planDueAt }: Beside): Instant {
  const wanted = plusSeconds(from, policy.caseStatusSeconds);
  const awake = contact ? leavesAt(wanted, contact.quiet, wanted) : wanted;
  // A night that began before the last word cannot be avoided by an earlier one.
  const due = isAfter(awake, from) ? awake : wanted;
  return policy.casePlanStandsIn && planDueAt ? latest(due, planDueAt) : due;
}

/**
 * The case as time alone has made it: each word that was due and did not come by then is missed, whenever somebody looks,
 * and the next one is due a day later.
 */
export function caughtUp(c: Case, now: Instant, beside: Beside): Case {
  let late = c;
  while (owesStatus(late) && late.statusDueAt && isAfter(now, late.statusDueAt)) {
    const missed = { ...late, statusMissedCount: late.statusMissedCount + 1 };
    late = { ...withStatusFrom(missed, late.statusDueAt, beside) };
  }
  return late;
}

/** Waiting for the customer stops the clock from when they were told what for; what was left of the day stays left. */
export function waiting(c: Case, at: Instant): Case {
  if (c.waitingSinceAt || !c.waitingReason) return c;
  const left = c.statusDueAt ? Math.max(0, Math.round(secondsBetween(at, c.statusDueAt))) : null;
  return { ...c, waitingSinceAt: at, statusLeftSeconds: left, statusDueAt: null, statusStage: null };
}

/** It goes on, by whomever: elapsed time survives, because a pause is no reply. */
export function goneOn(c: Case, at: Instant): Case {
  if (!c.waitingSinceAt) return c.waitingReason ? { ...c, waitingReason: null } : c;
  const on = {
    ...c,
    waitedSeconds: c.waitedSeconds + Math.max(0, Math.round(secondsBetween(c.waitingSinceAt, at))),
    waitingSinceAt: null,
    waitingReason: null,
    statusLeftSeconds: null,
    statusStage: null,
  };
  const isOwed = owesStatus(on) && c.statusLeftSeconds !== null;
  return { ...on, statusDueAt: isOwed ? plusSeconds(at, c.statusLeftSeconds ?? 0) : null };
}

export function mayWait(c: Pick<Case, "state" | "waitingReason">): Ruling {
  return mayWork(c) ?? (c.waitingReason ? conflict("waiting_already", "It waits for the customer already.") : yes);
}

export function mayGoOn(c: Pick<Case, "waitingReason">): Ruling {
  return c.waitingReason ? yes : conflict("not_waiting", "It does not wait for the customer.");
}
