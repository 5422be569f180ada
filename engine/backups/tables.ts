import { createHash, type Hash } from "node:crypto";
import { pg } from "#engine/db/types.ts";

/** A table as a backup knows it: its columns with their types, and the order that makes its rows the same everywhere. */
export type Table = { name: string; columns: { name: string; type: string }[]; order: string };

/** How much a table holds, and SHA-256 of all its rows as lines. */
export type Contents = { rows: number; sha256: string };

/** Every value as PostgreSQL itself writes it, the same on every server and to the last digit. */
export const sameWriting = `set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1;
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`;

/** All tables of the house, of workspaces and global ones. None is left out by name, so a new one is in every backup. */
export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<{
    name: string;
    columns: Table["columns"];
    key: { name: string; text: boolean }[];
  }>(
    `select c.oid::regclass::text as name,
       (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       (select json_agg(json_build_object('name', a.attname, 'text', a.attcollation <> 0) order by k.place)
        from pg_index i cross join lateral unnest(i.indkey) with ordinality as k (attnum, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary) as key
     from pg_class c where c.relnamespace in ('public'::regnamespace, to_regnamespace('auth')) and c.relkind in ('r', 'p')
       and not c.relispartition
     order by c.oid::regclass::text collate "C"`,
  );
  // Servers sort words differently; bytes they sort alike.
  return rows.map(({ name, columns, key }) => ({
    name,
    columns,
    order: key.map((column) => `${quoted(column.name)}${column.text ? ' collate "C"' : ""}`).join(", "),
  }));
}

const rowsAtOnce = 500;

/** The rows of a table as lines, some at a time: each a JSON array of the values in PostgreSQL's own spelling. */
export async function* linesOf(client: pg.Client, { name, columns, order }: Table): AsyncGenerator<string[]> {
  const values = columns.map((column) => `${quoted(column.name)}::text`).join(", ");
  await client.query(
    `declare backed_up no scroll cursor for select json_build_array(${values})::text as line from ${quoted(name)} order by ${order}`,
  );
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${rowsAtOnce} from backed_up`);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => line);
  }
  await client.query("close backed_up");
}

/** Adds up what a table holds, line by line. */
export function countContents(): { add: (lines: readonly string[]) => void; contents: () => Contents } {
  const hash: Hash = createHash("sha256");
  let rows = 0;
  const add = (lines: readonly string[]) => {
    rows += lines.length;
    for (const line of lines) hash.update(line).update("\n");
  };
  return { add, contents: () => ({ rows, sha256: hash.digest("hex") }) };
}

/** A table of who comes in stands in a schema of its own: `auth.users`. */
export function quoted(name: string): string {
  return name.split(".").map(pg.escapeIdentifier).join(".");
}
