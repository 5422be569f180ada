import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";

export type Cause = { id: string; text: string; madeAt: Instant; madeById: string };

export async function insertCause(tx: Tx, workspaceId: string, { id, text, madeAt, madeById }: Cause): Promise<void> {
  await tx
    .insertInto("case_causes")
    .values({ workspace_id: workspaceId, id, text, made_at: madeAt, made_by_id: madeById })
    .execute();
}

export async function isCause(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom("case_causes")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row !== undefined;
}

/** The open cases with this cause, in the order of their ids, as they are locked one after the other. */
export async function openCasesWith(tx: Tx, workspaceId: string, causeId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("cases")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("cause_id", "=", causeId)
    .where("state", "=", "open")
    .orderBy("id")
    .limit(500)
    .execute();
  return rows.map(({ id }) => id);
}
