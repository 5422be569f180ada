import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { plusSeconds } from "#base/instant.ts";
import { ask } from "#test/harness/embedded-owner.ts";
import { command, on } from "#test/harness/house.ts";
import { startMailServer } from "#test/harness/mail-server.ts";
import { audit, settle } from "./audit.ts";
import { openDesk } from "./desk.ts";
import { openKillableHouse } from "./killable-house.ts";
import { chosen, report, say } from "./report.ts";
import { mayMount, openSmallDisk } from "./small-disk.ts";
import { startWriters } from "./writers.ts";

if (mayMount()) {
  test("a full disk refuses writes with a clear word, loses nothing, and all goes on when there is room", onASmallDisk);
} else {
  // Whoever is not root of the machine may be root of a namespace, and mount there.
  test("a full disk, in a namespace of our own where we may mount one", () => {
    const { TRUEPENNY_TEST_CLUSTER, NODE_TEST_CONTEXT, ...env } = process.env;
    const again = ["--user", "--map-root-user", "--mount", process.execPath, import.meta.filename];
    const { status, stdout } = spawnSync("unshare", again, { env, encoding: "utf8" });
    assert.equal(status, 0, stdout || "neither may this user mount a disk, nor are user namespaces allowed here");
  });
}

async function onASmallDisk(): Promise<void> {
  const disk = openSmallDisk(224);
  const mail = await startMailServer();
  const environment = { TRUEPENNY_DATA: disk.folder, SMTP_URL: mail.url };
  const owner = { host: join(disk.folder, "socket"), port: 5432, user: "postgres", database: "postgres" };
  const house = await openKillableHouse(environment, on("Mon 10:00"));
  await house.untilItServes();
  const desk = await openDesk(house, environment);
  const { ledger, stop, untilMore } = startWriters(desk, { count: 4, seed: chosen.seed, pauseMs: 20 });
  await untilMore(chosen.load);

  disk.fill();
  await untilTold(ledger.troubles, "507 disk_full", 5);
  say(`full: ${JSON.stringify(ledger.troubles)} after ${ledger.writes.length} writes`);
  // Soon not even what is to be written into the log fits, and PostgreSQL ends itself rather than lose a word.
  await ask(owner, "select pg_switch_wal()").catch(() => undefined);
  await untilTold(ledger.troubles, "503 database_away", 20);
  say(`not even the log: ${JSON.stringify(ledger.troubles)}`);
  await aStartSaysWhy(house, environment);
  disk.clear();
  const cleared = performance.now();
  house.start();
  await house.untilItServes();
  await untilMore();
  const away = (performance.now() - cleared) / 1000;
  await untilMore(chosen.load);
  await stop();

  await settle({ owner }, house, plusSeconds(house.now(), 8 * 3600));
  const { logged } = house;
  const figures = await audit({ desk, ledger, logged, inbox: mail.inbox, owner, environment }, house.now());
  await house.stop();
  const told = { "refused: no room (507)": ledger.troubles["507 disk_full"] ?? 0 };
  report("disk full", { ...told, ...figures, "seconds until it took writes again": away.toFixed(1) });
}

async function untilTold(troubles: Record<string, number>, what: string, times: number): Promise<void> {
  const from = troubles[what] ?? 0;
  for (const deadline = Date.now() + 120_000; (troubles[what] ?? 0) < from + times; await sleep(50)) {
    assert.ok(Date.now() < deadline, `nobody was told ${what}: ${JSON.stringify(troubles)}`);
  }
}

/** Who starts it while there is no room learns that this is why. */
async function aStartSaysWhy(house: { kill: () => Promise<void> }, environment: Record<string, string>): Promise<void> {
  await house.kill();
  const { code, err } = await command(["migrate"], environment);
  say(`a command says: ${err.trim().split("\n").at(-1)}`);
  assert.equal(code, 1);
  assert.match(err, /no room left on the disk/);
}
