import { dayParts, hourPart, hoursPart } from "./clocks.ts";
import { monthAhead, monthly, oneDay, period, pieceOf, weekdayAhead, weekdayOfWeek, yearly } from "./days.ts";
import { durations } from "./durations.ts";
import { maybeClock, measures, months, numbers, readClock, surelyClock, weekdays } from "./english-words.ts";
import type { Language } from "./language.ts";
import { oneOf, type Reader, rule } from "./parts.ts";
import { americanDates, dottedDate, englishDates, isoTimes } from "./written-dates.ts";

const start = "(?<![\\p{L}\\d.,:/-])";
const end = "(?![\\p{L}\\d]|[/.:-]\\d)";
const month = oneOf(months);
const weekday = oneOf(weekdays);

/** English. A date in figures has its day first (24/11), but in "en-US" its month. "Next Friday" is next week's. */
export function english(language: string): Language {
  const dates = language.toLowerCase() === "en-us" ? americanDates : englishDates;
  return {
    readers: [
      ...isoTimes,
      ...idle,
      ...lengths,
      ...hoursOfDay,
      ...pieces,
      ...days,
      dates,
      dottedDate,
      ...figures,
      ...rest,
    ],
    joining: "at on the in of from and or to around about approximately approx say".split(" "),
  };
}

const idle: Reader[] = [
  rule(
    `\\b(?:yesterday|last (?:${weekday}|week|month|year|night)|(?:\\d{1,3}|${oneOf(numbers)}) ${oneOf(measures)} ago)\\b`,
    () => ({ is: "past" }),
  ),
  rule("\\b(?:good (?:morning|afternoon|evening)|every day|once a (?:day|week|month))\\b", () => ({ is: "nothing" })),
];

const lengths: Reader[] = [
  rule("\\bwithin the (?:next )?hour\\b", () => ({ is: "span", count: 1, unit: "hour", working: false, firm: true })),
  rule("\\b(?:the )?day after tomorrow\\b", (_, today) => ({ is: "days", days: [oneDay(today.add({ days: 2 }))] })),
  durations({
    firm: ["in", "within", "inside", "in about", "in under", "in the next", "within the next", "over the next"],
    idle: ["for", "every"],
    numbers,
    measures,
    between: ["to", "or", "-", "and"],
    and: "and",
    andHalf: " and a half",
    fromNow: " from now| time",
  }),
];

const hoursOfDay: Reader[] = [
  rule(
    `${start}(?:(between|from|at) )?(${maybeClock}) ?(and|to|-|till|until|or) ?(${maybeClock})${end}(?! (?:of )?${month})`,
    ([, opening, first = "", link = "", last = ""]) => {
      const isSure = isClock.test(first) || isClock.test(last);
      if (link === "and" ? opening !== "between" : !isSure && !opening && link !== "-") return null;
      return hoursPart(readClock(first), readClock(last), link === "or");
    },
  ),
  rule(`${start}(${maybeClock}) (?:in the (morning|afternoon|evening)|at night)\\b`, ([, hour, part]) =>
    hourPart(readClock(`${hour} ${part === "morning" ? "am" : "pm"}`)),
  ),
  rule(`${start}(?:${surelyClock})${end}`, ([text = ""]) => hourPart(readClock(text))),
  rule("\\bfirst thing\\b(?: in the morning)?", () => ({ is: "first_thing" })),
  rule("\\b(?:before lunch)\\b", () => hourPart(readClock("noon"))),
  rule("\\bafter lunch\\b", () => ({ is: "after", from: { minutes: 13 * 60, sure: true } })),
  rule(
    "\\b(?:end of (?:the |this |our |my )?(?:(?:business |working |work )?day|business)|end of (?=today|tomorrow)|eod|eob|cob|close of (?:business|play|day)|closing time)\\b",
    () => ({ is: "close" }),
  ),
  rule("\\b(?:(this|in the) )?(?:early |late )?(morning|afternoon|evening)\\b", ([, which, part = ""]) => ({
    is: "day_part",
    ...dayParts[part as keyof typeof dayParts],
    today: which === "this",
  })),
  rule("\\b(to)?night\\b", ([, tonight]) => ({ is: "day_part", ...dayParts.evening, today: tonight !== undefined })),
];
const isClock = new RegExp(`^(?:${surelyClock})$`, "u");

const days: Reader[] = [
  rule("\\btoday\\b", (_, today) => ({ is: "days", days: [oneDay(today)] })),
  rule("\\b(?:tom+or+ow|tmrw|tmr)\\b", (_, today) => ({ is: "days", days: [oneDay(today.add({ days: 1 }))] })),
  rule(
    `\\b(?:(next|this|coming|this coming) )?(${weekday})\\b( week\\b)?`,
    ([said, which, name = "", aWeekOn], today) => {
      // "The cat sat", "the sun": no days unless something says so.
      if (said === "sat" || said === "sun" || said === "wed") return null;
      const weekday = weekdays[name] ?? 0;
      if (which === "next") return { is: "days", days: [weekdayOfWeek(today, weekday, 1)] };
      return { is: "days", days: weekdayAhead(today, weekday).slice(aWeekOn ? 1 : 0) };
    },
  ),
  rule("(?:^|(?<=(?:\\b(?:by|on|until|till|before|or|to|and)|[-,¤¦]) ?))(sat|sun|wed)\\b", ([, name = ""], today) => ({
    is: "days",
    days: weekdayAhead(today, weekdays[name] ?? 0),
  })),
  rule("\\b(?:christmas(?: eve)?|new year's eve)\\b", ([name = ""], today) => ({
    is: "days",
    days: yearly(today, 12, name.startsWith("christmas") ? 24 : 31),
  })),
  rule("\\b(?:by|before) the weekend\\b", (_, today) => ({ is: "days", days: weekdayAhead(today, 5), endOnly: true })),
  rule("\\bafter the weekend\\b", (_, today) => ({ is: "days", days: [weekdayOfWeek(today, 1, 1)] })),
  rule("\\b(?:this |the |next )?weekend\\b", ([said = ""], today) => {
    const week = period(today, "week", said.startsWith("next") ? 1 : 0);
    return { is: "days", days: [{ from: week.to.subtract({ days: 1 }), to: week.to }] };
  }),
];

const piece = { early: "early", start: "early", beginning: "early", mid: "middle", middle: "middle" } as const;

const pieces: Reader[] = [
  rule("\\b(?:eow|eom|week's end|month(?:'s)? end)\\b", ([said], today) => {
    const of = said === "eow" || said?.startsWith("week") ? "week" : "month";
    return { is: "days", days: [period(today, of, 0), period(today, of, 1)], endOnly: true };
  }),
  rule("\\b(?:the )?(week|month) after next\\b", ([, of], today) => ({
    is: "days",
    days: [period(today, of === "week" ? "week" : "month", 2)],
  })),
  rule(
    `\\b(?:(early|start|beginning|mid|middle|late|end|within|during|in)(?: of)?[ -](?:in )?)?(?:(the|this|next|coming|of the) )?(?:(week|month|year)|(${month}))\\b`,
    ([, which, whose, of, name = ""], today) => {
      // "A week", "in March" and "you may" name no end.
      if (name ? !which : (!which || which === "in") && whose !== "this" && whose !== "next") return null;
      const kind = of === "week" || of === "month" ? of : "year";
      const ahead = whose === "next" ? [1] : [0, 1];
      const whole = name ? monthAhead(today, months[name] ?? 1) : ahead.map((count) => period(today, kind, count));
      const part = piece[which as keyof typeof piece] ?? "end";
      const endOnly = which === "end" || which === "within" || which === "late";
      return { is: "days", days: whole.map((each) => pieceOf(each, part)), ...(endOnly && { endOnly }) };
    },
  ),
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
