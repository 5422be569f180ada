import { readFile, writeFile } from "node:fs/promises";
import { describeRowTypes, describeSchema } from "#engine/db/describe.ts";
import { pg } from "#engine/db/types.ts";

const files = {
  schema: new URL("../../db/schema.sql", import.meta.url),
  tables: new URL("../../db/tables.ts", import.meta.url),
};

/** What the migrated database says its schema and row types are. */
export async function describedBy(connection: pg.ClientConfig): Promise<{ schema: string; tables: string }> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return { schema: await describeSchema(client), tables: await describeRowTypes(client) };
  } finally {
    await client.end();
  }
}

export async function writtenDown(): Promise<{ schema: string; tables: string }> {
  return { schema: await readFile(files.schema, "utf8"), tables: await readFile(files.tables, "utf8") };
}

export async function writeDown(described: { schema: string; tables: string }): Promise<void> {
  await writeFile(files.schema, described.schema);
  await writeFile(files.tables, described.tables);
}
