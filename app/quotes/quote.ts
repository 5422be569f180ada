import { durationInWords } from "#base/duration.ts";
import { type Curve, secondsFor, shareWithin } from "./curve.ts";
import { foresee, knowsEnough } from "./history.ts";
import type { Done, Past } from "./past.ts";
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

/**
 * What the past advises, in between drawn towards the modest quote: the geometric mean of the two, weighted by how many
 * of the kind were done. Null where there is not enough history to say anything.
 */
export function adviceFrom(past: Past, work: Work, modestSeconds: number): Advice | null {
  const lately = past.lately.get(work.kind) ?? [];
  if (!knowsEnough(past.history) || lately.length < fewest) return null;
  const curve = foresee(past.history, work);
  const odds = toldShares.flatMap((share) => told(curve, share));
  const most = odds.at(-1);
  if (!most || most.share !== advisedShare) return null;
  const trust = Math.min(1, lately.length / plenty);
  const seconds = Math.exp(trust * Math.log1p(most.seconds) + (1 - trust) * Math.log1p(modestSeconds)) - 1;
  return {
    rule: trust < 1 ? "blended" : "history",
    seconds,
    odds,
    shareWithin: (within) => shareWithin(curve, within),
    explanation: explained(lately, { isWorking: !past.timeline.hasNights, isBlended: trust < 1 }),
  };
}

function told(curve: Curve, share: number): { share: number; seconds: number }[] {
  const seconds = secondsFor(curve, share);
  return seconds === null ? [] : [{ share, seconds }];
}

function explained(lately: readonly Done[], { isWorking, isBlended }: { isWorking: boolean; isBlended: boolean }) {
  const took = lately.map(({ seconds }) => seconds).sort((a, b) => a - b);
  const few = took.length < 10;
  const within = took[few ? took.length - 1 : Math.ceil(took.length * 0.9) - 1] ?? 0;
  const whom = few ? `All of the last ${took.length}` : `9 of 10 of the last ${took.length}`;
  const line = `${whom} of this kind took under ${roundedUp(within)}${isWorking ? " of working time" : ""}`;
  const blend = isBlended ? "; while they are few, twice your estimate counts too" : "";
  const shorter = isDoneInHalf(lately) ? " Half of them were done in half the time promised: quote shorter." : "";
  return `${line}${blend}.${shorter}`;
}

/** Half of the kind is done in half its span: what we say is longer than it need be. */
function isDoneInHalf(lately: readonly Done[]): boolean {
  return lately.filter(({ seconds, spanSeconds }) => seconds <= spanSeconds / 2).length * 2 >= lately.length;
}

/** In words, never less than it was: "under" has to be true. */
function roundedUp(seconds: number): string {
  const step = seconds >= 86_400 ? 3600 : 60;
  return durationInWords((Math.floor(seconds / step) + 1) * step, "en");
}
