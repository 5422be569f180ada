import type { Calendar } from "#base/calendar.ts";
import { type Instant, isAfter, plusSeconds, type Temporal } from "#base/instant.ts";
import { addWorkingTime } from "#base/working-time.ts";
import { oneDay } from "./days.ts";
import { hoursOn, type Window } from "./hours-on.ts";
import { isOpenDay, openDayAfter } from "./open-days.ts";
import type { Days, Part } from "./parts.ts";
import { daysLater, daysNamed, type Span } from "./which-days.ts";

type When = { now: Instant; timeZone: string; calendar: Calendar };

/**
 * When all the parts together are due: "past" where that can only be over, null where they name no end ("after
 * Friday"). A window that is open already has no opening.
 */
export function dueOf(parts: Part[], when: When): Window | "past" | null {
  const exact = parts.find((part) => part.is === "exact");
  if (exact) return onlyAhead({ opensAt: null, dueAt: exact.at }, when) ?? "past";
  const span = parts.find((part) => part.is === "span");
  if (!span || secondsOf(span) === null) return dueOnDays(parts, span, when);
  // "Twenty minutes tomorrow" is how long it takes.
  const isItsLength = !span.firm && parts.some(({ is }) => is === "days" || is === "hours" || is === "day_part");
  return isItsLength ? dueOnDays(parts, undefined, when) : dueInTime(span, when);
}

function dueInTime(span: Span, { now, calendar }: When): Window | "past" | null {
  const seconds = secondsOf(span) ?? 0;
  if (seconds <= 0) return "past";
  const dueAt = span.working ? addWorkingTime(calendar, now, seconds) : plusSeconds(now, seconds);
  return dueAt && { opensAt: null, dueAt };
}

function dueOnDays(parts: Part[], span: Span | undefined, when: When): Window | "past" | null {
  const now = when.now.toZonedDateTimeISO(when.timeZone);
  const today = now.toPlainDate();
  const named = daysNamed(parts);
  const days = span ? daysLater(named?.days ?? [oneDay(today)], span, when.calendar) : named?.days;
  const endOnly = span !== undefined || named?.endOnly || parts.some(({ is }) => is === "by" || is === "before");
  if (days === null || namesNoEnd(parts, span)) return null;
  const tries = days ?? daysUnsaid(parts, now, when.calendar);
  const scene = { ...when, endOnly: Boolean(endOnly), onlyToday: isOnly(today, tries, parts) };
  // An hour without its half of the day ("nine") is the other half only when no day suits the likelier one.
  for (const otherHalf of [false, true]) {
    for (const day of tries) {
      const found = onlyAhead(hoursOn(day, parts, { ...scene, otherHalf }), when);
      if (found) return found;
    }
  }
  return "past";
}

/** Where no day was said: today or tomorrow, and for what only an open day has ("end of business") the next of those. */
function daysUnsaid(parts: Part[], now: Temporal.ZonedDateTime, calendar: Calendar): Days[] {
  const today = now.toPlainDate();
  const dayPart = parts.find((part) => part.is === "day_part");
  if (dayPart?.today) return [oneDay(today)];
  const tomorrow = today.add({ days: 1 });
  // "In the morning", said in the morning, is the next one.
  if (dayPart && now.hour * 60 + now.minute >= dayPart.from.minutes) return [oneDay(tomorrow)];
  if (!parts.some(({ is }) => is === "close" || is === "first_thing")) return [today, tomorrow].map(oneDay);
  const first = isOpenDay(calendar, today) ? today : (openDayAfter(calendar, today, 1) ?? today);
  return [first, openDayAfter(calendar, first, 1) ?? tomorrow].map(oneDay);
}

/** "Today", or today's date: next year's, or next week's, would not be meant by it. */
function isOnly(today: Temporal.PlainDate, [first, second]: Days[], parts: Part[]): boolean {
  const isWritten = parts.some((part) => part.is === "days" && part.written);
  return (first?.from.equals(today) && first.to.equals(today) && (!second || isWritten)) ?? false;
}

function namesNoEnd(parts: Part[], span: Span | undefined): boolean {
  return parts.some(({ is }) => is === "not_before") && !span && !parts.some(({ is }) => is === "hours");
}

function secondsOf({ count, unit }: Span): number | null {
  const seconds = { second: 1, minute: 60, hour: 3600, day: null, week: null, month: null, year: null }[unit];
  return seconds && count * seconds;
}

function onlyAhead({ opensAt, dueAt }: Window, { now }: When): Window | null {
  if (!isAfter(dueAt, now)) return null;
  // On the night when clocks go forward, "between two and three" is a single instant.
  const isOpening = opensAt && isAfter(opensAt, now) && isAfter(dueAt, opensAt);
  return { opensAt: isOpening ? opensAt : null, dueAt };
}
