import type { Insertable } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Tables } from "#db/tables.ts";
import type { Tx } from "#engine/db/database.ts";
import { fromRow, toRow } from "#engine/db/rows.ts";

/** One answer of the customer; the last one stands, all are kept. */
export type Verdict = {
  id: string;
  promiseId: string;
  answer: "yes" | "not_yet";
  outcome: "kept" | "not_kept" | "open_again";
  words: string | null;
  byContactId: string | null;
  byMemberId: string | null;
  at: Instant;
};

export async function insertVerdict(tx: Tx, workspaceId: string, verdict: Verdict): Promise<void> {
  const row = { ...toRow(verdict), workspace_id: workspaceId };
  await tx
    .insertInto("verdicts")
    .values(row as Insertable<Tables["verdicts"]>)
    .execute();
}

/** The answers about some promises, oldest first. */
export async function verdictsOf(tx: Tx, workspaceId: string, promiseIds: string[]): Promise<Verdict[]> {
  const rows = await tx
    .selectFrom("verdicts")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where((is) => is("promise_id", "=", is.fn.any(is.val(promiseIds))))
    .orderBy("at")
    .orderBy("id")
    .execute();
  return rows.map((row) => fromRow<Verdict>(row));
}
