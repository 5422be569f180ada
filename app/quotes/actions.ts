import type { Calendar } from "#base/calendar.ts";
import { earliest, type Instant, plusSeconds, secondsBetween } from "#base/instant.ts";
import { roundOutwards } from "#base/rounding.ts";
import { addWorkingTime } from "#base/working-time.ts";
import type { Tx } from "#engine/db/database.ts";
import { letOthersIn } from "#engine/turns.ts";
import { happeningsOf, newPast, type Past, workOf } from "./past.ts";
import { adviceFrom } from "./quote.ts";
import { endedOf, recordedSince } from "./store.ts";
import { clockTimeline, workingTimeline } from "./timeline.ts";

export type Asked = {
  kind: string;
  customerId: string | null;
  ownerId: string;
  estimateSeconds: number;
  estimateIn: "working" | "clock";
  wantedByAt: Instant | null;
  /** A time that somebody thinks of saying: its odds are wanted. */
  dueAt: Instant | null;
};

export type AdvisedQuote = {
  rule: "history" | "blended";
  advisedDueAt: Instant;
  odds: { share: number; dueAt: Instant }[];
  shareAtDue: number | null;
  explanation: string;
};

/** What is learnt is worked out again each day, so that what was corrected since is seen; meanwhile what is new is added. */
type Kept = { past: Past; builtAt: Instant; hours: Calendar };
const kept = new Map<string, Kept>();
const mostKept = 16;
const dayLong = 86_400;
const mostPromises = 3000;
/** Recorded by somebody whose transaction was still open when we last looked. */
const overlapSeconds = 60;

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
  const past = await pastOf(tx, workspaceId, asked.estimateIn, hours, now);
  const work = workOf(past, { ...asked, id: "", madeAt: now, settledAt: null, heldUpAt: null, heldUpSeconds: 0 });
  const advice = adviceFrom(past, work, 2 * asked.estimateSeconds);
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
    shareAtDue: asked.dueAt && advice.shareWithin((past.timeline.at(asked.dueAt) - work.openedAt) / 1000),
    explanation,
  };
}

async function pastOf(
  tx: Tx,
  workspaceId: string,
  unit: "working" | "clock",
  hours: Calendar,
  now: Instant,
): Promise<Past> {
  const key = `${workspaceId} ${unit}`;
  const known = kept.get(key);
  if (known && isFresh(known, hours, now)) {
    await catchUp(tx, workspaceId, known.past);
    return known.past;
  }
  const promises = await recordedSince(tx, workspaceId, null, mostPromises);
  const first = earliest(now, ...promises.map(({ madeAt }) => madeAt));
  const yearOn = plusSeconds(now, 366 * dayLong);
  const past = newPast(unit === "working" ? workingTimeline(hours, first, yearOn) : clockTimeline, hours.timeZone);
  await tell(happeningsOf(past, promises));
  keep(key, { past, builtAt: now, hours });
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
