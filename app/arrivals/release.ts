import { conflict, type Ruling, yes } from "#base/refusal.ts";

/** What was written in a form and set aside only because it might be nobody's words can be made a case after all. */
export function mayRelease(arrival: { via: string; state: string; why: string | null; hasOriginal: boolean }): Ruling {
  const { via, state, why, hasOriginal } = arrival;
  const isDoubted = state === "set_aside" && (why === "looks_like_spam" || why === "too_many");
  if (via === "form" && isDoubted && hasOriginal) return yes;
  return conflict("not_releasable", "Only what was written in a form and looked like spam can be made a case.");
}
