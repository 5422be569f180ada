import { type Calendar, weekdays } from "./calendar.ts";
import { dayMinutes, type Minutes, minutesOf } from "./hours.ts";

type Words = {
  locale: string;
  atAnyTime: string;
  byAppointment: string;
  /** The open hours of one day. */
  hours: (blocks: readonly Minutes[]) => string;
};

const english: Words = {
  locale: "en",
  atAnyTime: "at any time",
  byAppointment: "by appointment",
  hours: (blocks) => blocks.map((block) => between(block, toTheMinute)).join(" and "),
};

const german: Words = {
  locale: "de",
  atAnyTime: "jederzeit",
  byAppointment: "nach Vereinbarung",
  hours: (blocks) => {
    const isFull = (minutes: number) => minutes % 60 === 0;
    const clock = blocks.every(({ from, until }) => isFull(from) && isFull(until)) ? toTheHour : toTheMinute;
    return `${blocks.map((block) => between(block, clock)).join(" und ")} Uhr`;
  },
};

/** A language is added here; the names of its days come from Intl. */
const languages = [english, german];

/**
 * A calendar's usual week for customers: "Mon–Fri 8:00–17:00, Sat 9:00–12:00", in German "Mo–Fr 8–17 Uhr, Sa 9–12 Uhr".
 * English where we lack the language. Single dates (holidays) are not in it: they are news, and shown beside it.
 */
export function reachHours(calendar: Calendar, language: string): string {
  const [tag] = language.toLowerCase().split("-");
  const words = languages.find((candidate) => candidate.locale === tag) ?? english;
  const blocks = weekdays.map((weekday) => calendar.week.filter((block) => block.weekday === weekday).map(minutesOf));
  const openMinutes = blocks.flat().reduce((sum, { from, until }) => sum + until - from, 0);
  if (openMinutes === 0) return words.byAppointment;
  if (openMinutes === 7 * dayMinutes) return words.atAnyTime;
  return runsOfEqualDays(blocks.map((day) => (day.length > 0 ? words.hours(day) : "")))
    .filter(({ hours }) => hours !== "")
    .map(({ first, last, hours }) => `${daysInWords(first, last, words.locale)} ${hours}`)
    .join(", ");
}

type Run = { first: number; last: number; hours: string };

function runsOfEqualDays(hoursOfDays: readonly string[]): Run[] {
  const runs: Run[] = [];
  hoursOfDays.forEach((hours, day) => {
    const run = runs.at(-1);
    if (run?.hours === hours) run.last = day;
    else runs.push({ first: day, last: day, hours });
  });
  return runs;
}

function daysInWords(first: number, last: number, locale: string): string {
  const names = weekdayNames(locale);
  return first === last ? `${names[first]}` : `${names[first]}–${names[last]}`;
}

const namesByLocale = new Map<string, string[]>();

/** Short names from Monday on. Making a formatter takes far longer than using it, so each locale's is made once. */
function weekdayNames(locale: string): string[] {
  const known = namesByLocale.get(locale);
  if (known) return known;
  const { format } = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
  // 1 January 2024 was a Monday.
  const names = [0, 1, 2, 3, 4, 5, 6].map((day) => format(Date.UTC(2024, 0, 1 + day)));
  namesByLocale.set(locale, names);
  return names;
}

function between({ from, until }: Minutes, clock: (minutes: number) => string): string {
  return `${clock(from)}–${clock(until > dayMinutes ? until - dayMinutes : until)}`;
}

function toTheMinute(minutes: number): string {
  return `${toTheHour(minutes)}:${String(minutes % 60).padStart(2, "0")}`;
}

function toTheHour(minutes: number): string {
  return String(Math.floor(minutes / 60));
}
