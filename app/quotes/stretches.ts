/**
 * The time after opening is cut into stretches: the first minute, then each a sixth longer than what came before, until
 * ten years. Short times are told apart by minutes and long ones by weeks, and a million cases fit into a hundred counts.
 */
const ratio = 0.15;
const tenYears = 3.2e8;

export const stretchCount = Math.ceil(Math.log(tenYears / 60) / ratio) + 1;

/** Stretch `i` goes from `edges[i]`, not included, to `edges[i + 1]` seconds; the first includes zero. */
const edges = Float64Array.from({ length: stretchCount + 1 }, (_, i) => (i === 0 ? 0 : 60 * Math.exp(ratio * (i - 1))));

/** What is taken to end per stretch where nothing was ever seen: one in a hundred lasts ten times the longest known. */
export const soberChance = 1 - Math.exp(-2 * ratio);

export function edge(index: number): number {
  return edges[Math.min(index, stretchCount)] ?? 0;
}

/** Seconds after opening in the middle of each stretch. */
export const middles = Float64Array.from({ length: stretchCount }, (_, i) => (edge(i) + edge(i + 1)) / 2);

/** The stretch in which so many seconds after opening lie. */
export function stretchOf(seconds: number): number {
  if (seconds <= 60) return 0;
  return Math.min(stretchCount - 1, Math.floor(Math.log(seconds / 60) / ratio) + 1);
}

/** Twelve coarse parts of the time after opening, for what is seldom seen. */
export const partCount = 12;

/** The part in which each stretch lies. */
export const parts = Int32Array.from({ length: stretchCount }, (_, i) => Math.floor((i * partCount) / stretchCount));
