import { aroundHour, clock, oclock } from "./clocks.ts";
import type { Measure } from "./durations.ts";
import { type Clock, named, oneOf } from "./parts.ts";

const firstTwelve = "eins zwei drei vier fuenf sechs sieben acht neun zehn elf zwoelf".split(" ");
const hours: Record<string, number> = {
  ...Object.fromEntries(firstTwelve.map((word, index) => [word, index + 1])),
  zwo: 2,
};

export const numbers: Record<string, number> = {
  ...hours,
  ...named(["ein", "eine", "einem", "einen", "einer", "eines"], 1),
  ...named(["der naechsten", "den naechsten"], 1),
  ...named(["halben", "einer halben", "eine halbe", "einem halben", "halbe"], 0.5),
  ...named(["eineinhalb", "anderthalb"], 1.5),
  zweieinhalb: 2.5,
  vierzehn: 14,
  fuenfzehn: 15,
  zwanzig: 20,
  vierundzwanzig: 24,
  dreissig: 30,
  vierzig: 40,
  fuenfundvierzig: 45,
  achtundvierzig: 48,
  sechzig: 60,
  neunzig: 90,
};

export const measures: Record<string, Measure> = {
  ...named(["sekunde", "sekunden", "sek"], { unit: "second" }),
  ...named(["minute", "minuten", "min"], { unit: "minute" }),
  ...named(["viertelstunde", "viertelstunden"], { unit: "minute", times: 15 }),
  dreiviertelstunde: { unit: "minute", times: 45 },
  ...named(["stunde", "stunden", "std", "h"], { unit: "hour" }),
  ...named(["arbeitsstunde", "arbeitsstunden"], { unit: "hour", working: true }),
  ...named(["tag", "tage", "tagen", "tages"], { unit: "day" }),
  ...named(["werktag", "werktage", "werktagen", "werktages", "werktags"], { unit: "day", working: true }),
  ...named(["arbeitstag", "arbeitstage", "arbeitstagen", "arbeitstages"], { unit: "day", working: true }),
  ...named(["woche", "wochen"], { unit: "week" }),
  ...named(["monat", "monate", "monaten", "monats"], { unit: "month" }),
  ...named(["jahr", "jahre", "jahren", "jahres"], { unit: "year" }),
};

const weekdayNames = "montag dienstag mittwoch donnerstag freitag samstag sonntag".split(" ");
export const weekdays: Record<string, number> = {
  ...Object.fromEntries(weekdayNames.map((word, index) => [word, index + 1])),
  sonnabend: 6,
};
export const shortWeekdays: Record<string, number> = { mo: 1, di: 2, mi: 3, do: 4, fr: 5, sa: 6, so: 7 };

const monthNames = "januar februar maerz april mai juni juli august september oktober november dezember".split(" ");
export const months: Record<string, number> = {
  ...Object.fromEntries(monthNames.map((word, index) => [word, index + 1])),
  jaenner: 1,
  feber: 2,
};

const hour = `(?:\\d{1,2}|${oneOf(hours)})`;
/** A clock time that is one for certain. */
export const surelyClock = [
  "mittags?|mitternacht",
  `(?:fuenf|zehn|zwanzig|viertel) (?:nach|vor) (?:halb )?${hour}(?: uhr)?`,
  `(?:halb|viertel|dreiviertel) ${hour}(?: uhr)?`,
  "\\d{1,2}(?:[:.]\\d{2})? ?uhr(?: \\d{2}(?! ?uhr))?",
  `(?:${oneOf(hours)}|ein) uhr`,
  "\\d{1,2}:\\d{2}",
].join("|");
/** One that may as well be a number: "drei", "15". */
export const maybeClock = `${surelyClock}|\\d{1,2}\\.\\d{2}|${hour}`;

/** Reads what the two patterns above find. */
export function readClock(said: string): Clock | null {
  if (said.startsWith("mittag")) return oclock(12);
  if (said === "mitternacht") return oclock(24);
  const text = said.replace(/^ein uhr/, "eins");
  const around = /^(?:(\S+) (nach|vor) )?(?:(halb|viertel|dreiviertel) )?([a-z0-9]+)(?: uhr)?$/.exec(text);
  if (around?.[1] || around?.[3]) {
    const [, minutes = "", side, quarter = "", of = ""] = around;
    const count = minutes === "viertel" ? 15 : (numbers[minutes] ?? 0);
    // "Halb vier" is half of the fourth hour: counted back from four.
    const back = { halb: 30, viertel: 45, dreiviertel: 15 }[quarter] ?? 0;
    return aroundHour(hours[of] ?? Number(of), (side === "vor" ? -count : count) - back);
  }
  const [, first = "", colon, behind] = /^(\d+|[a-z]+)(?:[:.](\d\d))?(?: ?uhr(?: (\d\d))?)?$/.exec(text) ?? [];
  return first ? clock(hours[first] ?? first, Number(colon ?? behind ?? 0), null) : null;
}
