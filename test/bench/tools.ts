import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Connection } from "#engine/db/database.ts";

const run = promisify(execFile);

/** What came of some seconds of load. */
export type Load = { perSecond: number; p50Ms: number; p95Ms: number; p99Ms: number };

/** A file of limit/ with what its `:names` stand for. */
export type Statements = {
  file: string;
  names: Record<string, string | number>;
  connections: number;
  /** As the role that serves requests, behind Row Level Security, unless it is the owner who asks. */
  as?: "owner";
};

/** How each role comes to the database. */
export type Doors = { app: Connection; owner: Connection };

/** Requests sent one after the other, then from the beginning, by so many connections at once. */
export type Requests = {
  apiKey?: string;
  list: { method: string; path: string; body?: unknown }[];
  connections: number;
};

/** Fetches wrk and pgbench from Debian's packages where they are not there. */
export async function fetchTools(): Promise<void> {
  const absent: string[] = [];
  for (const [tool, debian] of [
    ["wrk", "wrk"],
    ["pgbench", "postgresql"],
  ] as const) {
    if (!(await run("sh", ["-c", `command -v ${tool}`]).catch(() => null))) absent.push(debian);
  }
  if (absent.length === 0) return;
  process.stdout.write(`Fetching ${absent.join(" and ")} from Debian's packages …\n`);
  await run("apt-get", ["install", "-y", "--no-install-recommends", ...absent]).catch((problem) => {
    const sentence = `The bench needs wrk and pgbench, and they could not be installed. Do: apt-get install ${absent.join(" ")}`;
    throw new Error(sentence, { cause: problem });
  });
}

/** pgbench with prepared statements, for so many seconds. */
export async function pgbench(doors: Doors, statements: Statements, seconds: number): Promise<Load> {
  const folder = mkdtempSync(join(tmpdir(), "truepenny-pgbench-"));
  try {
    const to = doors[statements.as ?? "app"];
    const names = Object.entries(statements.names).flatMap(([name, value]) => ["-D", `${name}=${value}`]);
    const clients = ["-c", String(statements.connections), "-j", "1", "-T", String(seconds)];
    const log = ["--log", "--log-prefix", join(folder, "log")];
    const args = ["-n", "-M", "prepared", ...clients, ...log, ...names, "-f", fileOf(statements), String(to.database)];
    const password = typeof to.password === "string" ? to.password : "";
    const env = { ...process.env, PGHOST: to.host, PGPORT: String(to.port), PGUSER: to.user, PGPASSWORD: password };
    const { stdout } = await run("pgbench", args, { env });
    const perSecond = Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
    const lines = readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), "utf8").trim().split("\n"));
    const millis = lines.map((line) => Number(line.split(" ")[2]) / 1000).sort((a, b) => a - b);
    return { perSecond, p50Ms: at(millis, 0.5), p95Ms: at(millis, 0.95), p99Ms: at(millis, 0.99) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** wrk, for so many seconds. An answer that is no success makes the figures worthless: it throws. */
export async function wrk(url: string, requests: Requests, seconds: number): Promise<Load> {
  const folder = mkdtempSync(join(tmpdir(), "truepenny-wrk-"));
  try {
    const list = join(folder, "requests");
    writeFileSync(
      list,
      requests.list.map(({ method, path, body }) => `${method}\t${path}\t${written(body)}\n`).join(""),
    );
    const script = join(import.meta.dirname, "requests.lua");
    const load = ["-t1", `-c${requests.connections}`, `-d${seconds}s`, "--timeout", "30s"];
    const { stdout } = await run("wrk", [...load, "-s", script, url, "--", list, requests.apiKey ?? ""]);
    const said = JSON.parse(/^figures (.*)$/m.exec(stdout)?.[1] ?? "{}");
    if (said.failed !== 0) throw new Error(`${said.failed} requests failed: ${requests.list[0]?.path}\n${stdout}`);
    return said;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function fileOf({ file }: Statements): string {
  return join(import.meta.dirname, "limit", file);
}

/** The value below which this share of the sorted values lies. */
export function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function written(body: unknown): string {
  return body === undefined ? "" : JSON.stringify(body);
}
