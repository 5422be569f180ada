import { type RawBuilder, sql } from "kysely";
import type { Instant } from "#base/instant.ts";

/** Ids of promises, from indexes alone: however many there are, only the first of each are touched. */
export type Queue = RawBuilder<unknown>;

/** Open promises that are this member's: they gave the word, do it now, cover, are asked to take it over, or were rung. */
export function owedBy(workspaceId: string, memberId: string, most: number): Queue {
  const urgent = (isTheirs: RawBuilder<unknown>) => sql`(
    select id from promises
    where workspace_id = ${workspaceId}::uuid and state = 'open' and ${isTheirs}
    order by due_at, id limit ${most})`;
  return sql.join(
    [
      urgent(sql`owner_id = ${memberId}::uuid`),
      urgent(sql`handler_id = ${memberId}::uuid and handler_id <> owner_id`),
      urgent(sql`cover_id = ${memberId}::uuid`),
      urgent(sql`next_owner_id = ${memberId}::uuid`),
      sql`(select p.id from (${ringsOf(workspaceId, memberId, most)}) r
        join promises p on p.workspace_id = ${workspaceId}::uuid and p.id = r.promise_id and p.state = 'open')`,
    ],
    sql` union all `,
  );
}

/** Rings of open promises that this member has not answered, the latest first. */
export function ringsOf(workspaceId: string, memberId: string, most: number): Queue {
  return sql`
    select promise_id from rings
    where workspace_id = ${workspaceId}::uuid and member_id = ${memberId}::uuid and answered_at is null
    order by rang_at desc limit ${most}`;
}

/** Kept, and nobody has asked the customer, who has not spoken either. */
export function unaskedBy(workspaceId: string, memberId: string, keptSince: Instant, most: number): Queue {
  return sql`(
    select id from promises
    where workspace_id = ${workspaceId}::uuid and owner_id = ${memberId}::uuid
      and state in ('kept', 'kept_late') and asked_at is null and verdict is null
      and is_visible and settled_at >= ${keptSince}::timestamptz
    order by settled_at desc, id limit ${most})`;
}
