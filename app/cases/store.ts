import { type Insertable, type RawBuilder, sql, type Updateable } from "kysely";
import { conflict, missing } from "#base/refusal.ts";
import type { Tables } from "#db/tables.ts";
import type { Tx } from "#engine/db/database.ts";
import { fromJson, toRow } from "#engine/db/rows.ts";
import type { Case } from "./case.ts";

export async function insertCase(tx: Tx, c: Case): Promise<void> {
  await tx
    .insertInto("cases")
    .values(rowOf(c) as Insertable<Tables["cases"]>)
    .execute();
}

export async function findCase(tx: Tx, workspaceId: string, id: string): Promise<Case> {
  const row = await byId(tx, workspaceId, id, sql``);
  if (!row) throw missing("case");
  return caseIn(row);
}

/** The case, locked until the transaction ends; refuses when there is none in this workspace. */
export async function findCaseForUpdate(tx: Tx, workspaceId: string, id: string): Promise<Case> {
  const row = await byId(tx, workspaceId, id, sql`for update`);
  if (!row) throw missing("case");
  return caseIn(row);
}

/** As findCaseForUpdate, for the clock: null when another process holds it or it has changed since it was found due. */
export async function claimCase(tx: Tx, workspaceId: string, id: string, version: number): Promise<Case | null> {
  const row = await byId(tx, workspaceId, id, sql`and version = ${version} for update skip locked`);
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

function rowOf(c: Partial<Case>): Record<string, unknown> {
  return { ...toRow(c), ...(c.steps && { steps: JSON.stringify(c.steps) }) };
}

async function byId(tx: Tx, workspaceId: string, id: string, rest: RawBuilder<unknown>) {
  const { rows } = await sql<{ found: object }>`select to_json(cases) as found from cases
    where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid ${rest}`.execute(tx);
  return rows[0];
}

/** As JSON: to convert so many columns one by one would take longer than to find them. */
export function whole(tx: Tx) {
  return tx.selectFrom("cases").select(sql<object>`to_json(cases)`.as("found"));
}

export function caseIn({ found }: { found: object }): Case {
  return fromJson<Case>(found);
}
