import type { Calendar } from "#base/calendar.ts";
import type { Instant } from "#base/instant.ts";
import { spansWithin } from "#base/open-spans.ts";
import { dayAt, dayMs, wallAt } from "#base/wall-clock.ts";

/** Where an instant lies on a timeline, in milliseconds that only grow: the clock's, or those in which we work. */
export type Timeline = { hasNights: boolean; at: (instant: Instant) => number };

export const clockTimeline: Timeline = { hasNights: true, at: (instant) => instant.epochMilliseconds };

/** Only open time counts: a night is no time at all. Looks no further than from one instant to the other. */
export function workingTimeline(calendar: Calendar, from: Instant, until: Instant): Timeline {
  const spans = spansWithin(calendar, from.epochMilliseconds, until.epochMilliseconds);
  const before = new Float64Array(spans.length + 1);
  for (const [i, span] of spans.entries()) before[i + 1] = (before[i] ?? 0) + span.until - span.from;
  const at = ({ epochMilliseconds: ms }: Instant) => {
    const i = countOf(spans, ms);
    const span = spans[i - 1];
    return span ? (before[i - 1] ?? 0) + Math.min(ms, span.until) - span.from : 0;
  };
  return { hasNights: false, at };
}

/** The hour of the week on the wall, 0 to 168, from Sunday's midnight. */
export function hourOfWeek(timeZone: string, { epochMilliseconds: ms }: Instant): number {
  const wall = wallAt(timeZone, ms);
  const weekday = (((dayAt(timeZone, ms) + 4) % 7) + 7) % 7; // the epoch was a Thursday
  return weekday * 24 + (wall - Math.floor(wall / dayMs) * dayMs) / 3_600_000;
}

/** How many of the spans have begun. */
function countOf(spans: readonly { from: number }[], ms: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.from ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  return low;
}
