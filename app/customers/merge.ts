import type { Instant } from "#base/instant.ts";
import { conflict, invalid, type Ruling, yes } from "#base/refusal.ts";

/** Two that turned out to be one: the alias is read as the other from now on. No row is rewritten, so it can be undone. */
export type Merge = { id: string; aliasId: string; intoId: string; mergedAt: Instant; mergedById: string };

export type Mergeable = "customer" | "contact";

/**
 * May `alias` be read as `into`? `aliasIs` and `intoIs` are what each is read as now: itself, unless it was merged. Only
 * who stands for themself takes part, so that aliases form a tree and never a circle.
 */
export function mayMerge(
  what: Mergeable,
  alias: { id: string; isNow: string },
  into: { id: string; isNow: string },
): Ruling {
  if (alias.id === into.id) return invalid("merge_with_itself", `A ${what} cannot be merged with itself.`, "alias_id");
  if (alias.isNow !== alias.id) {
    const sentence = `This ${what} is merged into another already: take that back first.`;
    return conflict("already_merged", sentence, { into_id: alias.isNow });
  }
  if (into.isNow === into.id) return yes;
  return conflict("merged_away", `This ${what} is itself merged into another: merge into that one.`, {
    into_id: into.isNow,
  });
}
