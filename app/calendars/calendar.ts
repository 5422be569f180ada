import type { Calendar, CalendarDay, OpenBlock } from "#base/calendar.ts";
import { type Instant, instantOf, Temporal } from "#base/instant.ts";
import { conflict, type Ruling, yes } from "#base/refusal.ts";

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
  /** One member's alone: in no list, and not to be chosen. */
  isOwn: boolean;
  version: number;
};

/** Who keeps to a calendar; whoever has left does not count. */
export type CalendarUse = { workspace: boolean; teams: number; members: number; customers: number };

/** A calendar may go once nobody keeps to it. */
export function mayRemove({ workspace, teams, members, customers }: CalendarUse): Ruling {
  if (workspace) {
    return conflict(
      "calendar_of_workspace",
      "The business itself keeps to these hours: give it another calendar first.",
    );
  }
  if (teams + members + customers === 0) return yes;
  return conflict("calendar_in_use", "Somebody keeps to these hours: give them another calendar first.");
}

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
