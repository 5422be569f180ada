import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { conflict } from "#base/refusal.ts";
import type { Connection } from "#engine/db/database.ts";
import { ensureRoles } from "#engine/db/roles.ts";
import { pg } from "#engine/db/types.ts";
import { type Backup, type End, type Head, rowsIn } from "./backup-file.ts";
import { fillTables } from "./fill.ts";
import { countContents, linesOf, quoted, sameWriting, tablesOf } from "./tables.ts";

const folder = new URL("../../db/migrations/", import.meta.url);

export type Restoring = { keepKey: () => void; onProgress?: (rows: number) => void };

/**
 * Puts a checked backup into a database where no workspace lives: the schema as it was, every row, and a comparison of
 * every table with what was backed up, all in one transaction, so that whatever stops it leaves nothing half. `keepKey`
 * is called once it is certain that nobody lives there, before anything is written. Refuses `workspace_lives`,
 * `database_used`, `backup_newer` and `migration_changed`.
 */
export async function restore(owner: Connection, path: string, backup: Backup, asked: Restoring): Promise<void> {
  const texts = await migrationTexts(backup.head.migrations);
  const client = new pg.Client({ ...owner, application_name: "truepenny restore" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('truepenny migrations'))");
    const isBare = await makeSure(client, backup.head);
    asked.keepKey();
    await ensureRoles(client, owner, backup.head.secret);
    await client.query(`begin; set local row_security = off; ${sameWriting}`);
    if (isBare) await makeSchema(client, texts);
    await fillTables(client, rowsIn(path), asked.onProgress);
    await compare(client, backup.tables);
    await client.query("commit");
    await client.query("analyze");
  } finally {
    await client.end();
  }
}

/** The migrations that the backup had, as this program has them. */
async function migrationTexts(of: Head["migrations"]): Promise<string[]> {
  const files = await readdir(folder);
  return Promise.all(
    of.map(async ({ name, digest }) => {
      if (!files.includes(name)) {
        const sentence = `This backup was made by a newer Truepenny (it has ${name}). Update the program, then restore.`;
        throw conflict("backup_newer", sentence);
      }
      const text = await readFile(new URL(name, folder), "utf8");
      if (createHash("sha256").update(text).digest("hex") === digest) return text;
      const sentence = `The migration ${name} is not the one this backup was made with: restore with a released Truepenny.`;
      throw conflict("migration_changed", sentence);
    }),
  );
}

/** True for a database without any table, false for a house in which nobody lives yet; any other is left alone. */
async function makeSure(client: pg.Client, { migrations }: Head): Promise<boolean> {
  const names = (await tablesOf(client)).map(({ name }) => name);
  if (names.length === 0) return true;
  const used = "This database holds tables already, and not as the backup has them. Name an empty one.";
  if (!names.includes("migrations") || !names.includes("workspaces")) throw conflict("database_used", used);
  const { rowCount } = await client.query("select from workspaces limit 1");
  if (rowCount) {
    const sentence = "A workspace lives here already. Restore into an empty database or data folder, then compare.";
    throw conflict("workspace_lives", sentence);
  }
  const { rows } = await client.query<Head["migrations"][number]>("select name, digest from migrations order by name");
  const isSame = JSON.stringify(rows) === JSON.stringify(migrations.map(({ name, digest }) => ({ name, digest })));
  if (!isSame) throw conflict("database_used", used);
  return false;
}

/** As `migrate` makes it, one after the other; what came after the backup is left to the next start. */
async function makeSchema(client: pg.Client, texts: string[]): Promise<void> {
  await client.query(
    "create table migrations (name text primary key, digest text not null, applied_at timestamptz(3) not null default now())",
  );
  for (const text of texts) await client.query(text);
}

/** Reads back what was written: every row of every table, journal and heads with the rest, is as it was. */
async function compare(client: pg.Client, was: End["tables"]): Promise<void> {
  const tables = await tablesOf(client);
  const missing = Object.keys(was).filter((name) => !tables.some((table) => table.name === name));
  const wrong = [...missing];
  for (const table of tables) {
    const count = countContents();
    for await (const lines of linesOf(client, table)) count.add(lines);
    const { rows, sha256 } = count.contents();
    if (was[table.name]?.rows !== rows || was[table.name]?.sha256 !== sha256) wrong.push(quoted(table.name));
  }
  if (wrong.length > 0) throw new Error(`what was restored differs from the backup: ${wrong.join(", ")}`);
}
