import type { AnswerAt } from "#web/desk/contracts.ts";

export type Calibration = AnswerAt<"GET", "/quotes/calibration">;
export type Held = Pick<Calibration["all"], "count" | "kept" | "stated_share" | "kept_share">;

/** Of a normal distribution 99 of 100 lie so many deviations around the middle. */
const ninetyNine = 2.576;

/** Between which shares chance alone would leave so many that were stated with these odds; null where none were. */
export function chanceBand({ count, stated_share: stated }: Held): { low: number; high: number } | null {
  if (count === 0 || stated === null) return null;
  const half = (ninetyNine * Math.sqrt(count * stated * (1 - stated)) + 0.5) / count;
  return { low: Math.max(0, stated - half), high: Math.min(1, stated + half) };
}

/** Does chance explain what was kept? */
export function isWithin(held: Held): boolean {
  const band = chanceBand(held);
  const { kept_share: kept } = held;
  return band === null || kept === null || (kept >= band.low && kept <= band.high);
}

const parts = { tenth: 0.1, fifth: 0.2, quarter: 0.25, third: 1 / 3, half: 0.5 } as const;
export type Part = keyof typeof parts;
// Less than this nobody would notice.
const asGoodAsNone = 0.03;
const near = 0.15;

/** By how much the advisor tells its times longer or shorter now, as a person would say it: in a part or in percent. */
export function widening(by: number): { how: "longer" | "shorter"; by: Part | number } | null {
  const more = by - 1;
  if (Math.abs(more) < asGoodAsNone) return null;
  const size = Math.abs(more);
  const part = (Object.keys(parts) as Part[]).find((each) => Math.abs(size - parts[each]) < near * parts[each]);
  return { how: more > 0 ? "longer" : "shorter", by: part ?? Math.round(size * 100) };
}
