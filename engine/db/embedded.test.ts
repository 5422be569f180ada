import assert from "node:assert/strict";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { Refusal } from "#base/refusal.ts";
import { ask, isRunning, temporaryFolder } from "#test/harness/embedded-owner.ts";
import { type Embedded, joinEmbedded, startEmbedded } from "./embedded.ts";

const folder = temporaryFolder();
const log = () => {};

test("what was written is there after a stop and a second start, which is quick", async () => {
  const options = { dataFolder: join(folder, "kept"), log };
  const first = await startEmbedded(options);
  await ask(first.connection, "create table words as select 'yes' as said");
  await first.stop();

  const begin = performance.now();
  const second = await startEmbedded(options);
  const milliseconds = performance.now() - begin;
  assert.deepEqual(await ask(second.connection, "select said from words"), [{ said: "yes" }]);
  await second.stop();
  assert.ok(milliseconds < 1500, `the second start took ${Math.round(milliseconds)} ms`);
});

describe("a running server", () => {
  const dataFolder = join(folder, "running");
  let server: Embedded;
  before(async () => {
    server = await startEmbedded({ dataFolder, log });
  });
  after(() => server.stop());

  test("waits for the disk, checks its pages, and sorts and tells the time alike on every machine", async () => {
    const names = ["fsync", "synchronous_commit", "full_page_writes", "data_checksums", "server_encoding", "timezone"];
    const shown = names.map((name) => `current_setting('${name}') as ${name}`).join(", ");
    const [settings] = await ask(server.connection, `select ${shown}`);
    const on = { fsync: "on", synchronous_commit: "on", full_page_writes: "on", data_checksums: "on" };
    assert.deepEqual(settings, { ...on, server_encoding: "UTF8", timezone: "UTC" });
    const [locale] = await ask(server.connection, "select datlocprovider, datlocale from pg_database limit 1");
    assert.deepEqual(locale, { datlocprovider: "b", datlocale: "C.UTF-8" });
  });

  test("can be reached by its owner alone: a socket in a private folder and no port", async () => {
    const { mode, uid } = statSync(server.connection.host);
    assert.deepEqual([mode & 0o777, uid], [0o700, statSync(join(dataFolder, "postgres")).uid]);
    assert.equal(statSync(join(server.connection.host, ".s.PGSQL.5432")).mode & 0o077, 0);
    assert.deepEqual(await ask(server.connection, "show listen_addresses"), [{ listen_addresses: "" }]);
  });

  test("is not started twice: the second one is refused and told who has it", async () => {
    await assert.rejects(startEmbedded({ dataFolder, log }), (error) => {
      assert.ok(error instanceof Refusal);
      assert.equal(error.code, "data_in_use");
      assert.ok(error.message.includes(`process ${process.pid}`), error.message);
      return true;
    });
  });

  test("is joined by a command, which leaves it running", async () => {
    const joined = await joinEmbedded({ dataFolder, log });
    assert.deepEqual(joined.connection, server.connection);
    await joined.stop();
    assert.deepEqual(await ask(server.connection, "select 1 as one"), [{ one: 1 }]);
  });
});

test("a command alone has a server for as long as it runs", async () => {
  const dataFolder = join(folder, "alone");
  const command = await joinEmbedded({ dataFolder, log });
  assert.deepEqual(await ask(command.connection, "select 1 as one"), [{ one: 1 }]);
  await command.stop();
  assert.equal(isRunning(dataFolder), false);
});

test("the command that brought the server waits for those that joined it, and lets no new one in", async () => {
  const dataFolder = join(folder, "together");
  const first = await joinEmbedded({ dataFolder, log });
  const second = await joinEmbedded({ dataFolder, log });
  const leaving = first.stop();
  assert.deepEqual(await ask(second.connection, "select 1 as one"), [{ one: 1 }]);
  const third = joinEmbedded({ dataFolder, log });
  await second.stop();
  await leaving;
  assert.deepEqual(await ask((await third).connection, "select 1 as one"), [{ one: 1 }]);
  await (await third).stop();
});

test("three commands at once on a new folder: one makes the data, the others join it", async () => {
  const dataFolder = join(folder, "at-once");
  const commands = await Promise.all([1, 2, 3].map(() => joinEmbedded({ dataFolder, log })));
  for (const command of commands) assert.deepEqual(await ask(command.connection, "select 1 as one"), [{ one: 1 }]);
  await Promise.all(commands.map((command) => command.stop()));
  assert.equal(isRunning(dataFolder), false);
});

for (const [version, code] of [
  ["99", "data_newer"],
  ["9.6", "data_older"],
] as const) {
  test(`data of PostgreSQL ${version} is refused with the way out, and not touched`, async () => {
    const dataFolder = join(folder, code);
    await (await startEmbedded({ dataFolder, log })).stop();
    writeFileSync(join(dataFolder, "postgres", "PG_VERSION"), `${version}\n`);
    await assert.rejects(
      startEmbedded({ dataFolder, log }),
      (error) => error instanceof Refusal && error.code === code,
    );
    writeFileSync(join(dataFolder, "postgres", "PG_VERSION"), "18\n");
    await (await startEmbedded({ dataFolder, log })).stop();
  });
}

test("a folder whose path is too long for a socket works like any other", async () => {
  const dataFolder = join(folder, "a-folder-with-quite-a-long-name".repeat(4));
  const server = await startEmbedded({ dataFolder, log });
  assert.ok(server.connection.host.length < 80);
  assert.equal(statSync(server.connection.host).mode & 0o777, 0o700);
  assert.deepEqual(await ask(server.connection, "select 1 as one"), [{ one: 1 }]);
  await server.stop();
});
