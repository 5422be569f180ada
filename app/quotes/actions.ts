import { findCalendar } from "#app/calendars/store.ts";
import { findMember } from "#app/members/store.ts";
import { findWorkspace } from "#app/workspaces/store.ts";
import { policyFor } from "#app/workspaces/store-policies.ts";
import type { Calendar } from "#base/calendar.ts";
import { earliest, type Instant, plusSeconds, secondsBetween } from "#base/instant.ts";
import { roundOutwards } from "#base/rounding.ts";
import { addWorkingTime } from "#base/working-time.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Actor } from "#engine/http/call.ts";
import { letOthersIn } from "#engine/turns.ts";
import { happeningsOf, newPast, type Past, workOf } from "./past.ts";
import { type AdvisedQuote, type Asked, adviceFrom } from "./quote.ts";
import { endedOf, recordedSince } from "./store.ts";
import { clockTimeline, workingTimeline } from "./timeline.ts";

/** What is learnt is worked out again each day, so that what was corrected since is seen; meanwhile what is new is added. */
type Kept = { past: Past; builtAt: Instant; caughtUpAt: Instant; hours: Calendar };
const kept = new Map<string, Kept>();
const mostKept = 16;
const dayLong = 86_400;
const mostPromises = 3000;
/** Recorded by somebody whose transaction was still open when we last looked. */
const overlapSeconds = 60;
/** Whoever types asks many times a second; what ended has to count within one. */
const newEnoughSeconds = 0.5;

/**
 * The quote that the workspace's own promises advise, counted on the house's hours where the work is done in working
 * time, and rounded outwards. Null where there is not enough history.
 */
export async function quoteFromHistory(
  tx: Tx,
  workspaceId: string,
  asked: Asked,
  hours: Calendar,
  now: Instant,
): Promise<AdvisedQuote | null> {
  return quoteFrom(await pastOf(tx, workspaceId, asked.estimateIn, hours, now), asked, hours, now);
}

/** The same from what this process has learnt already, which asks nobody; null where that is nothing. */
export function quoteAtHand(workspaceId: string, asked: Asked, hours: Calendar, now: Instant): AdvisedQuote | null {
  const known = kept.get(keyOf(workspaceId, asked.estimateIn));
  return known && isFresh(known, hours, now) ? quoteFrom(known.past, asked, hours, now) : null;
}

function quoteFrom(past: Past, asked: Asked, hours: Calendar, now: Instant): AdvisedQuote | null {
  const { madeAt, heldUpSeconds } = asked.open ?? { madeAt: now, heldUpSeconds: 0 };
  const work = workOf(past, { ...asked, id: "", madeAt, heldUpSeconds, settledAt: null, heldUpAt: null });
  const secondsUntil = (at: Instant) => (past.timeline.at(at) - work.openedAt) / 1000;
  const elapsedSeconds = Math.max(0, secondsUntil(now));
  const modestSeconds = asked.open ? null : asked.estimateSeconds && 2 * asked.estimateSeconds;
  const advice = adviceFrom(past, work, { ...asked, modestSeconds, elapsedSeconds });
  const dueAfter = (seconds: number) => {
    const due = asked.estimateIn === "working" ? addWorkingTime(hours, now, seconds) : plusSeconds(now, seconds);
    return due && roundOutwards(due, now, hours);
  };
  const advisedDueAt = advice && dueAfter(advice.seconds);
  if (!advice || !advisedDueAt) return null;
  const { rule, explanation } = advice;
  return {
    rule,
    advisedDueAt,
    odds: advice.odds.flatMap(({ share, seconds }) => {
      const dueAt = dueAfter(seconds);
      return dueAt ? [{ share, dueAt }] : [];
    }),
    shares: asked.dueAts.map((dueAt) => advice.shareWithin(secondsUntil(dueAt) - elapsedSeconds)),
    explanation,
  };
}

/** In which time work of a kind is measured here, with which odds it is advised, on whose hours, and in which language this member reads of it. */
export async function houseOf(
  tx: Tx,
  { workspaceId, memberId }: Pick<Actor, "workspaceId" | "memberId">,
  kind?: string,
) {
  const workspace = await findWorkspace(tx, workspaceId);
  const house = workspace && (await findCalendar(tx, workspaceId, workspace.calendarId));
  if (!house) throw new Error("the transaction's workspace does not exist");
  const { estimateIn, odds } = await policyFor(tx, workspaceId, { kind });
  const member = await findMember(tx, workspaceId, memberId);
  return {
    unit: estimateIn,
    advisedShare: odds,
    hours: house.calendar,
    language: member?.language ?? workspace.language,
  };
}

/** All that the workspace's promises have taught about work that is done in this kind of time. */
export async function pastOf(
  tx: Tx,
  workspaceId: string,
  unit: "working" | "clock",
  hours: Calendar,
  now: Instant,
): Promise<Past> {
  const key = keyOf(workspaceId, unit);
  const known = kept.get(key);
  if (known && isFresh(known, hours, now)) {
    if (Math.abs(secondsBetween(known.caughtUpAt, now)) < newEnoughSeconds) return known.past;
    await catchUp(tx, workspaceId, known.past);
    keep(key, { ...known, caughtUpAt: now });
    return known.past;
  }
  const promises = await recordedSince(tx, workspaceId, null, mostPromises);
  const first = earliest(now, ...promises.map(({ madeAt }) => madeAt));
  const yearOn = plusSeconds(now, 366 * dayLong);
  const past = newPast(unit === "working" ? workingTimeline(hours, first, yearOn) : clockTimeline, hours.timeZone);
  await tell(happeningsOf(past, promises));
  keep(key, { past, builtAt: now, caughtUpAt: now, hours });
  return past;
}

async function catchUp(tx: Tx, workspaceId: string, past: Past): Promise<void> {
  const since = past.latestRecordedAt && plusSeconds(past.latestRecordedAt, -overlapSeconds);
  const fresh = await recordedSince(tx, workspaceId, since, mostPromises);
  const ended = await endedOf(tx, workspaceId, [...past.history.open.keys()]);
  const known = new Set(fresh.map(({ id }) => id));
  for (const happen of happeningsOf(past, [...fresh, ...ended.filter(({ id }) => !known.has(id))])) happen();
}

/** A whole history is a second of arithmetic; others are served in between. */
async function tell(happenings: readonly (() => void)[]): Promise<void> {
  for (const [i, happen] of happenings.entries()) {
    happen();
    if (i % 50 === 49) await letOthersIn();
  }
}

function keyOf(workspaceId: string, unit: "working" | "clock"): string {
  return `${workspaceId} ${unit}`;
}

function isFresh({ builtAt, hours }: Kept, hoursNow: Calendar, now: Instant): boolean {
  const age = secondsBetween(builtAt, now);
  return age >= 0 && age < dayLong && JSON.stringify(hours) === JSON.stringify(hoursNow);
}

function keep(key: string, one: Kept): void {
  kept.delete(key);
  kept.set(key, one);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
}
