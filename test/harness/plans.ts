import { pg } from "#engine/db/types.ts";

/** The plans of all that a statement runs in a workspace, inside functions too, as PostgreSQL itself tells them. */
export function plansOf(owner: pg.ClientConfig, workspaceId: string, query: string): Promise<string> {
  return asUser(owner, async (client) => {
    const plans: string[] = [];
    client.on("notice", ({ message }) => plans.push(message ?? ""));
    await client.query("load 'auto_explain'");
    await client.query(`set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on;
      set client_min_messages = log; set app.workspace_id = '${workspaceId}'`);
    await client.query(query);
    return plans.join("\n");
  });
}

/** Works on a connection of its own, as this role of the database. */
export async function asUser<T>(user: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(user);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
