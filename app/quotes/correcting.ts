import { type Bearing, type Beliefs, bear, chance, hold, learn, logOddsOf, type Start } from "./beliefs.ts";
import { edge, soberChance, stretchCount } from "./stretches.ts";

/**
 * What was foreseen is held to what came of it: beliefs about the odds themselves. The forecast as it stood at opening
 * is kept, and where work of which we had said "nine of ten by then" is really done eight times of ten, every later
 * forecast is stretched by that, and those of the same kind the most. It starts a little too modest, and has to be shown
 * that it need not be.
 */
export type Correction = { beliefs: Beliefs; everyShare: number; overall: number };

/** The share done by each edge as it was foreseen at opening, and where the belief about the odds of its kind lies. */
export type Foreseen = { foreseen: Float32Array; ofKind: number };

/** What is believed of the odds of one kind, before anything is known of it. */
export const ofOdds: Start = { shift: -0.05, doubt: 0.002, leastDoubt: 1e-4 };

/**
 * Slow times come in bunches and last, so what was learnt in quick ones is a little too bold about the slow three in
 * ten: there an ending counts for less than lasting on. So where nothing ever changes it stays a little too modest.
 */
const slowFrom = 0.7;
const slowEndingCounts = 0.93;

/** Where a share already done falls: by how often the chance of still being open was halved, roughly. */
const steps = [0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 1, 1.3, 1.6, 2, 2.3, 2.6, 3, 3.5, 4];
const bearing: Bearing = { which: new Int32Array(3), count: 3 };

export function newCorrection(beliefs: Beliefs): Correction {
  return {
    beliefs,
    everyShare: hold(beliefs, steps.length + 1, { shift: 0, doubt: 0.01, leastDoubt: 2e-4 }),
    overall: hold(beliefs, 1, { shift: -0.3, doubt: 0.003, leastDoubt: 2e-4 }),
  };
}

/** It was in this stretch: held against what was foreseen when it was opened (the share done by each edge). */
export function correctBy(
  correction: Correction,
  { foreseen, ofKind }: Foreseen,
  stretch: number,
  ended: boolean,
): void {
  const before = foreseen[stretch] ?? 1;
  const expected = ((foreseen[stretch + 1] ?? 1) - before) / (1 - before);
  if (!(expected > 1e-7 && expected < 1 && before < 0.9999)) return;
  turnTo(correction, ofKind, before);
  const counts = ended && before >= slowFrom ? slowEndingCounts : 1;
  learn(correction.beliefs, bearing, logOddsOf(expected), ended, counts);
}

/**
 * The share done by each edge as it should be told. Beyond the longest time ever seen nothing is known of any kind, and
 * all work is taken to end at the same sober rate.
 */
export function corrected(
  correction: Correction,
  { foreseen, ofKind }: Foreseen,
  longestSeconds: number,
): Float64Array {
  const done = new Float64Array(stretchCount + 1);
  let left = 1;
  for (let stretch = 0; stretch < stretchCount; stretch++) {
    left *=
      1 - (edge(stretch) >= longestSeconds ? soberChance : correctedChance(correction, { foreseen, ofKind }, stretch));
    done[stretch + 1] = 1 - left;
  }
  return done;
}

function correctedChance(correction: Correction, { foreseen, ofKind }: Foreseen, stretch: number): number {
  const before = foreseen[stretch] ?? 1;
  if (before >= 0.99999) return 0.5;
  const expected = ((foreseen[stretch + 1] ?? 1) - before) / (1 - before);
  turnTo(correction, ofKind, before);
  return chance(correction.beliefs, bearing, logOddsOf(Math.min(1 - 1e-9, Math.max(1e-9, expected))));
}

function turnTo({ everyShare, overall }: Correction, ofKind: number, shareDone: number): void {
  const passed = -Math.log1p(-shareDone);
  let step = 0;
  while (step < steps.length && passed >= (steps[step] ?? 0)) step++;
  bearing.count = 0;
  bear(bearing, everyShare + step);
  bear(bearing, overall);
  bear(bearing, ofKind);
}
