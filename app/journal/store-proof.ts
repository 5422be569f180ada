import { sql } from "kysely";
import type { Database, Tx } from "#engine/db/database.ts";
import type { Head, KeptEntry } from "./proof.ts";
import { entryColumns } from "./store.ts";

/** How many texts the workspace's journal keeps. */
export async function countTexts(tx: Tx, workspaceId: string): Promise<number> {
  const { count } = await tx
    .selectFrom("journal_texts")
    .select((q) => q.fn.countAll<number>().as("count"))
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirstOrThrow();
  return count;
}

/** Heads in the order of their chains, so that a whole workspace can be walked in batches. */
export async function headsAfter(tx: Tx, workspaceId: string, chainId: string | null, limit: number): Promise<Head[]> {
  return tx
    .selectFrom("journal_heads")
    .select(["chain_id as chainId", "seq", "hash"])
    .where("workspace_id", "=", workspaceId)
    .$if(chainId !== null, (q) => q.where("chain_id", ">", chainId ?? ""))
    .orderBy("chain_id")
    .limit(limit)
    .execute();
}

/** Entries of these chains in the order of chain and number, after the last one read. */
export async function entriesAfter(
  tx: Tx,
  workspaceId: string,
  chainIds: readonly string[],
  last: KeptEntry | null,
  limit: number,
): Promise<KeptEntry[]> {
  return tx
    .selectFrom("journal")
    .select(entryColumns)
    .where("workspace_id", "=", workspaceId)
    .where((q) => q("chain_id", "=", q.fn.any(q.val(chainIds))))
    .$if(last !== null, (q) => q.where(sql<boolean>`(chain_id, seq) > (${last?.chainId}::uuid, ${last?.seq}::bigint)`))
    .orderBy("chain_id")
    .orderBy("seq")
    .limit(limit)
    .execute();
}

/** Chains whose head is gone. */
export async function chainsWithoutHead(tx: Tx, workspaceId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("journal as j")
    .leftJoin("journal_heads as h", (on) =>
      on.onRef("h.workspace_id", "=", "j.workspace_id").onRef("h.chain_id", "=", "j.chain_id"),
    )
    .select("j.chain_id as chainId")
    .distinct()
    .where("j.workspace_id", "=", workspaceId)
    .where("h.chain_id", "is", null)
    .execute();
  return rows.map(({ chainId }) => chainId);
}

/** The hash of one entry, for comparing with what somebody wrote down earlier. */
export async function hashAt(tx: Tx, workspaceId: string, chainId: string, seq: number): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom("journal")
    .select("hash")
    .where("workspace_id", "=", workspaceId)
    .where("chain_id", "=", chainId)
    .where("seq", "=", seq)
    .executeTakeFirst();
  return row?.hash;
}

/** Every read of this transaction sees the same moment. Only possible before its first query. */
export async function readOneMoment(tx: Tx): Promise<void> {
  await sql`set transaction isolation level repeatable read, read only`.execute(tx);
}

/** Every workspace of the house, through the door that sees of each that it is there and nothing else. */
export async function allWorkspaces(db: Database): Promise<string[]> {
  const rows = await db.clock.selectFrom("workspaces").select("workspace_id").orderBy("workspace_id").execute();
  return rows.map((row) => row.workspace_id);
}
