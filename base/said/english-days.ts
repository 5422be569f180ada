import { existing, monthAhead, oneDay, period, pieceOf, weekdayAhead, weekdayOfWeek, yearly } from "./days.ts";
import { months, weekdays } from "./english-words.ts";
import { oneOf, type Reader, rule } from "./parts.ts";

const month = oneOf(months);
const weekday = oneOf(weekdays);

export const days: Reader[] = [
  rule("\\b(?:(today)|tom+or+ow|tmrw|tmr)\\b( week\\b)?", ([, isToday, aWeekOn], today) => ({
    is: "days",
    days: [oneDay(today.add({ days: (isToday ? 0 : 1) + (aWeekOn ? 7 : 0) }))],
  })),
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

/** Whole weeks and months, their beginnings, middles and ends. */
export const pieces: Reader[] = [
  rule("\\b(\\d{1,2})(?:st|nd|rd|th) of next month\\b", ([, day], today) => {
    const { year, month } = period(today, "month", 1).from;
    return { is: "days", days: existing(year, month, Number(day)) };
  }),
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
