import { durationInWords, readDuration } from "#base/duration.ts";
import type { AnswerAt } from "#web/desk/contracts.ts";

export type Durations = AnswerAt<"GET", "/quotes/durations">;
type Bin = Durations["bins"][number];

/** "2 days 3 hours" for the "PT51H" of an answer. */
export function spanSaid(duration: string, language: string): string {
  return durationInWords(readDuration(duration), language);
}

/** "4 hr" for a round one, as it stands at an axis. */
export function shortSpan(duration: string, locale: string): string {
  const seconds = readDuration(duration);
  const [size, unit] = seconds >= day ? ([day, "day"] as const) : seconds >= hour ? ([hour, "hour"] as const) : minute;
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short" }).format(
    Math.round(seconds / size),
  );
}

const [hour, day] = [3600, 86_400];
const minute = [60, "minute"] as const;

/**
 * Where a duration lies in a picture whose bins are all as wide, from 0 at its left end to 1 at its right: within its bin
 * by its logarithm, as durations are told apart; what lies beyond it at its edge.
 */
export function placeIn(bins: readonly Bin[], duration: string): number {
  const seconds = readDuration(duration);
  const n = bins.findIndex(({ until }) => until === null || seconds <= readDuration(until));
  if (bins.length === 0) return 0;
  const bin = bins[n];
  if (!bin) return 1;
  const from = readDuration(bin.from);
  const until = bin.until === null ? Math.max(seconds, from * 2) : readDuration(bin.until);
  const low = Math.log1p(from);
  const within = (Math.log1p(seconds) - low) / (Math.log1p(until) - low);
  return (n + Math.min(1, Math.max(0, within))) / bins.length;
}

/** The labels of the marks, each in the first row in which it hides no other. `wide` is how much of the picture one takes. */
export function rowsFor(places: readonly number[], wide: number): number[] {
  const ends: number[] = [];
  return places.map((place) => {
    const free = ends.findIndex((end) => place - end >= wide);
    const row = free < 0 ? ends.length : free;
    ends[row] = place;
    return row;
  });
}
