import { relativeFormat, timeFormat } from "#base/formats.ts";
import { type Instant, secondsBetween, Temporal } from "#base/instant.ts";
import type { Reader } from "./letter.ts";

/** How a language puts times together; the names of days and months come from Intl under its `locale`. */
export type TimeShape = {
  locale: string;
  at: (date: string, time: string) => string;
  /** Said after a time that is not told in the business's own zone. */
  inZone: (city: string) => string;
};

/** "Tuesday 24 November, 15:00": in the reader's zone, with the year where it is not this one. */
export function timeInWords(at: Instant, reader: Reader, shape: TimeShape): string {
  const { timeZone, businessTimeZone } = reader;
  const isThisYear = yearOf(at, timeZone) === yearOf(reader.now, timeZone);
  const date = isThisYear
    ? timeFormat(shape.locale, timeZone, "letter's day", day)
    : timeFormat(shape.locale, timeZone, "letter's day of another year", { ...day, year: "numeric" });
  const time = timeFormat(shape.locale, timeZone, "letter's hour", hour);
  const words = shape.at(date.format(at.epochMilliseconds), time.format(at.epochMilliseconds));
  return sameWall(at, timeZone, businessTimeZone) ? words : `${words} ${shape.inZone(cityOf(timeZone))}`;
}

const day = { weekday: "long", day: "numeric", month: "long" } as const;
const hour = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** "in 48 minutes", "2 hours ago": rounded to the unit in which a person would say it. */
export function fromNow(at: Instant, { now }: Reader, { locale }: TimeShape): string {
  const seconds = secondsBetween(now, at);
  const [size, unit] = units.find(([, , below]) => Math.abs(seconds) < below) ?? units[3];
  return relativeFormat(locale, "always").format(Math.round(seconds / size), unit);
}

const units = [
  [1, "second", 90],
  [60, "minute", 90 * 60],
  [3600, "hour", 36 * 3600],
  [86_400, "day", Number.POSITIVE_INFINITY],
] as const;

function yearOf(at: Instant, timeZone: string): number {
  return at.toZonedDateTimeISO(timeZone).year;
}

/** Two zones that show the same time just now need no name: Berlin and Vienna. */
function sameWall(at: Instant, a: string, b: string): boolean {
  if (a === b) return true;
  const wall = (zone: string) => at.toZonedDateTimeISO(zone).toPlainDateTime();
  return Temporal.PlainDateTime.compare(wall(a), wall(b)) === 0;
}

function cityOf(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf("/") + 1).replaceAll("_", " ");
}
