/**
 * Many small beliefs, each a shift of the log-odds that work ends in the stretch it is in, and how much it is doubted.
 * What bears on a stretch is added up; what then happens moves each belief by its share of the doubt (a Kalman filter on
 * the log-odds with independent beliefs). So a thing seen often hardly moves, a thing never seen says nothing yet, and
 * no belief ever becomes so sure that it could not follow a change.
 */
export type Beliefs = { shift: Float32Array; doubt: Float32Array; leastDoubt: Float32Array; count: number };

/** What a belief starts from: its shift of the log-odds, its doubt (a variance), and the doubt that always stays. */
export type Start = { shift: number; doubt: number; leastDoubt: number };

/** Those that bear on one stretch of one piece of work. Made once and filled again: the arithmetic runs by the million. */
export type Bearing = { which: Int32Array; count: number };

export function newBeliefs(): Beliefs {
  return { shift: new Float32Array(4096), doubt: new Float32Array(4096), leastDoubt: new Float32Array(4096), count: 0 };
}

export function newBearing(): Bearing {
  return { which: new Int32Array(64), count: 0 };
}

/** Room for so many new beliefs side by side; answers the place of the first. */
export function hold(beliefs: Beliefs, count: number, start: Start): number {
  const first = beliefs.count;
  beliefs.count += count;
  if (beliefs.count > beliefs.shift.length) grow(beliefs);
  startAnew(beliefs, first, count, start);
  return first;
}

export function startAnew(beliefs: Beliefs, first: number, count: number, start: Start): void {
  beliefs.shift.fill(start.shift, first, first + count);
  beliefs.doubt.fill(start.doubt, first, first + count);
  beliefs.leastDoubt.fill(start.leastDoubt, first, first + count);
}

export function bear(bearing: Bearing, belief: number): void {
  bearing.which[bearing.count] = belief;
  bearing.count += 1;
}

/**
 * How likely it ends in this stretch, all beliefs taken together on top of the log-odds given. Their doubt draws it
 * towards a half (MacKay's approximation of the logistic under a normal): what is not known is not said with confidence.
 */
export function chance({ shift, doubt }: Beliefs, { which, count }: Bearing, logOdds: number): number {
  let sum = logOdds;
  let spread = 0;
  for (let i = 0; i < count; i++) {
    const belief = which[i] ?? 0;
    sum += shift[belief] ?? 0;
    spread += doubt[belief] ?? 0;
  }
  return 1 / (1 + Math.exp(-sum / Math.sqrt(1 + (Math.PI / 8) * spread)));
}

/**
 * It ended in this stretch, or outlasted it: every belief that bore on it moves by its share of the doubt, and by so much
 * of that as this one counts.
 */
export function learn(beliefs: Beliefs, bearing: Bearing, logOdds: number, ended: boolean, counts = 1): void {
  const { shift, doubt, leastDoubt } = beliefs;
  const { which, count } = bearing;
  const expected = chance(beliefs, bearing, logOdds);
  let spread = 0;
  for (let i = 0; i < count; i++) spread += doubt[which[i] ?? 0] ?? 0;
  const weight = expected * (1 - expected);
  const surprise = (counts * ((ended ? 1 : 0) - expected)) / (1 + spread * weight);
  const learnt = weight / (1 + spread * weight);
  for (let i = 0; i < count; i++) {
    const belief = which[i] ?? 0;
    const before = doubt[belief] ?? 0;
    shift[belief] = (shift[belief] ?? 0) + before * surprise;
    doubt[belief] = Math.max(before - before * before * learnt, leastDoubt[belief] ?? 0);
  }
}

export function logOddsOf(share: number): number {
  return Math.log(share / (1 - share));
}

function grow(beliefs: Beliefs): void {
  for (const field of ["shift", "doubt", "leastDoubt"] as const) {
    const larger = new Float32Array(Math.max(beliefs.count, beliefs[field].length * 2));
    larger.set(beliefs[field]);
    beliefs[field] = larger;
  }
}
