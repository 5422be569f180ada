import { dayMs, instantOf, wallAt } from "#base/wall-clock.ts";

const hour = 3_600_000;
/** Up to so far ahead a time is said in such steps. */
const near = [
  { until: 2 * hour, step: hour / 4 },
  { until: 8 * hour, step: hour / 2 },
  { until: dayMs, step: hour },
] as const;
/** After that the hours at which people say that something is done. */
const hoursOfDay = [9, 12, 15, 17];
const closeOfDay = [17];

/**
 * The times that a person would say, from soon to half a year on, as the wall of this zone shows them: finer the nearer
 * they are, and never more than the house answers at once.
 */
export function stopsFrom(nowMs: number, timeZone: string): number[] {
  const wall = wallAt(timeZone, nowMs);
  const soon = near.flatMap(({ until, step }, at) => {
    const from = near[at - 1]?.until ?? 0;
    const first = (Math.floor((wall + from) / step) + 1) * step;
    return Array.from({ length: Math.ceil((wall + until - first) / step) + 1 }, (_, n) => first + n * step).filter(
      (each) => each <= wall + until,
    );
  });
  const today = Math.floor(wall / dayMs) * dayMs;
  const onDays = (from: number, until: number, every: number, hours: readonly number[]) =>
    Array.from(
      { length: Math.floor((until - from) / every) + 1 },
      (_, n) => today + (from + n * every) * dayMs,
    ).flatMap((day) => hours.map((each) => day + each * hour));
  const later = [...onDays(1, 4, 1, hoursOfDay), ...onDays(5, 21, 1, closeOfDay), ...onDays(28, 182, 7, closeOfDay)];
  const walls = [...soon, ...later.filter((each) => each > wall + dayMs)];
  return [...new Set(walls.map((each) => instantOf(timeZone, each)))].filter((at) => at > nowMs).sort((a, b) => a - b);
}

/** A time in words that the house reads as just that time: "1 Dec 15:00", "1.12. 15:00"; with its year where it is another. */
export function wordsFor(atMs: number, nowMs: number, { language, timeZone }: Spoken): string {
  const [at, now] = [new Date(wallAt(timeZone, atMs)), new Date(wallAt(timeZone, nowMs))];
  const two = (count: number) => String(count).padStart(2, "0");
  const clock = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
  const year = at.getUTCFullYear() === now.getUTCFullYear() ? "" : at.getUTCFullYear();
  if (language === "de") return `${at.getUTCDate()}.${at.getUTCMonth() + 1}.${year} ${clock}`;
  return `${at.getUTCDate()} ${months[at.getUTCMonth()]}${year ? ` ${year}` : ""} ${clock}`;
}

type Spoken = { language: "en" | "de"; timeZone: string };
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
