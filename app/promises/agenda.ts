import type { Policy } from "#app/workspaces/policy.ts";
import type { Calendar } from "#base/calendar.ts";
import type { CalendarEvent } from "#base/ics.ts";
import { isSame, latest, plusSeconds, secondsBetween } from "#base/instant.ts";
import { measuredDue, type Promise_ } from "./promise.ts";
import { ringTimes } from "./ring.ts";

/** Something to keep, as it stands in a calendar: with whom, and the policy and hours by which it rings. */
export type ToKeep = { promise: Promise_; customer: string | null; policy: Policy; hours: Calendar };

/** What has no window stands as the last quarter of an hour before its due. */
const plainSeconds = 900;

/** The promise as an event that rings when its owner is rung, without the laptop. A window takes the time; a due only ends. */
export function eventOf({ promise: p, customer, policy, hours }: ToKeep, publicUrl: string): CalendarEvent {
  const due = measuredDue(p);
  const rings = ringTimes(p, policy, hours).map(({ at }) => secondsBetween(at, due));
  return {
    id: `${p.id}@${new URL(publicUrl).hostname}`,
    changedAt: latest(p.recordedAt, p.spanFromAt),
    version: p.version,
    from: p.opensAt && isSame(p.dueAt, due) ? p.opensAt : plusSeconds(due, -plainSeconds),
    until: due,
    title: [p.rest ?? p.text, customer].filter(Boolean).join(" · "),
    description: p.kind,
    url: `${publicUrl.replace(/\/$/, "")}/promises/${p.id}`,
    isBusy: p.opensAt !== null,
    ringsSecondsBefore: [...new Set(rings.map((seconds) => Math.max(0, Math.round(seconds))))],
  };
}
