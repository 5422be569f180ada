import type { Calendar, CalendarDay, OpenBlock } from "#base/calendar.ts";
import { type Instant, instantOf, Temporal } from "#base/instant.ts";

/** A calendar as it is kept: when somebody is there, by name, so that workspace, teams and members can share it. */
export type KeptCalendar = {
  id: string;
  name: string;
  calendar: Calendar;
  /** Whose public holidays are among its days: "DE-BE". */
  holidayRegion: string | null;
  /** When these are looked up anew: at the new year, where there is a region. */
  holidaysAt: Instant | null;
  /** Where to turn when nobody is there and it cannot wait. */
  emergencyRoute: string | null;
  version: number;
};

/** The first moment of next year on the calendar's wall; null where no region has holidays to look up. */
export function nextHolidaysAt({ timeZone }: Calendar, region: string | null, now: Instant): Instant | null {
  if (!region) return null;
  const { year } = now.toZonedDateTimeISO(timeZone);
  return instantOf(Temporal.PlainDate.from({ year: year + 1, month: 1, day: 1 }).toZonedDateTime(timeZone));
}

/** What a row of calendars says; its hours were checked when they were written. */
export function readCalendar(row: { time_zone: string; week: unknown; days: unknown }): Calendar {
  return { timeZone: row.time_zone, week: row.week as OpenBlock[], days: row.days as CalendarDay[] };
}
