import { sql } from "kysely";
import type { Tx } from "#engine/db/database.ts";
import type { Exported } from "./export.ts";

type Row = Record<string, unknown>;

/** Rows of a table in the order of its key, after the last one read. */
export async function rowsAfter(
  tx: Tx,
  workspaceId: string,
  { table, key }: Exported,
  last: Row | null,
  limit: number,
): Promise<Row[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  const further = last ? sql`and (${columns}) > (${sql.join(key.map((column) => sql`${last[column]}`))})` : sql``;
  const { rows } = await sql<Row>`
    select * from ${sql.table(table)} where workspace_id = ${workspaceId}::uuid ${further}
    order by ${columns} limit ${limit}`.execute(tx);
  return rows;
}
