import type { pg } from "#engine/db/types.ts";
import type { TableLine } from "./backup-file.ts";
import { quoted, type Table, tablesOf } from "./tables.ts";

const charactersAtOnce = 512 * 1024;

/**
 * Fills every table anew, some rows at a time. Foreign keys are taken away before and put back after, when PostgreSQL
 * checks them all: a row may refer to one that comes later, and checking each by itself would keep every row in mind.
 */
export async function fillTables(
  client: pg.Client,
  pieces: AsyncIterable<{ table: TableLine } | { row: string }>,
  onProgress: (rows: number) => void = () => undefined,
): Promise<void> {
  const tables = await tablesOf(client);
  const references = await foreignKeysOf(client);
  for (const { table, name } of references) await client.query(`alter table ${table} drop constraint ${quoted(name)}`);
  await client.query(`truncate ${tables.map(({ name }) => quoted(name)).join(", ")}`);

  let insert = "";
  let waiting: string[] = [];
  let characters = 0;
  let rows = 0;
  const flush = async () => {
    if (waiting.length > 0) await client.query(insert, [`[${waiting.join(",")}]`]);
    rows += waiting.length;
    onProgress(rows);
    waiting = [];
    characters = 0;
  };
  for await (const piece of pieces) {
    if ("table" in piece) {
      await flush();
      insert = insertInto(tables, piece.table);
      continue;
    }
    waiting.push(piece.row);
    characters += piece.row.length;
    if (characters > charactersAtOnce) await flush();
  }
  await flush();
  for (const { table, name, definition } of references) {
    await client.query(`alter table ${table} add constraint ${quoted(name)} ${definition}`);
  }
}

async function foreignKeysOf(client: pg.Client) {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace in ('public'::regnamespace, to_regnamespace('auth')) and conparentid = 0
     order by conrelid::regclass::text, conname`,
  );
  return rows;
}

/** Reads each value by the type that its column has here. Names of the file are only ever compared. */
function insertInto(tables: Table[], { table, columns }: TableLine): string {
  const target = tables.find(({ name }) => name === table);
  if (!target) throw new Error(`the backup holds a table ${table}, and the schema does not`);
  const values = columns.map((column, place) => {
    const type = target.columns.find(({ name }) => name === column)?.type;
    if (!type) throw new Error(`the backup holds a column ${table}.${column}, and the schema does not`);
    return `(line->>${place})::${type}`;
  });
  return `insert into ${quoted(table)} (${columns.map(quoted).join(", ")})
    select ${values.join(", ")} from json_array_elements($1::json) as line`;
}
