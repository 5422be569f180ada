import type { Insertable, Updateable } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Tables } from "#db/tables.ts";
import type { Tx } from "#engine/db/database.ts";
import { fromRow, toRow } from "#engine/db/rows.ts";
import type { Form } from "./form.ts";

export async function insertForm(tx: Tx, workspaceId: string, form: Form): Promise<void> {
  const row = { ...toRow(form), workspace_id: workspaceId };
  await tx
    .insertInto("forms")
    .values(row as Insertable<Tables["forms"]>)
    .execute();
}

export async function findForm(
  tx: Tx,
  workspaceId: string,
  id: string,
  lock?: "for update",
): Promise<Form | undefined> {
  const row = await tx
    .selectFrom("forms")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .$if(lock !== undefined, (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
  return row && fromRow<Form>(row);
}

export async function listForms(tx: Tx, workspaceId: string): Promise<Form[]> {
  const rows = await tx
    .selectFrom("forms")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("removed_at", "is", null)
    .orderBy("id")
    .limit(200)
    .execute();
  return rows.map((row) => fromRow<Form>(row));
}

/** Saves what was found for update. */
export async function saveForm(tx: Tx, workspaceId: string, form: Form): Promise<void> {
  await tx
    .updateTable("forms")
    .set(toRow(form) as Updateable<Tables["forms"]>)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", form.id)
    .execute();
}

/** Somebody wrote in it just now; no setting changed, so its version stays. */
export async function noteWritten(tx: Tx, workspaceId: string, id: string, at: Instant): Promise<void> {
  await tx
    .updateTable("forms")
    .set({ heard_at: at })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}
