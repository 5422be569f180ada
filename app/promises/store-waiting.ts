import type { Tx } from "#engine/db/database.ts";
import { fromRow } from "#engine/db/rows.ts";
import type { Promise_ } from "./promise.ts";

/** The open promises that wait for this one, the most urgent first. */
export async function waitingFor(tx: Tx, workspaceId: string, id: string): Promise<Promise_[]> {
  const rows = await tx
    .selectFrom("promises")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("waits_for_id", "=", id)
    .where("state", "=", "open")
    .orderBy("due_at")
    .orderBy("id")
    .limit(200)
    .execute();
  return rows.map((row) => fromRow<Promise_>(row));
}
