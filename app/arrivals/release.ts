import { conflict, type Ruling, yes } from "#base/refusal.ts";
import type { Arrival } from "./arrival.ts";

type Looked = Pick<Arrival, "state" | "why"> & { via: string; hasOriginal: boolean };

/** What was written in a form and set aside only because it might be nobody's words can be made a case after all. */
export function mayRelease({ via, state, why, hasOriginal }: Looked): Ruling {
  const isDoubted = state === "set_aside" && (why === "looks_like_spam" || why === "too_many");
  if (via === "form" && isDoubted && hasOriginal) return yes;
  return conflict("not_releasable", "Only what was written in a form and looked like spam can be made a case.");
}

const readable: readonly Arrival["why"][] = [
  ...(["no_sender", "own_mail", "from_member", "machine", "too_many"] as const),
  ...(["not_their_address", "nobody_to_file_with"] as const),
];

/** A mail that can be read, and of which only nobody knew whose it is, can be filed by whoever does know. */
export function mayFile({ via, state, why, hasOriginal }: Looked): Ruling {
  if (via === "mail" && state === "set_aside" && readable.includes(why) && hasOriginal) return yes;
  return conflict("not_to_file", "Only a mail that can be read and was not filed yet can be filed by hand.");
}

/** A member's own blind copy that went to nobody we know: it is filed as their words, not as a customer's. */
export function isOwnCopy({ why, memberId }: Pick<Arrival, "why" | "memberId">): boolean {
  return why === "nobody_to_file_with" && memberId !== null;
}
