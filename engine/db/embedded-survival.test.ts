import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, beforeEach, describe, test } from "node:test";
import {
  ask,
  isRunning,
  killHard,
  serverPid,
  startOwner,
  temporaryFolder,
  until,
} from "#test/harness/embedded-owner.ts";
import { type Embedded, startEmbedded } from "./embedded.ts";

const folder = temporaryFolder();
const log = () => {};
const writeOne = "create table if not exists words (said text); insert into words values ('yes')";
const count = "select count(*)::int as written from words";

describe("when our own process is killed", () => {
  const dataFolder = join(folder, "killed");
  let owner: ChildProcess;
  let next: Embedded | undefined;
  beforeEach(async () => {
    await next?.stop();
    const started = await startOwner(dataFolder);
    owner = started.process;
    await ask(started.connection, writeOne);
  });
  after(() => next?.stop());

  test("the server stops by itself, soon and in order", async () => {
    await killHard(owner);
    await until("the server has stopped", () => !isRunning(dataFolder));
    const lines: string[] = [];
    next = await startEmbedded({ dataFolder, log: (line) => lines.push(line) });
    assert.match(lines.join("\n"), /database system was shut down at/);
    assert.deepEqual(await ask(next.connection, count), [{ written: 1 }]);
  });

  test("the very next start does not wait for that, and has what was written", async () => {
    await killHard(owner);
    next = await startEmbedded({ dataFolder, log });
    assert.deepEqual(await ask(next.connection, count), [{ written: 2 }]);
  });

  test("a server left alone, its watcher killed as well, is stopped by the next start", async () => {
    const orphan = serverPid(dataFolder);
    for (const watcher of watchersOf(orphan)) process.kill(watcher, "SIGKILL");
    await killHard(owner);
    assert.ok(isRunning(dataFolder));
    next = await startEmbedded({ dataFolder, log });
    assert.notEqual(serverPid(dataFolder), orphan);
    assert.deepEqual(await ask(next.connection, count), [{ written: 3 }]);
  });

  test("and the server with it, what was written is there all the same", async () => {
    process.kill(serverPid(dataFolder), "SIGKILL");
    await killHard(owner);
    next = await startEmbedded({ dataFolder, log });
    assert.deepEqual(await ask(next.connection, count), [{ written: 4 }]);
  });
});

test("a server that is killed under us comes back in the same place, with what was written", async () => {
  const dataFolder = join(folder, "comes-back");
  const server = await startEmbedded({ dataFolder, log });
  await ask(server.connection, writeOne);
  const killed = serverPid(dataFolder);
  process.kill(killed, "SIGKILL");
  await until("the server is back", () => serverPid(dataFolder) !== killed && answers(server));
  assert.deepEqual(await ask(server.connection, count), [{ written: 1 }]);
  await server.stop();
  assert.equal(isRunning(dataFolder), false);
});

test("a lock file whose number is a stranger's now, as after a power cut, is no obstacle", async () => {
  const dataFolder = join(folder, "stranger");
  await (await startEmbedded({ dataFolder, log })).stop();
  const stranger = spawn("sleep", ["60"], { stdio: "ignore" });
  after(() => stranger.kill());
  const lines = [stranger.pid, join(dataFolder, "postgres"), "1700000000", 5432, join(dataFolder, "socket"), "", ""];
  writeFileSync(join(dataFolder, "postgres", "postmaster.pid"), lines.join("\n"));
  mkdirSync(join(dataFolder, "socket"), { mode: 0o700 });
  writeFileSync(join(dataFolder, "socket", ".s.PGSQL.5432.lock"), lines.join("\n"));
  const server = await startEmbedded({ dataFolder, log });
  assert.deepEqual(await ask(server.connection, "select 1 as one"), [{ one: 1 }]);
  await server.stop();
  assert.equal(stranger.exitCode ?? stranger.signalCode, null);
});

test("a first start killed half-way leaves nothing in the way of the next", async () => {
  const dataFolder = join(folder, "half-made");
  mkdirSync(dataFolder);
  const drafts = () => readdirSync(dataFolder).filter((name) => name.startsWith("cluster.new-"));
  const first = startOwner(dataFolder).then(({ process }) => process);
  first.catch(() => {});
  await until("the cluster is half made", () =>
    drafts().some((name) => readdirSync(join(dataFolder, name)).length > 3),
  );
  const launcher = Number(JSON.parse(readFileSync(join(dataFolder, "server.json"), "utf8")).pid);
  process.kill(launcher, "SIGKILL");
  const server = await startEmbedded({ dataFolder, log });
  assert.deepEqual(await ask(server.connection, "select 1 as one"), [{ one: 1 }]);
  await server.stop();
  await (await startEmbedded({ dataFolder, log })).stop();
  assert.deepEqual(drafts(), []);
});

async function answers(server: Embedded): Promise<boolean> {
  try {
    await ask(server.connection, "select 1");
    return true;
  } catch {
    return false;
  }
}

/** The shells that would stop the server: theirs is the one command line that ends with its number. */
function watchersOf(server: number): number[] {
  const commandLine = (pid: string) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    } catch {
      return ""; // it ended meanwhile
    }
  };
  const watchers = readdirSync("/proc").filter((pid) => commandLine(pid).endsWith(`\0sh\0${server}\0`));
  assert.equal(watchers.length, 1);
  return watchers.map(Number);
}
