import { type Kysely, sql } from "kysely";
import type { Scope } from "#base/contract.ts";
import type { Tables } from "#db/tables.ts";
import type { Tx } from "#engine/db/database.ts";
import { scopesOf } from "./key.ts";
import type { Role } from "./member.ts";

type Recognised = { workspaceId: string; memberId: string; name: string; role: Role; scopes: readonly Scope[] };

/** The member that a user is in this workspace, with all that their role may; null where they do not work. */
export async function actorOfUser(tx: Tx, workspaceId: string, userId: string): Promise<Recognised | null> {
  const row = await tx
    .selectFrom("members")
    .select(["id", "name", "role"])
    .where("workspace_id", "=", workspaceId)
    .where("user_id", "=", userId)
    .where("left_at", "is", null)
    .executeTakeFirst();
  if (!row) return null;
  const role = row.role as Role;
  return { workspaceId, memberId: row.id, name: row.name, role, scopes: scopesOf(role) };
}

/** Gives a member the user that they are; false where they have one already. */
export async function linkUser(tx: Tx, workspaceId: string, memberId: string, userId: string): Promise<boolean> {
  const [linked] = await tx
    .updateTable("members")
    .set({ user_id: userId })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", memberId)
    .where("user_id", "is", null)
    .where("left_at", "is", null)
    .execute();
  return (linked?.numUpdatedRows ?? 0n) > 0n;
}

/** Where a user works, by the door of identity, which sees who works where in all workspaces. The first joined first. */
export async function workspacesOf(auth: Kysely<Tables>, userId: string): Promise<{ id: string; name: string }[]> {
  return auth
    .withSchema("public")
    .selectFrom("members as m")
    .innerJoin("workspaces as w", "w.workspace_id", "m.workspace_id")
    .select(["w.workspace_id as id", "w.name"])
    .where("m.user_id", "=", userId)
    .where("m.left_at", "is", null)
    .orderBy("m.joined_at")
    .orderBy("m.id")
    .limit(100)
    .execute();
}

/** Everybody of this address who works in any workspace, and the user that they are there. */
export async function membersOfAddress(
  auth: Kysely<Tables>,
  email: string,
): Promise<{ workspaceId: string; memberId: string; userId: string | null; name: string }[]> {
  return auth
    .withSchema("public")
    .selectFrom("members")
    .select(["workspace_id as workspaceId", "id as memberId", "user_id as userId", "name"])
    .where(sql<string>`lower(email)`, "=", email.toLowerCase())
    .where("left_at", "is", null)
    .orderBy("joined_at")
    .limit(100)
    .execute();
}
