import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { delimiter, dirname, join } from "node:path";
import { after } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Instant } from "#base/instant.ts";
import { houseRoot } from "#test/harness/embedded-owner.ts";

export type KillableHouse = Awaited<ReturnType<typeof openKillableHouse>>;

const script = fileURLToPath(new URL("./house-process.ts", import.meta.url));
// Two cores that run other tests as well, and a database that recovers.
const patienceSeconds = 120;
const NODE_COMPILE_CACHE = join(houseRoot, ".runtime", "compiled");

/**
 * The house in a process of its own, always at the same address, which can be killed, paused and started again. Its clock
 * runs, `from` that instant on. What it logs as errors is kept, so that a test can look for bugs.
 */
export async function openKillableHouse(environment: Record<string, string>, from: Instant) {
  const port = environment.PORT ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const logged: string[] = [];
  let aheadMs = from.epochMilliseconds - Date.now();
  let child: ChildProcess | null = null;

  function start(): void {
    const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
    const usual = { PATH, HOME: process.env.HOME, NODE_COMPILE_CACHE, LOG_LEVEL: "error" };
    const env = { ...usual, PUBLIC_URL: url, PORT: port, ...environment };
    const started = spawn(process.execPath, [script, String(aheadMs)], {
      env,
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    started.on("error", () => undefined); // a word to a process that was killed meanwhile
    started.stderr?.on("data", (words) => logged.push(...String(words).split("\n").filter(Boolean)));
    child = started;
  }

  /** Waits until it serves; gives after how many seconds. A house that ended by itself is no house. */
  async function untilItServes(seconds = patienceSeconds): Promise<number> {
    const from = performance.now();
    const waited = () => (performance.now() - from) / 1000;
    while (waited() < seconds) {
      const isReady = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
        (answer) => answer.ok,
        () => false,
      );
      if (isReady) return waited();
      if (child?.exitCode !== null) throw new Error(`the house ended by itself:\n${logged.slice(-5).join("\n")}`);
      await sleep(20);
    }
    throw new Error(`the house does not serve after ${seconds} seconds:\n${logged.slice(-5).join("\n")}`);
  }

  async function end(how: NodeJS.Signals | "in order"): Promise<void> {
    const ending = child;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const gone = once(ending, "exit");
    if (how === "in order") ending.send("stop");
    else ending.kill(how);
    await gone;
  }

  after(() => end("SIGKILL"));
  start();
  return {
    url,
    logged,
    start,
    untilItServes,
    now: () => new Instant(Date.now() + aheadMs),
    /** Sets its clock, forward or back. */
    step: (seconds: number) => {
      aheadMs += seconds * 1000;
      child?.send({ aheadMs });
    },
    kill: () => end("SIGKILL"),
    stop: () => end("in order"),
    pause: () => child?.kill("SIGSTOP"),
    wake: () => child?.kill("SIGCONT"),
    /** Has it ended by itself? */
    hasEnded: () => child?.exitCode !== null,
  };
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return String(typeof address === "object" ? address?.port : "");
}
