import { sql } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { fromRow } from "#engine/db/rows.ts";
import type { Promise_ } from "./promise.ts";

/** Open promises that this member does now and that are due in this time, the earliest first. */
export async function dueInHandsOf(
  tx: Tx,
  workspaceId: string,
  memberId: string,
  { startsAt, endsAt }: { startsAt: Instant; endsAt: Instant },
  most: number,
): Promise<Promise_[]> {
  const during = sql`due_at >= ${startsAt}::timestamptz and due_at < ${endsAt}::timestamptz`;
  // Two indexes hold the two halves: what they own and do themselves, and what they do for somebody else.
  const { rows } = await sql<object>`
    select * from (
      select * from promises where workspace_id = ${workspaceId}::uuid and state = 'open'
        and owner_id = ${memberId}::uuid and handler_id = owner_id and ${during}
      union all
      select * from promises where workspace_id = ${workspaceId}::uuid and state = 'open'
        and handler_id = ${memberId}::uuid and handler_id <> owner_id and ${during}
    ) theirs order by due_at, id limit ${most}`.execute(tx);
  return rows.map((row) => fromRow<Promise_>(row));
}
