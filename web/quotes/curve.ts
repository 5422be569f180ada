import type { AnswerAt } from "#web/desk/contracts.ts";

export type Quote = AnswerAt<"POST", "/quotes">;

/** For what a quote is asked; all but the kind may be open. */
export type QuotedWork = {
  kind: string;
  promiseId?: string | undefined;
  customerId?: string | undefined;
  ownerId?: string | undefined;
};

/** With which odds a promise is kept by then. */
export type Point = { atMs: number; share: number };

// Below this a person who promises it should look twice.
export const goodOdds = 0.9;
// From here on more time makes nothing surer.
const asGoodAsSure = 0.985;
const median = 0.5;

/**
 * Every time of which the house said the odds, in order; more time never makes them worse. What is surer than anybody
 * needs is left out, but for the time that was asked about.
 */
export function curveOf(quote: Quote, dueAt: string): Point[] {
  const asked = quote.share_at_due === null ? [] : [{ due_at: dueAt, share: quote.share_at_due }];
  const said = [...quote.shares, ...quote.odds, ...asked]
    .map(({ due_at, share }) => ({ atMs: Date.parse(due_at), share }))
    .sort((a, b) => a.atMs - b.atMs || b.share - a.share);
  let best = 0;
  const points = said
    .filter(({ atMs }, n) => atMs !== said[n - 1]?.atMs)
    .map(({ atMs, share }) => {
      best = Math.max(best, share);
      return { atMs, share: best };
    });
  const sure = points.findIndex(({ share }) => share >= asGoodAsSure);
  const dueMs = Date.parse(dueAt);
  return points.filter(({ atMs }, n) => sure < 0 || n <= sure || atMs === dueMs);
}

/** Does the house know the odds of just this time, so that it need not be asked again? */
export function knows(quote: Quote, dueAt: string): boolean {
  const dueMs = Date.parse(dueAt);
  return [...quote.shares, ...quote.odds].some(({ due_at }) => Date.parse(due_at) === dueMs);
}

/** The place of a time on the curve: its own, else the last one before it. */
export function placeOn(curve: readonly Point[], dueAt: string): number {
  const dueMs = Date.parse(dueAt);
  return Math.max(
    0,
    curve.findLastIndex(({ atMs }) => atMs <= dueMs),
  );
}

/** Shorter than advised may be said once the odds were seen; shorter than half of such work takes needs a reason. */
export function shortness({ odds, advised_due_at: advised }: Advised, dueAt: string): "fine" | "short" | "very_short" {
  const dueMs = Date.parse(dueAt);
  const half = odds.find(({ share }) => share === median);
  if (half && dueMs < Date.parse(half.due_at)) return "very_short";
  return advised && dueMs < Date.parse(advised) ? "short" : "fine";
}

type Advised = Pick<Quote, "odds" | "advised_due_at">;
