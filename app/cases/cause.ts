import type { Instant } from "#base/instant.ts";
import { conflict, type Ruling, yes } from "#base/refusal.ts";

/** What several cases have in common, such as an outage. */
export type Cause = {
  id: string;
  text: string;
  version: number;
  madeAt: Instant;
  madeById: string;
  endedAt: Instant | null;
  endedById: string | null;
};

/** With how many cases have it, how many of them are open, and when all of them were last told. */
export type CountedCause = Cause & { caseCount: number; openCount: number; lastWordAt: Instant | null };

/** What a person wrote to everybody whom a cause concerns, in how many cases it counted, and in which it reached nobody. */
export type CauseWord = {
  id: string;
  causeId: string;
  body: string;
  caseCount: number;
  toCallIds: readonly string[];
  at: Instant;
  byMemberId: string;
};

/** So many are told in one go: a deed on each is part of one transaction. */
export const mostOpenOfACause = 500;

/** May another case be given this cause, which so many open ones have? */
export function mayShare(cause: Pick<Cause, "endedAt">, openCount: number): Ruling {
  if (cause.endedAt) return mayTellAll(cause);
  if (openCount < mostOpenOfACause) return yes;
  const sentence = `${mostOpenOfACause} open cases share this cause already. Write down another one for the rest.`;
  return conflict("cause_full", sentence);
}

/** May everybody whom it concerns be told? */
export function mayTellAll({ endedAt }: Pick<Cause, "endedAt">): Ruling {
  return endedAt ? conflict("cause_ended", "This cause is over. Say that it goes on first.") : yes;
}

export function mayResume({ endedAt }: Pick<Cause, "endedAt">): Ruling {
  return endedAt ? yes : conflict("cause_open", "This cause is not over.");
}
