import { type RawBuilder, sql } from "kysely";
import type { Instant } from "#base/instant.ts";

/**
 * Ids of promises, from indexes alone: however many there are, only the first of each are touched. How many that is stands
 * in the text, so that the planner knows how little it is and one plan does for all.
 */
export type Queue = RawBuilder<unknown>;

/** What is in a queue, each thing once, as one array: for that the planner asks an index, however large the table is. */
export function idsIn(queue: Queue): RawBuilder<unknown> {
  return sql`array(select id from (${queue}) every)`;
}

/**
 * Open promises that are these members': they gave the word, do it now, cover, are asked to take it over, or were rung.
 */
export function owedBy(workspaceId: string, memberIds: readonly string[], most: number): Queue {
  const urgent = (isTheirs: RawBuilder<unknown>) =>
    ofEach(
      memberIds,
      sql`select id from promises
      where workspace_id = ${workspaceId}::uuid and state = 'open' and ${isTheirs}
      order by due_at, id limit ${sql.lit(most)}`,
    );
  return sql.join(
    [
      urgent(sql`owner_id = whose.member_id`),
      urgent(sql`handler_id = whose.member_id and handler_id <> owner_id`),
      urgent(sql`cover_id = whose.member_id`),
      urgent(sql`next_owner_id = whose.member_id`),
      sql`(select p.id from (${ringsOf(workspaceId, memberIds, most)}) r
        join promises p on p.workspace_id = ${workspaceId}::uuid and p.id = r.promise_id and p.state = 'open')`,
    ],
    sql` union all `,
  );
}

/** Rings that these members have not answered, the latest of each. */
export function ringsOf(workspaceId: string, memberIds: readonly string[], most: number): Queue {
  return ofEach(
    memberIds,
    sql`select promise_id from rings
    where workspace_id = ${workspaceId}::uuid and member_id = whose.member_id and answered_at is null
    order by rang_at desc limit ${sql.lit(most)}`,
  );
}

/** Kept, and nobody has asked the customer, who has not spoken either. */
export function unaskedBy(workspaceId: string, memberIds: readonly string[], keptSince: Instant, most: number): Queue {
  return ofEach(
    memberIds,
    sql`select id from promises
    where workspace_id = ${workspaceId}::uuid and owner_id = whose.member_id
      and state in ('kept', 'kept_late') and asked_at is null and verdict is null
      and is_visible and settled_at >= ${keptSince}::timestamptz
    order by settled_at desc, id limit ${sql.lit(most)}`,
  );
}

/** The first rows of each member, so that an index is read from its beginning for everyone. */
function ofEach(memberIds: readonly string[], queue: Queue): Queue {
  return sql`(select found.* from unnest(${memberIds}::uuid[]) whose (member_id) cross join lateral (${queue}) found)`;
}
