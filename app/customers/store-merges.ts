import { sql } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Merge, Mergeable } from "./merge.ts";

const columns = [
  "id",
  "alias_id as aliasId",
  "into_id as intoId",
  "merged_at as mergedAt",
  "merged_by_id as mergedById",
] as const;

/** A customer with all its aliases: whose promises, messages and contacts are read as this customer's. */
export async function customerIdsOf(tx: Tx, workspaceId: string, id: string): Promise<string[]> {
  return familyOf(tx, workspaceId, "customer", await resolve(tx, workspaceId, "customer", id));
}

/** A contact with all its aliases. */
export async function contactIdsOf(tx: Tx, workspaceId: string, id: string): Promise<string[]> {
  return familyOf(tx, workspaceId, "contact", await resolve(tx, workspaceId, "contact", id));
}

/** Aliases form trees, so the way up ends; the bound only keeps a corrupted table from going round for ever. */
const deepest = 1_000;

/** What this id is read as: itself, or what it was merged into, however many steps away. */
export async function resolve(tx: Tx, workspaceId: string, what: Mergeable, id: string): Promise<string> {
  return (await resolveAll(tx, workspaceId, what, [id])).get(id) ?? id;
}

/** What each of these ids is read as. */
export async function resolveAll(
  tx: Tx,
  workspaceId: string,
  what: Mergeable,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ asked: string; id: string }>`
    with recursive up (asked, id, depth) as (
      select asked, asked, 0 from unnest(${ids}::uuid[]) as asked
      union all
      select up.asked, m.into_id, up.depth + 1 from up join ${tableOf(what)} m
        on m.workspace_id = ${workspaceId}::uuid and m.alias_id = up.id and m.undone_at is null
      where up.depth < ${deepest}::integer
    ) select distinct on (asked) asked, id from up order by asked, depth desc`.execute(tx);
  return new Map(rows.map(({ asked, id }) => [asked, id]));
}

/** The merges in force below each of these, which stand for themselves, with what each is read as in the end. */
export async function mergesBelow(
  tx: Tx,
  workspaceId: string,
  what: Mergeable,
  roots: readonly string[],
): Promise<(Merge & { rootId: string })[]> {
  if (roots.length === 0) return [];
  const { rows } = await sql<Merge & { rootId: string }>`
    with recursive down (root_id, id, alias_id, into_id, merged_at, merged_by_id, depth) as (
      select m.into_id, m.id, m.alias_id, m.into_id, m.merged_at, m.merged_by_id, 0 from ${tableOf(what)} m
      where m.workspace_id = ${workspaceId}::uuid and m.into_id = any(${roots}::uuid[]) and m.undone_at is null
      union all
      select down.root_id, m.id, m.alias_id, m.into_id, m.merged_at, m.merged_by_id, down.depth + 1
      from down join ${tableOf(what)} m
        on m.workspace_id = ${workspaceId}::uuid and m.into_id = down.alias_id and m.undone_at is null
      where down.depth < ${deepest}::integer
    )
    select root_id as "rootId", id, alias_id as "aliasId", into_id as "intoId", merged_at as "mergedAt",
      merged_by_id as "mergedById"
    from down order by merged_at, id`.execute(tx);
  return rows;
}

/** The merges of contacts in force into any of these, one step. */
export async function contactMergesInto(tx: Tx, workspaceId: string, contactIds: readonly string[]): Promise<Merge[]> {
  return tx
    .selectFrom("contact_merges")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where((q) => q("into_id", "=", q.fn.any(q.val(contactIds))))
    .where("undone_at", "is", null)
    .orderBy("merged_at")
    .execute();
}

/** Is a contact of these customers merged with one of another customer? */
export async function hasContactMergesAcross(
  tx: Tx,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<boolean> {
  const { rows } = await sql`
    select from contact_merges m
    join contacts a on a.workspace_id = m.workspace_id and a.id = m.alias_id
    join contacts i on i.workspace_id = m.workspace_id and i.id = m.into_id
    where m.workspace_id = ${workspaceId}::uuid and m.undone_at is null
      and (a.customer_id = any(${customerIds}::uuid[])) <> (i.customer_id = any(${customerIds}::uuid[]))
      and (a.customer_id = any(${customerIds}::uuid[]) or i.customer_id = any(${customerIds}::uuid[]))
    limit 1`.execute(tx);
  return rows.length > 0;
}

export async function insertMerge(tx: Tx, workspaceId: string, what: Mergeable, merge: Merge): Promise<void> {
  await tx
    .insertInto(nameOf(what))
    .values({
      workspace_id: workspaceId,
      id: merge.id,
      alias_id: merge.aliasId,
      into_id: merge.intoId,
      merged_at: merge.mergedAt,
      merged_by_id: merge.mergedById,
    })
    .execute();
}

/** Takes a merge back; undefined when none of this id is in force. */
export async function undoMerge(
  tx: Tx,
  workspaceId: string,
  what: Mergeable,
  id: string,
  by: { memberId: string },
  now: Instant,
): Promise<Merge | undefined> {
  return tx
    .updateTable(nameOf(what))
    .set({ undone_at: now, undone_by_id: by.memberId })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("undone_at", "is", null)
    .returning(columns)
    .executeTakeFirst();
}

async function familyOf(tx: Tx, workspaceId: string, what: Mergeable, root: string): Promise<string[]> {
  const merges = await mergesBelow(tx, workspaceId, what, [root]);
  return [root, ...merges.map(({ aliasId }) => aliasId)];
}

function nameOf(what: Mergeable) {
  return what === "customer" ? "customer_merges" : "contact_merges";
}

function tableOf(what: Mergeable) {
  return sql.table(nameOf(what));
}
