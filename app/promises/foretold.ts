import type { Policy } from "#app/workspaces/policy.ts";
import type { Calendar } from "#base/calendar.ts";
import type { Instant } from "#base/instant.ts";
import { type Rung, ringTimes } from "./ring.ts";
import { usefulNoticeUntil } from "./telling.ts";

export type Sample = { dueAt: Instant; estimateSeconds: number | null; estimateIn: "working" | "clock" };

/** What a policy would mean for a promise made now: when it rings, and until when a new time would be told in time. */
export function foretold(sample: Sample, policy: Policy, hours: Calendar, now: Instant) {
  // As if it were given to a contact whom a holding message could reach.
  const given = { isVisible: true, contactId: "somebody", heldToDueAt: null, spanFromAt: now, recordedAt: now };
  const promise: Rung = { ...given, ...sample };
  const span = { dueAt: sample.dueAt, opensAt: null, spanFromAt: now };
  return { rings: ringTimes(promise, policy, hours), toldInTimeUntil: usefulNoticeUntil(span, policy, hours) };
}
