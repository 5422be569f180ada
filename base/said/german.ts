import { dayParts, hourPart, hoursPart } from "./clocks.ts";
import {
  monthAhead,
  monthly,
  numberedWeek,
  oneDay,
  period,
  pieceOf,
  weekdayAhead,
  weekdayOfWeek,
  yearly,
} from "./days.ts";
import { durations } from "./durations.ts";
import {
  maybeClock,
  measures,
  months,
  numbers,
  readClock,
  shortWeekdays,
  surelyClock,
  weekdays,
} from "./german-words.ts";
import type { Language } from "./language.ts";
import { oneOf, type Reader, rule } from "./parts.ts";
import { dottedDate, germanDates, isoTimes, shortDate } from "./written-dates.ts";

const start = "(?<![\\p{L}\\d.,:/-])";
const end = "(?![\\p{L}\\d]|[/.:-]\\d)";
const month = oneOf(months);
const weekday = oneOf(weekdays);
const dayPart = "frueh|morgens?|vormittags?|mittags?|nachmittags?|abends?";

const idle: Reader[] = [
  rule(
    `\\b(?:vorgestern|gestern|vor (?:\\d{1,3}|${oneOf(numbers)}) ${oneOf(measures)}|(?:letzte|vorige|vergangene)[nrsm]? (?:${weekday}|woche|monats?|jahr(?:es)?|nacht))\\b`,
    () => ({ is: "past" }),
  ),
  rule("\\b(?:guten (?:morgen|tag|abend)|jeden (?:morgen|tag|abend)|so frueh wie)\\b", () => ({ is: "nothing" })),
];

const piece = { anfang: "early", mitte: "middle" } as const;

const pieces: Reader[] = [
  rule(
    `\\b(?:(anfang|mitte|ende|innerhalb|im laufe|im) )?(?:(?:(uebernaechste|naechste|kommende|diese)[nrsm]?|de[rsm]) )?(?:(woche|monats?|jahr(?:es)?)|(${month})|(?:kw|kalenderwoche) ?(\\d{1,2}))\\b`,
    ([, which, whose, of = "", name, week], today) => {
      // "Die Woche", "im Monat": no end was named.
      if (!week && !whose && (!which || (which === "im" && !name))) return null;
      const ahead = { uebernaechste: [2], naechste: [1], kommende: [1] }[whose ?? ""] ?? [0, 1];
      const kind = of === "woche" ? "week" : of.startsWith("monat") ? "month" : "year";
      const numbered = week && numberedWeek(today, Number(week));
      const whole =
        numbered || (name ? monthAhead(today, months[name] ?? 1) : ahead.map((n) => period(today, kind, n)));
      const part = piece[which as keyof typeof piece] ?? "end";
      const endOnly = which !== undefined && which !== "im" && part === "end";
      return { is: "days", days: whole.map((each) => pieceOf(each, part)), ...(endOnly && { endOnly }) };
    },
  ),
  rule("\\b(monats|jahres)ende\\b", ([, of], today) => ({
    is: "days",
    days: [0, 1].map((ahead) => period(today, of === "monats" ? "month" : "year", ahead)),
    endOnly: true,
  })),
];

const days: Reader[] = [
  rule("\\bheute\\b", (_, today) => ({ is: "days", days: [oneDay(today)] })),
  rule("\\buebermorgen\\b", (_, today) => ({ is: "days", days: [oneDay(today.add({ days: 2 }))] })),
  rule(`\\b(naechste[nrsm]? )?(${weekday})(?!\\p{L})|\\b()(${weekday})(?=(?:${dayPart})\\b)`, (found, today) => {
    const ahead = weekdayAhead(today, weekdays[found[2] ?? found[4] ?? ""] ?? 0);
    // Nobody calls today or tomorrow "next Friday".
    const isFar = (day: { days: number }) => day.days > 1;
    return { is: "days", days: found[1] ? ahead.filter(({ to }) => isFar(today.until(to))) : ahead };
  }),
  rule(
    `(?<=(?:\\b(?:am|bis|oder|und|vor|naechsten|diesen|kommenden)|[-,¤]) ?)${oneOf(shortWeekdays)}\\b\\.?`,
    (found, today) => ({
      is: "days",
      days: weekdayAhead(today, shortWeekdays[(found[0] ?? "").slice(0, 2)] ?? 0),
    }),
  ),
  rule("(?<!¤ ?|\\bam |\\bdiesen |\\p{L})morgen\\b", (_, today) => ({
    is: "days",
    days: [oneDay(today.add({ days: 1 }))],
  })),
  rule("\\b(?:heiligabend|weihnachten|silvester)\\b", ([name], today) => ({
    is: "days",
    days: yearly(today, 12, name === "silvester" ? 31 : 24),
  })),
  rule("\\b(?:bis|vor)(?: zum| dem)? wochenende\\b", (_, today) => ({
    is: "days",
    days: weekdayAhead(today, 5),
    endOnly: true,
  })),
  rule("\\bnach dem wochenende\\b", (_, today) => ({ is: "days", days: [weekdayOfWeek(today, 1, 1)] })),
  rule("\\b(?:(naechste|kommende)[ns]? )?wochenende\\b", ([, isNext], today) => {
    const { to } = period(today, "week", isNext === "naechste" ? 1 : 0);
    return { is: "days", days: [{ from: to.subtract({ days: 1 }), to }] };
  }),
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
    between: ["bis zu", "bis", "oder", "-", "und"],
    and: "und",
    andHalf: " und eine halbe",
    fromNow: " ab (?:jetzt|heute)",
  }),
];

const hoursOfDay: Reader[] = [
  rule("\\bnach (?:dem mittag(?:essen)?|der mittagspause)\\b", () => ({
    is: "after",
    from: { minutes: 780, sure: true },
  })),
  rule(
    `${start}(?:(zwischen|von|um) )?(${maybeClock}) ?(und|bis|-|oder) ?(${maybeClock})${end}(?!\\. ?(?:\\d|${month})| ${month})`,
    ([, opening, first = "", link = "", last = ""]) => {
      const isSure = isClock.test(first) || isClock.test(last);
      if (link === "und" ? opening !== "zwischen" : !isSure && !opening && link !== "-") return null;
      return hoursPart(readClock(first), readClock(last), link === "oder");
    },
  ),
  rule(`${start}(?:${surelyClock})${end}`, ([text = ""]) => hourPart(readClock(text))),
  rule(
    "\\b(?:feierabend|(?:dienst|geschaefts|buero|laden)schluss|ende des (?:arbeits|geschaefts)?tages|tagesende|eod|cob)\\b",
    () => ({ is: "close" }),
  ),
  rule("\\b(?:gleich|direkt|als erstes)(?= ?¤| in der frueh| am morgen)", () => ({ is: "first_thing" })),
  rule(
    "(?<!\\p{L})(?:am |in der |diesen )?(?:fruehen |spaeten )?(frueh|morgen|vormittag|nachmittag|abend|nacht)s?(?!\\p{L})",
    ([said = "", name = ""]) => ({ is: "day_part", ...partNamed(name), today: said.startsWith("diesen ") }),
  ),
];
const isClock = new RegExp(`^(?:${surelyClock})$`, "u");

function partNamed(name: string) {
  if (name === "nachmittag") return dayParts.afternoon;
  return name === "abend" || name === "nacht" ? dayParts.evening : dayParts.morning;
}

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

/** German. "Nächsten Freitag" is the next one that is neither today nor tomorrow. */
export const german: Language = {
  readers: [
    ...isoTimes,
    ...idle,
    ...pieces,
    ...days,
    ...lengths,
    ...hoursOfDay,
    germanDates,
    dottedDate,
    shortDate,
    ...rest,
  ],
  joining: "um am an im in den dem der des zu zum zur von gegen und oder noch ca circa etwa so also".split(" "),
};
