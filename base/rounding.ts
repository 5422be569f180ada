import type { Calendar } from "./calendar.ts";
import { type Instant, plusSeconds, secondsBetween } from "./instant.ts";
import { wallAt } from "./wall-clock.ts";
import { nextCloseOfBusiness } from "./working-time.ts";

const minute = 60;
const hour = 3600;
const day = 24 * hour;

/**
 * A due time as a person would say it, never earlier, on the wall clock of the calendar's zone. The further it is from
 * `from`, the rounder: as it is under 5 minutes, then full minutes under 30 minutes, five minutes under 2 hours, quarter
 * hours within a day, full hours within a week, and beyond that the next close of business.
 */
export function roundOutwards(at: Instant, from: Instant, calendar: Calendar): Instant {
  const span = secondsBetween(from, at);
  if (span < 5 * minute) return at;
  if (span > 7 * day) return nextCloseOfBusiness(calendar, at);
  return onFullWallClock(at, stepFor(span), calendar.timeZone);
}

function stepFor(span: number): number {
  if (span < 30 * minute) return minute;
  if (span < 2 * hour) return 5 * minute;
  if (span <= day) return 15 * minute;
  return hour;
}

function onFullWallClock(at: Instant, step: number, timeZone: string): Instant {
  const past = (wallAt(timeZone, at.epochMilliseconds) / 1000) % step;
  if (past === 0) return at;
  // Looked at again: where clocks leap by half an hour (Lord Howe), the step ends on a half hour.
  return onFullWallClock(plusSeconds(at, step - past), step, timeZone);
}
