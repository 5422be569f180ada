import type { Instant } from "#base/instant.ts";

/**
 * Sentences in which something is promised: who promises what, and by when. They are noticed in our own words (letters,
 * copies of mail, call notes), so that a promise can be recorded with one key. A person confirms; nothing is recorded
 * by itself, and nothing leaves the machine.
 */
export type Found = {
  sentence: string;
  /** Where the sentence begins, in the text as it is normalised (NFC). */
  at: number;
  who: Who;
  /** The colleague or team, in the words that name them; null for the writer and for "we". */
  name: string | null;
  /** The act in the words of the sentence: "send you the offer tomorrow". */
  what: string;
  /** The words that say when; null where none do. */
  dueWords: string | null;
  /** Those words as a time; null where they cannot be kept to the minute, or not in this language. */
  dueAt: Instant | null;
  /** Only if somebody else does something first: "if you send us the number, we will check". */
  conditional: boolean;
  /** How sure we are, from 0 to 1; from one half on it is shown. */
  score: number;
  /** The names of the rules that decided it, in the order in which they were asked. */
  rules: string[];
};

/** Who has to do it: the one who writes, those for whom "we" stands, or somebody who is named ("our driver", "Ms Vogt"). */
export type Who = "writer" | "team" | "named";
