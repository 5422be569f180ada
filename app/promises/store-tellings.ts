import { type Insertable, sql, type Updateable } from "kysely";
import type { Instant } from "#base/instant.ts";
import { missing } from "#base/refusal.ts";
import type { Tables } from "#db/tables.ts";
import type { Tx } from "#engine/db/database.ts";
import { fromJson, fromRow, toRow } from "#engine/db/rows.ts";
import type { Move } from "./move.ts";
import type { KeptTelling } from "./telling.ts";

export async function insertTelling(tx: Tx, workspaceId: string, telling: KeptTelling): Promise<void> {
  const row = { ...toRow(telling), workspace_id: workspaceId };
  await tx
    .insertInto("tellings")
    .values(row as Insertable<Tables["tellings"]>)
    .execute();
}

/** The customer's server has accepted its message, then. */
export async function markTold(tx: Tx, workspaceId: string, id: string, at: Instant): Promise<void> {
  await tx.updateTable("tellings").set({ at }).where("workspace_id", "=", workspaceId).where("id", "=", id).execute();
}

export async function undoTelling(
  tx: Tx,
  workspaceId: string,
  id: string,
  at: Instant,
  why: "contradicted" | "bounced" | "failed",
): Promise<void> {
  await tx
    .updateTable("tellings")
    .set({ undone_at: at, undone_why: why })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function findTelling(tx: Tx, workspaceId: string, id: string): Promise<KeptTelling> {
  const row = await tx
    .selectFrom("tellings")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) throw missing("telling");
  return fromRow<KeptTelling>(row);
}

/** What a message was to tell, of one promise or of several. */
export async function tellingsOfMessage(tx: Tx, workspaceId: string, messageId: string): Promise<KeptTelling[]> {
  const rows = await tx
    .selectFrom("tellings")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("message_id", "=", messageId)
    .orderBy("promise_id")
    .execute();
  return rows.map((row) => fromRow<KeptTelling>(row));
}

/** All tellings of some promises, oldest first, each with the state of its message. */
export async function tellingsOf(tx: Tx, workspaceId: string, promiseIds: string[]): Promise<ToldOf[]> {
  const rows = await tx
    .selectFrom("tellings as t")
    .leftJoin("messages as m", (join) =>
      join.onRef("m.workspace_id", "=", "t.workspace_id").onRef("m.id", "=", "t.message_id"),
    )
    .selectAll("t")
    .select(["m.state as message_state", "m.body as message_body", "m.leased_until", "m.problem as message_problem"])
    .where("t.workspace_id", "=", workspaceId)
    .where((is) => is("t.promise_id", "=", is.fn.any(is.val(promiseIds))))
    .orderBy("t.logged_at")
    .orderBy("t.id")
    .execute();
  return rows.map((row) => fromRow<ToldOf>(row));
}

export type ToldOf = KeptTelling & {
  messageState: string | null;
  messageBody: string | null;
  messageProblem: string | null;
  leasedUntil: Instant | null;
};

export async function insertMove(tx: Tx, workspaceId: string, move: Move): Promise<void> {
  const row = { ...toRow(move), workspace_id: workspaceId };
  await tx
    .insertInto("promise_moves")
    .values(row as Insertable<Tables["promise_moves"]>)
    .execute();
}

export async function saveMove(tx: Tx, workspaceId: string, id: string, changes: Partial<Move>): Promise<void> {
  await tx
    .updateTable("promise_moves")
    .set(toRow(changes) as Updateable<Tables["promise_moves"]>)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

/** All moves of some promises, oldest first. */
export async function movesOf(tx: Tx, workspaceId: string, promiseIds: string[]): Promise<Move[]> {
  const rows = await tx
    .selectFrom("promise_moves")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where((is) => is("promise_id", "=", is.fn.any(is.val(promiseIds))))
    .orderBy("asked_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => fromRow<Move>(row));
}

/** The move that a telling is about. */
export async function moveOfTelling(tx: Tx, workspaceId: string, tellingId: string): Promise<Move | null> {
  const row = await tx
    .selectFrom("promise_moves")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("telling_id", "=", tellingId)
    .executeTakeFirst();
  return row ? fromRow<Move>(row) : null;
}

/** Tellings whose message is still on its way, or accepted and not yet heard of here; in the order of acceptance. */
export async function unheardOf(tx: Tx, workspaceId: string, promiseId: string): Promise<Unheard[]> {
  // As JSON: mostly there is none, and PostgreSQL would describe each of its columns all the same.
  const { rows } = await sql<{ found: object }>`
    select to_json(unheard) as found from (
      select t.*, m.accepted_at, m.leased_until as leased_until_at from tellings t
      join messages m on m.workspace_id = t.workspace_id and m.id = t.message_id
      where t.workspace_id = ${workspaceId}::uuid and t.promise_id = ${promiseId}::uuid
        and t.at is null and t.undone_at is null and m.state in ('queued', 'accepted')
      order by m.accepted_at) unheard`.execute(tx);
  return rows.map(({ found }) => fromJson<Unheard>(found));
}

type Unheard = KeptTelling & { acceptedAt: Instant | null; leasedUntilAt: Instant | null };

/** The moves of some promises that the customer has not been told of yet. */
export async function awaitingMoves(tx: Tx, workspaceId: string, promiseIds: string[]): Promise<Move[]> {
  const rows = await tx
    .selectFrom("promise_moves")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where((is) => is("promise_id", "=", is.fn.any(is.val(promiseIds))))
    .where("told_at", "is", null)
    .where("undone_at", "is", null)
    .orderBy("asked_at")
    .execute();
  return rows.map((row) => fromRow<Move>(row));
}
