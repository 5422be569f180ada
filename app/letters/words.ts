import type { Instant } from "#base/instant.ts";
import type { CaseWords } from "./case-words.ts";
import type { DraftName } from "./draft.ts";
import type { Letter, Reader } from "./letter.ts";

/** A letter in one language: the facts it tells, and who reads it. */
type Written<Facts> = (facts: Facts, reader: Reader) => Letter;

/** The languages that letters are written in, each a file in `languages/`. */
export const languages = ["en", "de"] as const;

/** All words that leave the house, in one language. A language is one file in `languages/` that has every one of them. */
export type Words = CaseWords & {
  tag: (typeof languages)[number];
  time: (at: Instant, reader: Reader) => string;
  /** What stands ready when a member writes; `draft.ts` says what may stand in braces. */
  drafts: Record<DraftName, string>;
  /** Whom and what the settings show a draft with. */
  sample: { name: string; promise: string; reason: string; member: string };

  /** Under a customer's letter, before the address of their page. */
  yourPage: string;
  /** Under a member's letter, before the address of the house. */
  theHouse: string;

  moved: Written<Moved>;
  updated: Written<Updated>;
  kept: Written<Kept>;
  released: Written<Settled>;
  declined: Written<Settled & { reason: string }>;
  failed: Written<Settled & { reason: string }>;
  heldUp: Written<Settled & { missing: string }>;
  handedOn: Written<HandedOn>;
  corrected: Written<Corrected>;
  holding: Written<Holding>;
  linkRenewed: Written<{ business: string; until: Instant }>;
  pageSent: Written<{ business: string; until: Instant }>;

  rings: Written<Rings>;
  contested: Written<Heard & { dueAt: Instant }>;
  reopened: Written<Heard>;
  contradicted: Written<Heard & { saidAt: Instant }>;
  chased: Written<Heard & { dueAt: Instant }>;
  invited: Written<{ business: string; by: string; until: Instant; path: string }>;
  newPassword: Written<{ business: string; path: string }>;
  mailTest: Written<{ business: string }>;
  messageFailed: Written<{ to: string; subject: string; problem: string; path: string }>;
};

/** `words` are the member's own: they come first and stand as they were written. */
export type Moved = {
  promise: string;
  words: string | null;
  oldDueAt: Instant;
  newDueAt: Instant;
  reason: string;
  finePath: string;
  doesNotSuitPath: string;
};

export type Updated = { promise: string; words: string; dueAt: Instant | null; nextWordAt: Instant | null };

export type Kept = { promise: string; words: string | null; more: string | null; yesPath: string; notYetPath: string };

export type Settled = { promise: string; words: string | null };

export type HandedOn = { promises: { text: string; dueAt: Instant }[]; words: string | null; from: string; to: string };

export type Corrected = { promise: string; words: string | null; was: string; is: string };

export type Holding = { promise: string; business: string; owner: string; dueAt: Instant };

/** What a member is rung for, most urgent first. `asleepSince` is when it should have rung, if the machine was off. */
export type Rings = { rings: Ringing[]; asleepSince: Instant | null };

export type Ringing = {
  why: "first" | "second" | "due" | "waited_for" | "handed_on" | "bounced";
  promise: string;
  customer: string;
  dueAt: Instant;
  contact: string | null;
  phone: string | null;
  /** As people say it: "email", "phone". */
  preferredChannel: string | null;
  lastWordAt: Instant | null;
  path: string;
};

/** What a customer said to us about one promise. */
export type Heard = { promise: string; customer: string; contact: string; words: string | null; path: string };
