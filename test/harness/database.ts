import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { after } from "node:test";
import { newId } from "#base/id.ts";
import { type Connection, type Database, openDatabase } from "#engine/db/database.ts";
import { migrate } from "#engine/db/migrate.ts";
import { roleConnections } from "#engine/db/roles.ts";
import { pg } from "#engine/db/types.ts";
import { testCluster } from "./cluster.ts";

/** The key that test databases are made with. */
export const testSecret = "a secret for tests only";

/** A database of its own for the test file that asks, cloned from the migrated template and dropped after its tests. */
export async function freshDatabase(): Promise<{
  db: Database;
  owner: Connection;
  app: Connection;
  clock: Connection;
}> {
  const cluster = await testCluster();
  const name = `test_${newId().replaceAll("-", "")}`;
  const template = await templateOf(cluster);
  await asAdmin(cluster, (client) => client.query(`create database ${name} template ${template} strategy file_copy`));
  const owner = { ...cluster, database: name };
  const { app, clock, auth } = roleConnections(owner, testSecret);
  const db = openDatabase({ app, clock, auth, connections: 8 });
  after(async () => {
    await db.close();
    await asAdmin(cluster, (client) => client.query(`drop database ${name} with (force)`));
  });
  return { db, owner, app, clock };
}

/** Migrated once per version of the migrations, by whichever test file comes first; the others wait for it. */
async function templateOf(cluster: Connection): Promise<string> {
  const folder = new URL("../../db/migrations/", import.meta.url);
  const digest = createHash("sha256");
  for (const file of (await readdir(folder)).sort()) digest.update(await readFile(new URL(file, folder)));
  const name = `template_${digest.digest("hex").slice(0, 16)}`;
  await asAdmin(cluster, async (client) => {
    await client.query("select pg_advisory_lock(hashtext('truepenny test template'))");
    const { rows } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rows.length > 0) return;
    const making = `${name}_making`;
    await client.query(`drop database if exists ${making} with (force)`);
    await client.query(`create database ${making}`);
    await migrate({ ...cluster, database: making }, testSecret);
    await client.query(`alter database ${making} rename to ${name}`);
  });
  return name;
}

async function asAdmin<T>(cluster: Connection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(cluster);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
