import type { Load } from "./tools.ts";
import type { Pair, World } from "./world.ts";

/** One row of "Speed and size": what is measured, what it must reach, what it aims at, and how to find out. */
export type Row = {
  what: string;
  must: string;
  aim: string;
  measure: (world: World) => Promise<Measured>;
};

/** What came out, in words for the table; `notes` are said below it. */
export type Measured = { figures: string; verdict: Verdict; notes?: string[] };
export type Verdict = "aim" | "must" | "missed";

/** Smaller is better: seconds, bytes, how many times the limit. */
export function atMost(value: number, must: number, aim: number): Verdict {
  return value <= aim ? "aim" : value <= must ? "must" : "missed";
}

/** Larger is better: the share of the limit that is reached. */
export function atLeast(share: number, must: number, aim: number): Verdict {
  return atMost(-share, -must, -aim);
}

/** The share of the limit's speed that the deed reaches, and both in words. */
export function shareOf(pairs: readonly Pair[]): { share: number; figures: string } {
  const share = median(pairs.map(({ limit, deed }) => deed.perSecond / limit.perSecond));
  const speed = (loads: Load[]) => `${Math.round(median(loads.map(({ perSecond }) => perSecond)))}/s`;
  const [deeds, limits] = [pairs.map(({ deed }) => deed), pairs.map(({ limit }) => limit)];
  const p99 = median(deeds.map(({ p99Ms }) => p99Ms)).toFixed(0);
  return { share, figures: `${speed(deeds)} of ${speed(limits)}: **${ofLimit(share)}**, p99 ${p99} ms` };
}

/** "1/2.7": how much of the limit that is. */
export function ofLimit(share: number): string {
  return `1/${(1 / share).toFixed(1)}`;
}

/** The middle one, which a hiccup of the machine does not move. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
