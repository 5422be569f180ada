import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "#engine/db/database.ts";
import { chainStart, type Entry, writeEntry } from "./entry.ts";

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
