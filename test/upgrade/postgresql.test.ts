import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, globSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { after, before, test } from "node:test";
import type { Connection } from "#engine/db/database.ts";
import { startEmbedded } from "#engine/db/embedded.ts";
import { makeSocketFolder } from "#engine/db/embedded-files.ts";
import { launch } from "#engine/db/embedded-postmaster.ts";
import { chooseSeat, runProgram } from "#engine/db/embedded-seat.ts";
import { migrate } from "#engine/db/migrate.ts";
import { openContractHouse } from "#test/harness/contract-house.ts";
import { testSecret } from "#test/harness/database.ts";
import { temporaryFolder } from "#test/harness/embedded-owner.ts";
import { columnsOf, fillFrom, heldIn } from "./rows.ts";
import { ask } from "./versions.ts";

const silent = () => {};
const files = temporaryFolder();
const dataFolder = join(files, "data");
const house = await openContractHouse();
await house.furnish("Kestrel");

// The oldest that this machine has: Debian's 15 where .ci/run installed it. Without any the move is between two of ours.
const [installed] = globSync("/usr/lib/postgresql/{15,16,17}/bin/postgres").toSorted();
const older = await startServer(installed?.replace("/bin/postgres", ""));
const first = await newDatabase("first");
const moved = await versionOf(older);

before(async () => {
  await migrate(first, testSecret);
  await fillFrom(house.owner, first);
});

test(`a house moves from PostgreSQL ${moved} to the embedded one, and back, with every row and every journal as it was`, async () => {
  const was = await heldIn(first, await columnsOf(first));
  assert.ok(Object.keys(was).length > 25 && !was["public.journal"]?.startsWith("0 "));

  await truepenny({ DATABASE_URL: urlOf(first) }, "backup", "--out", join(files, "there.backup"));
  const here = { TRUEPENNY_DATA: dataFolder, TRUEPENNY_SECRET: "" };
  const restored = await truepenny(here, "restore", "--from", join(files, "there.backup"));
  assert.equal(restored.is_whole, true);
  assert.deepEqual((await truepenny(here, "verify")).faults, []);
  const embedded = await startEmbedded({ dataFolder, log: silent });
  assert.equal(await versionOf(embedded.connection), 18);
  assert.deepEqual(await heldIn(embedded.connection, await columnsOf(embedded.connection)), was);
  await embedded.stop();

  await truepenny(here, "backup", "--out", join(files, "back.backup"));
  const second = await newDatabase("second");
  const back = { DATABASE_URL: urlOf(second) };
  assert.equal((await truepenny(back, "restore", "--from", join(files, "back.backup"))).is_whole, true);
  assert.deepEqual(await heldIn(second, await columnsOf(second)), was);
});

/** A PostgreSQL of that version, as an operator's own: with its usual settings, stopped after the tests. */
async function startServer(programs: string | undefined): Promise<Connection> {
  const seat = chooseSeat(temporaryFolder(), silent);
  const theirs = { ...seat, native: programs ?? seat.native };
  mkdirSync(seat.cluster, { mode: 0o700 });
  if (seat.account) chownSync(seat.cluster, seat.account.uid, seat.account.gid);
  await runProgram(theirs, "initdb", ["-D", seat.cluster, "--username=postgres", "--auth=trust", "--encoding=UTF8"]);
  const host = makeSocketFolder(seat);
  const running = await launch(theirs, { listen_addresses: "", unix_socket_directories: `"${host}"` }, silent);
  after(() => running.stop());
  return { host, port: 5432, user: "postgres", database: "postgres" };
}

async function newDatabase(database: string): Promise<Connection> {
  await ask(older, `create database ${database} template template0`);
  return { ...older, database };
}

async function versionOf(at: Connection): Promise<number> {
  const [{ version } = {}] = await ask(at, "select current_setting('server_version_num')::int / 10000 as version");
  return Number(version);
}

async function truepenny(settings: Record<string, string>, ...words: string[]) {
  const program = new URL("../../cli/truepenny.ts", import.meta.url).pathname;
  const env = { PATH: process.env.PATH, TRUEPENNY_SECRET: testSecret, ...settings };
  const child = spawn(process.execPath, [program, ...words, "--json"], { env, stdio: ["ignore", "pipe", "pipe"] });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  assert.equal(code, 0, err);
  return JSON.parse(out.trimEnd().split("\n").at(-1) ?? "");
}

function urlOf({ user, host, port, database }: Connection): string {
  return `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(String(host))}`;
}
