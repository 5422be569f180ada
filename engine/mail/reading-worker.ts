import { parentPort, workerData } from "node:worker_threads";
import { parsed } from "./parsed.ts";
import type { OnTheWire } from "./read-mail.ts";

/** One mail, in a thread that may be ended at any time. */
const { saidAt, ...read } = await parsed(workerData as Uint8Array);
const answer: OnTheWire = { ...read, saidAt: saidAt?.epochMilliseconds ?? null };
parentPort?.postMessage(answer);
