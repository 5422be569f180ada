import type { Calendar } from "#base/calendar.ts";
import { Instant, Temporal } from "#base/instant.ts";
import { spansOfDay } from "#base/open-spans.ts";
import { dayOf } from "#base/wall-clock.ts";
import { closeOfBusiness } from "#base/working-time.ts";
import type { Days } from "./parts.ts";

export function isOpenDay(calendar: Calendar, day: Temporal.PlainDate): boolean {
  return spansOfDay(calendar, dayOf(day.toString())).length > 0;
}

/** When business begins on that day; null on a closed one. */
export function opening(calendar: Calendar, day: Temporal.PlainDate): Instant | null {
  const froms = spansOfDay(calendar, dayOf(day.toString())).map((span) => span.from);
  return froms.length > 0 ? new Instant(Math.min(...froms)) : null;
}

/** Close of business on the last open day among them; the last day's where all are closed. */
export function lastClose(calendar: Calendar, { from, to }: Days): Instant {
  for (let day = to; Temporal.PlainDate.compare(day, from) >= 0; day = day.subtract({ days: 1 })) {
    if (isOpenDay(calendar, day)) return closeOfBusiness(calendar, day);
  }
  return closeOfBusiness(calendar, to);
}

/** The open day that is the `count`-th after `day`; null where the calendar does not open so often in ten years. */
export function openDayAfter(calendar: Calendar, day: Temporal.PlainDate, count: number): Temporal.PlainDate | null {
  let left = count;
  for (let ahead = 1; ahead < 3653; ahead++) {
    const next = day.add({ days: ahead });
    if (isOpenDay(calendar, next)) left -= 1;
    if (left <= 0) return next;
  }
  return null;
}
