import type { Calendar } from "#base/calendar.ts";
import { type Instant, isAfter, plusSeconds } from "#base/instant.ts";
import { invalid, type Refusal } from "#base/refusal.ts";
import { dueOf } from "./due.ts";
import { english } from "./english.ts";
import { fold, type Place } from "./fold.ts";
import { german } from "./german.ts";
import type { Language } from "./language.ts";
import { findParts } from "./parts.ts";
import { timeSaid } from "./time-said.ts";

/**
 * A time that was said in words. `opensAt` is there for windows that have yet to open; `read` is what was understood, and
 * `places` are where in the words (NFC): two where the day stands apart from the hour.
 */
export type Said = { opensAt: Instant | null; dueAt: Instant; read: string; places: Place[] };

export type Speaker = {
  now: Instant;
  /** The zone in which the words are meant. */
  timeZone: string;
  /** Says when business begins and ends, and which days are working days. */
  calendar: Calendar;
  /** "en", "en-US", "de", "de-AT" …; any other is read as English. Words of the other language are understood too. */
  language: string;
};

const mostLetters = 500;
/** As far as calendars are looked at. */
const farthestSeconds = 3653 * 86_400;

/**
 * The exact time that was said: "by Friday" is Friday's close of business, "on Friday" all of its business, "in two to
 * three weeks" the end of the third. Other words may stand around it. The due is always after `now`.
 * Refuses (invalid, field due_words) `unreadable_time` and `time_past`.
 */
export function readSaid(words: string, speaker: Speaker): Said {
  if (words.length > mostLetters) throw refusal("long", speaker);
  const inEnglish = () => readIn(english(speaker.language), words, speaker);
  const inGerman = () => readIn(german(), words, speaker);
  const answer = isGerman(speaker) ? (inGerman() ?? inEnglish()) : (inEnglish() ?? inGerman());
  if (typeof answer === "string" || answer === null) throw refusal(answer ?? "nothing", speaker);
  if (isAfter(answer.dueAt, plusSeconds(speaker.now, farthestSeconds))) throw refusal("far", speaker);
  return answer;
}

/** The time, or why there is none; null where these words are none of the language's. */
function readIn(language: Language, words: string, speaker: Speaker): Said | Why | null {
  const { text, placeOf } = fold(words);
  const today = speaker.now.toZonedDateTimeISO(speaker.timeZone).toPlainDate();
  const { found, left } = findParts(text, language.readers, today);
  const said = timeSaid(found, left, language);
  if (!said) return (["vague", "past"] as const).find((why) => found.some(({ part }) => part.is === why)) ?? null;
  if (said.parts.some(({ is }) => is === "other_zone")) return "zone";
  const due = dueOf(said.parts, speaker);
  if (!due || due === "past") return due;
  const places = said.pieces.map(({ at, end }) => placeOf(at, end));
  const read = words.normalize("NFC").slice(places.at(0)?.from, places.at(-1)?.to);
  return { ...due, read, places };
}

const sentences = {
  nothing: "There is no time in these words that can be kept to the minute.",
  vague: "Say a time the customer can hold you to.",
  long: "That is too long to find a time in.",
  zone: "Say the time on your own clock, without the name of a zone.",
  far: "That is more than ten years away.",
  past: "That time has passed: name one that is still to come.",
};
type Why = keyof typeof sentences;

function refusal(why: Why, speaker: Speaker): Refusal {
  const code = why === "past" ? "time_past" : "unreadable_time";
  const examples = isGerman(speaker)
    ? "„bis Freitag 15 Uhr“ or „in zwei Werktagen“"
    : '"by Friday 3pm" or "in two working days"';
  return invalid(code, `${sentences[why]} Write it like ${examples}.`, "due_words");
}

function isGerman({ language }: Speaker): boolean {
  return /^de\b/i.test(language);
}
