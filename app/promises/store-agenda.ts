import { sql } from "kysely";
import type { Tx } from "#engine/db/database.ts";
import { fromRow } from "#engine/db/rows.ts";
import type { Promise_ } from "./promise.ts";

export type ToKeepRow = Promise_ & { theCustomer: string | null; theTier: string | null };

/** What this member owns or does, open and running, the most urgent first, with whom it is for. */
export async function toKeepOf(tx: Tx, workspaceId: string, memberId: string, most: number): Promise<ToKeepRow[]> {
  const { rows } = await sql<object>`
    select mine.*, c.name as the_customer, c.tier as the_tier from (
      select * from (
        (select * from promises where workspace_id = ${workspaceId}::uuid and state = 'open' and held_up_at is null
          and owner_id = ${memberId}::uuid order by due_at, id limit ${most})
        union all
        (select * from promises where workspace_id = ${workspaceId}::uuid and state = 'open' and held_up_at is null
          and handler_id = ${memberId}::uuid and handler_id <> owner_id order by due_at, id limit ${most})
      ) every order by due_at, id limit ${most}
    ) mine
    left join customers c on c.workspace_id = ${workspaceId}::uuid and c.id = mine.customer_id
    order by mine.due_at, mine.id`.execute(tx);
  return rows.map((row) => fromRow<ToKeepRow>(row));
}
