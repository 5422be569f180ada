import { isAfter, isSame } from "#base/instant.ts";
import type { Promise_, PromiseState } from "./promise.ts";

/**
 * Did it slip for those who wait for it? Its due moved on or passed, it will not come any more, or what was done has to
 * be done again.
 */
export function hasSlipped(before: Promise_, after: Promise_): boolean {
  const hasPassed = after.passedDueAt !== null && !isSame(after.passedDueAt, before.passedDueAt);
  const isGivenUp = isHopedFor(before.state) && !isHopedFor(after.state);
  const isUndone = before.state !== "open" && after.state === "open";
  return isAfter(after.dueAt, before.dueAt) || hasPassed || isGivenUp || isUndone;
}

function isHopedFor(state: PromiseState): boolean {
  return state === "open" || state === "kept" || state === "kept_late";
}
