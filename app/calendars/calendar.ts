import type { Calendar, CalendarDay, OpenBlock } from "#base/calendar.ts";

/** A calendar as it is kept: when somebody is there, by name, so that workspace, teams and members can share it. */
export type KeptCalendar = {
  id: string;
  name: string;
  calendar: Calendar;
  /** Whose public holidays are among its days: "DE-BE". */
  holidayRegion: string | null;
  /** Where to turn when nobody is there and it cannot wait. */
  emergencyRoute: string | null;
  version: number;
};

/** What a row of calendars says; its hours were checked when they were written. */
export function readCalendar(row: { time_zone: string; week: unknown; days: unknown }): Calendar {
  return { timeZone: row.time_zone, week: row.week as OpenBlock[], days: row.days as CalendarDay[] };
}
