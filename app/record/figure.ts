import { betaQuantile } from "#base/beta.ts";

/**
 * The one figure, from 0 to 100, shown only to who asks for it: how sure one may be of our word. It is the lower 90 % bound
 * of a Beta posterior over what we kept: with nine chances in ten the true share is above it.
 */
export const formula =
  "the 10 % quantile of Beta(1 + kept, 1 + 3 × broken), in hundredths, rounded down; each promise weighs 2^(−age / half-life)";

/** Bad evidence counts so many times: trust is slow to build and quick to destroy. */
const badCounts = 3;
const bound = 0.1;

/** What was kept and what was not, each weighed by how long ago it was. */
export type Evidence = { kept: number; broken: number };

export function figureOf({ kept, broken }: Evidence): number {
  return Math.floor(100 * betaQuantile(bound, 1 + kept, 1 + badCounts * broken));
}

/** What would move it: ten more that are kept, and one more that is not. */
export function whatMoves(evidence: Evidence): { tenKept: number; oneBroken: number } {
  return {
    tenKept: figureOf({ ...evidence, kept: evidence.kept + 10 }),
    oneBroken: figureOf({ ...evidence, broken: evidence.broken + 1 }),
  };
}
