import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import type { Connection } from "#engine/db/database.ts";
import { readOwner } from "#engine/db/embedded-lock.ts";
import { roleConnections } from "#engine/db/roles.ts";

/** The real house in a process and a data folder of its own, with the embedded PostgreSQL as customers have it. */
export type BenchHouse = {
  url: string;
  dataFolder: string;
  pid: number;
  owner: Connection;
  app: Connection;
  clock: Connection;
  /** From the command until it answered. */
  startSeconds: number;
  restart: () => Promise<BenchHouse>;
  stop: () => Promise<void>;
};

const command = join(import.meta.dirname, "../../truepenny");

export async function startBenchHouse(
  dataFolder = mkdtempSync(join(tmpdir(), "truepenny-bench-")),
): Promise<BenchHouse> {
  const begun = performance.now();
  const { DATABASE_URL, SMTP_URL, PUBLIC_URL, ...rest } = process.env;
  // The Node that we run on, which then needs no second process of the one fetched for older ones.
  const PATH = [dirname(process.execPath), rest.PATH].join(delimiter);
  const env = { ...rest, PATH, TRUEPENNY_DATA: dataFolder, PORT: "0", LOG_LEVEL: "warn" };
  const server = spawn(command, ["serve"], { env, stdio: ["ignore", "pipe", "inherit"] });
  // A bench that fails must not leave a house behind, which would hold whoever waits for the end of its words.
  const end = () => server.kill("SIGKILL");
  process.once("exit", end);
  server.once("exit", () => process.off("exit", end));
  const url = await readyAt(server);
  await fetch(`${url}/healthz`);
  const startSeconds = (performance.now() - begun) / 1000;
  const owner = readOwner(dataFolder)?.connection;
  if (!owner || !server.pid) throw new Error("the house started and left no word of its database");
  const secret = readFileSync(join(dataFolder, "secret"), "utf8").trim();
  const close = async () => {
    const gone = once(server, "exit");
    server.kill("SIGTERM");
    await gone;
  };
  return {
    url,
    dataFolder,
    pid: server.pid,
    owner,
    ...roleConnections(owner, secret),
    startSeconds,
    restart: async () => {
      await close();
      return startBenchHouse(dataFolder);
    },
    stop: async () => {
      if (server.exitCode === null) await close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function readyAt(server: ChildProcess): Promise<string> {
  if (!server.stdout) throw new Error("nothing can be read from the house");
  for await (const line of createInterface({ input: server.stdout })) {
    const [, url] = /^ready (\S+)$/.exec(line) ?? [];
    if (url) return url;
  }
  throw new Error("the house did not start");
}
