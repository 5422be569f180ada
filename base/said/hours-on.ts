import type { Calendar } from "#base/calendar.ts";
import { type Instant, instantOf, isAfter, plusSeconds, Temporal } from "#base/instant.ts";
import { isOpen } from "#base/working-time.ts";
import { readingsOf } from "./clocks.ts";
import { oneDay } from "./days.ts";
import { lastClose, opening } from "./open-days.ts";
import type { Clock, Days, Part } from "./parts.ts";

export type Window = { opensAt: Instant | null; dueAt: Instant };
type DayPart = Extract<Part, { is: "day_part" }>;

type Scene = {
  now: Instant;
  timeZone: string;
  calendar: Calendar;
  /** "By", "before", "in two days": due at the end of what was said, with no opening. */
  endOnly: boolean;
  /** Take "nine" for the less likely half of the day. */
  otherHalf: boolean;
  /** The words allow no other day than today. */
  onlyToday: boolean;
};

const noon = 720;
const midnight = 1440;
const firstHourSeconds = 3600;

/** What the parts say about the hours, on those days. */
export function hoursOn(days: Days, parts: Part[], scene: Scene): Window {
  const hours = parts.findLast((part) => part.is === "hours");
  const dayPart = parts.find((part) => part.is === "day_part");
  const after = parts.find((part) => part.is === "after");
  const isAfterHour = parts.some(({ is }) => is === "not_before");
  if (hours && isAfterHour) return rest(days, minutesOf(hours.to, days.to, dayPart, scene), scene);
  if (hours) return atHours(days, hours, dayPart, scene);
  if (after) return rest(days, after.from.minutes, scene);
  if (parts.some(({ is }) => is === "first_thing")) return { opensAt: null, dueAt: firstHour(days.from, scene) };
  if (parts.some(({ is }) => is === "same_time")) return { opensAt: null, dueAt: sameTime(days.to, scene) };
  if (parts.some(({ is }) => is === "close")) return { opensAt: null, dueAt: closing(days, scene) };
  if (dayPart) return window(days, dayPart.from.minutes, dayPart.to.minutes, scene);
  if (parts.some(({ is }) => is === "before")) return { opensAt: null, dueAt: closeBefore(days.from, scene) };
  return { opensAt: scene.endOnly ? null : firstOpening(days, scene), dueAt: closing(days, scene) };
}

function atHours(
  days: Days,
  { from, to }: Extract<Part, { is: "hours" }>,
  dayPart: DayPart | undefined,
  scene: Scene,
): Window {
  const until = minutesOf(to, days.to, dayPart, scene);
  if (!from) return { opensAt: null, dueAt: onWall(days.to, until, scene) };
  // The likelier half is the one that makes a window at all: "eleven to one", "two to four p.m.".
  const [early, late] = readingsOf(from);
  if (to.sure) return window(days, late < until ? late : early, early < until ? until : until + midnight, scene);
  const opens = minutesOf(from, days.to, dayPart, scene);
  return window(days, opens, readingsOf(to).find((minutes) => minutes > opens) ?? to.minutes + midnight, scene);
}

/** From an hour to the end of that day's business, or to midnight where business is over by then. */
function rest({ to }: Days, from: number, scene: Scene): Window {
  const opensAt = onWall(to, from, scene);
  const day = to.add({ days: Math.floor(from / midnight) });
  const close = lastClose(scene.calendar, oneDay(day));
  return { opensAt, dueAt: isAfter(close, opensAt) ? close : onWall(day, midnight, scene) };
}

function window(days: Days, from: number, to: number, scene: Scene): Window {
  return { opensAt: scene.endOnly ? null : onWall(days.from, from, scene), dueAt: onWall(days.to, to, scene) };
}

/** Minutes after midnight. Of "three", the half of the day that was named, or when business is open, or afternoon. */
function minutesOf(said: Clock, day: Temporal.PlainDate, dayPart: DayPart | undefined, scene: Scene): number {
  if (said.sure) return said.minutes;
  const [early, late] = readingsOf(said);
  if (dayPart) return dayPart.to.minutes > noon ? late : early;
  const isOpenAt = (minutes: number) => isOpen(scene.calendar, onWall(day, minutes, scene));
  const likelier = isOpenAt(early) ? early : isOpenAt(late) || early < 7 * 60 ? late : early;
  if (!scene.otherHalf) return likelier;
  return likelier === early ? late : early;
}

/** Today's business may be over when "today" is said: then today ends at midnight. */
function closing(days: Days, scene: Scene): Instant {
  const close = lastClose(scene.calendar, days);
  const isOver = scene.onlyToday && !isAfter(close, scene.now);
  return isOver ? onWall(days.to, midnight, scene) : close;
}

function closeBefore(day: Temporal.PlainDate, scene: Scene): Instant {
  return lastClose(scene.calendar, { from: day.subtract({ days: 14 }), to: day.subtract({ days: 1 }) });
}

function firstOpening({ from, to }: Days, scene: Scene): Instant {
  for (let day = from; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) {
    const opens = opening(scene.calendar, day);
    if (opens) return opens;
  }
  return onWall(from, 0, scene);
}

function sameTime(day: Temporal.PlainDate, scene: Scene): Instant {
  const { hour, minute } = scene.now.toZonedDateTimeISO(scene.timeZone);
  return onWall(day, hour * 60 + minute, scene);
}

function firstHour(day: Temporal.PlainDate, scene: Scene): Instant {
  return plusSeconds(opening(scene.calendar, day) ?? onWall(day, 9 * 60, scene), firstHourSeconds);
}

/** A wall time that a clock change leaves out is as much later as the change; one that comes twice is the first. */
function onWall(day: Temporal.PlainDate, minutes: number, { timeZone }: Scene): Instant {
  const onDay = day.add({ days: Math.floor(minutes / midnight) });
  const time = { hour: Math.floor((minutes % midnight) / 60), minute: minutes % 60 };
  return instantOf(onDay.toPlainDateTime(time).toZonedDateTime(timeZone, { disambiguation: "compatible" }));
}
