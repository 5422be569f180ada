import { cell, useCell } from "./cell.ts";

const everyMs = 15_000;

// One clock for the whole screen, so that "in 48 minutes" changes everywhere at once.
const clock = cell(Date.now());
setInterval(() => clock.set(Date.now()), everyMs);
globalThis.document?.addEventListener("visibilitychange", () => clock.set(Date.now()));

/** The time it is, in milliseconds; a screen that shows it is drawn anew every quarter of a minute. */
export function useNow(): number {
  return useCell(clock);
}
