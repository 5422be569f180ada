import { hourPart } from "./clocks.ts";
import { monthly } from "./days.ts";
import { durations } from "./durations.ts";
import { days, pieces } from "./german-days.ts";
import { hoursOfDay } from "./german-hours.ts";
import { maybeClock, measures, numbers, readClock, weekdays } from "./german-words.ts";
import type { Language } from "./language.ts";
import { oneOf, otherZone, type Reader, rule } from "./parts.ts";
import { dottedDate, germanDates, isoTimes, shortDate } from "./written-dates.ts";

/** German. "Nächsten Freitag" is the next one that is neither today nor tomorrow. */
export function german(): Language {
  const hours = [...lengths, ...hoursOfDay];
  const dates = [germanDates, dottedDate, shortDate];
  return {
    readers: [...isoTimes, ...idle, ...pieces, ...days, ...hours, ...dates, otherZone, ...rest],
    joining: "um am an im in den dem der des zu zum zur von gegen und oder noch ca circa etwa so also".split(" "),
  };
}

const idle: Reader[] = [
  rule(
    `\\b(?:vorgestern|gestern|vor (?:\\d{1,3}|${oneOf(numbers)}) ${oneOf(measures)}|(?:letzte|vorige|vergangene)[nrsm]? (?:${oneOf(weekdays)}|woche|monats?|jahr(?:es)?|nacht))\\b`,
    () => ({ is: "past" }),
  ),
  rule(
    `\\b(?:guten (?:morgen|tag|abend)|jede[nrs]? (?:morgen|tag|abend|woche|monat|${oneOf(weekdays)})|so frueh wie)\\b`,
    () => ({ is: "nothing" }),
  ),
];

const lengths: Reader[] = [
  rule("(?<=\\b(?:um|gegen|bis|ab|vor) )(\\d{1,2}) ?h\\b", ([, hour = ""]) => hourPart(readClock(hour))),
  rule("\\binnerhalb der (?:naechsten )?stunde\\b", () => ({
    is: "span",
    count: 1,
    unit: "hour",
    working: false,
    firm: true,
  })),
  rule("\\b(?:am|zum) naechsten (werk|arbeits)?tag\\b", ([, working]) => ({
    is: "span",
    count: 1,
    unit: "day",
    working: working !== undefined,
    firm: true,
  })),
  durations({
    firm: [
      "in",
      "innerhalb",
      "innerhalb von",
      "binnen",
      "in den naechsten",
      "innerhalb der naechsten",
      "in etwa",
      "nach",
    ],
    idle: ["fuer", "alle", "seit"],
    numbers,
    measures,
    between: ["bis zu", "bis", "oder", "-", "und", ","],
    and: "und",
    or: "oder",
    andHalf: " und eine halbe",
    fromNow: " ab (?:jetzt|heute)",
  }),
];

const rest: Reader[] = [
  rule(`(?<=\\b(?:am|zum|den|bis|vor|spaetestens) )(\\d{1,2})\\.(?! ?\\d)`, ([, day], today) => ({
    is: "days",
    days: monthly(today, Number(day)),
  })),
  rule(
    `(?<=[¤¦],? |\\b(?:um|gegen|bis|vor|nach|ab|ca\\.?|spaetestens) )(?:${maybeClock})(?= ?(?:$|[¤¦,;!?)]|\\.(?!\\d))| (?:am|wegen|mit|bei|zu|zum|im|und|noch)\\b)`,
    ([text = ""]) => hourPart(readClock(text)),
  ),
  rule("\\bzwischen\\b", () => ({ is: "between" })),
  rule("\\b(?:bis|spaetestens)\\b", () => ({ is: "by" })),
  rule("\\bvor\\b", () => ({ is: "before" })),
  rule("\\b(?:nach|ab|fruehestens)\\b", () => ({ is: "not_before" })),
  rule(
    "\\b(?:asap|so \\p{L}+ wie moeglich|(?:bald|schnellst|rasch)moeglichst?|schnellstmoeglich|bald|demnaechst|spaeter|irgendwann|sofort|jetzt|gleich|umgehend|zeitnah|in kuerze|(?:ein paar|einige[nr]?|mehrere[nr]?|wenige[nr]?) \\p{L}+)\\b",
    () => ({ is: "vague" }),
  ),
];
