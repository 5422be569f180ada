import type { Calendar } from "#base/calendar.ts";
import type { Instant } from "#base/instant.ts";
import { invalid, type Refusal } from "#base/refusal.ts";
import { dueOf } from "./due.ts";
import { english } from "./english.ts";
import { fold } from "./fold.ts";
import { german } from "./german.ts";
import type { Language } from "./language.ts";
import { findParts } from "./parts.ts";
import { timeSaid } from "./time-said.ts";

/** A time that was said in words. `opensAt` is there for windows that have yet to open; `read` is what was understood. */
export type Said = { opensAt: Instant | null; dueAt: Instant; read: string };

export type Speaker = {
  now: Instant;
  /** The zone in which the words are meant. */
  timeZone: string;
  /** Says when business begins and ends, and which days are working days. */
  calendar: Calendar;
  /** "en", "en-US", "de", "de-AT" …; any other is read as English. */
  language: string;
};

const mostLetters = 500;

/**
 * The exact time that was said: "by Friday" is Friday's close of business, "on Friday" all of its business, "in two to
 * three weeks" the end of the third. Other words may stand around it. The due is always after `now`.
 * Refuses (invalid, field due_words) `unreadable_time` and `time_past`.
 */
export function readSaid(words: string, speaker: Speaker): Said {
  if (words.length > mostLetters) throw unreadable("That is too long to find a time in.", speaker);
  const isGerman = /^de\b/i.test(speaker.language);
  const languages = [english(speaker.language), german];
  const [own, other] = isGerman ? languages.toReversed() : languages;
  const answer = (own && readIn(own, words, speaker)) ?? (other && readIn(other, words, speaker));
  if (answer === "past") throw past(speaker);
  if (answer === "vague") throw unreadable("Say a time the customer can hold you to.", speaker);
  if (!answer) throw unreadable("There is no time in these words that can be kept to the minute.", speaker);
  return answer;
}

/** The time; "past" or "vague" where that is all there is; null where these words are none of the language's. */
function readIn(language: Language, words: string, speaker: Speaker): Said | "past" | "vague" | null {
  const { text, original } = fold(words);
  const today = speaker.now.toZonedDateTimeISO(speaker.timeZone).toPlainDate();
  const { found, left } = findParts(text, language.readers, today);
  const said = timeSaid(found, left, language);
  if (said) {
    const due = dueOf(said.parts, speaker);
    return due && (due === "past" ? due : { ...due, read: original(said.at, said.end) });
  }
  const remaining = found.map(({ part }) => part.is);
  return remaining.includes("vague") ? "vague" : remaining.includes("past") ? "past" : null;
}

function unreadable(why: string, speaker: Speaker): Refusal {
  return invalid("unreadable_time", `${why} Write it like ${examples(speaker)}.`, "due_words");
}

function past(speaker: Speaker): Refusal {
  return invalid(
    "time_past",
    `That time has passed. Name one that is still to come, like ${examples(speaker)}.`,
    "due_words",
  );
}

function examples({ language }: Speaker): string {
  return /^de\b/i.test(language)
    ? "„bis Freitag 15 Uhr“ or „in zwei Werktagen“"
    : '"by Friday 3pm" or "in two working days"';
}
