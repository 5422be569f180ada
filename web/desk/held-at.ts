import { instantOf } from "#base/wall-clock.ts";

/** When something was, typed as the wall of this zone showed it ("2026-11-22T14:30"), in ISO 8601; null when it was not typed. */
export function heldAt(typed: string, timeZone: string): string | null {
  const wallMs = Date.parse(`${typed}Z`);
  return Number.isNaN(wallMs) ? null : new Date(instantOf(timeZone, wallMs)).toISOString();
}
