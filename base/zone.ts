import { Temporal } from "./instant.ts";
import { invalid } from "./refusal.ts";

/** Is this a time zone by its IANA name? Offsets such as "+02:00" are not: they know nothing of summer time. */
export function isTimeZone(text: string): boolean {
  return nameOf(text) !== null;
}

/** The zone in its usual capitals (old names stay as they are written). Refuses what is not one: `unknown_time_zone`. */
export function zone(text: string): string {
  const name = nameOf(text);
  if (name === null) {
    const sentence = "There is no such time zone. Name it by a city, such as Europe/Berlin or America/New_York.";
    throw invalid("unknown_time_zone", sentence, "time_zone");
  }
  return name;
}

function nameOf(text: string): string | null {
  // Temporal would also take an offset, or a whole date with a zone in brackets.
  if (!/^[a-z][a-z0-9_+/-]*$/i.test(text)) return null;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId;
  } catch {
    return null;
  }
}
