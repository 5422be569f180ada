import { conflict, forbidden, type Ruling, yes } from "#base/refusal.ts";
import { checkPlaces } from "./draft.ts";

/** A saved reply is what is said often, under a name by which it is found: the house's, or a member's own. */
export type Reply = {
  id: string;
  /** Null where it is the whole house's. */
  memberId: string | null;
  language: string;
  name: string;
  text: string;
  version: number;
};

/** What a reply may name in braces, to be filled in from the case it is put into. */
export const placesOfReply = ["name", "first_name", "member", "business", "case", "next_word"] as const;
export type ReplyPlace = (typeof placesOfReply)[number];

/** What each place stands for in one case; null where it is not known. */
export type ReplyFacts = Readonly<Record<ReplyPlace, string | null>>;

const mostReplies = 500;

/** Refuses a place that nobody fills (`unknown_place`): the customer would read the braces. */
export function checkReply(text: string): Ruling {
  return checkPlaces(placesOfReply, text);
}

/** May this member write it? The house's is for who may change settings, one's own for oneself. */
export function mayWriteReply(reply: Pick<Reply, "memberId">, by: { memberId: string; maySet: boolean }): Ruling {
  if (reply.memberId === by.memberId || (reply.memberId === null && by.maySet)) return yes;
  return forbidden("replies_of_the_house", "Replies of the whole house are written by an admin. Keep one of your own.");
}

export function mayAddReply(many: number): Ruling {
  return many < mostReplies
    ? yes
    : conflict("too_many_replies", `There are ${mostReplies} already. Remove some first.`);
}

/** The places of a text that stand there still, as they were typed: what is not known, or nobody has filled in. */
export function placesLeft(text: string): string[] {
  const known: readonly string[] = placesOfReply;
  return [
    ...new Set([...text.matchAll(/\{(\w+)\}/g)].flatMap(([all, name = ""]) => (known.includes(name) ? [all] : []))),
  ];
}

const titles = /^(?:dr|prof|mr|mrs|ms|miss|mx|sir|madam|herr|frau|ing|dipl)\.?$/i;

/** The name by which one is called, null where only a title and another name are known: that would be too familiar. */
export function firstNameOf(name: string): string | null {
  const words = name.trim().split(/\s+/);
  const named = words.filter((word) => !titles.test(word));
  if (named.length < words.length && named.length < 2) return null;
  return named[0] || null;
}
