import { type Calendar, checkCalendar } from "#base/calendar.ts";
import { publicHolidays } from "#base/holidays.ts";

/** The calendar closed on the region's public holidays. What somebody wrote down for such a day themselves stands. */
export async function withHolidays(
  calendar: Calendar,
  region: string,
  fromYear: number,
  years: number,
): Promise<Calendar> {
  const written = new Set(calendar.days.map(({ on }) => on));
  const holidays = await publicHolidays(region, fromYear, years);
  return checkCalendar({ ...calendar, days: [...calendar.days, ...holidays.filter(({ on }) => !written.has(on))] });
}

/** The calendar without the region's public holidays, wherever its days still say exactly what the region says. */
export async function withoutHolidays(calendar: Calendar, region: string): Promise<Calendar> {
  const years = calendar.days.map(({ on }) => Number(on.slice(0, 4)));
  if (years.length === 0) return calendar;
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const holidays = await publicHolidays(region, first, last - first + 1);
  const names = new Map(holidays.map(({ on, name }) => [on, name]));
  const isHoliday = (day: Calendar["days"][number]) => day.blocks.length === 0 && day.name === names.get(day.on);
  return { ...calendar, days: calendar.days.filter((day) => !day.name || !isHoliday(day)) };
}
