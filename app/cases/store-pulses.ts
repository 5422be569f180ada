import type { Insertable } from "kysely";
import type { Tables } from "#db/tables.ts";
import type { Tx } from "#engine/db/database.ts";
import { fromRow, toRow } from "#engine/db/rows.ts";
import type { Pulse } from "./pulse.ts";

export async function insertPulse(tx: Tx, workspaceId: string, pulse: Pulse): Promise<void> {
  const row = { ...toRow(pulse), workspace_id: workspaceId };
  await tx
    .insertInto("case_pulses")
    .values(row as Insertable<Tables["case_pulses"]>)
    .execute();
}

/** Oldest first. */
export async function pulsesIn(tx: Tx, workspaceId: string, caseId: string): Promise<Pulse[]> {
  const rows = await tx
    .selectFrom("case_pulses")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("case_id", "=", caseId)
    .orderBy("at")
    .orderBy("id")
    .limit(50)
    .execute();
  return rows.map((row) => fromRow<Pulse>(row));
}
