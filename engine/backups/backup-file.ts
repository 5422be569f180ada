import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import * as z from "zod/mini";
import { invalid, Refusal } from "#base/refusal.ts";
import { codeOf } from "#engine/http/door-problem.ts";

/** Raised when lines change their meaning. */
export const format = 1;

/** The first line of a backup: who wrote it, from which state of the schema, and the key that everything hangs on. */
const head = z.object({
  truepenny_backup: z.literal(format),
  version: z.string(),
  made_at: z.string(),
  migrations: z.array(z.object({ name: z.string(), digest: z.string() })),
  secret: z.string(),
});
export type Head = z.output<typeof head>;

/** Before the rows of each table. */
const tableLine = z.object({ table: z.string(), columns: z.array(z.string()) });
export type TableLine = z.output<typeof tableLine>;

/** The last line: what each table holds, and SHA-256 of every line above. Without it, it is no whole backup. */
const end = z.object({
  end: z.literal(true),
  tables: z.record(z.string(), z.object({ rows: z.int(), sha256: z.string() })),
  sha256: z.string(),
});
export type End = z.output<typeof end>;

export type Backup = { head: Head; tables: End["tables"] };

/**
 * Reads a whole backup without keeping it and proves that every byte is there as it was written. Refuses
 * `backup_unreadable`, `not_a_backup`, `backup_cut` and `backup_damaged`.
 */
export async function checkBackup(path: string): Promise<Backup> {
  const hash = createHash("sha256");
  let first: string | undefined;
  let last: string | undefined;
  for await (const line of linesIn(path)) {
    if (last !== undefined) hash.update(last).update("\n");
    if (first === undefined) first = line;
    last = line;
  }
  const begins = readAs(head, first);
  if (!begins) throw notABackup();
  const ends = readAs(end, last);
  if (!ends) throw cut();
  if (ends.sha256 !== hash.digest("hex")) throw damaged();
  return { head: begins, tables: ends.tables };
}

/** The rows of each table, in the order of the file. Only of a file that was checked. */
export async function* rowsIn(path: string): AsyncGenerator<{ table: TableLine } | { row: string }> {
  for await (const line of linesIn(path)) {
    if (line.startsWith("[")) yield { row: line };
    else if (line.startsWith('{"table"')) yield { table: tableLine.parse(JSON.parse(line)) };
  }
}

async function* linesIn(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  const unzipped = createGunzip();
  file.on("error", (problem) => unzipped.destroy(problem)).pipe(unzipped);
  let rest = "";
  try {
    for await (const piece of unzipped.setEncoding("utf8")) {
      const lines = `${rest}${piece}`.split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
  } catch (problem) {
    throw explained(problem);
  } finally {
    file.destroy();
  }
  if (rest !== "") throw cut();
}

function readAs<S extends z.core.$ZodType>(schema: S, line: string | undefined): z.output<S> | null {
  try {
    return z.parse(schema, JSON.parse(line ?? ""));
  } catch {
    return null;
  }
}

function explained(problem: unknown): unknown {
  const code = codeOf(problem);
  if (problem instanceof Refusal || code === "") return problem;
  // Named so by zlib: the file ends before its data does; it does not begin as gzip does.
  if (code === "Z_BUF_ERROR") return cut();
  if (code === "Z_DATA_ERROR") return String(problem).includes("incorrect header check") ? notABackup() : damaged();
  const sentence = `The backup cannot be read (${code}): name a file that \`truepenny backup\` wrote.`;
  return invalid("backup_unreadable", sentence, "from");
}

function notABackup(): Refusal {
  return invalid("not_a_backup", "This is no backup of Truepenny: name a file that `truepenny backup` wrote.", "from");
}

function cut(): Refusal {
  const sentence = "This is only a part of a backup: its end is missing. Copy it again, or take an earlier one.";
  return invalid("backup_cut", sentence, "from");
}

function damaged(): Refusal {
  const sentence = "This backup is damaged: it is not what was written. Copy it again, or take an earlier one.";
  return invalid("backup_damaged", sentence, "from");
}
