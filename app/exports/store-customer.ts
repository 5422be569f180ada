import { sql } from "kysely";
import type { Reader } from "#app/promises/page.ts";
import type { Promise_ } from "#app/promises/promise.ts";
import type { Tx } from "#engine/db/database.ts";
import { fromRow } from "#engine/db/rows.ts";

type Row = Record<string, unknown> & { id: string };

/** Every promise to these customers in the order of ids; `page.ts` says which of them a reader may see. */
export async function promisesAfter(
  tx: Tx,
  workspaceId: string,
  { customerIds }: Reader,
  last: string | null,
  limit: number,
): Promise<Promise_[]> {
  const rows = await tx
    .selectFrom("promises")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where((is) => is("customer_id", "=", is.fn.any(is.val(customerIds))))
    .$if(last !== null, (query) => query.where("id", ">", last ?? ""))
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map((row) => fromRow<Promise_>(row));
}

/** What was said between us and these contacts and arrived, in the order of ids. Notes are ours. */
export async function messagesAfter(
  tx: Tx,
  workspaceId: string,
  { customerIds, contactIds }: Reader,
  last: string | null,
  limit: number,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select m.id, m.direction, m.author, m.channel, coalesce(m.accepted_at, m.queued_at) as at, m.subject, m.body
    from messages m
    where m.workspace_id = ${workspaceId}::uuid and m.customer_id = any(${customerIds}::uuid[])
      and m.contact_id = any(${contactIds}::uuid[])
      and (m.direction = 'in' or (m.direction = 'out' and m.state in ('accepted', 'logged')))
      and (${last}::uuid is null or m.id > ${last}::uuid)
    order by m.id limit ${limit}`.execute(tx);
  return rows;
}

/** What we know of them and have shared with them. */
export async function sharedProfile(tx: Tx, workspaceId: string, { customerIds }: Reader): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select e.id, e.customer_id, e.topic, e.text, e.what_we_heard, e.written_at from profile_entries e
    where e.workspace_id = ${workspaceId}::uuid and e.customer_id = any(${customerIds}::uuid[])
      and e.is_shared and e.withdrawn_at is null
    order by e.id limit 1000`.execute(tx);
  return rows;
}
