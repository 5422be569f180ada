import type { Calendar } from "#base/calendar.ts";
import { earliest, type Instant, isAfter, isBefore, latest, plusSeconds, secondsBetween } from "#base/instant.ts";
import { conflict, invalid, type Ruling, yes } from "#base/refusal.ts";
import { subtractWorkingTime, workingDaySeconds } from "#base/working-time.ts";
import type { Promise_ } from "./promise.ts";

/** How a customer is told: a message that goes out now, or a call or meeting that was held and is logged. */
export type Telling = { message: { body: string; subject?: string } } | { told: LoggedTelling };

export type LoggedTelling = { channel: Channel; at: Instant; note?: string };

export const loggedChannels = ["phone", "in_person", "sms", "chat", "social", "letter", "email", "portal"] as const;
export type Channel = (typeof loggedChannels)[number];

/** A telling as it is kept: `at` is null until the customer's server has accepted the message. */
export type KeptTelling = {
  id: string;
  promiseId: string;
  messageId: string | null;
  about: About;
  channel: string;
  author: "human" | "automatic";
  byMemberId: string | null;
  at: Instant | null;
  loggedAt: Instant;
  note: string | null;
  nextWordAt: Instant | null;
  undoneAt: Instant | null;
};

export const abouts = [
  "move",
  "update",
  "keep",
  "release",
  "decline",
  "failure",
  "hold_up",
  "hand_on",
  "holding",
  "correction",
] as const;
export type About = (typeof abouts)[number];

/** A call that is logged was held after the promise was made and not in the future. */
export function checkLogged(p: Promise_, told: LoggedTelling, now: Instant): Ruling {
  if (isBefore(told.at, p.madeAt)) {
    return invalid("told_before_made", "That was before the promise was made.", "told.at");
  }
  if (isAfter(told.at, now)) return invalid("told_in_future", "That has not happened yet.", "told.at");
  return yes;
}

/** Nobody is told by silence: an act that the customer must hear of needs a message or a logged call. */
export function mustTell(p: Promise_, telling: Telling | null): Ruling {
  if (telling || p.audience === "internal") return yes;
  return invalid("customer_not_told", "Say how the customer was told: write to them here, or log the call.", "message");
}

/** How a told move counts: with useful notice, without it but before the due, or after the due. */
export type Notice = "in_time" | "late_notice" | "after_due";

type Span = { dueAt: Instant; opensAt: Instant | null; spanFromAt: Instant };
type NoticePolicy = { usefulNoticeShare: number; usefulNoticeMaxWorkingDays: number };

/** How a move counts that was told then. `spanFromAt` is where the old due's span began. */
export function noticeOf(
  { toldAt, ...span }: Span & { toldAt: Instant },
  policy: NoticePolicy,
  hours: Calendar,
): Notice {
  if (isAfter(toldAt, span.dueAt)) return "after_due";
  return isAfter(toldAt, usefulNoticeUntil(span, policy, hours)) ? "late_notice" : "in_time";
}

/**
 * Useful notice is a quarter of the span before the old due, at most one working day: the smaller of the two; and where
 * the old due is the end of a window, before that opens.
 */
export function usefulNoticeUntil(
  { dueAt, opensAt, spanFromAt }: Span,
  policy: NoticePolicy,
  hours: Calendar,
): Instant {
  const share = plusSeconds(dueAt, -policy.usefulNoticeShare * secondsBetween(spanFromAt, dueAt));
  const days = subtractWorkingTime(hours, dueAt, policy.usefulNoticeMaxWorkingDays * workingDaySeconds(hours));
  const useful = days ? latest(share, days) : share;
  return opensAt ? earliest(useful, opensAt) : useful;
}

/** The customer says that a logged call was not held: possible for some working days, and once. */
export function mayContradict(t: KeptTelling, until: Instant | null, now: Instant): Ruling {
  if (t.undoneAt) return conflict("already_contradicted", "You have told us so already.");
  if (t.messageId || !t.at) return conflict("not_logged", "Only what was logged by hand can be contradicted.");
  if (until && isAfter(now, until))
    return conflict("contradiction_too_late", "This could be contradicted for some days; please write to us.");
  return yes;
}
