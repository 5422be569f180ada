import type { Instant } from "#base/instant.ts";
import type { Letter, Reader } from "./letter.ts";

type Written<Facts> = (facts: Facts, reader: Reader) => Letter;

/** What is written about what a customer raised, in one language. */
export type CaseWords = {
  /** What is promised to whoever raised something: a person's first word. */
  firstWord: (subject: string) => string;

  /** What a call is called that nobody took. */
  missedCall: (number: string) => string;

  caseReceived: Written<CaseReceived>;
  caseOwned: Written<{ subject: string; business: string; owner: string; nextWordAt: Instant | null }>;
  caseWord: Written<{ subject: string; words: string; nextWordAt: Instant | null }>;
  caseHeld: Written<{ subject: string; business: string; words: string }>;
  caseDone: Written<{ subject: string; words: string; asked: string; did: string } & AnswerPaths>;
  caseAsk: Written<{ subject: string; words: string | null; did: string } & AnswerPaths>;
  /** The word that stands ready for a member; its paragraphs are theirs to change. */
  caseDraft: Written<CaseDraft>;
  caseRings: Written<{ rings: CaseRinging[] }>;
};

type AnswerPaths = { yesPath: string; notYetPath: string };

export type CaseReceived = {
  subject: string;
  business: string;
  owner: string | null;
  /** They called, and nobody took it. */
  isCall: boolean;
  firstWordAt: Instant;
  /** When we are there, in words. */
  reach: string;
};

export type CaseDraft = {
  subject: string;
  since: Instant;
  done: string[];
  next: { text: string; dueAt: Instant }[];
  owner: string | null;
  handler: string | null;
  waitingFor: string | null;
  nextWordAt: Instant | null;
};

/** Why a member is rung for a case. */
export type CaseWhy =
  | ("unowned" | "status" | "status_due" | "ask" | "snooze" | "replied" | "chased" | "reopened" | "escalated")
  | ("handed_on" | "bounced" | "mentioned" | "low_pulse");

export type CaseRinging = {
  why: CaseWhy;
  subject: string;
  customer: string;
  contact: string | null;
  owner: string | null;
  /** What they said, where that is why. */
  words: string | null;
  dueAt: Instant | null;
  draft: string | null;
  path: string;
};
