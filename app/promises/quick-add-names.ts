import { fold } from "#app/sentences/fold.ts";
import { isKindWord } from "./quick-add-kinds.ts";
import { type Guess, overlap, type Piece } from "./quick-add-pieces.ts";
import { standIn } from "./quick-add-signs.ts";

const mostGuesses = 6;
const mostWords = 5;

/**
 * Who may be meant in a sentence, likeliest first: behind a verb ("call Ana back") or a preposition ("an Hotel Post"), in
 * front of a German one ("Ana anrufen"), in front of all, and any other words with a capital. Shorter beginnings of the
 * same words come behind, for "Weber Heizung reparieren" may be for Weber.
 */
export function guessesIn(line: string, taken: readonly Piece[], language: string): Guess[] {
  const words = wordsOf(line, taken);
  const isGerman = /^de\b/i.test(language);
  const places = words.keys().toArray();
  const runs = [
    ...places.filter((at) => objectVerbs.has(words[at]?.folded ?? "")).map((at) => runFrom(words, at + 1)),
    ...places.filter((at) => pointsAt(words, at, isGerman)).map((at) => runFrom(words, at + 1)),
    beforeVerb(words),
    runFrom(words, 0, "capitals"),
    ...places.map((at) => runFrom(words, at, "capitals")),
  ];
  const whole = runs.filter((run, at) => run.length > 0 && !runs.slice(0, at).some((other) => holds(other, run)));
  const found = whole.map((run) => guessOf(line, run));
  const standing = standIn.exec(line);
  const seat = standing && { from: standing.index, to: standing.index + standing[0].length };
  const stands =
    seat && !taken.some((piece) => overlap(piece, seat)) ? [{ ...seat, words: standing[0], isStandIn: true }] : [];
  const shorter = whole.flatMap((run) =>
    run
      .slice(1)
      .map((_, n) => guessOf(line, run.slice(0, n + 1)))
      .reverse(),
  );
  return distinct([...stands, ...found, ...shorter]).slice(0, mostGuesses);
}

type Word = Piece & { text: string; folded: string; isCapital: boolean; follows: boolean };

/** The words that are still free; `follows` when only a space stands between it and the free word before. */
function wordsOf(line: string, taken: readonly Piece[]): Word[] {
  const words: Word[] = [];
  for (const { 0: text, index: from } of line.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.&+-]*|&/gu)) {
    const bare = text.replace(/[.'’+-]+$/u, "");
    const piece = { from, to: from + bare.length };
    if (taken.some((other) => overlap(other, piece))) continue;
    const before = words.at(-1);
    const follows = before !== undefined && /^\.? +$/.test(line.slice(before.to, from));
    words.push({ ...piece, text: bare, folded: fold(bare), isCapital: /^[\p{Lu}\p{Lt}\p{Lo}&]/u.test(bare), follows });
  }
  return words;
}

/** The words of a name from there on: with capitals as long as they have some, without as long as they say nothing else. */
function runFrom(words: readonly Word[], at: number, only?: "capitals"): Word[] {
  const first = words[at];
  if (!first || isNoName(first) || (only && !first.isCapital) || (!only && at > 0 && !first.follows)) return [];
  const run = [first];
  for (const word of words.slice(at + 1, at + mostWords)) {
    const next = words[words.indexOf(word) + 1];
    const binds = particles.has(word.folded) && next?.follows && next.isCapital;
    const belongs = first.isCapital ? word.isCapital || /^\d/.test(word.text) || binds : !word.isCapital;
    if (!word.follows || !belongs || (isNoName(word) && !binds)) break;
    run.push(word);
  }
  return first.isCapital ? run : run.slice(0, 3);
}

/** "Ana zurückrufen", also when typed quickly: the words in front of a German infinitive. */
function beforeVerb(words: readonly Word[]): Word[] {
  const verb = words.findIndex(({ folded }, at) => at > 0 && infinitives.test(folded));
  if (verb < 1 || verb > 3) return [];
  const run = words.slice(0, verb);
  return run.some((word, at) => isNoName(word) || (at > 0 && !word.follows)) ? [] : run;
}

function pointsAt(words: readonly Word[], at: number, isGerman: boolean): boolean {
  const { folded = "" } = words[at] ?? {};
  // "an" is an article to the English: there it points at nothing but a name.
  if (folded === "an" && !isGerman) return words[at + 1]?.isCapital ?? false;
  return prepositions.has(folded);
}

function isNoName({ folded, text, isCapital }: Word): boolean {
  return (
    notNames.has(folded) ||
    prepositions.has(folded) ||
    (particles.has(folded) && !isCapital) ||
    isKindWord(text) ||
    !/\p{L}|\d/u.test(text)
  );
}

function holds(run: readonly Word[], other: readonly Word[]): boolean {
  return other.every((word) => run.includes(word));
}

function guessOf(line: string, run: readonly Word[]): Guess {
  const [from = 0, end = 0] = [run[0]?.from, run.at(-1)?.to];
  const to = end - (/['’]s$/u.exec(line.slice(from, end))?.[0].length ?? 0);
  return { from, to, words: line.slice(from, to), isStandIn: false };
}

function distinct(guesses: readonly Guess[]): Guess[] {
  return guesses.filter(({ words }, at) => guesses.findIndex((other) => fold(other.words) === fold(words)) === at);
}

const listed = (words: string) => new Set(words.split(" "));

/** Whoever stands behind these is meant by them. */
const objectVerbs = listed(
  "call ring phone email mail text tell remind visit send write meet ask inform update bring let pay show give serve " +
    "ruf rufe rufen informiere schreibe schreib besuche sage sag bringe schicke schick erinnere frage frag",
);
const prepositions = listed("for to with at from fur an bei mit von zu zum zur");
const infinitives =
  /^(?:an|zuruck)rufen$|^(?:informieren|besuchen|schreiben|erinnern|fragen|benachrichtigen|anschreiben|antworten|treffen|beliefern)$/;
/** Between two names they belong to both. */
const particles = listed("von van de der den di da del la le el bin ibn al & und and of");
const notNames = listed(
  "the a an his her their our your my this that these those it them him me us you we i he she they all everybody " +
    "back about re regarding when if on in by up know again more new please asap before after until and or but not no " +
    "is are was be has have will can must need needs wants want would do does done get make see check look find put take " +
    "come go say send order book confirm ready first next last today tomorrow now soon late later " +
    "der die das den dem des ein eine einen einem einer sein seine ihr ihre unser unsere mein meine dieser diese dieses " +
    "er sie es wir ich ihnen ihm uns alle und oder aber nicht kein keine ist sind war hat haben wird kann muss will " +
    "zuruck wegen uber dass wenn noch mehr neu neue neuen neues bitte bis vor nach am um im ab schicken senden machen " +
    "prufen holen nehmen bestellen bestatigen fertig erste nachste letzte heute morgen ubermorgen jetzt bald spater",
);
