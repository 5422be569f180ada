import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readlinkSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { lockFile } from "./embedded-postmaster.ts";

const fastSeconds = 10;

/**
 * Makes the cluster free to be started by its new owner. Its former owner is dead, so a server that still runs is an
 * orphan, mostly on its way out already: it is stopped, since its settings and its guard are not ours.
 */
export async function clearTheWay(cluster: string, log: (line: string) => void): Promise<void> {
  const pid = Number(lockFile(cluster)[0]);
  if (!pid || !isAlive(pid)) return;
  if (!isServerOf(cluster, pid)) return takeOverNumber(cluster);
  log(`Stopping the PostgreSQL server (process ${pid}) that a former owner of the data left behind.`);
  const deadline = Date.now() + fastSeconds * 1000;
  for (let signal: NodeJS.Signals | 0 = "SIGINT"; isServerOf(cluster, pid); signal = 0) {
    process.kill(pid, Date.now() > deadline ? "SIGQUIT" : signal);
    await sleep(10);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** A number alone proves nothing: after a restart of the machine it belongs to any process. */
function isServerOf(cluster: string, pid: number): boolean {
  try {
    if (!existsSync("/proc/self/comm")) {
      return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).includes(cluster);
    }
    const name = readFileSync(`/proc/${pid}/comm`, "utf8").trim();
    return name === "postgres" && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}

/**
 * The number in the lock file belongs to a stranger now, and PostgreSQL would refuse to start beside it. We put ours
 * in its place: PostgreSQL never takes its parent for a server, yet still makes sure that no session of the dead server
 * holds the shared memory that the file names; removing the file would lose that.
 */
function takeOverNumber(cluster: string): void {
  const [, ...rest] = lockFile(cluster);
  writeFileSync(join(cluster, "postmaster.pid"), [process.pid, ...rest].join("\n"));
}
