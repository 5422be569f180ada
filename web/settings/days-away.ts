import { instantOf } from "#base/wall-clock.ts";

const dayMs = 86_400_000;

/** Whole days on the wall of a zone ("2026-12-24", both included) as the times between which one is away; null when one is missing. */
export function daysAway(first: string, last: string, timeZone: string): { from_at: string; until_at: string } | null {
  const [from, until] = [Date.parse(`${first}T00:00Z`), Date.parse(`${last}T00:00Z`) + dayMs];
  if (Number.isNaN(from) || Number.isNaN(until)) return null;
  const at = (wallMs: number) => new Date(instantOf(timeZone, wallMs)).toISOString();
  return { from_at: at(from), until_at: at(until) };
}

/** The last moment that somebody is still away: what ends at midnight ends on the day before. */
export function lastMoment(untilAt: string): string {
  return new Date(Date.parse(untilAt) - 1000).toISOString();
}
