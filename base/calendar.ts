import { dayMinutes, type Hours, hoursOf, joined, type Minutes, readHours, refuseOverlap } from "./hours.ts";
import { Temporal } from "./instant.ts";
import { invalid } from "./refusal.ts";
import { zone } from "./zone.ts";

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Open every week on this ISO weekday (Monday is 1). A block belongs to the day on which it begins. */
export type OpenBlock = Hours & { readonly weekday: Weekday };

/** One date that is not as its weekday: these blocks replace that day's; none means closed. A holiday has a name. */
export type CalendarDay = {
  readonly on: string;
  readonly name?: string | undefined;
  readonly blocks: readonly Hours[];
};

/** When somebody is there. Plain data, stored as it is; never changed in place (what is worked out from it is kept). */
export type Calendar = {
  readonly timeZone: string;
  readonly week: readonly OpenBlock[];
  readonly days: readonly CalendarDay[];
};

export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/**
 * The calendar in order: blocks and days sorted, blocks that touch joined, the zone in its usual capitals.
 * Refuses (invalid) `unknown_time_zone`, `bad_weekday`, `bad_time`, `bad_date`, `date_twice` and `blocks_overlap`.
 * A night that reaches into an exception of the next day is no overlap: it is open once.
 */
export function checkCalendar(calendar: Calendar): Calendar {
  return { timeZone: zone(calendar.timeZone), week: checkWeek(calendar.week), days: checkDays(calendar.days) };
}

export function alwaysOpen(timeZone: string): Calendar {
  return { timeZone, week: weekdays.map((weekday) => ({ weekday, from: "00:00", to: "24:00" })), days: [] };
}

/** Monday to Friday, 9 to 17: where nobody has said anything else. */
export function businessHours(timeZone: string): Calendar {
  const workdays = weekdays.slice(0, 5);
  return { timeZone, week: workdays.map((weekday) => ({ weekday, from: "09:00", to: "17:00" })), days: [] };
}

function checkWeek(week: readonly OpenBlock[]): OpenBlock[] {
  if (week.some((block) => !weekdays.includes(block.weekday))) {
    throw invalid("bad_weekday", "Weekdays are numbers from 1 for Monday to 7 for Sunday.", "week");
  }
  const byDay = weekdays.map((weekday) => ({
    weekday,
    blocks: readHours(
      week.filter((block) => block.weekday === weekday),
      "week",
    ),
  }));
  const inTheWeek = byDay.flatMap(({ weekday, blocks }) => blocks.map((block) => daysLater(block, weekday - 1)));
  // The first block once more after the last: Sunday's night ends on Monday.
  refuseOverlap([...inTheWeek, ...inTheWeek.slice(0, 1).map((block) => daysLater(block, 7))], "week");
  return byDay.flatMap(({ weekday, blocks }) => joined(blocks).map((block) => ({ weekday, ...hoursOf(block) })));
}

function checkDays(days: readonly CalendarDay[]): CalendarDay[] {
  const inOrder = days.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  return inOrder.map((day, index) => {
    refuseBadDate(day.on);
    if (inOrder[index + 1]?.on === day.on) {
      throw invalid("date_twice", `${day.on} is there twice: put all its hours into one entry.`, "days");
    }
    const blocks = readHours(day.blocks, "days");
    refuseOverlap(blocks, "days");
    return { ...day, blocks: joined(blocks).map(hoursOf) };
  });
}

function refuseBadDate(on: string): void {
  try {
    if (Temporal.PlainDate.from(on).toString() === on) return;
  } catch {
    // The sentence below says it better.
  }
  throw invalid("bad_date", "Write dates of the calendar as they stand in it: 2026-12-24.", "days");
}

function daysLater(block: Minutes, days: number): Minutes {
  return { from: block.from + days * dayMinutes, until: block.until + days * dayMinutes };
}
