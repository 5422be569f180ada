import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Link } from "./link.ts";

const columns = [
  "id",
  "contact_id as contactId",
  "made_at as madeAt",
  "expires_at as expiresAt",
  "revoked_at as revokedAt",
] as const;

export async function insertLink(tx: Tx, workspaceId: string, link: Link): Promise<void> {
  await tx
    .insertInto("contact_links")
    .values({
      workspace_id: workspaceId,
      id: link.id,
      contact_id: link.contactId,
      made_at: link.madeAt,
      expires_at: link.expiresAt,
    })
    .execute();
}

export async function findLink(tx: Tx, workspaceId: string, id: string): Promise<Link | undefined> {
  return tx
    .selectFrom("contact_links")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** The links of a contact and its aliases, the one that opens longest first. */
export async function linksOf(
  tx: Tx,
  workspaceId: string,
  contactIds: readonly string[],
  limit: number,
): Promise<Link[]> {
  return tx
    .selectFrom("contact_links")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where((q) => q("contact_id", "=", q.fn.any(q.val(contactIds))))
    .orderBy("expires_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}

/** The one not revoked that opens longest. */
export async function longestLink(
  tx: Tx,
  workspaceId: string,
  contactIds: readonly string[],
): Promise<Link | undefined> {
  return tx
    .selectFrom("contact_links")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where((q) => q("contact_id", "=", q.fn.any(q.val(contactIds))))
    .where("revoked_at", "is", null)
    .orderBy("expires_at", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Revokes all, the expired too (they would offer to send a new one), and tells how many those were. */
export async function revokeLinksOf(
  tx: Tx,
  workspaceId: string,
  contactIds: readonly string[],
  now: Instant,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable("contact_links")
    .set({ revoked_at: now })
    .where("workspace_id", "=", workspaceId)
    .where((q) => q("contact_id", "=", q.fn.any(q.val(contactIds))))
    .where("revoked_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
