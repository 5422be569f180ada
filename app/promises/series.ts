import { type Instant, instantOf } from "#base/instant.ts";

/** A promise that comes again ("every Monday's report"): each occurrence is a promise of its own, with its own due. */
export type Series = {
  id: string;
  version: number;
  customerId: string;
  contactId: string | null;
  ownerId: string;
  text: string;
  kind: string;
  every: "day" | "week" | "month";
  timeZone: string;
  firstDueAt: Instant;
  /** How many occurrences were promised already. */
  occurrence: number;
  endedAt: Instant | null;
  nextRingAt: Instant | null;
};

/** When the n-th occurrence is due (the first is 0): the same time on the wall, whatever the clocks did in between. */
export function dueOfOccurrence(series: Pick<Series, "every" | "timeZone" | "firstDueAt">, n: number): Instant {
  const first = series.firstDueAt.toZonedDateTimeISO(series.timeZone);
  const step = series.every === "day" ? { days: n } : series.every === "week" ? { weeks: n } : { months: n };
  return instantOf(first.add(step));
}

/** The next occurrence is promised when the one before it falls due. */
export function nextOccurrenceAt(series: Series): Instant | null {
  return series.endedAt ? null : dueOfOccurrence(series, series.occurrence - 1);
}
