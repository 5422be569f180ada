import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";

/**
 * A secret from wherever it was put: the flag, standard input, the environment, else the person at the terminal, who
 * sees nothing of what they type. Undefined where there is none of these.
 */
export async function readSecret(from: {
  flag: string | undefined;
  isOnStdin: boolean;
  environment: string;
  question: string;
}): Promise<string | undefined> {
  if (from.flag !== undefined) return from.flag;
  if (from.isOnStdin) return (await text(process.stdin)).replace(/\r?\n$/, "");
  const set = process.env[from.environment];
  if (set) return set;
  return process.stdin.isTTY && process.stderr.isTTY ? ask(from.question) : undefined;
}

async function ask(question: string): Promise<string | undefined> {
  process.stderr.write(question);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: unseen, terminal: true });
  try {
    return (await terminal.question("")) || undefined;
  } finally {
    terminal.close();
    process.stderr.write("\n");
  }
}
