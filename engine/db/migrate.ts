import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { Refusal } from "#base/refusal.ts";
import type { Connection } from "./database.ts";
import { ensureRoles } from "./roles.ts";
import { pg } from "./types.ts";

const ours = new URL("../../db/migrations/", import.meta.url);

/**
 * Brings the database to this version: the roles, then every migration not yet applied, each in its own transaction,
 * one process at a time. A failing one leaves the state before it. Refuses a database of a newer version
 * (`database_newer`) and one whose history was edited (`migration_changed`). Returns the names applied now. Another
 * `folder` is another version of the house, for tests.
 */
export async function migrate(owner: Connection, secret: string, folder = ours): Promise<string[]> {
  const client = new pg.Client({ ...owner, application_name: "truepenny migrate" });
  await client.connect();
  try {
    // One that was killed lets go within a second, not when its statement is done. Some systems cannot notice.
    await client.query("set client_connection_check_interval = '1s'").catch(() => undefined);
    await client.query("select pg_advisory_lock(hashtext('truepenny migrations'))");
    await ensureRoles(client, owner, secret);
    await client.query(
      "create table if not exists migrations (name text primary key, digest text not null, applied_at timestamptz(3) not null default now())",
    );
    const pending = await pendingMigrations(client, folder);
    for (const { name, text, digest } of pending) await apply(client, name, text, digest);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function pendingMigrations(client: pg.Client, folder: URL) {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  const { rows } = await client.query<{ name: string; digest: string }>("select name, digest from migrations");
  const applied = new Map(rows.map((row) => [row.name, row.digest]));
  const unknown = rows.find((row) => !files.includes(row.name));
  if (unknown) {
    const sentence = `This database was made by a newer Truepenny (it has ${unknown.name}). Update the program, or restore an older backup.`;
    throw new Refusal("conflict", "database_newer", sentence);
  }
  const all = await Promise.all(
    files.map(async (name) => {
      const text = await readFile(new URL(name, folder), "utf8");
      return { name, text, digest: createHash("sha256").update(text).digest("hex") };
    }),
  );
  const changed = all.find(({ name, digest }) => applied.has(name) && applied.get(name) !== digest);
  if (changed) {
    const sentence = `The migration ${changed.name} is not the one this database was made with. Released migrations never change: add a new one.`;
    throw new Refusal("conflict", "migration_changed", sentence);
  }
  return all.filter(({ name }) => !applied.has(name));
}

async function apply(client: pg.Client, name: string, text: string, digest: string): Promise<void> {
  await client.query("begin");
  try {
    await client.query(text);
    await client.query("insert into migrations (name, digest) values ($1, $2)", [name, digest]);
    await client.query("commit");
  } catch (problem) {
    await client.query("rollback");
    throw new Error(`The migration ${name} failed and was taken back: ${String(problem)}`, { cause: problem });
  }
}
