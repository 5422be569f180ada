import type { Language } from "#web/ui/reader.ts";

/**
 * How a setting is typed: `while` is a length of time on any clock, `working_days` count open days, `days` those of the
 * calendar, `share` a part of a hundred.
 */
export type Measure = "while" | "working_days" | "days" | "share" | "count";

/** What was typed in words, as the house writes it: "10 min" is "PT600S", "25 %" is 0.25. Null where it says no such thing. */
export function readMeasure(typed: string, measure: Measure): string | number | null {
  const said = typed.trim().toLowerCase().replaceAll(/\s+/g, " ");
  switch (measure) {
    case "while":
      return readWhile(said);
    case "share":
      return readShare(said);
    case "days":
      return whole(sumOf(said, dayUnits, 1));
    case "working_days":
      return whole(sumOf(said, workingDayUnits, 1));
    case "count":
      return whole(numberOf(said));
  }
}

/** A setting in words that `readMeasure` understands: "10 minutes", "2 Werktage", "25 %". */
export function sayMeasure(value: unknown, measure: Measure, language: Language): string {
  switch (measure) {
    case "while":
      return sayWhile(secondsOf(String(value)), language);
    case "share":
      return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 }).format(Number(value));
    case "days":
      return unit(Number(value), "day", language);
    case "working_days":
      return workingDays[language](Number(value));
    case "count":
      return String(value);
  }
}

/** Seconds of a duration as the house writes it: "PT1H30M". */
export function secondsOf(iso: string): number {
  const [, hours = 0, minutes = 0, seconds = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(iso) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** "1 hour 30 minutes": no unit that is nothing. */
export function sayWhile(seconds: number, language: Language): string {
  const parts = [
    [Math.floor(seconds / 3600), "hour"],
    [Math.floor(seconds / 60) % 60, "minute"],
    [seconds % 60, "second"],
  ] as const;
  const said = parts.filter(([amount]) => amount > 0).map(([amount, name]) => unit(amount, name, language));
  return said.join(" ") || unit(0, "minute", language);
}

const workingDays: Record<Language, (days: number) => string> = {
  en: (days) => (days === 1 ? "1 working day" : `${days} working days`),
  de: (days) => (days === 1 ? "1 Werktag" : `${days} Werktage`),
};

type Units = Record<string, number>;

const named = (names: string, size: number): Units => Object.fromEntries(names.split(" ").map((name) => [name, size]));

const whileUnits = {
  ...named("s sec secs second seconds sek sekunde sekunden", 1),
  ...named("m min mins minute minutes minuten", 60),
  ...named("h hr hrs hour hours std stunde stunden", 3600),
  ...named("d day days tag tage", 86_400),
};
const dayUnits = {
  ...named("d day days tag tage tagen", 1),
  ...named("week weeks woche wochen", 7),
  ...named("year years jahr jahre", 365),
};
const workingDayUnits = named(
  "day days tag tage working-day working-days business-day business-days werktag werktage arbeitstag arbeitstage",
  1,
);

const numbers: Units = {
  ...named("a an one ein eine einen", 1),
  ...named("no none kein keine keinen", 0),
  ...named("half halbe halben halber", 0.5),
  ...Object.fromEntries(
    "two three four five six seven eight nine ten".split(" ").map((word, place) => [word, place + 2]),
  ),
  ...Object.fromEntries(
    "zwei drei vier fünf sechs sieben acht neun zehn".split(" ").map((word, place) => [word, place + 2]),
  ),
};

function numberOf(said: string): number | null {
  if (/^\d{1,6}(?:[.,]\d{1,3})?$/.test(said)) return Number(said.replace(",", "."));
  return numbers[said] ?? null;
}

/** "1 hour 30 min" in the smallest unit; a number alone counts as `bare`. Null where a word is none of these. */
function sumOf(said: string, units: Units, bare: number): number | null {
  const alone = numberOf(said);
  if (alone !== null) return alone * bare;
  const words = said
    .replaceAll(/\b(working|business) /g, "$1-")
    .replaceAll(/\bhalf an? /g, "half ")
    .replaceAll(/(\d)(?=[a-zä-ü])/g, "$1 ")
    .split(/ and | und |,? /);
  if (words.length % 2 === 1) return null;
  let sum = 0;
  for (let place = 0; place < words.length; place += 2) {
    const amount = numberOf(words[place] ?? "");
    const size = units[(words[place + 1] ?? "").replace(/\.$/, "")];
    if (amount === null || size === undefined) return null;
    sum += amount * size;
  }
  return sum;
}

function readWhile(said: string): string | null {
  const seconds = sumOf(said, whileUnits, 60);
  return seconds === null ? null : `PT${Math.round(seconds)}S`;
}

/** "25 %", "25 percent", "0.25", "a quarter", "half". */
function readShare(said: string): number | null {
  const words: Units = {
    "a quarter": 0.25,
    quarter: 0.25,
    "ein viertel": 0.25,
    viertel: 0.25,
    "die hälfte": 0.5,
    hälfte: 0.5,
  };
  const known = words[said];
  if (known !== undefined) return known;
  const [, amount = "", sign] = /^(.+?) ?(%|percent|per cent|prozent)?$/.exec(said) ?? [];
  const number = numberOf(amount);
  if (number === null) return null;
  const share = sign || number > 1 ? number / 100 : number;
  return Math.round(share * 10_000) / 10_000;
}

function whole(value: number | null): number | null {
  return value !== null && Number.isInteger(value) ? value : null;
}

function unit(amount: number, name: string, language: Language): string {
  return new Intl.NumberFormat(language, { style: "unit", unit: name, unitDisplay: "long" }).format(amount);
}
