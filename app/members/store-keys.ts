import { sql } from "kysely";
import type { Scope } from "#base/contract.ts";
import type { Instant } from "#base/instant.ts";
import { isSecret, type Token } from "#base/token.ts";
import type { Tx } from "#engine/db/database.ts";
import { type ApiKey, scopesOf } from "./key.ts";
import type { Role } from "./member.ts";

const columns = ["id", "member_id", "name", "scopes", "created_at", "expires_at", "revoked_at"] as const;

export async function insertKey(tx: Tx, workspaceId: string, key: ApiKey, secretHash: Buffer): Promise<void> {
  await tx
    .insertInto("api_keys")
    .values({
      workspace_id: workspaceId,
      id: key.id,
      member_id: key.memberId,
      name: key.name,
      scopes: [...key.scopes],
      secret_hash: secretHash,
      created_at: key.createdAt,
      expires_at: key.expiresAt,
    })
    .execute();
}

export async function findKey(tx: Tx, workspaceId: string, id: string): Promise<ApiKey | undefined> {
  const row = await tx
    .selectFrom("api_keys")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row && keyOf(row);
}

/** In the order of their making; revoked ones stay in the list, so that one can see what there was. */
export async function listKeys(
  tx: Tx,
  workspaceId: string,
  which: { memberId?: string | undefined; limit: number; after?: string | undefined },
): Promise<ApiKey[]> {
  const rows = await tx
    .selectFrom("api_keys")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .$if(which.memberId !== undefined, (query) => query.where("member_id", "=", which.memberId ?? ""))
    .$if(which.after !== undefined, (query) => query.where("id", ">", which.after ?? ""))
    .orderBy("id")
    .limit(which.limit)
    .execute();
  return rows.map(keyOf);
}

/** Takes back one key, or all that a member has. */
export async function revokeKeys(
  tx: Tx,
  workspaceId: string,
  which: { id: string } | { memberId: string },
  now: Instant,
): Promise<void> {
  await tx
    .updateTable("api_keys")
    .set({ revoked_at: now })
    .where("workspace_id", "=", workspaceId)
    .where("id" in which ? "id" : "member_id", "=", "id" in which ? which.id : which.memberId)
    .where("revoked_at", "is", null)
    .execute();
}

type KeyHolder = {
  workspaceId: string;
  memberId: string;
  name: string;
  role: Role;
  credentialId: string;
  scopes: readonly Scope[];
};

/** Who acts by this token, or null: the key may be unknown, revoked or run out, or its member gone; all look the same. */
export async function actorOfKey(tx: Tx, { workspaceId, id, secret }: Token, now: Instant): Promise<KeyHolder | null> {
  const { rows } = await sql<{ secret_hash: Buffer; scopes: string[]; member_id: string; name: string; role: Role }>`
    select key.secret_hash, key.scopes, member.id as member_id, member.name, member.role
    from api_keys key join members member on member.workspace_id = key.workspace_id and member.id = key.member_id
    where key.workspace_id = ${workspaceId}::uuid and key.id = ${id}::uuid and key.revoked_at is null
      and (key.expires_at is null or key.expires_at > ${now}::timestamptz) and member.left_at is null`.execute(tx);
  const [row] = rows;
  if (!row || !isSecret(secret, row.secret_hash)) return null;
  const { role } = row;
  // A member who may do less than when the key was made does less by it, too.
  const scopes = scopesOf(role).filter((scope) => row.scopes.includes(scope));
  return { workspaceId, memberId: row.member_id, name: row.name, role, credentialId: id, scopes };
}

type Row = {
  id: string;
  member_id: string;
  name: string;
  scopes: string[];
  created_at: Instant;
  expires_at: Instant | null;
  revoked_at: Instant | null;
};

function keyOf(row: Row): ApiKey {
  return {
    id: row.id,
    memberId: row.member_id,
    name: row.name,
    scopes: row.scopes as Scope[],
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  };
}
