import type { Who } from "./sentence.ts";

/** Points are log-odds: 0 leaves it open, 2 makes it 88 %, and they add up. */
export type Rule = { name: string; points: number; words: RegExp };

/** Words with which a promise may begin; the act follows. A capture names who has to do it. */
export type Opening = Rule & {
  who: Who;
  /** Told by its capitals: looked for in the words as they are written. */
  cased?: true;
  /** "We can …", "we'd be happy to …": goodwill, and an offer only where a condition stands beside it. */
  offer?: true;
};

/** Something said of the words before the opening, of the act behind it, or of the whole sentence. */
export type Sign = Rule & { sees: "before" | "act" | "sentence" };

/** What makes it an offer: "if you …, we will". `before` the opening or `after` it. */
export type Condition = { name: string; sees: "before" | "after" | "sentence before"; words: RegExp };

/** A language's own rules. All patterns read folded words (see fold.ts), openings and times are global. */
export type Rules = {
  openings: Opening[];
  /** What sort of act it is: the first that fits counts. */
  acts: Rule[];
  /** All that fit count. */
  signs: Sign[];
  conditions: Condition[];
  /** Where the act's clause ends. */
  clauseEnd: RegExp;
  times: RegExp;
};

/** The words of a list as one pattern. */
export function anyOf(words: string): string {
  return `(?:${words
    .trim()
    .split(/\s*[|\n]\s*/)
    .join("|")})`;
}
