import { type FileHandle, open, rm } from "node:fs/promises";
import { exportWorkspace } from "#app/exports/actions.ts";
import { isId } from "#base/id.ts";
import { invalid, missing } from "#base/refusal.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { codeOf } from "#engine/http/door-problem.ts";
import { command } from "./command.ts";
import { withDatabase } from "./open-database.ts";
import { thisInstant } from "./read-input.ts";

const options = {
  workspace: { value: "id", says: "which workspace", must: true },
  out: { value: "file", says: "where to write it: a file that is not there yet", must: true },
} as const;

export const exportCommand = command(
  { name: "export", summary: "Writes everything a workspace holds as JSON Lines (docs/export.md)", options },
  async ({ workspace, out }) => {
    if (!isId(workspace)) throw missing("workspace");
    const counts = await intoNewFile(out, (write) =>
      withDatabase(({ db }) =>
        inWorkspace(db, workspace, (tx) => exportWorkspace(tx, workspace, write, thisInstant())),
      ),
    );
    const lines = Object.values(counts).reduce((sum, count) => sum + count, 1);
    const words = `${lines} lines in ${out}.\nIts journal is checked by: node docs/check-journal.mjs ${out}`;
    return { json: { workspace_id: workspace, out, lines, counts }, words };
  },
);

/** What was begun and not finished is taken away again: half an export would look like a whole one. */
async function intoNewFile<T>(path: string, work: (write: (line: string) => Promise<void>) => Promise<T>): Promise<T> {
  const file = await created(path);
  let waiting = "";
  let lines = 0;
  const flush = async () => {
    await file.appendFile(waiting);
    waiting = "";
  };
  try {
    const result = await work(async (line) => {
      waiting += `${line}\n`;
      if (waiting.length > 65_536) await flush();
      if (++lines % 10_000 === 0) process.stderr.write(`${lines} lines\n`);
    });
    await flush();
    await file.sync();
    return result;
  } catch (problem) {
    await rm(path);
    throw problem;
  } finally {
    await file.close();
  }
}

/** Only who runs the command may read it: everything in it is somebody's. */
async function created(path: string): Promise<FileHandle> {
  try {
    return await open(path, "wx", 0o600);
  } catch (problem) {
    const code = codeOf(problem);
    if (code === "EEXIST") throw invalid("file_exists", "There is such a file already: name another.", "out");
    throw invalid("file_not_made", `The file could not be made (${code}): look at its folder.`, "out");
  }
}
