import type { CalendarDay } from "./calendar.ts";
import { Temporal } from "./instant.ts";
import { invalid } from "./refusal.ts";

const dayMs = 86_400_000;

/**
 * The public holidays of a region ("DE", "DE-BE", "US-LA-NO") in `years` years from the first of `fromYear` on, each
 * with the name it has there. Refuses `unknown_holiday_region`. The rules of all countries are loaded when first asked.
 */
export async function publicHolidays(region: string, fromYear: number, years: number): Promise<CalendarDay[]> {
  const { default: Holidays } = await import("date-holidays");
  const [country = "", state = "", part = ""] = region.split("-");
  const rules = new Holidays();
  const isKnown =
    country in (rules.getCountries() ?? {}) &&
    (!state || state in (rules.getStates(country) ?? {})) &&
    (!part || part in (rules.getRegions(country, state) ?? {}));
  if (!isKnown) {
    const sentence = "There is no such region. Name the country, and its state where it matters: DE, DE-BE, US-NY.";
    throw invalid("unknown_holiday_region", sentence, "holiday_region");
  }
  rules.init(country, state, part);
  const found = Array.from({ length: years }, (_, n) => rules.getHolidays(fromYear + n)).flat();
  const days = found.filter(({ type }) => type === "public").flatMap(daysOf);
  return [...new Map(days.map((day) => [day.on, day])).values()].toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

/** A region that has holidays of its own, as `publicHolidays` knows it, and its name. */
export type HolidayRegion = { code: string; name: string };

/** All countries, or the states of one, in the order of their names in this language; English where the name is not known. */
export async function holidayRegions(country: string | null, language: string): Promise<HolidayRegion[]> {
  const { default: Holidays } = await import("date-holidays");
  const rules = new Holidays();
  const [tag = "en"] = language.split("-");
  const found = country ? rules.getStates(country, tag) : rules.getCountries(tag);
  const prefix = country ? `${country}-` : "";
  const { compare } = new Intl.Collator(language);
  return Object.entries(found ?? {})
    .map(([code, name]) => ({ code: `${prefix}${code}`, name: String(name) }))
    .toSorted((a, b) => compare(a.name, b.name));
}

/** Some holidays last several days; each is a closed day of its own. */
function daysOf(holiday: { date: string; start: Date; end: Date; name: string }): CalendarDay[] {
  const first = Temporal.PlainDate.from(holiday.date.slice(0, 10));
  const length = Math.max(1, Math.round((holiday.end.getTime() - holiday.start.getTime()) / dayMs));
  return Array.from({ length }, (_, n) => ({ on: first.add({ days: n }).toString(), name: holiday.name, blocks: [] }));
}
