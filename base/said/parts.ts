import type { Instant, Temporal } from "#base/instant.ts";
import { DAY_TAKEN, TAKEN } from "./fold.ts";

/** Minutes after local midnight (1440 ends the day). Not `sure` where "three" may be 3:00 or 15:00. */
export type Clock = { minutes: number; sure: boolean };

/** First and last day of what was named; both the same for a single day. */
export type Days = { from: Temporal.PlainDate; to: Temporal.PlainDate };

export type Unit = "second" | "minute" | "hour" | "day" | "week" | "month" | "year";

/**
 * What a few words mean, whatever the language.
 * `days` may be several: "Friday" is this one or, once that has passed, the one after. They stand in that order.
 */
export type Part =
  | {
      is:
        | "by"
        | "before"
        | "between"
        | "not_before"
        | "close"
        | "first_thing"
        | "same_time"
        | "other_zone"
        | "past"
        | "vague"
        | "nothing";
    }
  | { is: "exact"; at: Instant }
  | { is: "days"; days: Days[]; written?: true; endOnly?: true }
  | { is: "hours"; from: Clock | null; to: Clock }
  | { is: "after"; from: Clock }
  | { is: "day_part"; from: Clock; to: Clock; today: boolean }
  | { is: "span"; count: number; unit: Unit; working: boolean; firm: boolean };

export type Found = { at: number; end: number; part: Part };

/** Finds its kind of words in a folded text. Earlier readers take their words away from the later ones. */
export type Reader = (text: string, today: Temporal.PlainDate) => Found[];

/** A reader of one pattern; `means` answers null where the words turn out to mean something else. */
export function rule(
  pattern: string,
  means: (groups: (string | undefined)[], today: Temporal.PlainDate) => Part | null,
): Reader {
  const find = new RegExp(pattern, "gu");
  return (text, today) =>
    [...text.matchAll(find)].flatMap((match) => {
      const part = means([...match], today);
      return part ? [{ at: match.index, end: match.index + match[0].length, part }] : [];
    });
}

/** Everything the readers find, in the order it was said, and the text with the words they took blanked out. */
export function findParts(
  text: string,
  readers: Reader[],
  today: Temporal.PlainDate,
): { found: Found[]; left: string } {
  const found: Found[] = [];
  let left = text;
  for (const reader of readers) {
    const more = reader(left, today);
    for (const { at, end, part } of more) {
      const blank = (part.is === "days" ? DAY_TAKEN : TAKEN).repeat(end - at);
      left = left.slice(0, at) + blank + left.slice(end);
    }
    found.push(...more);
  }
  return { found: found.sort((a, b) => a.at - b.at), left };
}

/** The words of a dictionary as one alternative of a pattern, longest first so that "mondays" is not read as "mon". */
export function oneOf(words: Record<string, unknown> | string[]): string {
  const list = Array.isArray(words) ? words : Object.keys(words);
  return `(?:${[...list].sort((a, b) => b.length - a.length).join("|")})`;
}

/** "3 p.m. EST": read in the speaker's zone it would be another time than the one meant. */
export const otherZone: Reader = rule(
  `(?<=${TAKEN} ?)(?:utc|gmt|[ecmp][sd]t|bst|cest|cet|mesz|mez)(?![\\p{L}\\d])`,
  () => ({ is: "other_zone" }),
);

/** A dictionary in which all these words mean the same. */
export function named<T>(words: string[], meaning: T): Record<string, T> {
  return Object.fromEntries(words.map((word) => [word, meaning]));
}
