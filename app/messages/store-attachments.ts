import { sql } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Attachment, Kept } from "./attachment.ts";

export type NewAttachment = Attachment & {
  messageId: string | null;
  madeAt: Instant;
  madeById: string | null;
  wholeAt: Instant | null;
  forgetAt: Instant | null;
};

export async function insertAttachment(tx: Tx, workspaceId: string, a: NewAttachment): Promise<void> {
  await tx
    .insertInto("attachments")
    .values({
      workspace_id: workspaceId,
      id: a.id,
      message_id: a.messageId,
      name: a.name,
      type: a.type,
      bytes: a.bytes,
      made_at: a.madeAt,
      made_by_id: a.madeById,
      whole_at: a.wholeAt,
      forget_at: a.forgetAt,
    })
    .execute();
}

/** What is kept of a file without its bytes; undefined where there is none. */
export async function findAttachment(
  tx: Tx,
  workspaceId: string,
  id: string,
  lock?: "for update",
): Promise<Kept | undefined> {
  const [found] = await attachmentsAmong(tx, workspaceId, [id], lock);
  return found;
}

/** Those of these that are there, in the order of the ids asked for. */
export async function attachmentsAmong(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
  lock?: "for update",
): Promise<Kept[]> {
  const rows = await tx
    .selectFrom("attachments")
    .select(["id", "name", "type", "bytes", "message_id", "made_by_id", "whole_at"])
    .where("workspace_id", "=", workspaceId)
    .where("id", "in", ids.length > 0 ? ids : [workspaceId])
    .orderBy("id")
    .$if(lock !== undefined, (query) => query.forUpdate())
    .execute();
  const found = rows.map(({ id, name, type, bytes, message_id, made_by_id, whole_at }) => ({
    ...{ id, name, type, bytes, messageId: message_id, madeById: made_by_id, isWhole: whole_at !== null },
  }));
  return ids.flatMap((id) => found.find((one) => one.id === id) ?? []);
}

/** Keeps a part in its place; the same once more changes nothing. Gives how many there are now. */
export async function insertPart(
  tx: Tx,
  workspaceId: string,
  { id, place, content }: { id: string; place: number; content: Buffer },
): Promise<number> {
  await sql`
    insert into attachment_parts (workspace_id, attachment_id, place, content)
    values (${workspaceId}::uuid, ${id}::uuid, ${place}, ${content})
    on conflict (workspace_id, attachment_id, place) do update set content = excluded.content`.execute(tx);
  const { many } = await tx
    .selectFrom("attachment_parts")
    .select((select) => select.fn.countAll<number>().as("many"))
    .where("workspace_id", "=", workspaceId)
    .where("attachment_id", "=", id)
    .executeTakeFirstOrThrow();
  return many;
}

export async function partAt(tx: Tx, workspaceId: string, id: string, place: number): Promise<Buffer | null> {
  const row = await tx
    .selectFrom("attachment_parts")
    .select("content")
    .where("workspace_id", "=", workspaceId)
    .where("attachment_id", "=", id)
    .where("place", "=", place)
    .executeTakeFirst();
  return row?.content ?? null;
}

/** All its parts are there, and they say what it is. */
export async function markWhole(tx: Tx, workspaceId: string, id: string, type: string, at: Instant): Promise<void> {
  await tx
    .updateTable("attachments")
    .set({ whole_at: at, type })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

/** It leaves with this message, and is kept as long as that is. */
export async function bindTo(tx: Tx, workspaceId: string, messageId: string, ids: readonly string[]): Promise<void> {
  await tx
    .updateTable("attachments")
    .set({ message_id: messageId, forget_at: null })
    .where("workspace_id", "=", workspaceId)
    .where("id", "in", ids)
    .execute();
}

/** What a member has added and not sent. */
export async function unsentOf(
  tx: Tx,
  workspaceId: string,
  memberId: string,
): Promise<{ files: number; bytes: number }> {
  const { rows } = await sql<{ files: number; bytes: number }>`
    select count(*) as files, coalesce(sum(bytes), 0)::float8 as bytes from attachments
    where workspace_id = ${workspaceId}::uuid and made_by_id = ${memberId}::uuid and message_id is null`.execute(tx);
  return rows[0] ?? { files: 0, bytes: 0 };
}

/** Takes away what was not sent, with its parts; false where it was sent meanwhile or is gone. */
export async function deleteUnsent(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("attachments")
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("message_id", "is", null)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
