import type { Tx } from "#engine/db/database.ts";
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
