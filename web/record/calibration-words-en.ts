import type { Part } from "./calibration.ts";

const parts: Record<Part, string> = {
  tenth: "a tenth",
  fifth: "a fifth",
  quarter: "a quarter",
  third: "a third",
  half: "half",
};

type Widened = { how: "longer" | "shorter"; by: Part | number } | null;

export const en = {
  title: "How good our odds are",
  lead: "The odds that were stated when a promise was written down, against what was kept of them. The last twelve months.",
  ourWord: "Our word",
  kind: "Of which kind",
  allKinds: "All kinds",
  of: (count: number, of: number) => `${count} of ${of}`,
  kept: "kept by the time first said",
  stated: "to be kept, by the odds stated",
  advised: (share: number) => `done by the time advised for ${share} of 100`,
  chance: (isWithin: boolean | null): string =>
    isWithin === null
      ? "Too few so far to judge the odds by."
      : isWithin
        ? "What lies between the two is no more than chance."
        : "What lies between the two is more than chance.",
  widened: (widened: Widened) => {
    if (!widened) return "Its times are told as the work itself says.";
    const by = typeof widened.by === "number" ? `${widened.by} %` : parts[widened.by];
    return widened.how === "longer"
      ? `Its times are now longer by ${by}, since earlier ones came out too short.`
      : `Its times are now shorter by ${by}, since earlier ones came out too long.`;
  },
  pending: (count: number) => (count === 1 ? "One more is not due yet." : `${count} more are not due yet.`),
  byOdds: "By the odds that were stated",
  band: (from: number, to: number) => (from === 0 ? `under ${to} of 100` : `${from} to ${to} of 100`),
  outside: "more than chance",
  key: "The dark line is what was stated, the wide band where chance alone may leave it (99 of 100 times), the mark what was kept.",
  overMonths: "Month by month",
  overMonthsSaid:
    "The line is the share kept, by the month in which it was promised; the band is where chance alone would leave what was stated.",
  month: "Month",
  pendingHead: "Not due yet",
  took: "How long such things took",
  empty: "No odds were held against anything yet.",
  emptyLead: (pending: number) =>
    pending > 0
      ? `${pending === 1 ? "One promise has" : `${pending} promises have`} odds and are not due yet. Once they are, this is where it shows whether the odds were true.`
      : "Odds are stated once twenty promises of a kind were done. When such promises come due, this is where it shows whether the odds were true.",
};
