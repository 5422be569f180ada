import type { Tx } from "#engine/db/database.ts";
import { fromRow } from "#engine/db/rows.ts";
import type { Promise_ } from "./promise.ts";

/** The open promises in which a member has a part, as their owner or in their place; locked, in the order of their ids. */
export async function inHandsOf(tx: Tx, workspaceId: string, memberId: string): Promise<Promise_[]> {
  const rows = await tx
    .selectFrom("promises")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("state", "=", "open")
    .where((is) =>
      is.or([
        is("owner_id", "=", memberId),
        // As the indexes have it, one for each part that a member can have.
        is.and([is("handler_id", "=", memberId), is("handler_id", "<>", is.ref("owner_id"))]),
        is("next_owner_id", "=", memberId),
        is("cover_id", "=", memberId),
      ]),
    )
    .orderBy("id")
    .forUpdate()
    .execute();
  return rows.map((row) => fromRow<Promise_>(row));
}

/** The running series of a member become another's. Gives how many. */
export async function handOverSeries(tx: Tx, workspaceId: string, fromId: string, toId: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable("promise_series")
    .set((is) => ({ owner_id: toId, version: is("version", "+", 1) }))
    .where("workspace_id", "=", workspaceId)
    .where("owner_id", "=", fromId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
