import type { Calendar } from "#base/calendar.ts";
import { durationInWords } from "#base/duration.ts";
import { type Instant, isBefore, plusSeconds } from "#base/instant.ts";
import { demand, invalid, type Ruling, yes } from "#base/refusal.ts";
import { roundOutwards } from "#base/rounding.ts";
import { addWorkingTime } from "#base/working-time.ts";

/** How long we think it takes, in seconds of working time or of the clock. The customer never sees it. */
export type Estimate = { seconds: number; in: "working" | "clock" };

export type Quote = { advisedDueAt: Instant; rule: "modest"; explanation: string };

const oneYear = 366 * 86_400;

/** An estimate is more than nothing and at most a year. */
export function checkEstimate(seconds: number): Ruling {
  if (seconds > 0 && seconds <= oneYear) return yes;
  return invalid("bad_estimate", "An estimate is more than nothing and at most a year, like PT3H.", "estimate");
}

/** The modest quote with the line that explains it. Refuses (`never_open`) where there is not that much open time. */
export function modestQuote(estimate: Estimate, calendar: Calendar, now: Instant, language = "en"): Quote {
  const advisedDueAt = modestDue(estimate, calendar, now);
  if (!advisedDueAt) {
    throw invalid("never_open", "The calendar has no open time for this work. Add opening hours first.", "estimate");
  }
  const say = /^de\b/i.test(language) ? explained.de : explained.en;
  return { advisedDueAt, rule: "modest", explanation: say(2 * estimate.seconds, estimate.in === "working") };
}

const explained = {
  en: (seconds: number, isWorking: boolean) =>
    `Not enough history yet: twice your estimate, ${durationInWords(seconds, "en")}${isWorking ? " of working time" : ""}.`,
  de: (seconds: number, isWorking: boolean) =>
    `Noch zu wenig Erfahrung: das Doppelte der Schätzung, ${durationInWords(seconds, "de")}${isWorking ? " Arbeitszeit" : ""}.`,
};

/**
 * The modest rule: twice the estimate, counted in open time where the work is done in working time, rounded outwards to
 * what a person would say. Null where the calendar has not that much open time.
 */
export function modestDue(estimate: Estimate, calendar: Calendar, now: Instant): Instant | null {
  demand(checkEstimate(estimate.seconds));
  const twice = 2 * estimate.seconds;
  const due = estimate.in === "working" ? addWorkingTime(calendar, now, twice) : plusSeconds(now, twice);
  return due && roundOutwards(due, now, calendar);
}

type Quoted = {
  isQuoted: boolean;
  dueAt: Instant;
  shortQuoteReason: string | null;
  quote: { odds: readonly { share: number; dueAt: Instant }[] } | null;
};

const median = 0.5;

/** Sooner than half of such work is done may be said, with why: without a reason it is a hope. */
export function mayBeSoSoon({ isQuoted, quote, dueAt, shortQuoteReason }: Quoted): Ruling {
  const half = quote?.odds.find(({ share }) => share === median)?.dueAt;
  if (!isQuoted || shortQuoteReason || !half || !isBefore(dueAt, half)) return yes;
  const sentence = "Half of such work takes longer than that. Say why it can be done so soon, or give it more time.";
  return invalid("why_so_soon", sentence, "short_quote_reason", { half_due_at: half.toString() });
}
