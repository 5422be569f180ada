import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { conflict, invalid } from "#base/refusal.ts";
import type { Connection } from "#engine/db/database.ts";
import { pg } from "#engine/db/types.ts";
import { codeOf } from "#engine/http/door-problem.ts";
import { type Backup, type End, format, type Head } from "./backup-file.ts";
import { countContents, linesOf, quoted, sameWriting, type Table, tablesOf } from "./tables.ts";

/** What a backup needs to know besides the database. `onProgress` hears the number of rows written so far. */
export type Asked = { secret: string; madeAt: string; onProgress?: (rows: number) => void };

/**
 * Writes everything the house holds into a new file that only its owner may read: every row of every table as of one
 * moment, beside whatever is being written meanwhile, and the secret key. The file appears under its name when it is
 * whole. Refuses `file_exists`, `file_not_written` and `nothing_to_back_up`.
 */
export async function backUp(owner: Connection, path: string, asked: Asked): Promise<Backup> {
  if (existsSync(path)) throw invalid("file_exists", "There is such a file already: name another.", "out");
  const client = new pg.Client({ ...owner, application_name: "truepenny backup" });
  await client.connect();
  const draft = `${path}.part`;
  try {
    await client.query(
      `begin isolation level repeatable read, read only; set local row_security = off; ${sameWriting}`,
    );
    const head = await headOf(client, asked);
    await rm(draft, { force: true }).catch(notWritten);
    const file = await open(draft, "wx", 0o600).catch(notWritten);
    const tables = await writeAll(client, head, file, asked.onProgress);
    await rename(draft, path).catch(notWritten);
    return { head, tables };
  } catch (problem) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw problem;
  } finally {
    await client.end();
  }
}

async function headOf(client: pg.Client, { secret, madeAt }: Asked): Promise<Head> {
  const { rows } = await client.query<{ is: boolean }>("select to_regclass('migrations') is not null as is");
  if (!rows[0]?.is) throw conflict("nothing_to_back_up", "There is no house in this database yet: nothing to back up.");
  const migrations = await client.query<{ name: string; digest: string }>(
    "select name, digest from migrations order by name",
  );
  return { truepenny_backup: format, version: version(), made_at: madeAt, migrations: migrations.rows, secret };
}

async function writeAll(
  client: pg.Client,
  head: Head,
  file: FileHandle,
  onProgress: (rows: number) => void = () => undefined,
): Promise<End["tables"]> {
  const tables = await heldStill(client);
  const contents: End["tables"] = {};
  const whole = createHash("sha256");
  async function* pieces() {
    let rows = 0;
    const told = (lines: string[]) => {
      const piece = lines.map((line) => `${line}\n`).join("");
      whole.update(piece);
      return piece;
    };
    yield told([JSON.stringify(head)]);
    for (const table of tables) {
      const count = countContents();
      yield told([JSON.stringify({ table: table.name, columns: table.columns.map(({ name }) => name) })]);
      for await (const lines of linesOf(client, table)) {
        count.add(lines);
        rows += lines.length;
        yield told(lines);
        onProgress(rows);
      }
      contents[table.name] = count.contents();
    }
    const end: End = { end: true, tables: contents, sha256: whole.digest("hex") };
    yield `${JSON.stringify(end)}\n`;
  }
  await pipeline(pieces, createGzip(), file.createWriteStream({ flush: true })).catch(notWritten);
  return contents;
}

/** The tables as they are at this moment, and as they stay: an upgrade that begins meanwhile waits. */
async function heldStill(client: pg.Client): Promise<Table[]> {
  const tables = await tablesOf(client);
  await client.query(`lock table ${tables.map(({ name }) => quoted(name)).join(", ")} in access share mode`);
  return tables;
}

function notWritten(problem: unknown): never {
  const code = codeOf(problem);
  if (!/^(?:ENOSPC|EDQUOT|EFBIG|EIO|EROFS|EACCES|EPERM|ENOENT|ENOTDIR|EISDIR)$/.test(code)) throw problem;
  throw invalid("file_not_written", `The backup could not be written (${code}): look at its folder and disk.`, "out");
}

function version(): string {
  return JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version;
}
