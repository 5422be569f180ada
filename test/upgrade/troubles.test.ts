import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { type Connection, inWorkspace } from "#engine/db/database.ts";
import { migrate } from "#engine/db/migrate.ts";
import { freshDatabase, testSecret } from "#test/harness/database.ts";
import { describedBy } from "#test/harness/schema.ts";
import { newWorkspace } from "#test/harness/workspace.ts";
import { columnsOf, heldIn } from "./rows.ts";
import { allMigrations, ask, folderWith } from "./versions.ts";

const { db, owner } = await freshDatabase();
const { workspaceId } = await newWorkspace(db);
const names = allMigrations();
const next = "9999-a-later-one.sql";
const change = "alter table customers add column shoe_size integer not null default 43; delete from journal_texts;";

test("a migration that fails leaves everything as it was, names itself, and is done once it is mended", async () => {
  const before = await stands(owner);
  const failing = folderWith(names, { [next]: `${change} select 1 / 0;` });
  await assert.rejects(migrate(owner, testSecret, failing), /9999-a-later-one\.sql failed and was taken back/);
  assert.deepEqual(await stands(owner), before);
  assert.deepEqual(await migrate(owner, testSecret), [], "the old program goes on");
  await inWorkspace(db, workspaceId, (tx) => tx.selectFrom("customers").select("id").execute());

  const mended = folderWith(names, { [next]: "alter table customers add column shoe_size integer" });
  assert.deepEqual(await migrate(owner, testSecret, mended), [next]);
  await takeBack();
});

test("a migration killed in the middle leaves everything as it was, and the next start does it", async () => {
  const before = await stands(owner);
  const slow = folderWith(names, { [next]: `${change} select pg_sleep(300);` });
  const script = `import { migrate } from "#engine/db/migrate.ts";
    await migrate(${JSON.stringify(owner)}, ${JSON.stringify(testSecret)}, new URL(${JSON.stringify(slow.href)}));`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], { stdio: "inherit" });
  const sleeping = "select 1 from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'";
  while ((await ask(owner, sleeping)).length === 0) {
    assert.equal(child.exitCode, null);
    await sleep(20);
  }
  child.kill("SIGKILL");
  await once(child, "exit");

  // Not after five minutes: the server notices that nobody is there any more.
  const quick = folderWith(names, { [next]: "alter table customers add column shoe_size integer" });
  assert.deepEqual(await migrate(owner, testSecret), []);
  assert.deepEqual(await stands(owner), before);
  assert.deepEqual(await migrate(owner, testSecret, quick), [next]);
  await takeBack();
});

test("two that start at once after an upgrade run each migration once", async () => {
  const both = folderWith(names, { [next]: "create table shoes (size integer); select pg_sleep(0.2)" });
  const done = await Promise.all([migrate(owner, testSecret, both), migrate(owner, testSecret, both)]);
  assert.deepEqual(done.flat(), [next]);
  await ask(owner, "drop table shoes");
  await ask(owner, `delete from migrations where name = '${next}'`);
});

test("the data of a newer Truepenny is refused with the way out, and so is a history that was edited", async () => {
  const before = await stands(owner);
  const older = folderWith(names.slice(0, -1));
  await assert.rejects(migrate(owner, testSecret, older), {
    code: "database_newer",
    message: /made by a newer Truepenny \(it has .+\)\. Update the program, or restore an older backup\./,
  });
  const edited = folderWith(names, { [names[0] ?? ""]: "select 1" });
  await assert.rejects(migrate(owner, testSecret, edited), { code: "migration_changed", message: /never change/ });
  assert.deepEqual(await stands(owner), before);
});

/** The whole of a database: its schema and every row. */
async function stands(at: Connection) {
  const { schema } = await describedBy(at);
  const applied = await ask(at, "select name, digest from migrations order by name");
  return { schema, applied, held: await heldIn(at, await columnsOf(at)) };
}

async function takeBack(): Promise<void> {
  await ask(owner, "alter table customers drop column shoe_size");
  await ask(owner, `delete from migrations where name = '${next}'`);
}
