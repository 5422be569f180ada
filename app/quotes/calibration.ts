/** What was stated in one month within one band of odds, and what came of it. */
export type Counted = {
  month: string;
  /** The place of its band among `bandEdges`. */
  band: number;
  count: number;
  kept: number;
  /** The sum of the shares that were stated: so many should have been kept. */
  stated: number;
  /** The sum of share times one minus share: by how much chance alone moves that. */
  spread: number;
  /** Of those whose time the history advised, the sum of the odds it was advised with, and how many were done by it. */
  advised: number;
  advisedStated: number;
  advisedKept: number;
  /** Not yet due, so that nothing can be said of them. */
  pending: number;
};

/** What was stated against what was kept: means as shares, null where there is nothing to divide by. */
export type Held = { count: number; kept: number; statedShare: number | null; keptShare: number | null };

export type Calibration = {
  months: (Held & { month: string; pending: number })[];
  bands: (Held & { from: number; to: number })[];
  all: Held & { pending: number };
  advised: { count: number; kept: number; share: number | null };
  /** Does chance explain how far kept is from stated, in 99 of 100 cases? Null where there is too little to tell. */
  isWithinChance: boolean | null;
};

/** Odds are told apart where people tell them apart. */
export const bandEdges = [0, 0.5, 0.8, 0.9, 0.95, 1] as const;

const fewestToJudge = 20;
/** Of a normal distribution 99 of 100 lie so many deviations around the middle. */
const ninetyNine = 2.576;

/** The advisor held to its own word: month by month in order, and band by band. */
export function calibrationOf(counted: readonly Counted[]): Calibration {
  const months = Map.groupBy(
    counted.toSorted((a, b) => (a.month < b.month ? -1 : 1)),
    ({ month }) => month,
  );
  const { count, kept, stated, spread, ...all } = summed(counted);
  return {
    months: [...months].map(([month, rows]) => ({ month, ...heldOf(rows), pending: summed(rows).pending })),
    bands: bandEdges.slice(0, -1).map((from, band) => ({
      from,
      to: bandEdges[band + 1] ?? 1,
      ...heldOf(counted.filter((row) => row.band === band)),
    })),
    all: { ...heldOf(counted), pending: all.pending },
    advised: {
      count: all.advised,
      kept: all.advisedKept,
      share: all.advised > 0 ? all.advisedStated / all.advised : null,
    },
    isWithinChance: count < fewestToJudge ? null : Math.abs(kept - stated) <= ninetyNine * Math.sqrt(spread) + 0.5,
  };
}

function heldOf(rows: readonly Counted[]): Held {
  const { count, kept, stated } = summed(rows);
  const of = (sum: number) => (count > 0 ? sum / count : null);
  return { count, kept, statedShare: of(stated), keptShare: of(kept) };
}

type Sums = Omit<Counted, "month" | "band">;

function summed(rows: readonly Counted[]): Sums {
  const advice = { advised: 0, advisedStated: 0, advisedKept: 0 };
  const nothing: Sums = { count: 0, kept: 0, stated: 0, spread: 0, ...advice, pending: 0 };
  const add = (sums: Sums, row: Counted): Sums => ({
    count: sums.count + row.count,
    kept: sums.kept + row.kept,
    stated: sums.stated + row.stated,
    spread: sums.spread + row.spread,
    advised: sums.advised + row.advised,
    advisedStated: sums.advisedStated + row.advisedStated,
    advisedKept: sums.advisedKept + row.advisedKept,
    pending: sums.pending + row.pending,
  });
  return rows.reduce(add, nothing);
}
