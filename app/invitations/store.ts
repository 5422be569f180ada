import { sql } from "kysely";
import type { Role } from "#app/members/member.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Invitation } from "./invitation.ts";

const columns = [
  "id",
  "name",
  "email",
  "role",
  "language",
  "team_ids as teamIds",
  "invited_by as invitedBy",
  "invited_at as invitedAt",
  "expires_at as expiresAt",
  "revoked_at as revokedAt",
  "accepted_at as acceptedAt",
  "member_id as memberId",
  "version",
] as const;

export async function insertInvitation(
  tx: Tx,
  workspaceId: string,
  invitation: Invitation,
  secretHash: Buffer,
): Promise<void> {
  await tx
    .insertInto("invitations")
    .values({
      workspace_id: workspaceId,
      id: invitation.id,
      name: invitation.name,
      email: invitation.email,
      role: invitation.role,
      language: invitation.language,
      team_ids: [...invitation.teamIds],
      invited_by: invitation.invitedBy,
      secret_hash: secretHash,
      ...progressOf(invitation),
    })
    .execute();
}

export async function findInvitation(
  tx: Tx,
  workspaceId: string,
  id: string,
  lock?: "for update",
): Promise<Invitation | undefined> {
  const row = await tx
    .selectFrom("invitations")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .$if(lock !== undefined, (query) => query.forUpdate())
    .executeTakeFirst();
  return row && { ...row, role: row.role as Role };
}

/** What the link of this invitation is measured against. */
export async function secretHashOf(tx: Tx, workspaceId: string, id: string): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom("invitations")
    .select("secret_hash")
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.secret_hash;
}

export async function hasOpenInvitation(tx: Tx, workspaceId: string, email: string): Promise<boolean> {
  const row = await tx
    .selectFrom("invitations")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where(sql<string>`lower(email)`, "=", email.toLowerCase())
    .where("revoked_at", "is", null)
    .where("accepted_at", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Saves what was found for update; with a new link where one is given. */
export async function saveInvitation(
  tx: Tx,
  workspaceId: string,
  invitation: Invitation,
  secretHash?: Buffer,
): Promise<void> {
  await tx
    .updateTable("invitations")
    .set({ ...progressOf(invitation), ...(secretHash && { secret_hash: secretHash }) })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", invitation.id)
    .execute();
}

/** The newest first. */
export async function listInvitations(
  tx: Tx,
  workspaceId: string,
  limit: number,
  after?: string,
): Promise<Invitation[]> {
  const rows = await tx
    .selectFrom("invitations")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .$if(after !== undefined, (query) => query.where("id", "<", after ?? ""))
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}

function progressOf(invitation: Invitation) {
  return {
    invited_at: invitation.invitedAt,
    expires_at: invitation.expiresAt,
    revoked_at: invitation.revokedAt,
    accepted_at: invitation.acceptedAt,
    member_id: invitation.memberId,
    version: invitation.version,
  };
}
