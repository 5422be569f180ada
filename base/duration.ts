import { unitFormat } from "./formats.ts";
import { Temporal } from "./instant.ts";
import { invalid } from "./refusal.ts";

const unitSeconds = { day: 86_400, hour: 3600, minute: 60, second: 1 } as const;
const units = ["day", "hour", "minute", "second"] as const;
type Unit = (typeof units)[number];

/**
 * Seconds, to the millisecond, of an ISO 8601 duration: "PT3H", "PT1.5H", "P2D" (days of 24 hours), "P1W".
 * Months and years have no fixed length and are refused, as is anything below zero: `bad_duration`.
 */
export function readDuration(text: string, field?: string): number {
  const duration = parsed(text);
  if (!duration || duration.sign < 0) {
    const sentence = "Write the duration as ISO 8601 does: PT20M for 20 minutes, PT3H for 3 hours, P2D for 2 days.";
    throw invalid("bad_duration", sentence, field);
  }
  if (duration.years || duration.months) {
    const sentence = "Months and years are not always equally long: say the duration in weeks or days, such as P30D.";
    throw invalid("bad_duration", sentence, field);
  }
  const days = duration.days + duration.weeks * 7;
  return Math.round(duration.with({ weeks: 0, days }).total("milliseconds")) / 1000;
}

/**
 * The duration in ISO 8601 with hours as the largest unit: "PT49H", "PT1H30M", "PT20S". Never days, because two days of
 * working time would be read as two working days, while 49 hours are 49 hours on every clock.
 */
export function writeDuration(seconds: number): string {
  // By hand, for every answer of the API writes some: Temporal takes a hundred times as long.
  const whole = Math.round(Math.abs(seconds) * 1000);
  const parts = [
    [Math.floor(whole / 3_600_000), "H"],
    [Math.floor(whole / 60_000) % 60, "M"],
    [(whole % 60_000) / 1000, "S"],
  ] as const;
  const said = parts.map(([amount, unit]) => (amount > 0 ? `${amount}${unit}` : "")).join("");
  return `${seconds < 0 && said ? "-" : ""}PT${said || "0S"}`;
}

/** The duration as a person says it, in at most two units, rounded to the smaller: "2 days 3 hours", "45 minutes". */
export function durationInWords(seconds: number, language: string): string {
  const [, smaller] = twoUnits(seconds);
  const rounded = Math.round(seconds / unitSeconds[smaller]) * unitSeconds[smaller];
  // Asked again, because 59 minutes 59.6 seconds have become an hour.
  const [larger, rest] = twoUnits(rounded);
  const whole = Math.floor(rounded / unitSeconds[larger]);
  const left = (rounded - whole * unitSeconds[larger]) / unitSeconds[rest];
  const first = count(whole, larger, language);
  return left >= 1 ? `${first} ${count(left, rest, language)}` : first;
}

function parsed(text: string): Temporal.Duration | null {
  try {
    return Temporal.Duration.from(text);
  } catch {
    return null;
  }
}

/** The largest unit that fits into so many seconds, and the next smaller one. */
function twoUnits(seconds: number): [Unit, Unit] {
  const larger = units.find((unit) => seconds >= unitSeconds[unit]) ?? "second";
  return [larger, units[units.indexOf(larger) + 1] ?? "second"];
}

function count(amount: number, unit: Unit, language: string): string {
  const [locale = "en"] = Intl.NumberFormat.supportedLocalesOf([language, "en"]);
  return unitFormat(locale, unit).format(amount);
}
