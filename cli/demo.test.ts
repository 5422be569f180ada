import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { createCustomer } from "#app/customers/actions.ts";
import { findWorkspace } from "#app/workspaces/store.ts";
import { instant } from "#base/instant.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { pg } from "#engine/db/types.ts";
import { freshDatabase, testSecret } from "#test/harness/database.ts";
import { newWorkspace } from "#test/harness/workspace.ts";

const { db, owner } = await freshDatabase();
const { host, port, user, database } = owner;
const program = new URL("truepenny.ts", import.meta.url).pathname;
const environment = {
  PATH: process.env.PATH,
  DATABASE_URL: `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(String(host))}`,
  TRUEPENNY_SECRET: testSecret,
};

async function truepenny(...words: string[]) {
  const child = spawn(process.execPath, [program, ...words], { env: environment });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { code, out, err };
}

/** How many rows each table has, of everybody who comes in and of every workspace. */
async function rowsOf(): Promise<Record<string, number>> {
  const client = new pg.Client(owner);
  await client.connect();
  const { rows: tables } = await client.query(
    "select schemaname || '.' || tablename as name from pg_tables where schemaname in ('public', 'auth')",
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    counts[name] = (await client.query(`select count(*)::int as count from ${name}`)).rows[0].count;
  }
  await client.end();
  return counts;
}

test("a demo stands beside a business, is marked, proves, and goes away without a trace of it", async () => {
  const { workspaceId, member } = await newWorkspace(db);
  await inWorkspace(db, workspaceId, (tx) =>
    createCustomer(tx, workspaceId, member, { kind: "person", name: "Marta" }, instant("2026-11-24T09:00:00Z")),
  );
  const before = await rowsOf();
  const made = await truepenny("demo", "--seed", "3", "--promises", "10", "--json");
  assert.equal(made.code, 0, made.err);
  assert.match(made.err, /\d+ % of half a year/);
  const { password, workspaces } = JSON.parse(made.out);
  assert.match(password, /^\S{12}$/);
  for (const { workspace_id: id, promises, proprietor } of workspaces) {
    const found = await inWorkspace(db, id, (tx) => findWorkspace(tx, id));
    assert.deepEqual([found?.isDemo, found?.name.endsWith("(demo)")], [true, true]);
    assert.ok(promises > 10);
    assert.match(proprietor, /^\w+@\w+\.example$/);
  }
  assert.equal((await inWorkspace(db, workspaceId, (tx) => findWorkspace(tx, workspaceId)))?.isDemo, false);
  const verified = await truepenny("verify");
  assert.equal(verified.code, 0, verified.err);
  const again = await truepenny("demo", "--json");
  assert.deepEqual([again.code, JSON.parse(again.err).code], [1, "demo_there"]);
  const removed = await truepenny("demo", "--remove", "--json");
  assert.equal(JSON.parse(removed.out).removed.length, 3);
  assert.deepEqual(await rowsOf(), before);
});

test("where there is no demo there is nothing to remove, and a seed is a number", async () => {
  assert.match((await truepenny("demo", "--remove")).out, /There is no demo here/);
  assert.equal((await truepenny("demo", "--seed", "often")).code, 2);
});
