import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { likelihood, rulesOf } from "#app/sentences/found.ts";
import { sentencesOf } from "#app/sentences/split.ts";
import { create } from "./promise-detector.ts";

/**
 * How well promises are noticed in sentences that were not seen: `node test/bench/cross-validate-promises.ts <folder>`
 * with the folder of labelled sentences (JSON lines). Ten folds, many times over: in each the points of all rules are
 * learnt anew, from nothing, on nine tenths, and judged on the tenth; a rule that no sentence of the nine tenths set
 * off counts for nothing. The interval is a bootstrap over sentences and repeats.
 */
const [folder] = process.argv.slice(2);
if (!folder) throw new Error("Name the folder of the labelled sentences.");
const folds = 10;
const repeats = 50;
const draws = 4000;

type Row = { text: string; label: string; source: string };
type Seen = { rules: string[]; isPromise: boolean };
type Score = { precision: number; recall: number; f1: number };

const rows = readdirSync(folder)
  .filter((file) => file.endsWith(".jsonl"))
  .flatMap((file) => readFileSync(join(folder, file), "utf8").split("\n").filter(Boolean))
  .map((line): Row => JSON.parse(line))
  .filter(({ label, source }) => label !== "unclear" && label !== "conditional" && source.startsWith("support"));
const dice = seededDice(2026);
const seen = rows.map(({ text, label }): Seen => ({ rules: likeliestRules(text), isPromise: label === "promise" }));
const truth = seen.map(({ isPromise }) => isPromise);

const detector = create();
const served = rows.map(({ text }) => detector.predict(text).promise);
const repeated = Array.from({ length: repeats }, crossValidated);

process.stdout.write(`${rows.length} sentences, ${truth.filter(Boolean).length} promises\n`);
print("as served (the fit: its rules were written with these sentences read)", [served]);
print(`points learnt anew, ${folds} folds, ${repeats} times`, repeated);

function likeliestRules(text: string): string[] {
  const weighed = sentencesOf(text).map(({ sentence }) => rulesOf(sentence, "en"));
  const firm = weighed.filter(({ rules, conditional }) => rules.length > 0 && !conditional);
  return firm.sort((a, b) => b.points - a.points)[0]?.rules ?? [];
}

/** For each sentence, what a detector said that was taught without its fold. */
function crossValidated(): boolean[] {
  const order = seen.map((_, index) => ({ index, at: dice() })).sort((a, b) => a.at - b.at);
  const foldOf = new Map(order.map(({ index }, place) => [index, place % folds]));
  const taught = Array.from({ length: folds }, (_, fold) =>
    teach(seen.filter((_, index) => foldOf.get(index) !== fold)),
  );
  return seen.map(({ rules }, index) => {
    const points = taught[foldOf.get(index) ?? 0] ?? new Map<string, number>();
    return rules.length > 0 && likelihood(sum(rules, points)) > 0.5;
  });
}

/** Logistic regression on the rules' names with a ridge towards zero, by plain gradient steps. */
function teach(lesson: Seen[]): Map<string, number> {
  const points = new Map<string, number>();
  const useful = lesson.filter(({ rules }) => rules.length > 0);
  for (let step = 0; step < 400; step++) {
    const slopes = new Map<string, number>();
    for (const { rules, isPromise } of useful) {
      const miss = (isPromise ? 1 : 0) - likelihood(sum(rules, points));
      for (const name of ["", ...rules]) slopes.set(name, (slopes.get(name) ?? 0) + miss);
    }
    for (const [name, slope] of slopes) {
      const now = points.get(name) ?? 0;
      points.set(name, now + 0.1 * (slope - 0.3 * now));
    }
  }
  return points;
}

function sum(rules: string[], points: Map<string, number>): number {
  return rules.reduce((total, name) => total + (points.get(name) ?? 0), points.get("") ?? 0);
}

function print(title: string, answers: boolean[][]): void {
  const drawn = Array.from({ length: draws }, () => {
    const one = answers[Math.floor(dice() * answers.length)] ?? [];
    const picked = truth.map(() => Math.floor(dice() * truth.length));
    return scored(
      picked.map((at) => one[at] ?? false),
      picked.map((at) => truth[at] ?? false),
    );
  });
  const pooled = scored(
    answers.flat(),
    answers.flatMap(() => truth),
  );
  const line = (name: keyof Score) => {
    const sorted = drawn.map((each) => each[name]).sort((a, b) => a - b);
    const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(3);
    return `  ${name.padEnd(10)}${pooled[name].toFixed(3)}   95 % interval ${at(0.025)} to ${at(0.975)}\n`;
  };
  process.stdout.write(`${title}\n${line("precision")}${line("recall")}${line("f1")}`);
}

function scored(answers: boolean[], truths: boolean[]): Score {
  const count = (said: boolean, is: boolean) => answers.filter((a, at) => a === said && truths[at] === is).length;
  const [hits, alarms, missed] = [count(true, true), count(true, false), count(false, true)];
  return {
    precision: hits / (hits + alarms),
    recall: hits / (hits + missed),
    f1: (2 * hits) / (2 * hits + alarms + missed),
  };
}

/** The same dice in every run (a linear congruential generator), so that the figures can be made again. */
function seededDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
