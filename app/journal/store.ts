import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "#engine/db/database.ts";
import { chainStart, type Entry, writeEntry } from "./entry.ts";
import type { Head, KeptEntry, Texts } from "./proof.ts";

/** Opens a chain: once, with its customer or its workspace. */
export async function openChain(tx: Tx, workspaceId: string, chainId: string): Promise<void> {
  await tx
    .insertInto("journal_heads")
    .values({ workspace_id: workspaceId, chain_id: chainId, hash: chainStart(chainId) })
    .execute();
}

/**
 * Appends an entry in one statement: the head is locked, hashed on and moved, the entry stands under its number.
 * The head is the last lock a deed takes; several customers in the order of their ids.
 */
export async function append(tx: Tx, workspaceId: string, entry: Entry): Promise<void> {
  const { line, texts } = writeEntry(entry);
  const content = createHash("sha256").update(line).digest();
  const by = typeof entry.by === "object" && "memberId" in entry.by ? entry.by.memberId : null;
  const { rows } = await sql`
    with head as (
      update journal_heads set seq = seq + 1, hash = sha256(hash || int8send(seq + 1) || ${content}::bytea)
      where workspace_id = ${workspaceId}::uuid and chain_id = ${entry.chainId}::uuid
      returning seq, hash
    ), texts as (
      insert into journal_texts (workspace_id, digest, chain_id, salt, text)
      select ${workspaceId}::uuid, digest, ${entry.chainId}::uuid, salt, text
      from unnest(${texts.map((t) => t.digest)}::bytea[], ${texts.map((t) => t.salt)}::bytea[],
        ${texts.map((t) => t.text)}::text[]) as given (digest, salt, text)
    )
    insert into journal (workspace_id, chain_id, seq, at, what, subject_id, by_member_id, entry, hash)
    select ${workspaceId}::uuid, ${entry.chainId}::uuid, seq, ${entry.at}::timestamptz, ${entry.what}::text,
      ${entry.subjectId ?? null}::uuid, ${by}::uuid, ${line}::text, hash
    from head
    returning seq`.execute(tx);
  if (rows.length !== 1) throw new Error(`there is no journal for ${entry.chainId}`);
}

/** A page of a chain, newest first: entries below the number `after`, or from the head. */
export async function readChain(
  tx: Tx,
  workspaceId: string,
  chainId: string,
  page: { limit: number; after?: number | undefined },
): Promise<KeptEntry[]> {
  return tx
    .selectFrom("journal")
    .select(entryColumns)
    .where("workspace_id", "=", workspaceId)
    .where("chain_id", "=", chainId)
    .$if(page.after !== undefined, (q) => q.where("seq", "<", page.after ?? 0))
    .orderBy("seq", "desc")
    .limit(page.limit)
    .execute();
}

/** Where a chain ends now, undefined when there is no such chain. */
export async function headOf(tx: Tx, workspaceId: string, chainId: string): Promise<Head | undefined> {
  return tx
    .selectFrom("journal_heads")
    .select(["chain_id as chainId", "seq", "hash"])
    .where("workspace_id", "=", workspaceId)
    .where("chain_id", "=", chainId)
    .executeTakeFirst();
}

/** The texts behind these digests (hex), without the erased ones. */
export async function textsOf(tx: Tx, workspaceId: string, digests: readonly string[]): Promise<Texts> {
  if (digests.length === 0) return new Map();
  const rows = await tx
    .selectFrom("journal_texts")
    .select(["digest", "chain_id as chainId", "salt", "text"])
    .where("workspace_id", "=", workspaceId)
    .where((q) => q("digest", "=", q.fn.any(q.val(digests.map((hex) => Buffer.from(hex, "hex"))))))
    .execute();
  return new Map(rows.map(({ digest, ...kept }) => [digest.toString("hex"), kept]));
}

/** What is read of an entry. */
export const entryColumns = [
  "chain_id as chainId",
  "seq",
  "at",
  "what",
  "subject_id as subjectId",
  "by_member_id as byMemberId",
  "entry",
  "hash",
] as const;
