import { type Calendar, type CalendarDay, checkCalendar } from "#base/calendar.ts";
import type { Instant } from "#base/instant.ts";
import { reachHours } from "#base/reach-hours.ts";
import { Refusal } from "#base/refusal.ts";
import { isOpen, nextOpen } from "#base/working-time.ts";

/** A public holiday, as the house names it. */
export type Holiday = { on: string; name: string };

/** When somebody is there, as it is typed: `days` are those that somebody wrote down themselves. */
export type Opening = Pick<Calendar, "week" | "days"> & { time_zone: string; holiday_region: string | null };

/** The days that somebody wrote down, without what the region's holidays say by themselves. */
export function ownDays(days: readonly CalendarDay[], holidays: readonly Holiday[]): CalendarDay[] {
  const names = new Map(holidays.map(({ on, name }) => [on, name]));
  return days.filter(({ on, name, blocks }) => blocks.length > 0 || name === undefined || names.get(on) !== name);
}

/** A day written down, in the place of what was said of that date before. */
export function withDay(days: readonly CalendarDay[], day: CalendarDay): CalendarDay[] {
  return [...days.filter(({ on }) => on !== day.on), day].toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

/** What these hours would say if they were saved now: the words, the next opening; or the refusal that would follow. */
export type Said = { words: string; nextOpenAt: string | null; isOpenNow: boolean } | Refusal;

export function openingSaid(opening: Opening, holidays: readonly Holiday[], language: string, now: Instant): Said {
  const own = new Set(opening.days.map(({ on }) => on));
  const closed = opening.holiday_region ? holidays.filter(({ on }) => !own.has(on)) : [];
  const days = [...opening.days, ...closed.map((holiday) => ({ ...holiday, blocks: [] }))];
  try {
    const calendar = checkCalendar({ timeZone: opening.time_zone, week: opening.week, days });
    const words = reachHours(calendar, language);
    return { words, nextOpenAt: nextOpen(calendar, now)?.toString() ?? null, isOpenNow: isOpen(calendar, now) };
  } catch (problem) {
    if (problem instanceof Refusal) return problem;
    throw problem;
  }
}
