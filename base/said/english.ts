import { hourPart } from "./clocks.ts";
import { monthly, oneDay } from "./days.ts";
import { durations } from "./durations.ts";
import { days, pieces } from "./english-days.ts";
import { hoursOfDay } from "./english-hours.ts";
import { maybeClock, measures, numbers, readClock, weekdays } from "./english-words.ts";
import type { Language } from "./language.ts";
import { oneOf, otherZone, type Reader, rule } from "./parts.ts";
import { americanDates, dottedDate, englishDates, isoTimes } from "./written-dates.ts";

/** English. A date in figures has its day first (24/11), but in "en-US" its month. "Next Friday" is next week's. */
export function english(language: string): Language {
  const hours = [...lengths, ...hoursOfDay];
  const dates = [language.toLowerCase() === "en-us" ? americanDates : englishDates, dottedDate];
  return {
    readers: [...isoTimes, ...idle, ...hours, ...pieces, ...days, ...dates, ...figures, otherZone, ...rest],
    joining: "at on the in of from and or to around about approximately approx say".split(" "),
  };
}

const idle: Reader[] = [
  rule(
    `\\b(?:yesterday|last (?:${oneOf(weekdays)}|week|month|year|night)|(?:\\d{1,3}|${oneOf(numbers)}) ${oneOf(measures)} ago)\\b`,
    () => ({ is: "past" }),
  ),
  rule(
    `\\b(?:good (?:morning|afternoon|evening)|every (?:day|week|month|${oneOf(weekdays)})|once a (?:day|week|month))\\b`,
    () => ({ is: "nothing" }),
  ),
];

const lengths: Reader[] = [
  rule("\\bwithin the (?:next )?hour\\b", () => ({ is: "span", count: 1, unit: "hour", working: false, firm: true })),
  rule("\\b(?:the )?day after tomorrow\\b", (_, today) => ({ is: "days", days: [oneDay(today.add({ days: 2 }))] })),
  rule("\\b(?:next|following) (working |business )?day\\b", ([, working]) => ({
    is: "span",
    count: 1,
    unit: "day",
    working: working !== undefined,
    firm: true,
  })),
  durations({
    firm: ["in", "within", "inside", "in about", "in under", "in the next", "within the next", "over the next"],
    idle: ["for", "every"],
    numbers,
    measures,
    between: ["to", "or", "-", "and"],
    and: "and",
    or: "or",
    andHalf: " and a half",
    fromNow: " from now| time",
  }),
];

// Figures alone, when no clearer word has claimed them.
const figures: Reader[] = [
  rule("(?<=\\b(?:by|on|until|till|before) )(?:the )?(\\d{1,2})(?:st|nd|rd|th)\\b", ([, day], today) => ({
    is: "days",
    days: monthly(today, Number(day)),
  })),
  rule(
    `(?<=[¤¦],? |\\b(?:at|by|around|about|before|until|till|after|from) )(?:${maybeClock})(?= ?(?:$|[¤¦,;!?)]|\\.(?!\\d))| (?:on|at|about|with|for|to|the|in|and)\\b)`,
    ([text = ""]) => hourPart(readClock(text)),
  ),
];

const rest: Reader[] = [
  rule("\\bbetween\\b", () => ({ is: "between" })),
  rule("\\b(?:by|until|till|no later than|not later than|(?:at the )?latest|up to|due)\\b", () => ({ is: "by" })),
  rule("\\b(?:before|ahead of|prior to)\\b", () => ({ is: "before" })),
  rule("\\b(?:any time after|after|not before|from)\\b", () => ({ is: "not_before" })),
  rule(
    "\\b(?:asap|as soon as|soon|sooner|shortly|later|some ?time|eventually|in due course|right away|immediately|now|at once|in a (?:bit|while|moment)|(?:a few|some|several) [a-z]+)\\b",
    () => ({ is: "vague" }),
  ),
];
