import { sql } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";

/** Messages of these customers that have one of these ids or Message-IDs. */
export async function messagesNamed(
  tx: Tx,
  workspaceId: string,
  { ids, headers, customerIds }: { ids: readonly string[]; headers: readonly string[]; customerIds: readonly string[] },
): Promise<{ id: string; header: string | null }[]> {
  if (ids.length + headers.length === 0) return [];
  const { rows } = await sql<{ id: string; header: string | null }>`
    select id, message_id_header as header from messages
    where workspace_id = ${workspaceId}::uuid and customer_id = any(${customerIds}::uuid[])
      and (id = any(${ids}::uuid[]) or message_id_header = any(${headers}::text[]))`.execute(tx);
  return rows;
}

/** How many came in from an address since then, counted up to so many. */
export async function countFrom(
  tx: Tx,
  workspaceId: string,
  address: string,
  since: Instant,
  most: number,
): Promise<number> {
  const { rows } = await sql<{ many: number }>`
    select count(*) as many from (select from messages where workspace_id = ${workspaceId}::uuid
      and from_address = ${address} and queued_at > ${since}::timestamptz limit ${most}) as counted`.execute(tx);
  return rows[0]?.many ?? 0;
}
