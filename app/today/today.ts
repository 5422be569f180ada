import { isLate, measuredDue, type Promise_ } from "#app/promises/promise.ts";
import { type Instant, instantOf, isBefore, secondsBetween } from "#base/instant.ts";
import { forbidden, type Ruling, yes } from "#base/refusal.ts";

/** What a member owes, or a team, most urgent first: each thing once, where it fits best, with what settles it. */
export const groupKeys = [
  "tell_before_late",
  "late",
  "needs_new_due",
  "due_today",
  "awaiting_acceptance",
  "nobody_to_tell",
  "ask_if_kept",
  "failed_messages",
  "later",
] as const;
export type GroupKey = (typeof groupKeys)[number];

export const acts = [
  "on_track",
  "update",
  "move",
  "keep",
  "call",
  "accept",
  "go_on",
  "ask",
  "add_address",
  "retry",
  "settle",
] as const;
export type Act = (typeof acts)[number];

/** So much of a promise as a line shows and its place depends on: there are many lines, and a promise is large. */
export type OwedPromise = Pick<Promise_, (typeof shown)[number]>;

export const shown = [
  ...(["id", "version", "state", "kind", "text", "rest", "audience", "isVisible", "ownerId", "nextOwnerId"] as const),
  ...(["dueAt", "firstDueAt", "heldToDueAt", "opensAt", "heldUpAt", "lateAt", "needsNewDue"] as const),
] satisfies (keyof Promise_)[];

/** A promise with what stands around it, as one member looks at it. */
export type Owed = {
  promise: OwedPromise;
  customer: { id: string; name: string } | null;
  contact: { id: string; name: string; preferredChannel: string | null } | null;
  /** Has anybody at the customer an address at all, and is there a telephone number? */
  canBeTold: boolean;
  hasPhone: boolean;
  /** What rang them last and was not answered. */
  ring: { stage: string; rangAt: Instant } | null;
};

/** Something this member wrote that did not arrive. */
export type FailedMessage = {
  id: string;
  version: number;
  customerId: string | null;
  customerName: string | null;
  subject: string;
  state: string;
  problem: string | null;
  queuedAt: Instant;
};

/** True counts, each up to two hundred. */
export type Counts = {
  late: number;
  toTell: number;
  dueToday: number;
  unansweredRings: number;
  waitingMessages: number;
};

/** Where a promise stands on the Today of these members. `dayEndsAt` is midnight where they are. */
export function groupOf(owed: Owed, memberIds: readonly string[], now: Instant, dayEndsAt: Instant): GroupKey {
  const { promise: p, ring, canBeTold } = owed;
  if (p.state !== "open") return "ask_if_kept";
  const isOffered = p.nextOwnerId !== null && memberIds.includes(p.nextOwnerId) && !memberIds.includes(p.ownerId);
  if (isOffered) return "awaiting_acceptance";
  if (p.needsNewDue) return "needs_new_due";
  if (isLate(p, now)) return "late";
  if (ring && !p.heldUpAt) return "tell_before_late";
  if (p.audience === "customer" && p.isVisible && !canBeTold) return "nobody_to_tell";
  return isBefore(measuredDue(p), dayEndsAt) && !p.heldUpAt ? "due_today" : "later";
}

/** The acts that settle it, the first one first. */
export function actsFor(owed: Owed, group: GroupKey): Act[] {
  const { promise: p, contact } = owed;
  const calls = owed.hasPhone && (p.kind === "callback" || contact?.preferredChannel === "phone");
  const call: Act[] = calls ? ["call"] : [];
  switch (group) {
    case "tell_before_late":
      return ["on_track", "move", "keep", ...call];
    case "late":
      return ["update", "move", "keep", ...call];
    case "needs_new_due":
      return ["move", "keep", ...call];
    case "awaiting_acceptance":
      return ["accept"];
    case "nobody_to_tell":
      return ["add_address", "keep"];
    case "ask_if_kept":
      return ["ask", ...call];
    default:
      return p.heldUpAt ? ["go_on"] : ["keep", "update", "move", ...call];
  }
}

/** Most urgent first: by the due each is measured against. */
export function byUrgency(a: Owed, b: Owed): number {
  const seconds = secondsBetween(measuredDue(b.promise), measuredDue(a.promise));
  return seconds || (a.promise.id < b.promise.id ? -1 : 1);
}

/** The first moment of tomorrow in a zone. */
export function dayEnd(now: Instant, zone: string): Instant {
  return instantOf(now.toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 }).toZonedDateTime(zone));
}

/** Open work is shown by name to the member, to who manages their teams, and to who leads the workspace. */
export function mayLook(
  viewer: { memberId: string; role: string },
  { memberIds, isManaged }: { memberIds: readonly string[]; isManaged: boolean },
): Ruling {
  const leads = ["proprietor", "admin", "manager"].includes(viewer.role);
  if (memberIds.every((id) => id === viewer.memberId) || leads || isManaged) return yes;
  return forbidden("not_your_team", "You see your own Today, and that of the teams you manage.");
}
