import { coaching as english } from "#app/sentences/languages/english/coaching.ts";
import { coaching as french } from "#app/sentences/languages/french/coaching.ts";
import { coaching as german } from "#app/sentences/languages/german/coaching.ts";
import { coaching as spanish } from "#app/sentences/languages/spanish/coaching.ts";
import { type Instant, isBefore } from "#base/instant.ts";
import { fold } from "./fold.ts";
import { mostLetters } from "./found.ts";
import type { Coaching, Fact, Hint, HintRule } from "./hint.ts";
import type { Language } from "./languages.ts";
import type { Found } from "./sentence.ts";
import { type Placed, sentencesOf } from "./split.ts";

/** Something in a letter that the coach points at, where it stands (in the text's NFC), and what could stand there. */
export type Point = { rule: HintRule; from: number; to: number; better: string | null };

export type Composed = {
  language: Language;
  /** The promises in the text. */
  promises: readonly Found[];
  /** Sentences whose promise is recorded already. */
  recorded: readonly string[];
  /** What the advisor says is soon enough; null where it says nothing. */
  advisedDueAt: Instant | null;
  /** What we know of the reader. */
  knows: readonly Fact[];
  /** Whose name should stand under it; null where it is put there anyway. */
  signer: string | null;
};

const coachings: Record<Language, Coaching> = { en: english, de: german, es: spanish, fr: french };
const mostPoints = 100;

/** What could be said better in a letter, in the order in which it stands there. It points, and never blocks. */
export function pointsIn(text: string, composed: Composed): Point[] {
  const words = text.slice(0, mostLetters).normalize("NFC");
  const sentences = sentencesOf(words);
  const { hints } = coachings[composed.language];
  const known = hints.filter(({ asksFor }) => !asksFor || composed.knows.includes(asksFor));
  const points = [
    ...sentences.flatMap((placed, n) => hintsIn(placed, sentences[n + 1]?.sentence ?? "", known)),
    ...composed.promises.flatMap((promise) => ofPromise(promise, composed)),
    ...ofTheWhole(sentences, composed),
  ];
  return points.sort((a, b) => a.from - b.from || a.to - b.to).slice(0, mostPoints);
}

function hintsIn({ sentence, at }: Placed, next: string, hints: readonly Hint[]): Point[] {
  const folded = fold(sentence);
  const around = `${folded} ${fold(next)}`;
  return hints.flatMap(({ rule, words, better, unless }) => {
    if (unless?.test(around)) return [];
    return [...folded.matchAll(words)]
      .filter(({ 0: said }) => said !== "")
      .map(({ 0: said, index }) => ({ rule, from: at + index, to: at + index + said.length, better }));
  });
}

/** Of what is promised in it: is it recorded, by when, and is that soon enough to be kept? */
function ofPromise({ sentence, at, conditional, dueWords, dueAt }: Found, composed: Composed): Point[] {
  if (conditional) return [];
  const whole = { from: at, to: at + sentence.length, better: null };
  const { recorded, advisedDueAt } = composed;
  const due = dueWords === null ? null : placeOf(dueWords, sentence, at);
  return [
    ...(recorded.includes(sentence) ? [] : [{ rule: "not_recorded" as const, ...whole }]),
    ...(due ? [] : [{ rule: "no_time" as const, ...whole }]),
    ...(due && dueAt && advisedDueAt && isBefore(dueAt, advisedDueAt)
      ? [{ rule: "shorter_than_advised" as const, ...due, better: null }]
      : []),
  ];
}

/** Of the letter as a whole: does it say how it goes on, and who writes? Pointed at where it ends. */
function ofTheWhole(sentences: readonly Placed[], { language, promises, signer }: Composed): Point[] {
  const last = sentences.at(-1);
  if (!last || sentences.length < 3) return [];
  const end = { from: last.at, to: last.at + last.sentence.length, better: null };
  const all = fold(sentences.map(({ sentence }) => sentence).join(" "));
  const goesOn = promises.length > 0 || all.includes("?") || coachings[language].nextStep.test(all);
  const names = signer ? fold(signer).split(/\s+/) : [];
  const isSigned = signer === null || names.some((name) => name.length > 1 && fold(last.sentence).includes(name));
  return [
    ...(goesOn ? [] : [{ rule: "no_next_step" as const, ...end }]),
    ...(isSigned ? [] : [{ rule: "no_name" as const, ...end }]),
  ];
}

function placeOf(words: string, sentence: string, at: number): { from: number; to: number } {
  const from = at + Math.max(0, sentence.indexOf(words));
  return { from, to: from + words.length };
}
