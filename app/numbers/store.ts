import type { Insertable, Updateable } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Tables } from "#db/tables.ts";
import type { Tx } from "#engine/db/database.ts";
import { fromRow, toRow } from "#engine/db/rows.ts";
import type { OurNumber } from "./number.ts";

export async function insertNumber(tx: Tx, workspaceId: string, number: OurNumber): Promise<void> {
  const row = { ...toRow(number), workspace_id: workspaceId };
  await tx
    .insertInto("numbers")
    .values(row as Insertable<Tables["numbers"]>)
    .execute();
}

export async function findNumber(
  tx: Tx,
  workspaceId: string,
  id: string,
  lock?: "for update",
): Promise<OurNumber | undefined> {
  const row = await tx
    .selectFrom("numbers")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .$if(lock !== undefined, (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
  return row && fromRow<OurNumber>(row);
}

/** The one that this workspace has now. */
export async function ourNumber(tx: Tx, workspaceId: string): Promise<OurNumber | undefined> {
  const row = await tx
    .selectFrom("numbers")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return row && fromRow<OurNumber>(row);
}

/** Saves what was found for update. */
export async function saveNumber(tx: Tx, workspaceId: string, number: OurNumber): Promise<void> {
  await tx
    .updateTable("numbers")
    .set(toRow(number) as Updateable<Tables["numbers"]>)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", number.id)
    .execute();
}

/** Something came by it just now; no setting changed, so its version stays. */
export async function noteHeard(tx: Tx, workspaceId: string, id: string, at: Instant): Promise<void> {
  await tx
    .updateTable("numbers")
    .set({ heard_at: at })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}
