import type { Promise_ } from "#app/promises/promise.ts";
import { type Evidence, figureOf, formula, whatMoves } from "./figure.ts";
import type { Part } from "./outcome.ts";

/** The one figure as staff read it: with all that it was made from. */
export function figureForStaff(
  { kept, broken, keptCount, brokenCount }: Evidence & { keptCount: number; brokenCount: number },
  halfLifeDays: number,
) {
  const evidence = { kept, broken };
  const { tenKept, oneBroken } = whatMoves(evidence);
  return {
    figure: figureOf(evidence),
    formula,
    inputs: {
      kept: { count: keptCount, weight: rounded(kept) },
      broken: { count: brokenCount, weight: rounded(broken) },
      half_life_days: halfLifeDays,
    },
    with_ten_kept: tenKept,
    with_one_broken: oneBroken,
  };
}

export const columnsInCsv = [
  ...["id", "part", "customer", "owner", "kind", "text", "made_at", "first_due_at", "due_at", "settled_at"],
  ...["state", "late_at", "moves", "chases", "verdict"],
];

export function rowInCsv(p: Promise_ & { part: Part }, names: ReadonlyMap<string, string>) {
  const times = [p.madeAt, p.firstDueAt, p.dueAt, p.settledAt].map((at) => at?.toString() ?? null);
  return [
    ...[p.id, p.part, names.get(p.customerId ?? "") ?? null, names.get(p.ownerId) ?? null, p.kind, p.text, ...times],
    ...[p.state, p.lateAt?.toString() ?? null, p.moveCount, p.chaseCount, p.verdict],
  ];
}

function rounded(weight: number): number {
  return Math.round(weight * 100) / 100;
}
