import { createHash } from "node:crypto";
import { sql } from "kysely";
import { type Instant, plusSeconds } from "#base/instant.ts";
import { conflict } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { DoorProblem } from "./door-problem.ts";

/** A deed under a key that its caller chose: `actorId` is an API key, or a contact on the customer's page. */
export type KeyedDeed = { workspaceId: string; actorId: string; key: string; digest: Buffer; now: Instant };

export type Answer = { status: number; answer: unknown };

// A caller that lost its connection asks again within minutes; a day also covers one that slept over it.
export const rememberedSeconds = 24 * 3600;

/**
 * Does the deed once for its key: the row is written first, in the deed's own transaction, so that a concurrent double
 * waits on the unique key and then finds the answer. A refusal rolls back and leaves no trace. The same key with
 * another digest is a conflict, `key_reused`. Fields named in `secrets` are given once and never kept.
 */
export async function once(
  tx: Tx,
  deed: KeyedDeed,
  secrets: readonly string[],
  work: () => Promise<Answer>,
): Promise<Answer & { isReplayed: boolean }> {
  if (!(await claim(tx, deed))) return { ...(await earlierAnswer(tx, deed)), isReplayed: true };
  const done = await work();
  await keep(tx, deed, { ...done, answer: without(secrets, done.answer) });
  return { ...done, isReplayed: false };
}

/** What makes two requests the same: SHA-256 of method, path and the bytes of the body. */
export function digestOf(method: string, path: string, body: Buffer | string): Buffer {
  return createHash("sha256").update(`${method} ${path}\n`).update(body).digest();
}

/** The key in the header, undefined without one. */
export function readKey(header: string | string[] | undefined): string | undefined {
  if (header === undefined || (typeof header === "string" && /^[\x21-\x7e]{1,255}$/.test(header))) return header;
  throw new DoorProblem(
    400,
    "bad_idempotency_key",
    "An Idempotency-Key has 1 to 255 visible characters and no blanks.",
  );
}

/** True when the key is ours now: new, or older than a day and taken over. */
async function claim(tx: Tx, { workspaceId, actorId, key, digest, now }: KeyedDeed): Promise<boolean> {
  const { rows } = await sql`
    insert into idempotency_keys (workspace_id, actor_id, key, digest, made_at)
    values (${workspaceId}, ${actorId}, ${key}, ${digest}, ${now})
    on conflict (workspace_id, actor_id, key) do update
      set digest = excluded.digest, status = null, answer = null, made_at = excluded.made_at
      where idempotency_keys.made_at < ${plusSeconds(now, -rememberedSeconds)}
    returning 1`.execute(tx);
  return rows.length === 1;
}

async function earlierAnswer(tx: Tx, { workspaceId, actorId, key, digest }: KeyedDeed): Promise<Answer> {
  const earlier = await tx
    .selectFrom("idempotency_keys")
    .select(["digest", "status", "answer"])
    .where("workspace_id", "=", workspaceId)
    .where("actor_id", "=", actorId)
    .where("key", "=", key)
    .executeTakeFirstOrThrow();
  if (!earlier.digest.equals(digest)) {
    throw conflict("key_reused", "This Idempotency-Key was used for another request. Take a new key for a new deed.");
  }
  if (earlier.status === null) throw new Error("an idempotency key was committed without its answer");
  return { status: earlier.status, answer: earlier.answer ?? undefined };
}

async function keep(tx: Tx, { workspaceId, actorId, key }: KeyedDeed, { status, answer }: Answer): Promise<void> {
  await sql`
    update idempotency_keys set status = ${status}, answer = ${answer === undefined ? null : JSON.stringify(answer)}
    where workspace_id = ${workspaceId} and actor_id = ${actorId} and key = ${key}`.execute(tx);
}

function without(secrets: readonly string[], answer: unknown): unknown {
  if (secrets.length === 0 || typeof answer !== "object" || answer === null) return answer;
  return Object.fromEntries(Object.entries(answer).filter(([name]) => !secrets.includes(name)));
}
