import { Temporal } from "#base/instant.ts";
import type { Days } from "./parts.ts";

type Period = "week" | "month" | "year";

export function oneDay(day: Temporal.PlainDate): Days {
  return { from: day, to: day };
}

/** The next such weekday (1 = Monday … 7 = Sunday), today included, and the one a week later. */
export function weekdayAhead(today: Temporal.PlainDate, weekday: number): Days[] {
  const next = today.add({ days: (weekday - today.dayOfWeek + 7) % 7 });
  return [oneDay(next), oneDay(next.add({ days: 7 }))];
}

/** That weekday of this week (0), the next (1) … Weeks begin on Monday. */
export function weekdayOfWeek(today: Temporal.PlainDate, weekday: number, weeksAhead: number): Days {
  return oneDay(today.add({ days: weekday - today.dayOfWeek + 7 * weeksAhead }));
}

/** A day of the year without its year: this year's, or next year's once that has passed. Empty for 30 February. */
export function yearly(today: Temporal.PlainDate, month: number, day: number): Days[] {
  return [0, 1, 2, 3, 4].flatMap((years) => existing(today.year + years, month, day)).slice(0, 2);
}

/** "The 24th": of this month, or of the next that has one. */
export function monthly(today: Temporal.PlainDate, day: number): Days[] {
  return [0, 1, 2]
    .map((months) => today.with({ day: 1 }).add({ months }))
    .flatMap(({ year, month }) => existing(year, month, day));
}

/** The day as a list of one, or of none where the calendar has no such day. */
export function existing(year: number, month: number, day: number): Days[] {
  try {
    return [oneDay(Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }))];
  } catch {
    return [];
  }
}

/** This week, month or year (0), the next (1) …, from its first day to its last. */
export function period(today: Temporal.PlainDate, of: Period, ahead: number): Days {
  const first = {
    week: today.subtract({ days: today.dayOfWeek - 1 }),
    month: today.with({ day: 1 }),
    year: today.with({ month: 1, day: 1 }),
  }[of].add({ [`${of}s`]: ahead });
  return { from: first, to: first.add({ [`${of}s`]: 1 }).subtract({ days: 1 }) };
}

/** The whole month of that number: this year's, or next year's once it has passed. */
export function monthAhead(today: Temporal.PlainDate, month: number): Days[] {
  const first = today.with({ month, day: 1 });
  return [0, 1].map((years) => period(first.add({ years }), "month", 0));
}

/** ISO week of that number: this year's, or next year's once it has passed. */
export function numberedWeek(today: Temporal.PlainDate, week: number): Days[] {
  const years = [today.year, today.year + 1];
  return years.flatMap((year) => {
    const days = period(Temporal.PlainDate.from({ year, month: 1, day: 4 }), "week", week - 1);
    return days.from.weekOfYear === week ? [days] : [];
  });
}

/**
 * "Early" and "the middle of" something: Monday and Tuesday, or Wednesday, of a week; the first and second third of
 * anything longer. "The end of" it stays whole: it is due when its last open day closes.
 */
export function pieceOf(days: Days, piece: "early" | "middle" | "end"): Days {
  if (piece === "end") return days;
  const length = days.from.until(days.to).days + 1;
  const third = Math.floor(length / 3);
  if (piece === "early") return { from: days.from, to: days.from.add({ days: third - 1 }) };
  const last = length === 7 ? 2 : 2 * third - 1;
  return { from: days.from.add({ days: third }), to: days.from.add({ days: last }) };
}
