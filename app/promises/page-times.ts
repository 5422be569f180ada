import { html } from "hono/html";
import { relativeFormat, timeFormat, unitFormat } from "#base/formats.ts";
import type { Html } from "#base/html.ts";
import { type Instant, iso } from "#base/instant.ts";
import { dayAt, wallAt } from "#base/wall-clock.ts";

/** How one reader reads times: in which spelling, on which clock, and when they read. */
export type Times = { locale: string; timeZone: string; houseZone: string; now: Instant };

/** "today, 14:00", "Friday, 09:15", "12 December, 09:15": the day as a person would name it, and the exact time. */
export function whenInWords(at: Instant, times: Times): string {
  return `${dayInWords(at, times)}, ${timeOf(at, times)}`;
}

/** The same for a machine and a hovering reader too. */
export function timeTag(at: Instant, words: string): Html {
  return html`<time datetime="${iso(at)}">${words}</time>`;
}

/** "Thu 16:20", before this week "12 Nov, 16:20": beside each line of a story. */
export function shortWhen(at: Instant, times: Times): string {
  const days = daysFromNow(at, times);
  if (Math.abs(days) < 7) return `${format(at, times, "weekday")} ${timeOf(at, times)}`;
  return `${format(at, times, yearShape(at, times, "short"))}, ${timeOf(at, times)}`;
}

export function dayInWords(at: Instant, times: Times): string {
  const days = daysFromNow(at, times);
  if (Math.abs(days) <= 1) return relativeFormat(times.locale).format(days, "day");
  return format(at, times, Math.abs(days) < 7 ? "longWeekday" : yearShape(at, times, "date"));
}

export function timeOf(at: Instant, times: Times): string {
  return format(at, times, "time");
}

export function isSameDay(a: Instant, b: Instant, { timeZone }: Times): boolean {
  return dayAt(timeZone, a.epochMilliseconds) === dayAt(timeZone, b.epochMilliseconds);
}

/** The name of the reader's zone, null while their clocks show what the house's show. */
export function ownZone({ locale, timeZone, houseZone, now }: Times): string | null {
  if (wallAt(timeZone, now.epochMilliseconds) === wallAt(houseZone, now.epochMilliseconds)) return null;
  return zoneName(now, locale, timeZone);
}

export function zoneName(at: Instant, locale: string, timeZone: string): string {
  const parts = formatter(locale, timeZone, "zone").formatToParts(at.epochMilliseconds);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}

/** "2 days", "3 hours": how much earlier, in its largest unit. */
export function spanInWords(seconds: number, locale: string): string {
  const [unit, size] = seconds >= 86_400 ? ["day", 86_400] : seconds >= 3600 ? ["hour", 3600] : ["minute", 60];
  return unitFormat(locale, String(unit)).format(Math.max(1, Math.floor(seconds / Number(size))));
}

const shapes = {
  time: { hour: "numeric", minute: "2-digit" },
  weekday: { weekday: "short" },
  longWeekday: { weekday: "long" },
  date: { weekday: "long", day: "numeric", month: "long" },
  dateOfYear: { day: "numeric", month: "long", year: "numeric" },
  short: { day: "numeric", month: "short" },
  shortOfYear: { day: "numeric", month: "short", year: "numeric" },
  zone: { timeZoneName: "longGeneric" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
type Shape = keyof typeof shapes;

function format(at: Instant, { locale, timeZone }: Times, shape: Shape): string {
  return formatter(locale, timeZone, shape).format(at.epochMilliseconds);
}

function formatter(locale: string, timeZone: string, shape: Shape): Intl.DateTimeFormat {
  return timeFormat(locale, timeZone, shape, shapes[shape]);
}

function daysFromNow(at: Instant, { timeZone, now }: Times): number {
  return dayAt(timeZone, at.epochMilliseconds) - dayAt(timeZone, now.epochMilliseconds);
}

function yearShape(at: Instant, times: Times, shape: "date" | "short"): Shape {
  return yearOf(at, times.timeZone) === yearOf(times.now, times.timeZone) ? shape : `${shape}OfYear`;
}

function yearOf(at: Instant, timeZone: string): number {
  return new Date(wallAt(timeZone, at.epochMilliseconds)).getUTCFullYear();
}
