import { type ClockWords, clockRange, surelyClocks } from "./clock-readers.ts";
import { dayParts, hourPart } from "./clocks.ts";
import { maybeClock, months, readClock, surelyClock } from "./english-words.ts";
import { oneOf, type Reader, rule } from "./parts.ts";

const clocks: ClockWords = {
  surely: surelyClock,
  maybe: maybeClock,
  read: readClock,
  opening: ["between", "from", "at"],
  and: "and",
  or: "or",
  to: ["to", "-", "till", "until"],
  notBefore: ` (?:of )?${oneOf(months)}`,
};

export const hoursOfDay: Reader[] = [
  clockRange(clocks),
  rule(`(?<![\\p{L}\\d.,:/-])(${maybeClock}) (?:in the (morning|afternoon|evening)|at night)\\b`, ([, hour, part]) =>
    hourPart(readClock(`${hour} ${part === "morning" ? "am" : "pm"}`)),
  ),
  surelyClocks(clocks),
  rule("\\bfirst thing\\b(?: in the morning)?", () => ({ is: "first_thing" })),
  rule("(?<=\\b(?:by|before) )lunch\\b", () => hourPart(readClock("noon"))),
  rule("\\b(?:this|(?:the )?same) time\\b", () => ({ is: "same_time" })),
  rule("\\bearly(?= (?:today|tomorrow|[a-z]{3,6}day)\\b)", () => ({
    is: "day_part",
    ...dayParts.morning,
    today: false,
  })),
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
