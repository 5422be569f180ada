import type { Insertable, Updateable } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Tables } from "#db/tables.ts";
import type { Tx } from "#engine/db/database.ts";
import { fromRow, toRow } from "#engine/db/rows.ts";
import type { Mailbox } from "./mailbox.ts";

export async function insertMailbox(tx: Tx, workspaceId: string, mailbox: Mailbox): Promise<void> {
  const row = { ...toRow(mailbox), workspace_id: workspaceId };
  await tx
    .insertInto("mailboxes")
    .values(row as Insertable<Tables["mailboxes"]>)
    .execute();
}

export async function findMailbox(
  tx: Tx,
  workspaceId: string,
  id: string,
  lock?: "for update",
): Promise<Mailbox | undefined> {
  const row = await tx
    .selectFrom("mailboxes")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .$if(lock !== undefined, (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
  return row && fromRow<Mailbox>(row);
}

export async function listMailboxes(tx: Tx, workspaceId: string): Promise<Mailbox[]> {
  const rows = await tx
    .selectFrom("mailboxes")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("removed_at", "is", null)
    .orderBy("id")
    .limit(200)
    .execute();
  return rows.map((row) => fromRow<Mailbox>(row));
}

/** Saves what was found for update. */
export async function saveMailbox(tx: Tx, workspaceId: string, mailbox: Mailbox): Promise<void> {
  await tx
    .updateTable("mailboxes")
    .set(toRow(mailbox) as Updateable<Tables["mailboxes"]>)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", mailbox.id)
    .execute();
}

/** Takes a due mailbox in hand under a lease; undefined when another process was quicker. */
export async function claimLook(
  tx: Tx,
  workspaceId: string,
  id: string,
  { watchId, until, now }: { watchId: string; until: Instant; now: Instant },
): Promise<Mailbox | undefined> {
  const row = await tx
    .updateTable("mailboxes")
    .set({ watch_id: watchId, next_look_at: until })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("next_look_at", "<=", now)
    .where("removed_at", "is", null)
    .returningAll()
    .executeTakeFirst();
  return row && fromRow<Mailbox>(row);
}

export type Progress = Partial<
  Pick<
    Mailbox,
    "uidValidity" | "lastUid" | "lookedAt" | "problem" | "problemAt" | "failures" | "nextLookAt" | "watchId"
  >
>;

/** How far a look has come; false when it is somebody else's by now, and must end. */
export async function saveLook(
  tx: Tx,
  workspaceId: string,
  { id, watchId }: { id: string; watchId: string },
  progress: Progress,
): Promise<boolean> {
  const saved = await tx
    .updateTable("mailboxes")
    .set(toRow(progress) as Updateable<Tables["mailboxes"]>)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("watch_id", "=", watchId)
    .returning("id")
    .executeTakeFirst();
  return saved !== undefined;
}
