import { edge, stretchCount, stretchOf } from "./stretches.ts";

/** How much of such work is done by when: the share done by each edge of the stretches, never falling. */
export type Curve = { done: Float64Array };

/** The earliest time, in seconds after opening, by which that share of such work is done; null beyond ten years. */
export function secondsFor({ done }: Curve, share: number): number | null {
  if (!(share >= 0 && share < 1)) return null;
  let stretch = 0;
  while (stretch < stretchCount && (done[stretch + 1] ?? 1) < share) stretch++;
  if (stretch === stretchCount) return null;
  const before = leftLog(done, stretch);
  const after = leftLog(done, stretch + 1);
  const within = after < before ? (Math.log1p(-share) - before) / (after - before) : 1;
  return edge(stretch) + within * (edge(stretch + 1) - edge(stretch));
}

/** The odds that it is done within so many seconds of opening: the very opposite of `secondsFor`. */
export function shareWithin({ done }: Curve, seconds: number): number {
  if (!(seconds > 0)) return 0;
  const stretch = stretchOf(seconds);
  const within = Math.min(1, (seconds - edge(stretch)) / (edge(stretch + 1) - edge(stretch)));
  const before = leftLog(done, stretch);
  return -Math.expm1(before + within * (leftLog(done, stretch + 1) - before));
}

/** The logarithm of what is still open by an edge; within a stretch work ends evenly, so this falls in a line. */
function leftLog(done: Float64Array, index: number): number {
  return Math.log1p(-Math.min(done[index] ?? 1, 1 - 1e-12));
}
