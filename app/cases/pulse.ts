import { type Instant, isAfter, isBefore, plusSeconds } from "#base/instant.ts";
import { conflict, type Ruling, yes } from "#base/refusal.ts";
import type { Case } from "./case.ts";

/** What came of it, beside what was expected. */
export const expectations = ["worse", "as", "better"] as const;
export type Expectation = (typeof expectations)[number];

/** How they feel about it, from very bad to very good. */
export const feelings = [1, 2, 3, 4, 5] as const;
export type Feeling = (typeof feelings)[number];

/** Expectation and feeling are kept apart, and their words beside them. */
export type Pulse = {
  id: string;
  caseId: string;
  contactId: string;
  expected: Expectation;
  feeling: Feeling | null;
  words: string | null;
  at: Instant;
};

const askedForSeconds = 30 * 86_400;

/** May they say how it was? Once for each end of a case, within a month of it. */
export function mayPulse(c: Pick<Case, "state" | "settledAt" | "pulsedAt">, now: Instant): Ruling {
  const { settledAt, pulsedAt } = c;
  const isOver = (c.state === "satisfied" || c.state === "unconfirmed") && settledAt !== null;
  const isTooLate = isOver && isAfter(now, plusSeconds(settledAt, askedForSeconds));
  if (!isOver || isTooLate) return conflict("no_pulse_now", "How it was is said within a month of its end.");
  if (pulsedAt && !isBefore(pulsedAt, settledAt)) return conflict("pulse_taken", "They have said how it was already.");
  return yes;
}

/** Cause for a talk. */
export function isLow({ expected, feeling }: Pick<Pulse, "expected" | "feeling">): boolean {
  return expected === "worse" || (feeling !== null && feeling <= 2);
}
