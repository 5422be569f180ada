import type { By } from "#app/journal/entry.ts";
import { type Instant, isAfter, plusSeconds } from "#base/instant.ts";
import { conflict, type Ruling, yes } from "#base/refusal.ts";
import { addWorkingTime, workingDaySeconds } from "#base/working-time.ts";
import type { Around } from "./around.ts";
import { type Case, mayWork, stepped } from "./case.ts";
import { goneOn, withStatusFrom } from "./status.ts";

type Beside = Pick<Around, "policy" | "contact" | "planDueAt" | "hours">;

/** Somebody confirms that it is done. What is still promised in it is not. */
export function mayComplete(c: Pick<Case, "state">, openPlans: number): Ruling {
  const open = mayWork(c);
  if (open || openPlans === 0) return open;
  const sentence = "Something promised in this case is still open. Keep it, move it, or say that it is not needed.";
  return conflict("plan_open", sentence, { open: openPlans });
}

/** May its customer have answered whether they are satisfied? Each answer settles a case or opens it again. */
export function isAnswered({ settledAt, disputedAt, reopenedCount }: Case): boolean {
  return settledAt !== null || disputedAt !== null || reopenedCount > 0;
}

export function completed(c: Case, words: string, at: Instant, memberId: string): Case {
  return { ...c, doneAt: at, doneById: memberId, doneWords: words };
}

/** The customer is told only what somebody has confirmed. */
export function mayTell(c: Pick<Case, "state"> & { doneAt: unknown }): Ruling {
  if (c.state === "open" && c.doneAt === null) {
    return conflict("not_done_yet", "Nobody has confirmed that this is done. Confirm it first, and say what was done.");
  }
  return mayWork(c);
}

/** They were told what was done beside what they asked. Some working days later they are asked whether it is so. */
export function told(c: Case, at: Instant, byMemberId: string | null, beside: Beside): Case {
  if (c.state !== "open" || !c.doneAt) return c;
  const on = goneOn(c, at);
  const next = { ...on, state: "told" as const, toldAt: at, askCount: 0, askRangAt: null, askedAt: null };
  return stepped(
    { ...next, statusDueAt: null, statusStage: null, askAt: c.kind === "praise" ? at : askAfter(at, beside) },
    "told",
    at,
    byMemberId ? { memberId: byMemberId } : "machine",
  );
}

/** The word came back: they were not told, so it is open, and done all the same. */
export function untold(c: Case, at: Instant, beside: Beside): Case {
  if (c.state !== "told") return c;
  const { told: _told, ...steps } = c.steps;
  return withStatusFrom({ ...c, state: "open", toldAt: null, askAt: null, askRangAt: null, steps }, at, beside);
}

/** That many working days later, when the question comes. */
function askAfter(at: Instant, { policy, hours }: Pick<Beside, "policy" | "hours">): Instant {
  const days = policy.caseAskAfterWorkingDays;
  return addWorkingTime(hours, at, days * workingDaySeconds(hours)) ?? plusSeconds(at, days * 86_400);
}

export type Answer = "satisfied" | "not_satisfied";

/** What the customer said of it; the last stands, all are kept. */
export type KeptAnswer = {
  id: string;
  caseId: string;
  answer: Answer;
  words: string | null;
  byContactId: string | null;
  byMemberId: string | null;
  at: Instant;
};

/** Is there something to answer so? The customer has the last word, while it is open too. */
export function hasAnswer(c: Pick<Case, "state">, answer: Answer): Ruling {
  if (c.state === "void")
    return conflict("nothing_to_answer", "Nothing was raised here, so there is nothing to answer.");
  if (answer === "satisfied" && c.state === "satisfied")
    return conflict("answered_already", "They are satisfied already.");
  if (answer === "not_satisfied" && c.state === "open") {
    return conflict("still_open", "This is still open, so there is nothing to be satisfied with yet.");
  }
  return yes;
}

/** May it be answered now? What was closed long ago rests. */
export function mayAnswer(
  c: Case,
  answer: Answer,
  policy: Pick<Around["policy"], "verdictWithinDays">,
  now: Instant,
): Ruling {
  const ruling = hasAnswer(c, answer);
  if (ruling) return ruling;
  const until = c.settledAt && plusSeconds(c.settledAt, policy.verdictWithinDays * 86_400);
  if (until && isAfter(now, until)) {
    return conflict(
      "answer_too_late",
      `An answer could be given for ${policy.verdictWithinDays} days; please write to us.`,
    );
  }
  return yes;
}

/** Satisfied by their word alone. */
export function satisfied(c: Case, at: Instant, by: By): Case {
  return stepped({ ...closed(c, at), state: "satisfied" }, "satisfied", at, by);
}

/** Nobody answered: never satisfied, and never held against anybody. */
export function unconfirmed(c: Case, at: Instant): Case {
  return { ...closed(c, at), state: "unconfirmed" };
}

/** Not a case at all: a mistake, or mail that concerns nobody. */
export function voided(c: Case, at: Instant): Case {
  return { ...closed(c, at), state: "void" };
}

export function mayVoid(c: Pick<Case, "state"> & { firstWordAt: unknown }): Ruling {
  if (c.firstWordAt)
    return conflict("too_late_to_void", "The customer has heard from us about this. Follow it through.");
  return mayWork(c);
}

function closed(c: Case, at: Instant): Case {
  const rested = {
    askAt: null,
    statusDueAt: null,
    statusStage: null,
    snoozedUntilAt: null,
    nextOwnerId: null,
  } as const;
  return { ...goneOn(c, at), ...rested, settledAt: at };
}

/** Open again, with the same owner; when it is told anew they are asked anew. */
export function reopened(c: Case, at: Instant, beside: Beside): Case {
  const again = {
    ...c,
    state: "open" as const,
    doneAt: null,
    doneById: null,
    doneWords: null,
    toldAt: null,
    settledAt: null,
    askAt: null,
    askRangAt: null,
    askCount: 0,
    reopenedAt: at,
    reopenedCount: c.reopenedCount + 1,
  };
  const { told: _told, satisfied: _satisfied, ...steps } = c.steps;
  return withStatusFrom({ ...again, steps }, at, beside);
}

export function mayReopen(c: Pick<Case, "state">): Ruling {
  if (c.state === "void" || c.state === "open") return conflict("not_closed", "This case was not closed.");
  return yes;
}

/** May they be asked by a person just now? */
export function mayAskByHand(c: Pick<Case, "state">): Ruling {
  return c.state === "told" ? yes : conflict("not_told", "They are asked once they were told that it is done.");
}

export function asked(c: Case, at: Instant, beside: Beside): Case {
  return { ...c, askCount: c.askCount + 1, askedAt: at, askRangAt: null, askAt: askAfter(at, beside) };
}
