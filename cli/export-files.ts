import { existsSync } from "node:fs";
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { csvLine } from "#base/csv.ts";
import { invalid } from "#base/refusal.ts";
import { codeOf } from "#engine/http/door-problem.ts";

type Work<T> = (write: (line: string) => Promise<void>) => Promise<T>;

const mostWaiting = 65_536;

/**
 * The lines that `work` writes, in one file that only its owner may read. It has its name once it is whole: what was
 * stopped half-way, however it was stopped, leaves no export. Refuses `file_exists` and `file_not_made`.
 */
export async function intoFile<T>(path: string, work: Work<T>): Promise<T> {
  return whole(path, async (draft) => {
    const file = await sink(draft);
    try {
      return await work((line) => file.write(`${line}\n`));
    } finally {
      await file.close();
    }
  });
}

/** The same as tables: a folder with one file for each type, whose first line names the fields. */
export async function intoTables<T>(path: string, work: Work<T>): Promise<T> {
  return whole(path, async (draft) => {
    await mkdir(draft, { mode: 0o700 }).catch(notMade);
    const tables = new Map<string, { names: string[]; file: Awaited<ReturnType<typeof sink>> }>();
    const begin = async (type: string, names: string[]) => {
      const table = { names, file: await sink(join(draft, `${type}.csv`)) };
      tables.set(type, table);
      await table.file.write(csvLine(names));
      return table;
    };
    const write = async (line: string) => {
      const { type, ...row }: { type: string } & Record<string, unknown> = JSON.parse(line);
      const { names, file } = tables.get(type) ?? (await begin(type, Object.keys(row)));
      const nameless = Object.keys(row).find((name) => !names.includes(name));
      if (nameless) throw new Error(`a line of ${type} has ${nameless}, and its table no such column`);
      await file.write(csvLine(names.map((name) => row[name])));
    };
    try {
      return await work(write);
    } finally {
      for (const { file } of tables.values()) await file.close();
    }
  });
}

async function whole<T>(path: string, work: (draft: string) => Promise<T>): Promise<T> {
  if (existsSync(path)) throw invalid("file_exists", "There is such a file already: name another.", "out");
  const draft = `${path}.part`;
  // Of one that was killed.
  await rm(draft, { recursive: true, force: true }).catch(notMade);
  try {
    const result = await work(draft);
    await rename(draft, path);
    return result;
  } catch (problem) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
    throw problem;
  }
}

/** Writes much at once; `close` puts all of it on the disk. */
async function sink(path: string) {
  const file: FileHandle = await open(path, "wx", 0o600).catch(notMade);
  let waiting = "";
  const flush = async () => {
    await file.appendFile(waiting);
    waiting = "";
  };
  const write = async (text: string) => {
    waiting += text;
    if (waiting.length > mostWaiting) await flush();
  };
  const close = async () => {
    try {
      await flush();
      await file.sync();
    } finally {
      await file.close();
    }
  };
  return { write, close };
}

/** Only who runs the command may read it: everything in it is somebody's. */
function notMade(problem: unknown): never {
  throw invalid("file_not_made", `The file could not be made (${codeOf(problem)}): look at its folder.`, "out");
}
