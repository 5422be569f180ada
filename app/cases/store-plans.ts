import { sql } from "kysely";
import { firstWordVia } from "#app/promises/first-word.ts";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";

export type Plan = { text: string; dueAt: Instant; state: string };

/** What was promised in a case: what is open, and what was kept since then; the first word left out. Earliest due first. */
export async function plansOf(tx: Tx, workspaceId: string, caseId: string, since: Instant): Promise<Plan[]> {
  const { rows } = await sql<Plan>`
    select coalesce(rest, text) as text, due_at as "dueAt", state from promises
    where workspace_id = ${workspaceId}::uuid and case_id = ${caseId}::uuid and is_visible and made_via <> ${firstWordVia}
      and (state = 'open' or (state in ('kept', 'kept_late') and settled_at >= ${since}::timestamptz))
    order by due_at, id limit 20`.execute(tx);
  return rows;
}
