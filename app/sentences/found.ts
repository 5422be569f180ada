import type { Calendar } from "#base/calendar.ts";
import type { Instant } from "#base/instant.ts";
import { Refusal } from "#base/refusal.ts";
import { readSaid } from "#base/said/said.ts";
import { languageOf } from "./language-of.ts";
import { type Language, languageNamed, languages } from "./languages.ts";
import { type Learned, learn, nothingLearned, shiftOf } from "./learning.ts";
import type { Found } from "./sentence.ts";
import { sentencesOf } from "./split.ts";
import { pointsOf, type Weighed, weigh } from "./weigh.ts";

export type Reading = {
  now: Instant;
  /** The zone in which times are meant. */
  timeZone: string;
  calendar: Calendar;
  /** A tag like "en" or "de-AT"; without it the language is told by the text. */
  language?: string;
  learned?: Learned;
};

/** A message is read up to here, and up to so many promises: more is no letter, and no text may hold up the house. */
export const mostLetters = 100_000;
export const mostFound = 100;

/** From one half on a sentence is shown. */
const shownFrom = 0.5;

/**
 * The sentences of a message that promise something, and those that offer it on a condition, in their order. In a
 * language we do not know it finds nothing: ask `readableIn` whether that is so.
 */
export function findPromises(text: string, reading: Reading): Found[] {
  const language = readableIn(text, reading.language);
  if (!language) return [];
  const words = text.slice(0, mostLetters).normalize("NFC");
  const found: Found[] = [];
  let before = "";
  for (const { sentence, at } of sentencesOf(words)) {
    const weighed = weigh(sentence, before, languages[language]);
    before = sentence;
    if (!weighed) continue;
    if (found.length === mostFound) break;
    const score = likelihood(weighed.points + shiftOf(weighed.rules, reading.learned ?? nothingLearned));
    if (score > shownFrom) found.push(written(sentence, at, { ...weighed, score }, { ...reading, language }));
  }
  return found;
}

/** The language in which a text is read: the one named, else the one it is in; null where we do not know it. */
export function readableIn(text: string, named?: string | undefined): Language | null {
  return named === undefined ? languageOf(text) : languageNamed(named);
}

/** What a workspace's answers teach about the sentences of one language. */
export function learnFrom(
  answers: readonly { language: Language; rules: readonly string[]; isPromise: boolean }[],
  language: Language,
): Learned {
  const ours = answers.filter((answer) => answer.language === language);
  const points = pointsOf(languages[language]);
  return learn(ours.map(({ rules, isPromise }) => ({ rules, isPromise, points: points(rules) })));
}

/** The rules that a single sentence sets off, and the log-odds they add up to; for learning from an answer. */
export function rulesOf(sentence: string, language: Language): Pick<Weighed, "rules" | "points" | "conditional"> {
  const nothing = { rules: [], points: 0, conditional: false };
  return weigh(sentence.normalize("NFC"), "", languages[language]) ?? nothing;
}

export function likelihood(points: number): number {
  return 1 / (1 + Math.exp(-points));
}

function written(
  sentence: string,
  at: number,
  weighed: Weighed & { score: number },
  reading: Reading & { language: Language },
): Found {
  const { who, name, act, due, conditional, score, rules } = weighed;
  const dueWords = due && sentence.slice(due.from, due.to);
  return {
    sentence,
    at,
    who,
    name: name && sentence.slice(name.from, name.to),
    what: sentence.slice(act.from, act.to).replace(/[\s,;:.!?]+$/, ""),
    dueWords,
    dueAt: dueWords ? timeOf(dueWords, reading) : null,
    conditional,
    score,
    rules,
  };
}

/** Only where the words can be held to the minute; in English and German, which said times are read in. */
function timeOf(dueWords: string, { now, timeZone, calendar, language }: Reading & { language: Language }) {
  if (language !== "en" && language !== "de") return null;
  try {
    return readSaid(dueWords, { now, timeZone, calendar, language }).dueAt;
  } catch (problem) {
    if (problem instanceof Refusal) return null;
    throw problem;
  }
}
