import type { AnswerAt } from "#web/desk/contracts.ts";

export type Record_ = AnswerAt<"GET", "/record">;
export type OverTime = AnswerAt<"GET", "/record/over-time">;

// Below this a share would say more than it knows: it is shown as a count.
const fewest = 10;

/** "47 of 50", and the share beside it once there are enough for one. */
export function shareOf({ count, of }: { count: number; of: number }): number | null {
  return of >= fewest ? count / of : null;
}

/** The periods from the first in which anything was due. */
export function begun(items: OverTime["items"]): OverTime["items"] {
  const first = items.findIndex(({ counts }) => counts.total > 0);
  return first < 0 ? [] : items.slice(first);
}

export const spans = { month: 31, quarter: 92, year: 366 } as const;
export type Span = keyof typeof spans;

/** From when on, for a span that ends now; to the day, so that what was read once is read no second time. */
export function fromOf(span: Span, nowMs: number): string {
  const day = 86_400_000;
  return new Date(Math.floor(nowMs / day) * day - spans[span] * day).toISOString();
}
