import assert from "node:assert/strict";
import { findPromises } from "#app/sentences/found.ts";
import type { Found } from "#app/sentences/sentence.ts";
import { businessHours } from "#base/calendar.ts";
import { instant } from "#base/instant.ts";

const zone = { timeZone: "Europe/Berlin", calendar: businessHours("Europe/Berlin") };

/** What is found in a text that is written on a Monday morning in Berlin. */
export function foundIn(text: string, language?: string): Found[] {
  return findPromises(text, { now: instant("2026-11-23T09:00:00+01:00"), ...zone, ...(language && { language }) });
}

/** Each sentence promises, with these words for its time (null: none). */
export function arePromises(language: string, examples: [sentence: string, dueWords: string | null][]): void {
  const seen = examples.map(([sentence]) => {
    const firm = foundIn(sentence, language).find(({ conditional }) => !conditional);
    return [sentence, firm ? firm.dueWords : "no promise"];
  });
  assert.deepEqual(seen, examples);
}

/** Each sentence promises, whenever it is to be. */
export function promise(language: string, sentences: string[]): void {
  const isFirm = (sentence: string) => foundIn(sentence, language).some(({ conditional }) => !conditional);
  assert.deepEqual(
    sentences.filter((sentence) => !isFirm(sentence)),
    [],
  );
}

export function areNoPromises(language: string, sentences: string[]): void {
  assert.deepEqual(
    sentences.flatMap((sentence) => foundIn(sentence, language).map(({ sentence, rules }) => [sentence, rules])),
    [],
  );
}

export function areOffers(language: string, sentences: string[]): void {
  assert.deepEqual(
    sentences.filter((sentence) => !foundIn(sentence, language).some(({ conditional }) => conditional)),
    [],
  );
  assert.deepEqual(
    sentences.filter((sentence) => foundIn(sentence, language).some(({ conditional }) => !conditional)),
    [],
  );
}
