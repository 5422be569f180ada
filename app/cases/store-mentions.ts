import { sql } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { fromRow } from "#engine/db/rows.ts";
import type { Named } from "./mention.ts";

/** Where a member is named and has not looked since, the newest first. */
export async function mentionsOf(tx: Tx, workspaceId: string, memberId: string, most: number): Promise<Named[]> {
  const { rows } = await sql<object>`
    select r.id, r.case_id, c.subject, c.customer_id, cu.name as customer_name, r.words, r.rang_at
    from case_rings r
    join cases c on c.workspace_id = r.workspace_id and c.id = r.case_id
    join customers cu on cu.workspace_id = c.workspace_id and cu.id = c.customer_id
    where r.workspace_id = ${workspaceId}::uuid and r.member_id = ${memberId}::uuid and r.answered_at is null
      and r.stage = 'mentioned'
    order by r.rang_at desc, r.id desc limit ${most}`.execute(tx);
  return rows.map((row) => fromRow<Named>(row));
}

/** They have looked at the case. Gives how many notes they had been named in. */
export async function settleMentions(
  tx: Tx,
  workspaceId: string,
  { caseId, memberId }: { caseId: string; memberId: string },
  at: Instant,
): Promise<number> {
  const { numAffectedRows } = await sql`
    update case_rings set answered_at = ${at} where workspace_id = ${workspaceId}::uuid and case_id = ${caseId}::uuid
      and member_id = ${memberId}::uuid and stage = 'mentioned' and answered_at is null`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}
