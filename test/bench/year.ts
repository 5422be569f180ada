import { happeningsOf, newPast, type Past, type PastPromise, workOf } from "#app/quotes/past.ts";
import { adviceFrom, usualShare } from "#app/quotes/quote.ts";
import { clockTimeline, workingTimeline } from "#app/quotes/timeline.ts";
import { type Instant, instant, isAfter, plusSeconds } from "#base/instant.ts";
import type { Business } from "#cli/demo/business.ts";
import { chanceOf } from "#cli/demo/chance.ts";
import { hoursOf, type Plan, plansOf } from "#cli/demo/plan.ts";

/** A quote of the advisor at 95 % once it speaks from history alone, and the modest rule's for the same promise. */
export type Quoted = { kind: string; isKept: boolean; isModestKept: boolean };

const newYear = instant("2026-01-01T00:00:00Z");
const day = 86_400;

/**
 * A year of a business of the demo, lived through in order: each promise is quoted by the code that serves quotes, from
 * what was made and done before; then it is told that it was made, and when the time has come, what became of it. Some
 * are released on the way, and say only that they were not done by then. Counts every quote that came to an end.
 */
export function liveThrough(business: Business, { seed, count }: { seed: number; count: number }): Quoted[] {
  const hours = hoursOf(business);
  const past = {
    working: newPast(
      workingTimeline(hours, plusSeconds(newYear, -400 * day), plusSeconds(newYear, 400 * day)),
      hours.timeZone,
    ),
    clock: newPast(clockTimeline, hours.timeZone),
  };
  const tell = (promise: PastPromise) => {
    for (const each of [past.working, past.clock]) for (const happen of happeningsOf(each, [promise])) happen();
  };
  const plans = plansOf(business, { seed, count, hours, now: newYear, weeks: 52 });
  const ends = plans
    .map((plan) => endOf(plan, chanceOf(seed, "ends", plan.n).next()))
    .toSorted((a, b) => order(a.at, b.at));
  const quoted: Quoted[] = [];
  for (const plan of plans) {
    while (ends[0] && !isAfter(ends[0].at, plan.madeAt)) tell(ends.shift()?.promise ?? madeOf(plan));
    const one = quotedIn(past[plan.work.takes.in], plan);
    if (one) quoted.push(one);
    tell(madeOf(plan));
  }
  return quoted;
}

function order(a: Instant, b: Instant): number {
  return a.epochMilliseconds - b.epochMilliseconds;
}

/** Of a visit the time is agreed, not quoted. */
function quotedIn(past: Past, plan: Plan): Quoted | null {
  if (plan.work.window) return null;
  const work = workOf(past, { ...madeOf(plan), id: "" });
  const modestSeconds = 2 * plan.guessSeconds;
  const advice = adviceFrom(past, work, { modestSeconds, elapsedSeconds: 0, advisedShare: usualShare, language: "en" });
  if (advice?.rule !== "history") return null;
  const took = (past.timeline.at(plan.doneAt) - past.timeline.at(plan.madeAt)) / 1000;
  return { kind: plan.work.kind, isKept: took <= advice.seconds, isModestKept: took <= modestSeconds };
}

function madeOf(plan: Plan): PastPromise {
  return {
    id: `${plan.n}`,
    kind: plan.work.kind,
    customerId: `${plan.client}`,
    ownerId: `${plan.owner}`,
    state: "open",
    madeAt: plan.madeAt,
    recordedAt: plan.madeAt,
    firstDueAt: plan.dueAt,
    wantedByAt: plan.wantedByAt,
    estimateSeconds: plan.estimateSeconds,
    settledAt: null,
    heldUpAt: null,
    heldUpSeconds: 0,
  };
}

/** One in thirty is released somewhere on the way. */
function endOf(plan: Plan, throw_: number): { at: Instant; promise: PastPromise } {
  const isReleased = throw_ < 1 / 30;
  const span = plan.doneAt.epochMilliseconds - plan.madeAt.epochMilliseconds;
  const at = isReleased ? plusSeconds(plan.madeAt, (30 * throw_ * span) / 1000) : plan.doneAt;
  return { at, promise: { ...madeOf(plan), state: isReleased ? "released" : "kept", settledAt: at } };
}

export type Line = { kind: string; count: number; kept: number; modestKept: number; band: number };

/** Of each kind and of all: the shares kept, and how far from 95 % chance alone may lead (99 % of the time). */
export function linesOf(quoted: readonly Quoted[]): Line[] {
  const share = (of: readonly boolean[]) => of.filter(Boolean).length / of.length;
  const line = (kind: string, of: readonly Quoted[]): Line => ({
    kind,
    count: of.length,
    kept: share(of.map(({ isKept }) => isKept)),
    modestKept: share(of.map(({ isModestKept }) => isModestKept)),
    band: 2.576 * Math.sqrt((0.95 * 0.05) / of.length),
  });
  const byKind = Map.groupBy(quoted, ({ kind }) => kind);
  return [...byKind].map(([kind, of]) => line(kind, of)).concat(line("all", quoted));
}
