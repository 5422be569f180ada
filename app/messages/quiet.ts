import { type Instant, instantOf, isAfter, type Temporal } from "#base/instant.ts";

/** Quiet hours on the wall of the reader's zone: "21:00" until "08:00", usually over midnight. */
export type QuietHours = { from: string; until: string; timeZone: string };

/**
 * When an automatic message meant for `wanted` may leave: then, or at the end of the quiet hours it falls into; unless
 * that would pass `dueAt`, the due it speaks of: then at their start, which may lie before `wanted`.
 */
export function leavesAt(wanted: Instant, quiet: QuietHours, dueAt: Instant | null): Instant {
  const night = nightAround(wanted, quiet);
  if (!night) return wanted;
  return dueAt && isAfter(night.until, dueAt) ? night.from : night.until;
}

function nightAround(at: Instant, { from, until, timeZone }: QuietHours): { from: Instant; until: Instant } | null {
  const wall = at.toZonedDateTimeISO(timeZone);
  const time = wall.toPlainTime().toString();
  const [begin, end] = [whole(from), whole(until)];
  const date = wall.toPlainDate();
  const instantOn = (day: Temporal.PlainDate, clock: string) =>
    instantOf(day.toZonedDateTime({ timeZone, plainTime: clock }));
  if (begin <= end) {
    return begin <= time && time < end ? { from: instantOn(date, begin), until: instantOn(date, end) } : null;
  }
  if (time >= begin) return { from: instantOn(date, begin), until: instantOn(date.add({ days: 1 }), end) };
  return time < end ? { from: instantOn(date.subtract({ days: 1 }), begin), until: instantOn(date, end) } : null;
}

/** "08:00" as Temporal and PostgreSQL write it, so that text compares as time does. */
function whole(clock: string): string {
  return clock.length === 5 ? `${clock}:00` : clock;
}
