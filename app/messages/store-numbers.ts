import { sql } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";

export type TextedAt = { address: string; stoppedAt: Instant | null };

/** The numbers of these contacts, those for texts first, and whether they want none there. */
export async function numbersAt(tx: Tx, workspaceId: string, contactIds: readonly string[]): Promise<TextedAt[]> {
  const { rows } = await sql<TextedAt>`
    select address, stopped_at as "stoppedAt" from contact_addresses
    where workspace_id = ${workspaceId}::uuid and contact_id = any(${contactIds}::uuid[]) and channel in ('sms', 'phone')
    order by channel desc, address`.execute(tx);
  return rows;
}

/** No more texts to this number, or texts again; however it is written down. */
export async function saveStopped(
  tx: Tx,
  workspaceId: string,
  contactIds: readonly string[],
  written: readonly string[],
  at: Instant | null,
): Promise<void> {
  await sql`
    update contact_addresses set stopped_at = ${at}::timestamptz
    where workspace_id = ${workspaceId}::uuid and contact_id = any(${contactIds}::uuid[]) and channel in ('sms', 'phone')
      and address = any(${written}::text[])`.execute(tx);
}
