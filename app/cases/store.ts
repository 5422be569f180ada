import { type Insertable, sql, type Updateable } from "kysely";
import type { Instant } from "#base/instant.ts";
import { conflict, missing } from "#base/refusal.ts";
import type { Tables } from "#db/tables.ts";
import type { Tx } from "#engine/db/database.ts";
import { fromJson, toRow } from "#engine/db/rows.ts";
import type { Case, CaseState } from "./case.ts";

export async function insertCase(tx: Tx, c: Case): Promise<void> {
  await tx
    .insertInto("cases")
    .values(rowOf(c) as Insertable<Tables["cases"]>)
    .execute();
}

export async function findCase(tx: Tx, workspaceId: string, id: string): Promise<Case> {
  const row = await byId(tx, workspaceId, id).executeTakeFirst();
  if (!row) throw missing("case");
  return caseIn(row);
}

/** The case, locked until the transaction ends; refuses when there is none in this workspace. */
export async function findCaseForUpdate(tx: Tx, workspaceId: string, id: string): Promise<Case> {
  const row = await byId(tx, workspaceId, id).forUpdate().executeTakeFirst();
  if (!row) throw missing("case");
  return caseIn(row);
}

/** As findCaseForUpdate, for the clock: null when another process holds it or it has changed since it was found due. */
export async function claimCase(tx: Tx, workspaceId: string, id: string, version: number): Promise<Case | null> {
  const row = await byId(tx, workspaceId, id)
    .where("version", "=", version)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row ? caseIn(row) : null;
}

/** Saves what may change of a case. What was said when it was raised, by whom and when, is not among it. */
export async function saveCase(tx: Tx, c: Case): Promise<Case> {
  const { workspaceId, id, version, ...fields } = c;
  const changing = Object.fromEntries(Object.entries(rowOf(fields)).filter(([column]) => !fixed.has(column)));
  const { numUpdatedRows } = await tx
    .updateTable("cases")
    .set({ ...(changing as Updateable<Tables["cases"]>), version: version + 1 })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw conflict("edited_meanwhile", "Somebody else changed this meanwhile. Look again.");
  return { ...c, version: version + 1 };
}

const fixed = new Set(["words", "customer_id", "channel", "raised_at", "recorded_at", "recorded_by_id"]);

export type CaseFilter = {
  limit: number;
  after?: { at: Instant; id: string };
  customerIds?: readonly string[];
  contactIds?: readonly string[];
  ownerId?: string;
  handlerId?: string;
  teamId?: string;
  causeId?: string;
  isUnowned?: boolean;
  state?: CaseState;
};

/** The newest raised first. */
export async function listCases(tx: Tx, workspaceId: string, filter: CaseFilter): Promise<Case[]> {
  const { after, customerIds, contactIds, ownerId, handlerId, teamId, causeId, isUnowned, state, limit } = filter;
  let query = whole(tx).where("workspace_id", "=", workspaceId).limit(limit);
  if (customerIds) query = query.where((is) => is("customer_id", "=", is.fn.any(is.val(customerIds))));
  if (contactIds) query = query.where((is) => is("contact_id", "=", is.fn.any(is.val(contactIds))));
  if (ownerId) query = query.where("owner_id", "=", ownerId);
  if (handlerId) query = query.where("handler_id", "=", handlerId);
  if (teamId) query = query.where("team_id", "=", teamId);
  if (causeId) query = query.where("cause_id", "=", causeId);
  if (isUnowned) query = query.where("owner_id", "is", null).where("state", "=", sql.lit("open"));
  if (state) query = query.where("state", "=", sql.lit(state));
  if (after) query = query.where((is) => is(is.refTuple("raised_at", "id"), "<", is.tuple(after.at, after.id)));
  const rows = await query.orderBy("raised_at", "desc").orderBy("id", "desc").execute();
  return rows.map(caseIn);
}

/** How many open cases of a team nobody owns yet. */
export async function countUnowned(tx: Tx, workspaceId: string, teamId: string | null): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*) as waiting from (
      select from cases where workspace_id = ${workspaceId}::uuid and owner_id is null and state = 'open'
        and team_id is not distinct from ${teamId}::uuid limit 1000
    ) queue`.execute(tx);
  return rows[0]?.waiting ?? 0;
}

function rowOf(c: Partial<Case>): Record<string, unknown> {
  return { ...toRow(c), ...(c.steps && { steps: JSON.stringify(c.steps) }) };
}

function byId(tx: Tx, workspaceId: string, id: string) {
  return whole(tx).where("workspace_id", "=", workspaceId).where("id", "=", id);
}

function whole(tx: Tx) {
  return tx.selectFrom("cases").select(sql<object>`to_json(cases)`.as("found"));
}

function caseIn({ found }: { found: object }): Case {
  return fromJson<Case>(found);
}
