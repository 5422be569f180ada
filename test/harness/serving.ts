import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { after } from "node:test";
import type { Connection } from "#engine/db/database.ts";
import { testSecret } from "./database.ts";

/** A process of the house: where it answers, and its end as exit code. */
export type Serving = { url: string; stop: () => Promise<number>; said: () => string };

const program = new URL("../../cli/truepenny.ts", import.meta.url).pathname;
const processes: ChildProcess[] = [];
after(() => {
  for (const each of processes) each.kill("SIGKILL");
});

/** Starts `truepenny serve` on that database, as an operator does; `said` is its log so far. */
export function startServing(owner: Connection, more: Record<string, string> = {}): Promise<Serving> {
  const { user, port, database, host } = owner;
  const url = `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(String(host))}`;
  return serveWith({ DATABASE_URL: url, TRUEPENNY_SECRET: testSecret, ...more });
}

/** Starts `truepenny serve` with nothing set but these, and a free port. */
export async function serveWith(settings: Record<string, string>): Promise<Serving> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, PORT: "0", ...settings };
  const child = spawn(process.execPath, [program, "serve"], { env, stdio: ["ignore", "pipe", "pipe"] });
  processes.push(child);
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const gone = once(child, "exit");
  const [line] = await Promise.race([once(createInterface(child.stdout), "line"), gone]);
  const [, address] = /^ready (\S+)$/.exec(String(line)) ?? [];
  if (!address) throw new Error(`it did not start: ${said}`);
  const stop = async () => {
    child.kill("SIGTERM");
    const [code] = await gone;
    return code;
  };
  return { url: address.replace("localhost", "127.0.0.1"), stop, said: () => said };
}
