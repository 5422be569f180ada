import { sql } from "kysely";
import type { Tx } from "#engine/db/database.ts";
import { type Policy, type PolicyOverride, type PolicyScope, policyOf } from "./policy.ts";

/** For whom a policy is asked; what is left out overrides nothing. */
export type PolicyFor = { kind?: string | undefined; tier?: string | undefined; customerId?: string | undefined };

/** The policy that holds for a promise of this kind to this customer. */
export async function policyFor(tx: Tx, workspaceId: string, whom: PolicyFor = {}): Promise<Policy> {
  const rows = await tx
    .selectFrom("policies")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where((where) =>
      where.or([
        where("scope", "=", "workspace"),
        where.and([where("scope", "=", "kind"), where("name", "=", whom.kind ?? null)]),
        where.and([where("scope", "=", "tier"), where("name", "=", whom.tier ?? null)]),
        where.and([where("scope", "=", "customer"), where("name", "=", whom.customerId ?? null)]),
      ]),
    )
    .execute();
  return policyOf(rows.map(overrideOf));
}

/** A business overrides a handful of things, so the list has no pages; it is bounded all the same. */
export async function listOverrides(tx: Tx, workspaceId: string): Promise<PolicyOverride[]> {
  const rows = await tx
    .selectFrom("policies")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .orderBy("scope")
    .orderBy("name")
    .limit(1000)
    .execute();
  return rows.map(overrideOf);
}

export async function findOverride(
  tx: Tx,
  workspaceId: string,
  scope: PolicyScope,
  name: string,
): Promise<PolicyOverride | undefined> {
  const row = await tx
    .selectFrom("policies")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("scope", "=", scope)
    .where("name", "=", name)
    .forUpdate()
    .executeTakeFirst();
  return row && overrideOf(row);
}

export async function saveOverride(tx: Tx, workspaceId: string, override: PolicyOverride): Promise<void> {
  const { scope, name, version } = override;
  const settings = JSON.stringify(override.settings);
  await tx
    .insertInto("policies")
    .values({ workspace_id: workspaceId, scope, name, settings, version })
    .onConflict((conflict) => conflict.columns(["workspace_id", "scope", "name"]).doUpdateSet({ settings, version }))
    .execute();
}

/** The override stands for another name; what stood there from a kind of that name long gone makes way. */
export async function moveOverride(
  tx: Tx,
  workspaceId: string,
  { scope, name, version }: PolicyOverride,
  to: string,
): Promise<void> {
  await sql`delete from policies where workspace_id = ${workspaceId}::uuid and scope = ${scope} and name = ${to}`.execute(
    tx,
  );
  await sql`update policies set name = ${to}, version = ${version + 1}
    where workspace_id = ${workspaceId}::uuid and scope = ${scope} and name = ${name}`.execute(tx);
}

export async function isCustomer(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom("customers")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row !== undefined;
}

const columns = ["scope", "name", "settings", "version"] as const;

function overrideOf(row: { scope: string; name: string; settings: unknown; version: number }): PolicyOverride {
  return {
    scope: row.scope as PolicyScope,
    name: row.name,
    settings: row.settings as Partial<Policy>,
    version: row.version,
  };
}
