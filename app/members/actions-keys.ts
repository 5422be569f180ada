import { append } from "#app/journal/store.ts";
import type { Scope } from "#base/contract.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { demand, missing } from "#base/refusal.ts";
import { hashSecret, newSecret, writeToken } from "#base/token.ts";
import type { Tx } from "#engine/db/database.ts";
import { type ApiKey, mayExpireAt, mayGive, scopesOf } from "./key.ts";
import { type Acting, byOf, mayAct, mayManage } from "./member.ts";
import { findMember } from "./store.ts";
import { findKey, insertKey, revokeKeys } from "./store-keys.ts";

type NewKey = {
  memberId: string;
  name: string;
  scopes?: readonly Scope[] | undefined;
  expiresAt?: Instant | undefined;
};

/** A new key of a member, with all scopes of their role unless said otherwise. Its secret is in this answer only. */
export async function createApiKey(
  tx: Tx,
  workspaceId: string,
  by: Acting,
  wanted: NewKey,
  now: Instant,
): Promise<{ key: ApiKey; secret: string }> {
  const member = await findMember(tx, workspaceId, wanted.memberId);
  if (!member) throw missing("member");
  const { expiresAt = null, scopes = scopesOf(member.role) } = wanted;
  demand(mayManage(by, member.role));
  demand(mayAct(member));
  demand(mayGive(by, scopes, member.role));
  demand(mayExpireAt(expiresAt, now));
  const key = {
    id: newId(),
    memberId: member.id,
    name: wanted.name,
    scopes,
    createdAt: now,
    expiresAt,
    revokedAt: null,
  };
  const secret = newSecret();
  await insertKey(tx, workspaceId, key, hashSecret(secret));
  await append(tx, workspaceId, {
    chainId: workspaceId,
    what: "API key created",
    at: now,
    by: byOf(by),
    subjectId: key.id,
    facts: { member_id: member.id, scopes, expires_at: expiresAt },
    words: { name: key.name },
  });
  return { key, secret: writeToken({ workspaceId, id: key.id, secret }) };
}

/** From this moment the key opens nothing. Revoking twice is revoking once. */
export async function revokeApiKey(tx: Tx, workspaceId: string, by: Acting, id: string, now: Instant): Promise<ApiKey> {
  const key = await findKey(tx, workspaceId, id);
  const member = key && (await findMember(tx, workspaceId, key.memberId));
  if (!member) throw missing("API key");
  demand(mayManage(by, member.role));
  if (key.revokedAt) return key;
  await revokeKeys(tx, workspaceId, { id }, now);
  await append(tx, workspaceId, {
    chainId: workspaceId,
    what: "API key revoked",
    at: now,
    by: byOf(by),
    subjectId: id,
  });
  return { ...key, revokedAt: now };
}
