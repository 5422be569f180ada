import type { Policy } from "#app/workspaces/policy.ts";
import type { Calendar } from "#base/calendar.ts";
import { type Instant, plusSeconds } from "#base/instant.ts";
import { roundOutwards } from "#base/rounding.ts";
import { addWorkingTime } from "#base/working-time.ts";

/** What else waits for a first word, and how many are there to give it. */
export type Queue = { waiting: number; people: number };

/**
 * By when a person writes: in staffed time, later by what stands before it in the queue, rounded as a person would say
 * it. It is promised, so it never moves.
 */
export function firstWordDue(
  { waiting, people }: Queue,
  policy: Pick<Policy, "caseFirstWordSeconds" | "caseQueueSeconds">,
  hours: Calendar,
  now: Instant,
): Instant {
  const seconds = policy.caseFirstWordSeconds + policy.caseQueueSeconds * Math.ceil(waiting / Math.max(1, people));
  return roundOutwards(addWorkingTime(hours, now, seconds) ?? plusSeconds(now, seconds), now, hours);
}
