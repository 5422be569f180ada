import { type Calendar, weekdays } from "./calendar.ts";
import { type Minutes, minutesOf } from "./hours.ts";
import { dayAt, dayMs, dayOf, instantOf } from "./wall-clock.ts";

/** A stretch of open time in epoch milliseconds; `until` is the closing instant and no longer open. */
export type Span = { from: number; until: number };

const weekMs = 7 * dayMs;
/** How far open time is looked for: beyond any promise, and near enough to give up on a calendar that never opens. */
export const horizonMs = 3653 * dayMs;

/** The open time from one instant to another: in order, apart, and cut at both ends. */
export function spansWithin(calendar: Calendar, from: number, until: number): Span[] {
  // Two days back, for a night that reaches over a date that was left out (Samoa, 2011-12-30); one day on, for a clock
  // that is put back over midnight and shows the old date again.
  const firstDay = dayAt(calendar.timeZone, from) - 2;
  const lastDay = dayAt(calendar.timeZone, until) + 1;
  const found: Span[] = [];
  for (let day = firstDay; day <= lastDay; day++) found.push(...spansOfDay(calendar, day));
  return apart(found, from, until);
}

/** The open time after an instant, soonest first, up to the horizon. */
export function* spansAfter(calendar: Calendar, at: number): Generator<Span> {
  for (let from = at; from < at + horizonMs; from += weekMs) yield* spansWithin(calendar, from, from + weekMs);
}

/** The open time before an instant, latest first, back to the horizon. */
export function* spansBefore(calendar: Calendar, at: number): Generator<Span> {
  for (let until = at; until > at - horizonMs; until -= weekMs) {
    yield* spansWithin(calendar, until - weekMs, until).reverse();
  }
}

/** The blocks that begin on a day (counted from 1970-01-01) as they really fall; a leap can make them overlap or void. */
export function spansOfDay(calendar: Calendar, day: number): Span[] {
  const blocks = blocksOf(calendar, day);
  const { timeZone } = calendar;
  const dayIsLeftOut = () => dayAt(timeZone, instantOf(timeZone, day * dayMs)) !== day;
  if (blocks.length === 0 || dayIsLeftOut()) return [];
  const instantAt = (minutes: number) => instantOf(timeZone, day * dayMs + minutes * 60_000);
  return blocks.map((block) => ({ from: instantAt(block.from), until: instantAt(block.until) }));
}

function apart(spans: Span[], from: number, until: number): Span[] {
  const result: Span[] = [];
  let reached = from;
  for (const span of spans.sort((a, b) => a.from - b.from)) {
    const cut = { from: Math.max(span.from, reached), until: Math.min(span.until, until) };
    if (cut.from >= cut.until) continue;
    result.push(cut);
    reached = cut.until;
  }
  return result;
}

type Plan = { week: Minutes[][]; days: Map<number, Minutes[]> };
const plans = new WeakMap<Calendar, Plan>();

function blocksOf(calendar: Calendar, day: number): Minutes[] {
  const { week, days } = plans.get(calendar) ?? planOf(calendar);
  // Day 0, 1970-01-01, was a Thursday, the fourth of the week's seven.
  return days.get(day) ?? week[(((day + 3) % 7) + 7) % 7] ?? [];
}

function planOf(calendar: Calendar): Plan {
  const plan = {
    week: weekdays.map((weekday) => calendar.week.filter((block) => block.weekday === weekday).map(minutesOf)),
    days: new Map(calendar.days.map(({ on, blocks }) => [dayOf(on), blocks.map(minutesOf)])),
  };
  plans.set(calendar, plan);
  return plan;
}
