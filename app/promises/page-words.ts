import type { Act } from "./page-acts.ts";

/** A sentence for one and a sentence for several, by the language's own rules of number. */
export type Counted = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/**
 * What the customer's page says, in one language. `{name}` in a sentence is set in; a test holds every language against
 * the English ones, so that none is forgotten.
 */
export type PageWords = {
  heading: string;
  intro: string;
  inZone: string;
  nothingOpen: string;
  nothingOpenMore: string;
  settledHeading: string;
  allSettled: string;
  more: string;
  whole: string;
  back: string;

  due: Record<"by" | "between" | "fromTo" | "wasDue" | "first" | "heldTo" | "needsNewDue" | "wasLate", string>;
  heldUp: string;
  rest: string;
  givenTo: string;
  done: Record<
    "kept" | "late" | "early" | "tried" | "notKept" | "released" | "declined" | "correction" | "more",
    string
  >;
  answered: Record<"yes" | "not_yet", string>;
  question: string;
  change: string;
  stillNeeded: string;
  doneAlready: string;

  story: Record<
    | ("promised" | "promisedBySomebody" | "moved" | "told" | "wrote" | "next" | "held_up" | "handed_on" | "holding")
    | (
        | "corrected"
        | "before"
        | "contradicted"
        | "fine"
        | "does_not_suit"
        | "yes"
        | "not_yet"
        | "quoted"
        | "afterwards"
      ),
    string
  > & { asked: Counted };
  /** "on the phone": how it was said. What is not among them is left out. */
  via: Record<"phone" | "in_person" | "sms" | "chat" | "email" | "letter" | "social" | "portal" | "form", string>;

  /** What they can say: on the button that leads there, as a question, what follows from it, and afterwards. */
  acts: Record<Act, { label: string; ask: string; follows: string; send: string; thanks: string }>;
  words: string;
  choose: string;
  finish: string;
  giveUp: string;
  refusals: Record<Refused, string>;

  answers: Counted;
  reach: string;
  hereNow: string;
  nextReply: string;
  emergency: string;
  prefers: string;
  prefersNothing: string;
  changeChannel: string;
  channelHeading: string;
  channelSave: string;
  channelThanks: string;
  channels: Record<"email" | "phone" | "sms" | "letter" | "chat" | "in_person" | "social" | "form" | "portal", string>;
  everything: string;
  head: string;
  what: string;
  whatMore: string;
};

/** Why an answer could not be taken: the codes of the rules, and of the form itself. */
export const refusedCodes = [
  "promise_settled",
  "still_open",
  "answer_too_late",
  "nothing_to_answer",
  "no_move_to_answer",
  "not_held_up",
  "already_contradicted",
  "contradiction_too_late",
  "words_too_long",
  "choice_missing",
  "other",
] as const;
export type Refused = (typeof refusedCodes)[number];
