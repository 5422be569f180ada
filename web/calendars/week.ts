import type { OpenBlock, Weekday } from "#base/calendar.ts";
import type { Hours } from "#base/hours.ts";

type Week = readonly OpenBlock[];

/** The hours of one weekday, as they are typed. */
export function blocksOf(week: Week, weekday: Weekday): Hours[] {
  return week.filter((block) => block.weekday === weekday).map(({ from, to }) => ({ from, to }));
}

/** The week with other hours on these days; the days stay in their order. */
export function withDays(week: Week, days: readonly Weekday[], blocks: readonly Hours[]): OpenBlock[] {
  const others = week.filter(({ weekday }) => !days.includes(weekday));
  const changed = days.flatMap((weekday) => blocks.map((block) => ({ weekday, ...block })));
  return [...others, ...changed].toSorted((a, b) => a.weekday - b.weekday);
}

/** What is offered when a further block is added: a usual day, or an afternoon after the break. */
export function nextBlock(blocks: readonly Hours[]): Hours {
  const last = blocks.at(-1);
  if (!last) return { from: "09:00", to: "17:00" };
  const hour = Number(last.to.slice(0, 2)) + 1;
  return hour > 23 || last.to < last.from
    ? { from: last.to === "24:00" ? "" : last.to, to: "" }
    : { from: clock(hour), to: clock(Math.min(hour + 4, 24)) };
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, "0")}:00`;
}
