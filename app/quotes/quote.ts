import { secondsFor, shareWithin } from "./curve.ts";
import { explanationOf } from "./explanation.ts";
import { foresee, knowsEnough } from "./history.ts";
import type { Past } from "./past.ts";
import type { Work } from "./work.ts";

/**
 * The quotes subject advises what time to say: from how long such promises really took, and never surer than that.
 * Durations are seconds on the timeline of the past, working time or the clock's.
 */
export type Advice = {
  rule: "history" | "blended";
  seconds: number;
  odds: { share: number; seconds: number }[];
  shareWithin: (seconds: number) => number;
  explanation: string;
};

/** The share of quotes that shall be kept. */
const advisedShare = 0.95;
const toldShares = [0.5, 0.8, 0.9, advisedShare];
/** Of a kind: with fewer done than this the modest rule speaks alone, from so many on the history does. */
const fewest = 20;
const plenty = 50;
/** Beyond this a curve has nothing left to say of what is still open. */
const almostAll = 1 - 1e-6;

/** What else is known where advice is asked. */
type Asking = {
  /** What the modest rule would say; null where nobody estimated. */
  modestSeconds: number | null;
  /** How long it has been open already: the odds are then of those that lasted so long. */
  elapsedSeconds: number;
  language: string;
};

/**
 * What the past advises, counted from now, in between drawn towards the modest quote: the geometric mean of the two,
 * weighted by how many of the kind were done. Null where there is not enough history to say anything.
 */
export function adviceFrom(past: Past, work: Work, asking: Asking): Advice | null {
  const { modestSeconds, elapsedSeconds, language } = asking;
  const lately = past.lately.get(work.kind) ?? [];
  if (!knowsEnough(past.history) || lately.length < fewest) return null;
  const curve = foresee(past.history, work);
  const already = Math.min(shareWithin(curve, elapsedSeconds), almostAll);
  const odds = toldShares.flatMap((share) => {
    const seconds = secondsFor(curve, already + share * (1 - already));
    return seconds === null ? [] : [{ share, seconds: Math.max(0, seconds - elapsedSeconds) }];
  });
  const most = odds.at(-1);
  if (!most || most.share !== advisedShare) return null;
  const trust = modestSeconds === null ? 1 : Math.min(1, lately.length / plenty);
  const seconds = Math.expm1(trust * Math.log1p(most.seconds) + (1 - trust) * Math.log1p(modestSeconds ?? 0));
  return {
    rule: trust < 1 ? "blended" : "history",
    seconds,
    odds,
    shareWithin: (within) => Math.max(0, (shareWithin(curve, elapsedSeconds + within) - already) / (1 - already)),
    explanation: explanationOf(lately, { language, isWorking: !past.timeline.hasNights, isBlended: trust < 1 }),
  };
}
