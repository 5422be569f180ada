import { Temporal } from "./instant.ts";

/**
 * The clock on the wall of a time zone, in plain milliseconds: an *instant* counts from the epoch, a *wall* time is what
 * the wall shows, counted as though it were UTC, and a *day* is that count in whole days. Temporal says where a zone
 * changes its offset; all else is addition, because a Temporal object per block and day would cost more than the request.
 */
export const dayMs = 86_400_000;

/** What the wall shows at this instant. */
export function wallAt(zone: string, instantMs: number): number {
  return instantMs + offsetAt(zone, instantMs);
}

/** The date on the wall at this instant, in days since 1970-01-01. */
export function dayAt(zone: string, instantMs: number): number {
  return Math.floor(wallAt(zone, instantMs) / dayMs);
}

/**
 * When the wall shows this. By Temporal's rule "compatible": of two such instants the earlier; where the clock leaps over
 * that time, as much after the leap as the time was after its beginning.
 */
export function instantOf(zone: string, wallMs: number): number {
  const before = offsetAt(zone, wallMs - dayMs);
  const after = offsetAt(zone, wallMs + dayMs);
  const earlier = wallMs - Math.max(before, after);
  if (wallAt(zone, earlier) === wallMs) return earlier;
  const later = wallMs - Math.min(before, after);
  if (wallAt(zone, later) === wallMs) return later;
  return wallMs - before;
}

/** Days from 1970-01-01 to a date written "2026-12-24". */
export function dayOf(date: string): number {
  return Date.parse(date) / dayMs;
}

/** A stretch of instants in which a zone keeps one offset from UTC; `until` is the first one after it. */
type Era = { from: number; until: number; offset: number };

const erasOfZones = new Map<string, Era[]>();
/** Two eras a year make this half a century; a stranger's dates in the year 9999 must not fill the memory. */
const maxErasKept = 100;

function offsetAt(zone: string, instantMs: number): number {
  const eras = erasOfZones.get(zone) ?? [];
  for (const era of eras) if (era.from <= instantMs && instantMs < era.until) return era.offset;
  const era = eraAt(zone, instantMs);
  erasOfZones.set(zone, [era, ...eras].slice(0, maxErasKept));
  return era.offset;
}

function eraAt(zone: string, instantMs: number): Era {
  const here = Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(zone);
  const until = here.getTimeZoneTransition("next")?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
  // "previous" looks strictly before, so it is asked one millisecond on: an era includes its first instant.
  const from = here.add({ milliseconds: 1 }).getTimeZoneTransition("previous")?.epochMilliseconds;
  return { from: from ?? Number.NEGATIVE_INFINITY, until, offset: here.offsetNanoseconds / 1e6 };
}
