import type { Instant } from "#base/instant.ts";
import { conflict, invalid, type Ruling, yes } from "#base/refusal.ts";

/** Two that turned out to be one: the alias is read as the other from now on. No row is rewritten, so it can be undone. */
export type Merge = { id: string; aliasId: string; intoId: string; mergedAt: Instant; mergedById: string };

export type Mergeable = "customer" | "contact";

/**
 * May `aliasId` be read as `intoId`? `isNow` is what each is read as until now. Only who stands for themself takes part,
 * so that aliases form trees and never a circle.
 */
export function mayMerge(what: Mergeable, aliasId: string, intoId: string, isNow: ReadonlyMap<string, string>): Ruling {
  const aliasIs = isNow.get(aliasId) ?? aliasId;
  const intoIs = isNow.get(intoId) ?? intoId;
  if (aliasId === intoId) return invalid("merge_with_itself", `A ${what} cannot be merged with itself.`, "alias_id");
  if (aliasIs !== aliasId) {
    const sentence = `This ${what} is merged into another already: take that back first.`;
    return conflict("already_merged", sentence, { into_id: aliasIs });
  }
  if (intoIs === intoId) return yes;
  return conflict("merged_away", `This ${what} is itself merged into another: merge into that one.`, {
    into_id: intoIs,
  });
}
