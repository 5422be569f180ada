import type { Insertable } from "kysely";
import type { Instant } from "#base/instant.ts";
import { missing } from "#base/refusal.ts";
import type { Tables } from "#db/tables.ts";
import type { Tx } from "#engine/db/database.ts";
import { fromRow, toRow } from "#engine/db/rows.ts";
import type { Series } from "./series.ts";

export async function insertSeries(tx: Tx, workspaceId: string, series: Series): Promise<void> {
  const row = { ...toRow(series), workspace_id: workspaceId };
  await tx
    .insertInto("promise_series")
    .values(row as Insertable<Tables["promise_series"]>)
    .execute();
}

/** Locked; refuses when there is none. */
export async function findSeries(tx: Tx, workspaceId: string, id: string): Promise<Series> {
  const row = await tx
    .selectFrom("promise_series")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw missing("series");
  return fromRow<Series>(row);
}

/** What goes on in a series: how far it has come, its alarm, its end. */
export async function saveSeries(
  tx: Tx,
  workspaceId: string,
  series: Series,
  change: { occurrence?: number; endedAt?: Instant | null; nextRingAt: Instant | null },
): Promise<Series> {
  const saved = { ...series, ...change, version: series.version + 1 };
  await tx
    .updateTable("promise_series")
    .set({
      occurrence: saved.occurrence,
      ended_at: saved.endedAt,
      next_ring_at: saved.nextRingAt,
      version: saved.version,
    })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", series.id)
    .where("version", "=", series.version)
    .executeTakeFirstOrThrow();
  return saved;
}
