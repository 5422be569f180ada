import { type Instant, instantOf, isBefore, Temporal } from "#base/instant.ts";
import { invalid } from "#base/refusal.ts";

export const steps = ["week", "month"] as const;
export type Step = (typeof steps)[number];

/** A week from its Monday, or a month, of somebody's wall. `key` is its first day. */
export type Period = { key: string; from: Instant; until: Instant };

const most = 260;
const usually: Record<Step, number> = { week: 26, month: 12 };

/**
 * The weeks or months from one instant until another, each whole; unless said otherwise the last 26 weeks or 12 months
 * with the one that runs. Refuses more than can be shown (`too_many_periods`), and what ends beyond the years that can be
 * written (`too_far_off`).
 */
export function periodsOf(
  by: Step,
  asked: { from?: Instant | undefined; until?: Instant | undefined },
  timeZone: string,
  now: Instant,
): [Period, ...Period[]] {
  const dayOf = (at: Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate();
  const until = asked.until ?? now;
  const step = by === "week" ? { weeks: 1 } : { months: 1 };
  const first = startOf(by, asked.from ? dayOf(asked.from) : back(by, dayOf(until), usually[by] - 1));
  const lastYear = Math.max(first.year, dayOf(until).year);
  if (lastYear > 9998) throw invalid("too_far_off", "Ask for years before 9999.", first.year > 9998 ? "from" : "until");
  const periods: [Period, ...Period[]] = [periodFrom(first, step, timeZone)];
  for (let n = 1; ; n++) {
    const last = periods[periods.length - 1] as Period;
    if (!isBefore(last.until, until)) return periods;
    if (n >= most) throw invalid("too_many_periods", `Ask for ${most} at most: fewer years, or by month.`, "from");
    periods.push(periodFrom(Temporal.PlainDate.from(last.key).add(step), step, timeZone));
  }
}

type Day = ReturnType<typeof Temporal.PlainDate.from>;

function startOf(by: Step, day: Day): Day {
  return by === "week" ? day.subtract({ days: day.dayOfWeek - 1 }) : day.with({ day: 1 });
}

function back(by: Step, day: Day, count: number): Day {
  return by === "week" ? day.subtract({ weeks: count }) : day.subtract({ months: count });
}

function periodFrom(day: Day, step: { weeks: number } | { months: number }, timeZone: string): Period {
  const startOfDay = (date: Day) => instantOf(date.toZonedDateTime(timeZone));
  return { key: day.toString(), from: startOfDay(day), until: startOfDay(day.add(step)) };
}
