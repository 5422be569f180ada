import type { Connection } from "./database.ts";
import { pg } from "./types.ts";

/** The names of the demo workspaces, of which a house has a few at most. */
export async function findDemos(owner: Connection): Promise<string[]> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>("select name from workspaces where is_demo order by name");
    return rows.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/**
 * Removes the demo workspaces with every row that they hold, and nothing else: in one transaction, as the owner of the
 * tables, since the app itself may not delete a journal. Gives the names of what was removed.
 */
export async function removeDemos(owner: Connection): Promise<string[]> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query("begin");
    const { rows } = await client.query<{ workspace_id: string; name: string }>(
      "select workspace_id, name from workspaces where is_demo order by created_at, name for update",
    );
    const ids = rows.map(({ workspace_id }) => workspace_id);
    await client.query(removeUsers, [ids]);
    for (const table of ids.length > 0 ? await tablesOfTenants(client) : []) {
      await client.query(`delete from ${pg.escapeIdentifier(table)} where workspace_id = any($1::uuid[])`, [ids]);
    }
    await client.query("commit");
    return rows.map(({ name }) => name);
  } finally {
    // Ends a transaction that was not committed, too.
    await client.end();
  }
}

/** Who works in a demo and nowhere else loses the way in with it. */
const removeUsers = `
  with theirs as (select user_id from members where workspace_id = any($1::uuid[]) and user_id is not null)
  delete from auth.users where id in (select user_id::text from theirs)
    and id not in (select user_id::text from members where user_id is not null and workspace_id <> all($1::uuid[]))`;

/** Every table that belongs to a workspace, those first to which nothing refers any more. */
async function tablesOfTenants(client: pg.Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and column_name = 'workspace_id' and table_type = 'BASE TABLE'`,
  );
  // What is checked only at the commit needs no order.
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `select c.relname as from, f.relname as to from pg_constraint k
     join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
     where k.contype = 'f' and not k.condeferrable and c.oid <> f.oid`,
  );
  const left = new Set(tables.map(({ name }) => name));
  const inOrder: string[] = [];
  while (left.size > 0) {
    const free = [...left].filter((name) => !references.some(({ from, to }) => to === name && left.has(from)));
    if (free.length === 0) throw new Error(`these tables refer to each other: ${[...left].join(", ")}`);
    for (const name of free) left.delete(name);
    inOrder.push(...free);
  }
  return inOrder;
}
