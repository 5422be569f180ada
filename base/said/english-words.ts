import { aroundHour, clock, type HalfDay, oclock } from "./clocks.ts";
import type { Measure } from "./durations.ts";
import { type Clock, named, oneOf } from "./parts.ts";

const firstTwelve = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const hours = Object.fromEntries(firstTwelve.map((word, index) => [word, index + 1]));

export const numbers: Record<string, number> = {
  ...hours,
  a: 1,
  an: 1,
  "half an": 0.5,
  "half a": 0.5,
  "a quarter of an": 0.25,
  "three quarters of an": 0.75,
  "one and a half": 1.5,
  "two and a half": 2.5,
  "a couple of": 2,
  "a couple": 2,
  "the next": 1,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  "twenty-four": 24,
  thirty: 30,
  forty: 40,
  "forty-five": 45,
  "forty-eight": 48,
  sixty: 60,
  ninety: 90,
};

export const measures: Record<string, Measure> = {
  ...named(["second", "seconds", "sec", "secs"], { unit: "second" }),
  ...named(["minute", "minutes", "min", "mins"], { unit: "minute" }),
  ...named(["hour", "hours", "hr", "hrs", "h"], { unit: "hour" }),
  ...named(["working hour", "working hours", "business hour", "business hours"], { unit: "hour", working: true }),
  ...named(["day", "days", "day's", "days'"], { unit: "day" }),
  ...named(["working day", "working days", "business day", "business days", "workday", "workdays"], {
    unit: "day",
    working: true,
  }),
  ...named(["week", "weeks", "week's", "weeks'"], { unit: "week" }),
  ...named(["fortnight", "fortnight's"], { unit: "week", times: 2 }),
  ...named(["month", "months", "month's", "months'"], { unit: "month" }),
  ...named(["year", "years", "year's"], { unit: "year" }),
};

export const weekdays: Record<string, number> = {
  ...named(["monday", "mon"], 1),
  ...named(["tuesday", "tues", "tue"], 2),
  ...named(["wednesday", "weds", "wed"], 3),
  ...named(["thursday", "thurs", "thur", "thu"], 4),
  ...named(["friday", "fri"], 5),
  ...named(["saturday", "sat"], 6),
  ...named(["sunday", "sun"], 7),
};

export const months: Record<string, number> = Object.fromEntries(
  "january february march april may june july august september october november december"
    .split(" ")
    .map((word, index) => [word, index + 1]),
);

const hour = `(?:\\d{1,2}|${oneOf(hours)})`;
const half = "(?: ?[ap]\\. ?m\\b\\.?| ?[ap]m\\b)";
/** A clock time that is one for certain. */
export const surelyClock = [
  "noon|midday|midnight|lunch ?time",
  `(?:half|(?:a )?quarter|five|ten|twenty|twenty-five|5|10|20|25) (?:past|to) ${hour}`,
  `${hour}(?:[:.]\\d{2})?${half}`,
  `${hour} o'clock`,
  "\\d{1,2}:\\d{2}",
].join("|");
/** One that may as well be a number: "three", "15", "3.30". */
export const maybeClock = `${surelyClock}|\\d{1,2}\\.\\d{2}|${hour}`;

/** Reads what the two patterns above find. */
export function readClock(text: string): Clock | null {
  if (/^(?:noon|midday|lunch)/.test(text)) return oclock(12);
  if (text === "midnight") return oclock(24);
  const around = /^(?:a )?(\S+) (past|to) (\S+)$/.exec(text);
  if (around) {
    const [, minutes = "", side, of = ""] = around;
    const count = { half: 30, quarter: 15, "twenty-five": 25 }[minutes] ?? numbers[minutes] ?? Number(minutes);
    return aroundHour(hours[of] ?? Number(of), side === "past" ? count : -count);
  }
  const [, said = "", minute, letter] =
    /^(\d+|[a-z]+?)(?:[:.](\d\d))?(?: ?([ap])\.? ?m\.?| o'clock)?$/.exec(text) ?? [];
  const halfDay: HalfDay = letter ? (letter === "a" ? "am" : "pm") : null;
  return said ? clock(hours[said] ?? said, Number(minute ?? 0), halfDay) : null;
}
