import { sql } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { fromRow } from "#engine/db/rows.ts";
import type { Reader } from "./page.ts";
import type { Promise_ } from "./promise.ts";

/** Open ones that may concern a reader, by due; `page.ts` decides which of them are theirs to see. */
export async function openFor(
  tx: Tx,
  workspaceId: string,
  reader: Reader,
  { limit, after }: { limit: number; after?: { at: Instant; id: string } | undefined },
): Promise<Promise_[]> {
  const rows = await concerning(tx, workspaceId, reader)
    .where("state", "=", "open")
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(due_at, id) > (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid)`),
    )
    .orderBy("due_at")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map((row) => fromRow<Promise_>(row));
}

/** Those settled since then, the latest first. */
export async function settledFor(
  tx: Tx,
  workspaceId: string,
  reader: Reader,
  { since, limit }: { since: Instant; limit: number },
): Promise<Promise_[]> {
  const rows = await concerning(tx, workspaceId, reader)
    .where("settled_at", ">", since)
    .orderBy("settled_at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map((row) => fromRow<Promise_>(row));
}

/** Writes down, once, that the customer has opened the page with these on it; locked in the order of their ids. */
export async function markSeen(tx: Tx, workspaceId: string, ids: readonly string[], now: Instant): Promise<void> {
  await sql`
    with unseen as (
      select id from promises where workspace_id = ${workspaceId}::uuid and id = any(${ids}::uuid[]) and seen_at is null
      order by id for update
    )
    update promises set seen_at = ${now}, version = version + 1
    where workspace_id = ${workspaceId}::uuid and id in (select id from unseen)`.execute(tx);
}

function concerning(tx: Tx, workspaceId: string, { customerIds, contactIds }: Reader) {
  return tx
    .selectFrom("promises")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where((is) => is("customer_id", "=", is.fn.any(is.val(customerIds))))
    .where("is_visible", "=", true)
    .where((is) =>
      is.or([
        is("is_shared", "=", true),
        is("contact_id", "is", null),
        is("contact_id", "=", is.fn.any(is.val(contactIds))),
      ]),
    );
}
