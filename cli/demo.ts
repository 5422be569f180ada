import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { conflict } from "#base/refusal.ts";
import { addressOf } from "#cli/demo/address.ts";
import { businesses } from "#cli/demo/businesses.ts";
import { letIn } from "#cli/demo/letting-in.ts";
import type { News, Task } from "#cli/demo/played.ts";
import { findDemos, removeDemos } from "#engine/db/demos.ts";
import { roleConnections } from "#engine/db/roles.ts";
import { type Answer, command } from "./command.ts";
import { type OpenDatabase, withDatabase } from "./open-database.ts";
import { thisInstant } from "./read-input.ts";
import { UsageProblem } from "./refused.ts";

const options = {
  seed: { value: "number", says: "another number, another half year; 1 if not said otherwise" },
  promises: { value: "number", says: "how many in each business, more or less; 680 if not said otherwise" },
  remove: { says: "take the demo away again, and nothing else" },
} as const;

export const demoCommand = command(
  { name: "demo", summary: "Makes half a year of three believable businesses to look at, or removes them", options },
  async (given): Promise<Answer> => {
    const [seed, count] = [wholeNumber("seed", given.seed, 1), wholeNumber("promises", given.promises, 680)];
    return withDatabase((opened) => (given.remove ? remove(opened) : make(opened, { seed, count })));
  },
);

async function remove({ owner }: OpenDatabase): Promise<Answer> {
  const removed = await removeDemos(owner);
  const words = removed.length > 0 ? `Removed: ${removed.join(", ")}.` : "There is no demo here.";
  return { json: { removed }, words };
}

async function make(
  { db, owner, secret }: OpenDatabase,
  { seed, count }: { seed: number; count: number },
): Promise<Answer> {
  if ((await findDemos(owner)).length > 0) {
    throw conflict("demo_there", "There is a demo already. Look at it, or say: truepenny demo --remove");
  }
  const { app } = roleConnections(owner, secret);
  const task = { seed, count, now: thisInstant().toString(), secret, app };
  const told = progress();
  try {
    const made = await Promise.all(
      businesses.map(({ name }) => playIn({ ...task, name }, (share) => told(name, share))),
    );
    const password = randomBytes(9).toString("base64url");
    for (const business of businesses) await letIn(db, business, password, thisInstant());
    return answerOf(made, password);
  } catch (problem) {
    // Of three businesses some may be there already: half a demo is none.
    await removeDemos(owner);
    throw problem;
  }
}

type Made = { workspaceId: string; promises: number };

/** Plays one business in a thread of its own. */
async function playIn(task: Task, onProgress: (share: number) => void): Promise<Made> {
  // The small room that keeps a server small would make a short life all sweeping.
  const resourceLimits = { maxYoungGenerationSizeMb: 64 };
  const worker = new Worker(new URL("demo/played.ts", import.meta.url), { workerData: task, resourceLimits });
  let made: Made | null = null;
  worker.on("message", (news: News) => {
    if ("share" in news) onProgress(news.share);
    else made = news;
  });
  // Rejects with what the thread threw.
  await once(worker, "exit");
  if (!made) throw new Error(`${task.name} came to no end`);
  return made;
}

function answerOf(made: readonly Made[], password: string): Answer {
  const all = businesses.map((business, n) => {
    const [proprietor, ...others] = business.people.map(({ name }) => addressOf(business, name));
    return { name: business.name, workspace_id: made[n]?.workspaceId, promises: made[n]?.promises, proprietor, others };
  });
  const lines = all.map(
    ({ name, promises, proprietor }) => `${name.padEnd(28)}${proprietor?.padEnd(28)}${promises} promises`,
  );
  const words = `Three businesses with half a year behind them are there. Sign in as one of their proprietors:

${lines.join("\n")}

Password for all of them   ${password}
It is shown only this once. Their mail goes nowhere. To take all of it away again: truepenny demo --remove`;
  return { json: { password, workspaces: all }, words };
}

/** How far the slowest is, on one line of a terminal, or every tenth of the way on a line of its own. */
function progress(): (name: string, share: number) => void {
  const shares = new Map<string, number>();
  let last = -1;
  return (name, share) => {
    shares.set(name, share);
    const percent = Math.floor(100 * Math.min(...businesses.map((one) => shares.get(one.name) ?? 0)));
    const step = process.stderr.isTTY ? 1 : 10;
    if (Math.floor(percent / step) <= last) return;
    last = Math.floor(percent / step);
    process.stderr.write(process.stderr.isTTY ? `\r${percent} % of half a year` : `${percent} % of half a year\n`);
  };
}

function wholeNumber(option: string, given: string | undefined, usual: number): number {
  if (given === undefined) return usual;
  if (/^\d{1,4}$/.test(given)) return Number(given);
  throw new UsageProblem(`--${option} is a whole number below 10000.`);
}
