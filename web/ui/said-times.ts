import type { Reader } from "./reader.ts";

type Clock = Pick<Reader, "locale" | "timeZone">;

/** "today, 14:00", "Friday, 09:15", "12 December, 09:15": the day as a person names it, and the exact time. */
export function whenSaid(atMs: number, nowMs: number, clock: Clock): string {
  return `${daySaid(atMs, nowMs, clock)}, ${clockSaid(atMs, clock)}`;
}

/** "Tue 24 Nov, 15:00": the date itself, where it must be seen to be the right one. */
export function datedSaid(atMs: number, nowMs: number, clock: Clock): string {
  return `${dateSaid(atMs, nowMs, clock)}, ${clockSaid(atMs, clock)}`;
}

/** "today", "tomorrow", "Friday" within a week, else the date, with its year where that is another one. */
export function daySaid(atMs: number, nowMs: number, clock: Clock): string {
  const days = dayAt(clock.timeZone, atMs) - dayAt(clock.timeZone, nowMs);
  if (Math.abs(days) <= 1) return new Intl.RelativeTimeFormat(clock.locale, { numeric: "auto" }).format(days, "day");
  if (days > 0 && days < 7) return shape(clock, { weekday: "long" }).format(atMs);
  return dateSaid(atMs, nowMs, clock);
}

/** "14:00" */
export function clockSaid(atMs: number, clock: Clock): string {
  return shape(clock, { hour: "2-digit", minute: "2-digit" }).format(atMs);
}

/** "in 48 minutes", "2 hours ago": rounded to the unit in which a person would say it. */
export function fromNowSaid(atMs: number, nowMs: number, { locale }: Clock): string {
  const seconds = (atMs - nowMs) / 1000;
  const [size, unit] = units.find(([, , below]) => Math.abs(seconds) < below) ?? units[2];
  const style = unit === "day" ? "long" : "short";
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto", style }).format(Math.round(seconds / size), unit);
}

/** "Tuesday 24 November 2026 at 15:00, Central European Standard Time": nothing is left to guess. */
export function exactSaid(atMs: number, clock: Clock): string {
  const date = shape(clock, { dateStyle: "full" }).format(atMs);
  return `${date}, ${clockSaid(atMs, clock)}, ${zoneSaid(atMs, clock)}`;
}

/** "Central European Standard Time" */
export function zoneSaid(atMs: number, clock: Clock): string {
  const parts = shape(clock, { timeZoneName: "long" }).formatToParts(atMs);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? clock.timeZone;
}

/** Do both zones show the same just then? Berlin and Vienna need no second time. */
export function isSameWall(atMs: number, a: string, b: string): boolean {
  const wall = (timeZone: string) => shape({ locale: "en", timeZone }, { dateStyle: "short", timeStyle: "medium" });
  return a === b || wall(a).format(atMs) === wall(b).format(atMs);
}

/**
 * The date on the wall of a zone, in days since 1970-01-01. Asked of the browser itself: what computes with zones
 * (`base/wall-clock.ts`) would be a sixth of all that is fetched before the first screen.
 */
export function dayAt(timeZone: string, atMs: number): number {
  const date = shape({ locale: "sv-SE", timeZone }, { dateStyle: "short" }).format(atMs);
  return Date.parse(date) / dayMs;
}

const dayMs = 86_400_000;

const units = [
  [60, "minute", 90 * 60],
  [3600, "hour", 36 * 3600],
  [86_400, "day", Number.POSITIVE_INFINITY],
] as const;

function dateSaid(atMs: number, nowMs: number, clock: Clock): string {
  const year = yearIfOther(atMs, nowMs, clock);
  return shape(clock, { weekday: "short", day: "numeric", month: "short", ...year }).format(atMs);
}

function yearIfOther(atMs: number, nowMs: number, clock: Clock): Intl.DateTimeFormatOptions {
  const year = (ms: number) => shape(clock, { year: "numeric" }).format(ms);
  return year(atMs) === year(nowMs) ? {} : { year: "numeric" };
}

// Making a formatter costs a hundred times what using one does; a list of a thousand lines uses four.
const shapes = new Map<string, Intl.DateTimeFormat>();

function shape({ locale, timeZone }: Clock, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = JSON.stringify([locale, timeZone, options]);
  const made = shapes.get(name) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
  if (!shapes.has(name)) shapes.set(name, made);
  return made;
}
