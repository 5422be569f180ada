import type { Connection } from "#engine/db/database.ts";
import { pg } from "#engine/db/types.ts";
import { ask, withClient } from "./versions.ts";

/** The columns that a house keeps values in, by table; what is computed from others is not among them. */
export type Columns = ReadonlyMap<string, readonly string[]>;

export async function columnsOf(at: Connection): Promise<Columns> {
  const rows = await ask(
    at,
    `select format('%I.%I', n.nspname, c.relname) as table, a.attname as column
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname !~ '^(pg_|information_schema)' and c.relkind = 'r' and c.relname <> 'migrations'
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by 1, 2`,
  );
  const byTable = Map.groupBy(rows, ({ table }) => String(table));
  return new Map([...byTable].map(([table, all]) => [table, all.map(({ column }) => String(column))]));
}

/** Copies what the older house had a place for: of each row of today, the columns that were there already. */
export async function fillFrom(today: Connection, older: Connection): Promise<void> {
  const columns = await columnsOf(older);
  const rowsOf = await withClient(today, async (client) => {
    const texts = new Map<string, string>();
    for (const table of columns.keys()) {
      const { rows } = await client.query(`select coalesce(json_agg(t), '[]')::text as rows from ${table} t`);
      texts.set(table, rows[0].rows);
    }
    return texts;
  });
  await withClient(older, async (client) => {
    // Rows come table by table; their references are whole once all are there.
    await client.query("set session_replication_role = replica");
    for (const [table, all] of columns) {
      const names = listed(all);
      const rows = `select ${names} from json_populate_recordset(null::${table}, $1)`;
      await client.query(`insert into ${table} (${names}) ${rows}`, [rowsOf.get(table)]);
    }
  });
}

/** What each table holds in these columns, as a count and a digest. */
export async function heldIn(at: Connection, columns: Columns): Promise<Record<string, string>> {
  return withClient(at, async (client) => {
    const held: Record<string, string> = {};
    for (const [table, all] of columns) {
      const text = `select t::text as line from (select ${listed(all)} from ${table}) t`;
      const digest = `md5(coalesce(string_agg(line, '' order by line collate "C"), ''))`;
      const { rows } = await client.query(`select count(*) || ' ' || ${digest} as found from (${text}) t`);
      held[table] = rows[0].found;
    }
    return held;
  });
}

function listed(columns: readonly string[]): string {
  return columns.map((name) => pg.escapeIdentifier(name)).join(", ");
}
