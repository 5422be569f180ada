import { type DraftName, draftNames } from "#app/letters/draft.ts";
import type { Letter } from "#app/letters/letter.ts";
import { type Instant, isAfter } from "#base/instant.ts";
import { demand, invalid, type Ruling } from "#base/refusal.ts";
import { checkDelay, delayed, minutesOf } from "./delay.ts";
import type { Promise_ } from "./promise.ts";

/** A letter as it would go out now: whom it reaches, the member's words that stand ready, and all that they will read. */
export type Ready = {
  to: { contactId: string; name: string; email: string | null } | null;
  language: string;
  message: { subject: string; body: string };
  letter: Letter;
  /** Why it cannot be written at all; then somebody has to call. */
  unwritable: Ruling;
};

/** Whom a delay hits: the times that the promise would have, the letter, and why it cannot be moved by one. */
export type Hit = { promise: Promise_; dueAt: Instant; opensAt: Instant | null; ready: Ready; problem: Ruling };

/** What a telling is about, beside the member's own words. */
export type Saying =
  | { about: "move"; dueAt: Instant; reason: string }
  | { about: "update"; nextWordAt?: Instant | null }
  | { about: "keep" }
  | { about: "release" | "decline" | "failure" | "hold_up"; reason: string }
  | { about: "hand_on" };

/** The acts for which a member can ask what they would write. */
export const writing = draftNames.filter((name) => name !== "ask" && name !== "update_late");
export type Writing = Exclude<DraftName, "ask" | "update_late">;

export type Asked = {
  draft: Writing;
  dueAt: () => Instant;
  reason: string;
  nextWordAt: Instant | null;
  delaySeconds: number;
};

/** Which words stand ready for an act, what it says, and what is filled into their places. */
export type Wish = { draft: DraftName; saying: Saying; facts: Record<string, string> };

/** What a member would write about this promise. An update of one whose due has passed begins otherwise. */
export function wishOf(p: Promise_, { draft, dueAt, reason, nextWordAt, delaySeconds }: Asked, now: Instant): Wish {
  const plainly = { draft, facts: {} };
  switch (draft) {
    case "move":
      return { ...plainly, saying: { about: "move", dueAt: dueAt(), reason } };
    case "running_late":
      demand(checkDelay(delaySeconds));
      return lateWish(p, delaySeconds, reason);
    case "update":
      return { facts: {}, draft: isAfter(now, p.dueAt) ? "update_late" : draft, saying: { about: draft, nextWordAt } };
    case "keep":
    case "hand_on":
      return { ...plainly, saying: { about: draft } };
    default:
      return { ...plainly, saying: { about: draft, reason } };
  }
}

export function lateWish(p: Promise_, delaySeconds: number, reason: string): Wish {
  const saying = { about: "move", dueAt: delayed(p, delaySeconds).dueAt, reason } as const;
  return { draft: "running_late", saying, facts: { minutes: minutesOf(delaySeconds) } };
}

export function cannotWrite(name: string): Ruling {
  const sentence = `No e-mail address is known${name ? ` for ${name}` : ""}. Call them and log it, or add an address.`;
  return invalid("no_address", sentence, "message");
}
