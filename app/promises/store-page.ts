import { type RawBuilder, sql } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { fromJson } from "#engine/db/rows.ts";
import type { Move } from "./move.ts";
import type { Reader } from "./page.ts";
import type { Told, Verdict } from "./page-story.ts";
import type { Promise_ } from "./promise.ts";

/** Which promises: one by its id, or the most urgent open ones (from a place on) and those settled last. */
export type Which =
  | { id: string }
  | { open: number; after: { at: Instant; id: string } | undefined; settled: number; since: Instant };

/** Promises with all that was said about them, and the names of who said it. */
export type Found = {
  promises: Promise_[];
  moves: (Move & Of)[];
  tellings: (Told & Of)[];
  verdicts: (Verdict & Of)[];
  names: ReadonlyMap<string, string>;
};
type Of = { promiseId: string };

/**
 * What may concern a reader, in one statement whatever there is: a page is read far more often than anything is written.
 * `page.ts` decides what of it is theirs to see.
 */
export async function foundFor(tx: Tx, workspaceId: string, reader: Reader, which: Which): Promise<Found> {
  const workspace = sql`${workspaceId}::uuid`;
  const { rows } = await sql<Row>`
    with shown as materialized (${shown(workspace, reader, which)}),
    told as materialized (
      select t.*, m.body as message_body from tellings t
      left join messages m on m.workspace_id = t.workspace_id and m.id = t.message_id
      where t.workspace_id = ${workspace} and t.promise_id in (select id from shown)
    )
    select (select jsonb_agg(to_jsonb(shown)) from shown) as promises,
      (select jsonb_agg(to_jsonb(m) order by m.asked_at, m.id) from promise_moves m
        where m.workspace_id = ${workspace} and m.promise_id in (select id from shown)) as moves,
      (select jsonb_agg(to_jsonb(told) order by logged_at, id) from told) as tellings,
      (select jsonb_agg(to_jsonb(v) order by v.at, v.id) from verdicts v
        where v.workspace_id = ${workspace} and v.promise_id in (select id from shown)) as verdicts,
      (select jsonb_object_agg(id, name) from (
        select id, name from members where workspace_id = ${workspace}
          and id in (select owner_id from shown union select by_member_id from told)
        union all
        select id, name from contacts where workspace_id = ${workspace} and id in (select contact_id from shown)
      ) as people) as names`.execute(tx);
  const [row] = rows;
  return {
    promises: records<Promise_>(row?.promises),
    moves: records<Move & Of>(row?.moves),
    tellings: records<Told & Of>(row?.tellings),
    verdicts: records<Verdict & Of>(row?.verdicts),
    names: new Map(Object.entries(row?.names ?? {})),
  };
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

function shown(workspace: RawBuilder<unknown>, { customerIds, contactIds }: Reader, which: Which) {
  const theirs = sql`select * from promises where workspace_id = ${workspace}
    and customer_id = any(${customerIds}::uuid[]) and is_visible
    and (is_shared or contact_id is null or contact_id = any(${contactIds}::uuid[]))`;
  if ("id" in which) return sql`${theirs} and id = ${which.id}::uuid`;
  const { open, after, settled, since } = which;
  const further = after ? sql`and (due_at, id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
  return sql`(${theirs} and state = 'open' ${further} order by due_at, id limit ${open})
    union all (${theirs} and settled_at > ${since} order by settled_at desc, id limit ${settled})`;
}

type Row = {
  promises: object[] | null;
  moves: object[] | null;
  tellings: object[] | null;
  verdicts: object[] | null;
  names: Record<string, string> | null;
};

function records<T>(rows: object[] | null | undefined): T[] {
  return (rows ?? []).map(fromJson<T>);
}
