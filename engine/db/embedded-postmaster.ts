import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Socket } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { inSeat, type Seat } from "./embedded-seat.ts";

/** A running server. `gone` resolves when its process has ended, for whatever reason. */
export type Postmaster = { gone: Promise<unknown>; stop: () => Promise<void> };

// A server that died hard leaves sessions that hold its memory until they notice; recovery reads the whole log.
const retrySeconds = 20;

/** Starts the server of a cluster and resolves when it accepts connections. */
export async function launch(
  seat: Seat,
  settings: Record<string, string>,
  log: (line: string) => void,
): Promise<Postmaster> {
  const deadline = Date.now() + retrySeconds * 1000;
  for (;;) {
    const { child, lastLines } = spawnServer(seat, settings, log);
    const gone = once(child, "close");
    const quiet = endWithUs(child);
    if (await isReady(seat, child)) return { gone, stop: () => stop(child, gone, quiet) };
    quiet();
    await gone;
    const words = lastLines.join("\n");
    const passing = /lock file .* already exists|pre-existing shared memory block/.test(words);
    if (!passing || Date.now() > deadline) throw new Error(`PostgreSQL does not start:\n${words}`);
    await sleep(100);
  }
}

function spawnServer(seat: Seat, settings: Record<string, string>, log: (line: string) => void) {
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const [file, line, options] = inSeat(seat, join(seat.native, "bin", "postgres"), ["-D", seat.cluster, ...args]);
  // In a session of its own: Ctrl-C in a terminal must reach us and not the server, which we stop last.
  const child = spawn(file, line, { ...options, stdio: ["ignore", "ignore", "pipe"], detached: true });
  const lastLines: string[] = [];
  createInterface({ input: child.stderr }).on("line", (words) => {
    lastLines.push(words);
    if (lastLines.length > 20) lastLines.shift();
    log(words);
  });
  letExit(child, child.stderr);
  return { child, lastLines };
}

/**
 * Has the server stopped when this process dies, however it dies: a shell holds the other end of a pipe, and reads its
 * end only when we are gone. Answers a function that sends the shell home.
 */
function endWithUs(child: ChildProcess): () => void {
  const script = 'trap "" INT TERM HUP; read -r home || kill -INT "$1"';
  const watcher = spawn("/bin/sh", ["-c", script, "sh", String(child.pid)], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
    cwd: "/",
  });
  letExit(watcher, watcher.stdin);
  watcher.stdin.on("error", () => {}); // somebody killed the shell: the next start finds the server and stops it
  return () => watcher.stdin.end("home\n");
}

/** A program that has nothing left to do may end, and the server with it. */
function letExit(child: ChildProcess, pipe: Readable | Writable): void {
  child.unref();
  if (pipe instanceof Socket) pipe.unref();
}

/** The server writes its state into its lock file: asking there is quicker than trying to connect. */
async function isReady(seat: Seat, child: ChildProcess): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    const lines = lockFile(seat.cluster);
    if (Number(lines[0]) === child.pid && lines[7]?.startsWith("ready")) return true;
    await sleep(5);
  }
  return false;
}

export function lockFile(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}

// Fast shutdown ends every session, writes what is in memory and is done; a disk that hangs is not waited for.
const fastSeconds = 20;

async function stop(child: ChildProcess, gone: Promise<unknown>, sendWatcherHome: () => void): Promise<void> {
  child.ref();
  child.kill("SIGINT");
  const immediate = setTimeout(() => child.kill("SIGQUIT"), fastSeconds * 1000);
  await gone;
  clearTimeout(immediate);
  sendWatcherHome();
}
