import type { Tx } from "#engine/db/database.ts";
import type { View } from "./view.ts";

const columns = ["id", "of", "name", "filters", "member_id as memberId", "is_shared as isShared", "version"] as const;

/** This member's own and those that are shared, in the order of their making. */
export async function listViews(
  tx: Tx,
  workspaceId: string,
  which: { memberId: string; of?: View["of"] | undefined; limit: number; after?: string | undefined },
): Promise<View[]> {
  const { memberId, of, limit, after } = which;
  const rows = await tx
    .selectFrom("views")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where((is) => is.or([is("member_id", "=", memberId), is("is_shared", "=", true)]))
    .$if(of !== undefined, (query) => query.where("of", "=", of ?? ""))
    .$if(after !== undefined, (query) => query.where("id", ">", after ?? ""))
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(viewOf);
}

/** A view that this member may see, locked. */
export async function findView(tx: Tx, workspaceId: string, memberId: string, id: string): Promise<View | undefined> {
  const row = await tx
    .selectFrom("views")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where((is) => is.or([is("member_id", "=", memberId), is("is_shared", "=", true)]))
    .forUpdate()
    .executeTakeFirst();
  return row && viewOf(row);
}

export async function saveView(tx: Tx, workspaceId: string, view: View): Promise<void> {
  const { id, of, memberId: member_id, name, isShared: is_shared, version } = view;
  const filters = JSON.stringify(view.filters);
  await tx
    .insertInto("views")
    .values({ workspace_id: workspaceId, id, of, name, filters, member_id, is_shared, version })
    .onConflict((same) => same.columns(["workspace_id", "id"]).doUpdateSet({ name, filters, is_shared, version }))
    .execute();
}

export async function deleteView(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.deleteFrom("views").where("workspace_id", "=", workspaceId).where("id", "=", id).execute();
}

function viewOf(row: Omit<View, "of" | "filters"> & { of: string; filters: string }): View {
  return { ...row, of: row.of as View["of"], filters: JSON.parse(row.filters) as View["filters"] };
}
