import { type ClockWords, clockRange, surelyClocks } from "./clock-readers.ts";
import { dayParts } from "./clocks.ts";
import { maybeClock, months, readClock, surelyClock } from "./german-words.ts";
import { oneOf, type Reader, rule } from "./parts.ts";

const clocks: ClockWords = {
  surely: surelyClock,
  maybe: maybeClock,
  read: readClock,
  opening: ["zwischen", "von", "um"],
  and: "und",
  or: "oder",
  to: ["bis", "-"],
  notBefore: `\\. ?(?:\\d|${oneOf(months)})| ${oneOf(months)}`,
};

export const hoursOfDay: Reader[] = [
  rule("\\bnach (?:dem mittag(?:essen)?|der mittagspause)\\b", () => ({
    is: "after",
    from: { minutes: 780, sure: true },
  })),
  clockRange(clocks),
  surelyClocks(clocks),
  rule("\\b(?:diese|(?:zur )?selbe[nr]?|(?:zur )?gleiche[nr]?) zeit\\b", () => ({ is: "same_time" })),
  rule(
    "\\b(?:feierabend|(?:dienst|geschaefts|buero|laden)schluss|(?:ende|im laufe) des (?:arbeits|geschaefts)?tages|tagesende|eod|cob)\\b",
    () => ({ is: "close" }),
  ),
  rule("\\b(?:gleich|direkt|als erstes)(?= ?¤| in der frueh| am morgen)", () => ({ is: "first_thing" })),
  rule(
    "(?<!\\p{L})(?:am |in der |diesen )?(?:fruehen |spaeten )?(frueh|morgen|vormittag|nachmittag|abend|nacht)s?(?!\\p{L})",
    ([said = "", name = ""]) => ({ is: "day_part", ...partNamed(name), today: said.startsWith("diesen ") }),
  ),
];

function partNamed(name: string) {
  if (name === "nachmittag") return dayParts.afternoon;
  if (name === "nacht") return dayParts.night;
  return name === "abend" ? dayParts.evening : dayParts.morning;
}
