import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { Instant } from "#base/instant.ts";
import { isHeavy } from "./bounds.ts";
import { parsed } from "./parsed.ts";
import type { ReadMail } from "./read.ts";

const patienceMs = 10_000;
const beginning = 256 * 1024;

/**
 * Reads what came over the wire, whatever it is: never throws, opens no archive, and gives no markup back. What it cannot
 * read stays with the bytes, which the caller keeps. A mail that would hold up this thread is read in one of its own, with
 * a bound on memory and time; one that takes too much even there is read as far as its beginning goes.
 */
export async function readMail(raw: Uint8Array): Promise<ReadMail> {
  if (!isHeavy(raw)) return parsed(raw);
  const read = await readApart(raw);
  if (read) return read;
  const first = await parsed(raw.subarray(0, raw.indexOf(10, beginning / 8) + 1 || beginning));
  return { ...first, troubles: [...new Set([...first.troubles, "too_long" as const])] };
}

async function readApart(raw: Uint8Array): Promise<ReadMail | null> {
  const worker = new Worker(new URL("reading-worker.ts", import.meta.url), {
    workerData: raw,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  const enough = setTimeout(() => void worker.terminate(), patienceMs);
  try {
    // Whichever comes first: its answer, its end without one, or what it fails by.
    const [said] = await Promise.race([once(worker, "message"), once(worker, "exit")]);
    return typeof said === "number" ? null : fromWire(said);
  } catch {
    return null;
  } finally {
    clearTimeout(enough);
    await worker.terminate();
  }
}

/** An instant does not travel between threads. */
export type OnTheWire = Omit<ReadMail, "saidAt"> & { saidAt: number | null };

function fromWire({ saidAt, ...read }: OnTheWire): ReadMail {
  return { ...read, saidAt: saidAt === null ? null : new Instant(saidAt) };
}
