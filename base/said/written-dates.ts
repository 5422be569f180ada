// By their own doors: the one of the house holds all languages, three megabytes of which nobody here reads.
import * as de from "chrono-node/de";
import * as en from "chrono-node/en";
import { instant, Temporal } from "#base/instant.ts";
import { clock, hourPart } from "./clocks.ts";
import { existing, yearly } from "./days.ts";
import { type Days, type Found, type Reader, rule } from "./parts.ts";

/** ISO 8601: with its offset the one time that needs no zone of the speaker's; without it, the hour of a date. */
export const isoTimes: Reader[] = [
  rule(
    "(?<![\\d-])\\d{4}-\\d\\d-\\d\\dt\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?(?:z|[+-]\\d\\d:?\\d\\d)(?!\\d)",
    ([text = ""]) => {
      try {
        return { is: "exact", at: instant(text.toUpperCase()) };
      } catch {
        return null;
      }
    },
  ),
  rule("(?<=\\d{4}-\\d\\d-\\d\\d)t(\\d\\d):(\\d\\d)(?::\\d\\d)?(?!\\d)", ([, hour = "", minute]) => {
    const at = clock(hour, Number(minute), null);
    return hourPart(at && { ...at, sure: true });
  }),
];

/** "24.11.", "24.11.27", "24.11.2027": the German way, day first; in English too, where it can mean nothing else. */
export const dottedDate: Reader = rule(
  "(?<![\\d.])(\\d{1,2})\\. ?(\\d{1,2})\\.(?: ?(\\d{4}|\\d{2})(?![\\d:]| ?(?:uhr|h)\\b))?(?!\\d)",
  ([, day, month, year], today) => writtenDay(dayAhead(today, Number(day), Number(month), year)),
);

/** "Am 24.11": without the last dot it is a date only where a word says so. */
export const shortDate: Reader = rule(
  "(?<=\\b(?:am|zum|den|bis|vor|spaetestens) )(\\d{1,2})\\.(\\d{1,2})(?![\\d.])",
  ([, day, month], today) => writtenDay(dayAhead(today, Number(day), Number(month))),
);

/**
 * Dates with the month's name, with slashes, and in ISO 8601, found by chrono. Day first in English too, unless the
 * language is en-US or only month first makes a date. A date without a year is the next such day.
 */
export const englishDates: Reader = (text, today) => byChrono([en.GB, en.casual], text, today);
export const americanDates: Reader = (text, today) => byChrono([en.casual, en.GB], text, today);
export const germanDates: Reader = (text, today) => byChrono([de.casual], text, today);

function byChrono(parsers: Pick<en.Chrono, "parse">[], text: string, today: Temporal.PlainDate): Found[] {
  // Chrono works with a Date; in a zone of no offset its days are ours, and its clock is never asked.
  const reference = { instant: new Date(`${today.toString()}T12:00:00Z`), timezone: 0 };
  for (const parser of parsers) {
    const dates = parser.parse(text, reference, { forwardDate: true }).flatMap((result): Found[] => {
      // A range of dates is due at its later end.
      const said = result.end?.isCertain("day") ? result.end : result.start;
      // "In a few days" is no date that was written.
      if (!said.isCertain("day") || !said.isCertain("month") || result.tags().has("result/relativeDate")) return [];
      const year = said.isCertain("year") ? String(said.get("year")) : undefined;
      const part = writtenDay(dayAhead(today, said.get("day"), said.get("month"), year));
      return part ? [{ at: result.index, end: result.index + result.text.length, part }] : [];
    });
    if (dates.length > 0) return dates;
  }
  return [];
}

function dayAhead(today: Temporal.PlainDate, day: number | null, month: number | null, year?: string): Days[] {
  if (!day || !month) return [];
  if (year) return existing(Number(year.length === 2 ? `20${year}` : year), month, day);
  // The second is next year's, for when today's hour has passed.
  return yearly(today, month, day).filter(({ to }) => Temporal.PlainDate.compare(to, today) >= 0);
}

function writtenDay(days: Days[]) {
  return days.length > 0 ? ({ is: "days", days, written: true } as const) : null;
}
