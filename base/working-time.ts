import { type Calendar, weekdays } from "./calendar.ts";
import { minutesOf } from "./hours.ts";
import { Instant, isAfter, type Temporal } from "./instant.ts";
import { horizonMs, spansAfter, spansBefore, spansOfDay, spansWithin } from "./open-spans.ts";
import { dayAt, dayMs, dayOf, instantOf } from "./wall-clock.ts";

/**
 * Working time is open time on a calendar. A block is open from its opening instant to just before its closing instant.
 * Hours are real hours: 01:00 to 04:00 on the night when clocks go forward is two of them. Search ends ten years away.
 */
export function isOpen(calendar: Calendar, at: Instant): boolean {
  return spansWithin(calendar, at.epochMilliseconds, at.epochMilliseconds + 1).length > 0;
}

/** The first open instant from `at` on: `at` itself when open. Null where the calendar does not open again. */
export function nextOpen(calendar: Calendar, at: Instant): Instant | null {
  const [span] = spansAfter(calendar, at.epochMilliseconds);
  return span ? toInstant(span.from) : null;
}

/**
 * The last time up to `at` when somebody was there: `at` itself when open and at the very closing (who says "by five"
 * at a place that shuts at five means then), else the closing before. Null where there was none.
 */
export function lastOpen(calendar: Calendar, at: Instant): Instant | null {
  if (isOpen(calendar, at)) return at;
  const [span] = spansBefore(calendar, at.epochMilliseconds);
  return span ? toInstant(span.until) : null;
}

/**
 * The earliest instant at which so many seconds of working time have passed since `from`; nothing to add gives `from`,
 * below zero it is `subtractWorkingTime`. Null where the calendar has not so much time.
 */
export function addWorkingTime(calendar: Calendar, from: Instant, seconds: number): Instant | null {
  if (seconds < 0) return subtractWorkingTime(calendar, from, -seconds);
  let left = Math.round(seconds * 1000);
  if (left === 0) return from;
  for (const span of spansAfter(calendar, from.epochMilliseconds)) {
    if (span.from + left <= span.until) return toInstant(span.from + left);
    left -= span.until - span.from;
  }
  return null;
}

/** The latest instant from which so many seconds of working time pass until `until`; the mirror of `addWorkingTime`. */
export function subtractWorkingTime(calendar: Calendar, until: Instant, seconds: number): Instant | null {
  if (seconds < 0) return addWorkingTime(calendar, until, -seconds);
  let left = Math.round(seconds * 1000);
  if (left === 0) return until;
  for (const span of spansBefore(calendar, until.epochMilliseconds)) {
    if (span.until - left >= span.from) return toInstant(span.until - left);
    left -= span.until - span.from;
  }
  return null;
}

/**
 * Seconds of working time from one instant to another, below zero when `to` comes first. The cost grows with the days
 * between (about a millisecond a year), so what people type must be within reason before it comes here.
 */
export function workingTimeBetween(calendar: Calendar, from: Instant, to: Instant): number {
  if (isAfter(from, to)) return -workingTimeBetween(calendar, to, from);
  const spans = spansWithin(calendar, from.epochMilliseconds, to.epochMilliseconds);
  return spans.reduce((sum, span) => sum + span.until - span.from, 0) / 1000;
}

/**
 * The last closing of what opens on that date (a bar's is after midnight). When all is closed that day, 17:00 on its
 * wall: who says "by Sunday" means Sunday's afternoon, for a holiday never shifts a due; `lastOpen` has the time before.
 */
export function closeOfBusiness(calendar: Calendar, on: Temporal.PlainDate): Instant {
  const day = dayOf(on.toString());
  return toInstant(closingOf(calendar, day) ?? fiveOClock(calendar, day));
}

/** The first close of business at or after an instant; of an ordinary day at 17:00 where nothing ever opens. */
export function nextCloseOfBusiness(calendar: Calendar, at: Instant): Instant {
  const today = dayAt(calendar.timeZone, at.epochMilliseconds);
  const isStillToCome = (closing: number) => closing >= at.epochMilliseconds;
  // From yesterday on, whose night may not be over.
  for (let day = today - 1; day < today + horizonMs / dayMs; day++) {
    const closing = closingOf(calendar, day);
    if (closing !== null && isStillToCome(closing)) return toInstant(closing);
  }
  const fiveToday = fiveOClock(calendar, today);
  return toInstant(isStillToCome(fiveToday) ? fiveToday : fiveOClock(calendar, today + 1));
}

/** Seconds of a usual working day: the median over the open days of the week; eight hours when there is none. */
export function workingDaySeconds(calendar: Calendar): number {
  const lengths = weekdays.map((weekday) => openMinutes(calendar, weekday)).filter((minutes) => minutes > 0);
  const inOrder = lengths.toSorted((a, b) => a - b);
  const lower = inOrder[Math.floor((inOrder.length - 1) / 2)] ?? 480;
  const upper = inOrder[Math.floor(inOrder.length / 2)] ?? 480;
  return ((lower + upper) / 2) * 60;
}

function closingOf(calendar: Calendar, day: number): number | null {
  const closings = spansOfDay(calendar, day).map((span) => span.until);
  return closings.length > 0 ? Math.max(...closings) : null;
}

function fiveOClock({ timeZone }: Calendar, day: number): number {
  return instantOf(timeZone, day * dayMs + 17 * 3_600_000);
}

function openMinutes(calendar: Calendar, weekday: number): number {
  const blocks = calendar.week.filter((block) => block.weekday === weekday).map(minutesOf);
  return blocks.reduce((sum, block) => sum + block.until - block.from, 0);
}

function toInstant(epochMs: number): Instant {
  return new Instant(epochMs);
}
