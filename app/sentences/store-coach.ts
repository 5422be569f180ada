import { sql } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import type { HintRule } from "./hint.ts";

export type RuleCounts = { rule: string; shown: number; heeded: number; dismissed: number };

export async function countsOfRules(tx: Tx, workspaceId: string): Promise<RuleCounts[]> {
  return tx
    .selectFrom("coach_counts")
    .select(["rule", "shown_count as shown", "heeded_count as heeded", "dismissed_count as dismissed"])
    .where("workspace_id", "=", workspaceId)
    .execute();
}

/** Adds to the counts of these rules, in the order of their names, in which they are also locked. */
export async function addToCounts(tx: Tx, workspaceId: string, more: readonly RuleCounts[]): Promise<void> {
  for (const { rule, shown, heeded, dismissed } of more.toSorted((a, b) => (a.rule < b.rule ? -1 : 1))) {
    await sql`
      insert into coach_counts as counts (workspace_id, rule, shown_count, heeded_count, dismissed_count)
      values (${workspaceId}::uuid, ${rule}, ${shown}::bigint, ${heeded}::bigint, ${dismissed}::bigint)
      on conflict (workspace_id, rule) do update set shown_count = counts.shown_count + excluded.shown_count,
        heeded_count = counts.heeded_count + excluded.heeded_count,
        dismissed_count = counts.dismissed_count + excluded.dismissed_count`.execute(tx);
  }
}

export async function dismissedBy(tx: Tx, workspaceId: string, memberId: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom("coach_dismissals")
    .select("rule")
    .where("workspace_id", "=", workspaceId)
    .where("member_id", "=", memberId)
    .execute();
  return new Set(rows.map(({ rule }) => rule));
}

/** Was it not dismissed before? */
export async function insertDismissal(
  tx: Tx,
  workspaceId: string,
  { memberId, rule, at }: { memberId: string; rule: HintRule; at: Instant },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("coach_dismissals")
    .values({ workspace_id: workspaceId, member_id: memberId, rule, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Was it dismissed before? */
export async function removeDismissal(tx: Tx, workspaceId: string, memberId: string, rule: HintRule): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("coach_dismissals")
    .where("workspace_id", "=", workspaceId)
    .where("member_id", "=", memberId)
    .where("rule", "=", rule)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
