import { type Insertable, sql } from "kysely";
import type { Tables } from "#db/tables.ts";
import type { Tx } from "#engine/db/database.ts";
import { fromRow, toRow } from "#engine/db/rows.ts";
import { type Cause, type CauseWord, type CountedCause, mostOpenOfACause } from "./cause.ts";

const mostListed = 200;
const mostWords = 50;

export async function insertCause(tx: Tx, workspaceId: string, cause: Cause): Promise<void> {
  const row = { ...toRow(cause), workspace_id: workspaceId };
  await tx
    .insertInto("case_causes")
    .values(row as Insertable<Tables["case_causes"]>)
    .execute();
}

export async function findCauseForUpdate(tx: Tx, workspaceId: string, id: string): Promise<Cause | undefined> {
  const row = await tx
    .selectFrom("case_causes")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && fromRow<Cause>(row);
}

/** Over, or going on again. */
export async function saveCause(
  tx: Tx,
  workspaceId: string,
  { id, endedAt, endedById, version }: Cause,
): Promise<void> {
  await tx
    .updateTable("case_causes")
    .set({ ended_at: endedAt, ended_by_id: endedById, version })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Those that go on, the newest first; or those that are over, the last ended first. */
export async function listCauses(tx: Tx, workspaceId: string, isOver: boolean): Promise<CountedCause[]> {
  const which = isOver ? sql`ended_at is not null order by ended_at desc` : sql`ended_at is null order by id desc`;
  const { rows } = await sql<object>`
    select c.*, ${counted} from (
      select * from case_causes where workspace_id = ${workspaceId}::uuid and ${which} limit ${sql.lit(mostListed)}
    ) c`.execute(tx);
  return rows.map((row) => fromRow<CountedCause>(row));
}

export async function findCause(tx: Tx, workspaceId: string, id: string): Promise<CountedCause | undefined> {
  const { rows } = await sql<object>`
    select c.*, ${counted} from case_causes c
    where c.workspace_id = ${workspaceId}::uuid and c.id = ${id}::uuid`.execute(tx);
  return rows[0] && fromRow<CountedCause>(rows[0]);
}

const counted = sql`
  (select count(*) from cases o where o.workspace_id = c.workspace_id and o.cause_id = c.id)::integer as case_count,
  (select count(*) from cases o where o.workspace_id = c.workspace_id and o.cause_id = c.id
    and o.state = 'open')::integer as open_count,
  (select max(w.at) from case_cause_words w where w.workspace_id = c.workspace_id and w.cause_id = c.id) as last_word_at`;

/** The open cases with this cause, in the order of their ids, as they are locked one after the other. */
export async function openCasesWith(tx: Tx, workspaceId: string, causeId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("cases")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("cause_id", "=", causeId)
    .where("state", "=", "open")
    .orderBy("id")
    .limit(mostOpenOfACause)
    .execute();
  return rows.map(({ id }) => id);
}

export async function insertCauseWord(tx: Tx, workspaceId: string, word: CauseWord): Promise<void> {
  const row = { ...toRow(word), workspace_id: workspaceId };
  await tx
    .insertInto("case_cause_words")
    .values(row as Insertable<Tables["case_cause_words"]>)
    .execute();
}

/** What was told to all whom it concerns, the latest first. */
export async function wordsOfCause(tx: Tx, workspaceId: string, causeId: string): Promise<CauseWord[]> {
  const rows = await tx
    .selectFrom("case_cause_words")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("cause_id", "=", causeId)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(mostWords)
    .execute();
  return rows.map((row) => fromRow<CauseWord>(row));
}
