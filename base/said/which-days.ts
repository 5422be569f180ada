import type { Calendar } from "#base/calendar.ts";
import { Temporal } from "#base/instant.ts";
import { oneDay } from "./days.ts";
import { openDayAfter } from "./open-days.ts";
import type { Days, Part } from "./parts.ts";

type Named = Extract<Part, { is: "days" }>;
export type Span = Extract<Part, { is: "span" }>;

/** The days that were named, in the order to try them, and whether only their end counts ("Monday or Tuesday"). */
type Choice = { days: Days[]; endOnly: boolean };

/** The days that all the parts together name, or null where they name none. */
export function daysNamed(parts: Part[]): Choice | null {
  const named = parts.filter((part) => part.is === "days");
  // "Friday, 27 November": the date is the surer word.
  const written = named.filter((part) => part.written);
  const [first, ...more] = written.length > 0 ? written : withinTheirWeek(named);
  if (!first) return null;
  const isWindow = parts.some((part) => part.is === "between");
  return more.reduce<Choice>((choice, next) => joined(choice, next, isWindow), choiceOf(first));
}

/** So many days, weeks … after each of these days. Null where the calendar has not so many working days. */
export function daysLater(days: Days[], span: Span, calendar: Calendar): Days[] | null {
  const later = days.map(({ to }) =>
    span.working && span.unit === "day" ? openDayAfter(calendar, to, Math.ceil(span.count)) : to.add(lengthOf(span)),
  );
  const found = later.filter((day) => day !== null).map(oneDay);
  return found.length > 0 ? found : null;
}

/** "Friday next week", "next week on Monday or Tuesday": the week says which Friday. */
function withinTheirWeek(named: Named[]): Named[] {
  const week = named.find(({ days }) => days.some(isWeek));
  const single = named.filter(({ days }) => days.every(isSingle));
  if (!week || single.length === 0) return named;
  return single.map((each) => ({
    ...each,
    days: week.days.flatMap((of) => each.days.slice(0, 1).map((day) => within(of, day))),
  }));
}

function choiceOf({ days, endOnly }: Named): Choice {
  return { days, endOnly: endOnly ?? false };
}

function joined(choice: Choice, next: Named, isWindow: boolean): Choice {
  const [first] = choice.days;
  const [other] = next.days;
  if (!first || !other) return choice;
  const later = next.days.filter(({ to }) => Temporal.PlainDate.compare(to, first.from) >= 0);
  if (later.length === 0) return choice;
  return isWindow
    ? { days: later.map(({ to }) => ({ from: first.from, to })), endOnly: false }
    : { days: later, endOnly: Temporal.PlainDate.compare(first.from, other.from) !== 0 || choice.endOnly };
}

function isSingle({ from, to }: Days): boolean {
  return from.equals(to);
}

function isWeek({ from, to }: Days): boolean {
  return from.until(to).days === 6;
}

function within(week: Days, { to }: Days): Days {
  return oneDay(week.from.add({ days: to.dayOfWeek - 1 }));
}

function lengthOf({ count, unit }: Span): Temporal.DurationLike {
  if (unit === "year") return { months: Math.ceil(count * 12) };
  // Parts of a month are thirtieths: nobody who says "a month and a half" counts closer.
  if (unit === "month") return { months: Math.floor(count), days: Math.ceil((count % 1) * 30) };
  return { days: Math.ceil(count * (unit === "week" ? 7 : 1)) };
}
