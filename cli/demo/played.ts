import { parentPort, workerData } from "node:worker_threads";
import { instant } from "#base/instant.ts";
import type { Connection } from "#engine/db/database.ts";
import { inOneTransaction } from "#engine/db/one-transaction.ts";
import { businesses } from "./businesses.ts";
import { play, still } from "./play.ts";

export type Task = { name: string; seed: number; count: number; now: string; secret: string; app: Connection };
export type News = { share: number } | { promises: number; workspaceId: string };

// One business to a thread: what takes the time is arithmetic, and a machine has more than one core for it.
const { name, now, app, ...wanted } = workerData as Task;
const business = businesses.find((one) => one.name === name);
if (!business) throw new Error(`there is no business called ${name}`);
const tell = (news: News) => parentPort?.postMessage(news);
const onProgress = (share: number) => tell({ share });
const { promises, workspaceId } = await inOneTransaction(app, still, (db) =>
  play(db, business, { ...wanted, now: instant(now), onProgress }),
);
tell({ promises, workspaceId });
