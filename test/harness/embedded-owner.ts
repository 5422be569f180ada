import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import pg from "pg";
import type { EmbeddedConnection } from "#engine/db/embedded-lock.ts";
import type { RootMode } from "#engine/db/embedded-seat.ts";

export const houseRoot = join(import.meta.dirname, "..", "..");

/** A folder of its own for the test file, where any account may go, gone after its tests. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "truepenny-test-"));
  chmodSync(folder, 0o755);
  after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

const owners: ChildProcess[] = [];
after(() => {
  for (const owner of owners) owner.kill("SIGKILL");
});

type Owner = { process: ChildProcess; connection: EmbeddedConnection };

/** Another process that starts the server of a data folder, by the launcher of a clone, and holds it until killed. */
export async function startOwner(dataFolder: string, clone = houseRoot, rootMode?: RootMode): Promise<Owner> {
  const launcher = pathToFileURL(join(clone, "engine/db/embedded.ts")).href;
  const code = `
    import { startEmbedded } from ${JSON.stringify(launcher)};
    const options = ${JSON.stringify({ dataFolder, rootMode })};
    const server = await startEmbedded({ ...options, log: () => {} });
    console.log(JSON.stringify(server.connection));
    setInterval(() => {}, 1000);`;
  const owner = spawn(process.execPath, ["--input-type=module", "-e", code, "serve"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  owners.push(owner);
  const [line]: string[] = await once(createInterface({ input: owner.stdout }), "line");
  return { process: owner, connection: JSON.parse(line ?? "") };
}

/** Kills a process as a power cut would, and waits until it is gone. */
export async function killHard(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

/** Asks one thing over a connection of its own. */
export async function ask(connection: pg.ClientConfig, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection);
  client.on("error", () => {}); // the servers here are killed on purpose
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The process id of the server as it wrote it down itself; 0 when it wrote none. */
export function serverPid(dataFolder: string): number {
  const file = join(dataFolder, "postgres", "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : 0;
}

/** Waits until something holds, and fails when it does not within so many seconds. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, seconds = 10): Promise<void> {
  for (const deadline = Date.now() + seconds * 1000; !(await holds()); await sleep(20)) {
    if (Date.now() > deadline) throw new Error(`still not so after ${seconds} seconds: ${what}`);
  }
}

/** Whether the server of a data folder runs, judged by its lock file and its process. */
export function isRunning(dataFolder: string): boolean {
  const pid = serverPid(dataFolder);
  return pid > 0 && existsSync(`/proc/${pid}`);
}
