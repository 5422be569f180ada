import { sql } from "kysely";
import type { Database, Tx } from "#engine/db/database.ts";
import type { Workspace } from "./workspace.ts";

export async function insertWorkspace(tx: Tx, workspace: Workspace): Promise<void> {
  await tx
    .insertInto("workspaces")
    .values({
      workspace_id: workspace.id,
      created_at: workspace.createdAt,
      is_demo: workspace.isDemo,
      ...columnsOf(workspace),
    })
    .execute();
}

/** The workspace itself; a transaction is always in one, and none means that it does not exist. */
export async function findWorkspace(tx: Tx, workspaceId: string, lock?: "for update"): Promise<Workspace | undefined> {
  const row = await tx
    .selectFrom("workspaces")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    // Rows everywhere refer to this one; only its key must not change under them.
    .$if(lock !== undefined, (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
  return (
    row && {
      id: row.workspace_id,
      name: row.name,
      timeZone: row.time_zone,
      language: row.language,
      currency: row.currency,
      trade: row.trade,
      calendarId: row.calendar_id,
      mailFrom: row.mail_from,
      mailUrlSealed: row.mail_url_sealed,
      isDemo: row.is_demo,
      createdAt: row.created_at,
      version: row.version,
    }
  );
}

/** Saves what was found for update. */
export async function saveWorkspace(tx: Tx, workspace: Workspace): Promise<void> {
  await tx.updateTable("workspaces").set(columnsOf(workspace)).where("workspace_id", "=", workspace.id).execute();
}

/** One at a time asks whether the house is empty and moves in: held until the transaction ends. */
export async function lockFirstRun(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('truepenny first run'))`.execute(tx);
}

/** Does any business live in this house? Asked of the clock's role, which sees that they are there. */
export async function hasWorkspaces({ clock }: Database): Promise<boolean> {
  return (await clock.selectFrom("workspaces").select("workspace_id").limit(1).execute()).length > 0;
}

function columnsOf(workspace: Workspace) {
  return {
    name: workspace.name,
    time_zone: workspace.timeZone,
    language: workspace.language,
    currency: workspace.currency,
    trade: workspace.trade,
    calendar_id: workspace.calendarId,
    mail_from: workspace.mailFrom,
    mail_url_sealed: workspace.mailUrlSealed,
    version: workspace.version,
  };
}
