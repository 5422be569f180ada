import { type RawBuilder, sql } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Absence } from "./absence.ts";

const columns = ["id", "member_id", "from_at", "until_at", "cover_id"] as const;

export async function insertAbsence(tx: Tx, workspaceId: string, absence: Absence): Promise<void> {
  await tx
    .insertInto("absences")
    .values({
      workspace_id: workspaceId,
      id: absence.id,
      member_id: absence.memberId,
      from_at: absence.fromAt,
      until_at: absence.untilAt,
      cover_id: absence.coverId,
    })
    .execute();
}

/** A member's absences that are not over, the next first. */
export async function listAbsences(tx: Tx, workspaceId: string, memberId: string, now: Instant): Promise<Absence[]> {
  const rows = await tx
    .selectFrom("absences")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("member_id", "=", memberId)
    .where("until_at", ">", now)
    .orderBy("until_at")
    .limit(200)
    .execute();
  return rows.map(absenceOf);
}

export async function findAbsence(tx: Tx, workspaceId: string, id: string): Promise<Absence | undefined> {
  const row = await tx
    .selectFrom("absences")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row && absenceOf(row);
}

export async function deleteAbsence(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.deleteFrom("absences").where("workspace_id", "=", workspaceId).where("id", "=", id).execute();
}

/** A member by id, or by what finds the id where it is not known yet. */
export type MemberId = string | RawBuilder<string>;

/**
 * Who stands in for a member at this time; null while they are there themself, and when nobody does. A cover who fell
 * ill meanwhile is covered in turn, a few steps far.
 */
export async function coverAt(tx: Tx, workspaceId: string, memberId: MemberId, at: Instant): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    with recursive covers (id, step) as (
      select ${memberId}::uuid, 0
      union all
      select a.cover_id, step + 1 from covers
      join absences a on a.workspace_id = ${workspaceId}::uuid and a.member_id = covers.id
        and a.from_at <= ${at} and a.until_at > ${at} and a.cover_id is not null
      where step < 5
    )
    select m.id from covers
    join members m on m.workspace_id = ${workspaceId}::uuid and m.id = covers.id and m.left_at is null
    where step > 0 and m.id <> ${memberId}::uuid and not exists (
      select from absences a where a.workspace_id = ${workspaceId}::uuid and a.member_id = m.id
        and a.from_at <= ${at} and a.until_at > ${at})
    order by step limit 1`.execute(tx);
  return rows[0]?.id ?? null;
}

type Row = { id: string; member_id: string; from_at: Instant; until_at: Instant; cover_id: string | null };

function absenceOf(row: Row): Absence {
  return { id: row.id, memberId: row.member_id, fromAt: row.from_at, untilAt: row.until_at, coverId: row.cover_id };
}
