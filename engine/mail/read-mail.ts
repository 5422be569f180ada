import { spawn } from "node:child_process";
import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { Instant } from "#base/instant.ts";
import { isHeavy } from "./bounds.ts";
import { parsed } from "./parsed.ts";
import type { AttachmentLine, ReadMail } from "./read.ts";

const program = fileURLToPath(new URL("reading-process.ts", import.meta.url));
const patienceMs = 10_000;
const beginning = 256 * 1024;

/**
 * Reads what came over the wire, whatever it is: never throws, opens no archive, and gives no markup back. What it cannot
 * read stays with the bytes, which the caller keeps. A mail that would hold up this process is read in one of its own, with
 * a bound on memory and time; one that takes too much even there is read as far as its beginning goes.
 */
export async function readMail(raw: Uint8Array): Promise<ReadMail> {
  if (!isHeavy(raw)) return parsed(raw);
  const read = await inLine(() => readApart(raw));
  if (read) return read;
  const first = await parsed(raw.subarray(0, raw.indexOf(10, beginning / 8) + 1 || beginning));
  return { ...first, troubles: [...new Set([...first.troubles, "too_long" as const])] };
}

const lines: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()];
let turn = 0;

/** Two at a time, since each may take as much memory as it is given. */
function inLine<T>(work: () => Promise<T>): Promise<T> {
  const place = turn++ % lines.length;
  const done = (lines[place] ?? Promise.resolve()).then(work);
  lines[place] = done.catch(() => undefined);
  return done;
}

async function readApart(raw: Uint8Array): Promise<ReadMail | null> {
  // Not a thread: one that needs too much at once takes the whole process with it, whatever its own bound is.
  const child = spawn(process.execPath, ["--max-old-space-size=256", program], {
    stdio: ["pipe", "pipe", "ignore"],
    env: {},
    timeout: patienceMs,
    killSignal: "SIGKILL",
  });
  child.stdin.on("error", () => undefined); // it may end before it has heard all
  child.stdin.end(raw);
  try {
    const [said, [code]] = await Promise.all([buffer(child.stdout), once(child, "close")]);
    return code === 0 ? fromWire(said) : null;
  } catch {
    return null;
  }
}

/** An instant does not travel between processes; the files follow behind the first line, one after the other. */
export type OnTheWire = Omit<ReadMail, "saidAt" | "attachments"> & {
  saidAt: number | null;
  attachments: Omit<AttachmentLine, "content">[];
};

function fromWire(said: Buffer): ReadMail {
  const end = said.indexOf(10);
  const { saidAt, attachments, ...read }: OnTheWire = JSON.parse(said.subarray(0, end).toString());
  let at = end + 1;
  const withContent = attachments.map((line) => {
    const from = at;
    at += line.bytes;
    return { ...line, content: said.subarray(from, at) };
  });
  return { ...read, attachments: withContent, saidAt: saidAt === null ? null : new Instant(saidAt) };
}
