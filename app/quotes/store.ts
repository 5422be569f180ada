import { sql } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { fromRow } from "#engine/db/rows.ts";
import type { PastPromise } from "./past.ts";

const columns = [
  ...(["id", "kind", "customer_id", "owner_id", "state", "made_at", "recorded_at", "first_due_at"] as const),
  ...(["wanted_by_at", "estimate_seconds", "settled_at", "held_up_at", "held_up_seconds"] as const),
];

/** The promises to customers recorded from then on (all when null), newest first and at most so many. */
export async function recordedSince(
  tx: Tx,
  workspaceId: string,
  since: Instant | null,
  limit: number,
): Promise<PastPromise[]> {
  const rows = await tx
    .selectFrom("promises")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .$if(since !== null, (query) => query.where("recorded_at", ">=", since as Instant))
    .where("audience", "=", "customer")
    .where("is_recorded_afterwards", "=", false)
    .where("joined_into_id", "is", null)
    .orderBy("recorded_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => fromRow<PastPromise>(row));
}

/** The newest recorded of one kind, newest first. */
export async function latestOfKind(tx: Tx, workspaceId: string, kind: string, limit: number): Promise<PastPromise[]> {
  const rows = await tx
    .selectFrom("promises")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("kind", "=", kind)
    .where("audience", "=", "customer")
    .where("is_recorded_afterwards", "=", false)
    .where("joined_into_id", "is", null)
    .orderBy("recorded_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => fromRow<PastPromise>(row));
}

/** One promise, whatever it is; null where there is none. */
export async function pastPromise(tx: Tx, workspaceId: string, id: string): Promise<PastPromise | null> {
  const row = await tx
    .selectFrom("promises")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? fromRow<PastPromise>(row) : null;
}

/** What became of these: those that were open and are settled or held up now. */
export async function endedOf(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<PastPromise[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("promises")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where((where) => where.or([where("state", "<>", "open"), where("held_up_at", "is not", null)]))
    .execute();
  return rows.map((row) => fromRow<PastPromise>(row));
}
