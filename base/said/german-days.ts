import { monthAhead, numberedWeek, oneDay, period, pieceOf, weekdayAhead, weekdayOfWeek, yearly } from "./days.ts";
import { months, shortWeekdays, weekdays } from "./german-words.ts";
import { oneOf, type Reader, rule } from "./parts.ts";

const month = oneOf(months);
const weekday = oneOf(weekdays);
const dayPart = "frueh|morgens?|vormittags?|mittags?|nachmittags?|abends?";

export const days: Reader[] = [
  rule("\\bheute\\b", (_, today) => ({ is: "days", days: [oneDay(today)] })),
  rule("\\buebermorgen\\b", (_, today) => ({ is: "days", days: [oneDay(today.add({ days: 2 }))] })),
  rule(`\\b(naechste[nrsm]? )?(${weekday})(?!\\p{L})|\\b()(${weekday})(?=(?:${dayPart})\\b)`, (found, today) => {
    const ahead = weekdayAhead(today, weekdays[found[2] ?? found[4] ?? ""] ?? 0);
    // Nobody calls today or tomorrow "next Friday".
    const isFar = (day: { days: number }) => day.days > 1;
    return { is: "days", days: found[1] ? ahead.filter(({ to }) => isFar(today.until(to))) : ahead };
  }),
  rule(
    `(?<=(?:\\b(?:am|bis|oder|und|vor|naechsten|diesen|kommenden)|[-,¤]) ?)${oneOf(shortWeekdays)}\\b\\.?|\\b(?:mo|di|mi|do|fr|sa)(?=\\.?(?: ?[-,] ?| )(?:\\d|um\\b|bis\\b|mo\\b|di\\b|mi\\b|do\\b|fr\\b|sa\\b))\\.?`,
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

const piece: Record<string, "early" | "middle"> = { anfang: "early", mitte: "middle" };

/** Whole weeks and months, their beginnings, middles and ends. */
export const pieces: Reader[] = [
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
      const part = piece[which ?? ""] ?? "end";
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
