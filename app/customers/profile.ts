import type { Instant } from "#base/instant.ts";
import { conflict, invalid, type Ruling, yes } from "#base/refusal.ts";

/** What we understood of a customer, with who wrote it down and, where we can, their own words. They may read it one day. */
export type ProfileEntry = {
  id: string;
  customerId: string;
  topic: Topic;
  text: string;
  /** Their own words. */
  whatWeHeard: string | null;
  /** May the customer see it? Decided one by one. */
  isShared: boolean;
  authorId: string;
  writtenAt: Instant;
  withdrawnAt: Instant | null;
  version: number;
};

/** How demanding a customer is and how far trust goes are two things. */
export const topics = [
  "drives_decisions",
  "their_pain",
  "our_pain",
  "constraint",
  "what_it_takes",
  "common_ground",
  "on_the_line",
  "how_demanding",
  "how_far_trust_goes",
] as const;
export type Topic = (typeof topics)[number];

/** Only some topics are ever theirs to read; the others stay among us. */
const shareableTopics: readonly Topic[] = ["their_pain", "our_pain", "what_it_takes"];

export function mayShare(topic: Topic): Ruling {
  if (shareableTopics.includes(topic)) return yes;
  const sentence = "Only pain points and what it takes to serve them are shared with a customer.";
  return invalid("not_shareable", sentence, "is_shared");
}

export function mayWithdraw(entry: Pick<ProfileEntry, "withdrawnAt">): Ruling {
  return entry.withdrawnAt ? conflict("already_withdrawn", "This was withdrawn already.") : yes;
}
