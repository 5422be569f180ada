import type { Instant } from "#base/instant.ts";
import { secondsFor, shareWithin } from "./curve.ts";
import { explanationOf } from "./explanation.ts";
import { foresee, foreseeUncorrected, knowsEnough } from "./history.ts";
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

/** For what work a quote is asked. */
export type Asked = {
  kind: string;
  customerId: string | null;
  ownerId: string;
  /** The member's own; null where they said none. */
  estimateSeconds: number | null;
  estimateIn: "working" | "clock";
  wantedByAt: Instant | null;
  /** When it was made and for how long it was held up since, where it is open already; null for what is made now. */
  open: { madeAt: Instant; heldUpSeconds: number } | null;
  /** With which odds the advised time shall be kept. */
  advisedShare: number;
  /** Times that somebody thinks of saying: the odds of each are wanted. */
  dueAts: readonly Instant[];
  /** In which the explanation is read. */
  language: string;
};

/** What the workspace's own promises advise. */
export type AdvisedQuote = {
  rule: "history" | "blended";
  advisedDueAt: Instant;
  odds: { share: number; dueAt: Instant }[];
  /** The odds of each of the `dueAts`. */
  shares: number[];
  explanation: string;
};

/** The share of quotes that shall be kept where no policy says otherwise. */
export const usualShare = 0.95;
const toldShares = [0.5, 0.8, 0.9, usualShare];
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
  advisedShare: number;
  language: string;
};

/**
 * What the past advises, counted from now, in between drawn towards the modest quote: the geometric mean of the two,
 * weighted by how many of the kind were done. Null where there is not enough history to say anything.
 */
export function adviceFrom(past: Past, work: Work, asking: Asking): Advice | null {
  const { modestSeconds, elapsedSeconds, advisedShare, language } = asking;
  const lately = past.lately.get(work.kind) ?? [];
  if (!knowsEnough(past.history) || lately.length < fewest) return null;
  const curve = foresee(past.history, work);
  const already = Math.min(shareWithin(curve, elapsedSeconds), almostAll);
  const odds = [...new Set([...toldShares, advisedShare])]
    .toSorted((a, b) => a - b)
    .flatMap((share) => {
      const seconds = secondsFor(curve, already + share * (1 - already));
      return seconds === null ? [] : [{ share, seconds: Math.max(0, seconds - elapsedSeconds) }];
    });
  const sure = odds.find(({ share }) => share === advisedShare);
  if (!sure) return null;
  const trust = modestSeconds === null ? 1 : Math.min(1, lately.length / plenty);
  const seconds = Math.expm1(trust * Math.log1p(sure.seconds) + (1 - trust) * Math.log1p(modestSeconds ?? 0));
  return {
    rule: trust < 1 ? "blended" : "history",
    seconds,
    odds,
    shareWithin: (within) => Math.max(0, (shareWithin(curve, elapsedSeconds + within) - already) / (1 - already)),
    explanation: explanationOf(lately, { language, isWorking: !past.timeline.hasNights, isBlended: trust < 1 }),
  };
}

/**
 * By how much longer the advised time is told than the beliefs alone would say, because earlier ones came out too short;
 * below 1 where they came out too long. Null while there is not enough history.
 */
export function widenedBy(past: Past, work: Work): number | null {
  if (!knowsEnough(past.history)) return null;
  const [told, alone] = [foresee, foreseeUncorrected].map((look) => secondsFor(look(past.history, work), usualShare));
  return told && alone ? told / alone : null;
}
