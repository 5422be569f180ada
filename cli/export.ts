import { exportWorkspace } from "#app/exports/actions.ts";
import { isId } from "#base/id.ts";
import { invalid, missing } from "#base/refusal.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { command } from "./command.ts";
import { intoFile, intoTables } from "./export-files.ts";
import { withDatabase } from "./open-database.ts";
import { thisInstant } from "./read-input.ts";

const options = {
  workspace: { value: "id", says: "which workspace", must: true },
  out: { value: "file", says: "where to write it: a file (or with csv a folder) that is not there yet", must: true },
  format: {
    value: "jsonl|csv",
    says: "as JSON Lines, which prove themselves, or as tables; JSON Lines unless you say",
  },
} as const;

export const exportCommand = command(
  { name: "export", summary: "Writes everything a workspace holds as JSON Lines or CSV (docs/export.md)", options },
  async ({ workspace, out, format = "jsonl" }) => {
    if (!isId(workspace)) throw missing("workspace");
    if (format !== "jsonl" && format !== "csv") throw invalid("bad_format", "Say jsonl or csv.", "format");
    const counts = await (format === "csv" ? intoTables : intoFile)(out, (write) =>
      withDatabase(({ db }) =>
        inWorkspace(db, workspace, (tx) => exportWorkspace(tx, workspace, counted(write), thisInstant())),
      ),
    );
    const lines = Object.values(counts).reduce((sum, count) => sum + count, 1);
    const check = format === "csv" ? "" : `\nIts journal is checked by: node docs/check-journal.mjs ${out}`;
    const words = `${lines} lines in ${out}.${check}`;
    return { json: { workspace_id: workspace, out, lines, counts }, words };
  },
);

/** Says on stderr how far it has come. */
function counted(write: (line: string) => Promise<void>): (line: string) => Promise<void> {
  let lines = 0;
  return async (line) => {
    await write(line);
    if (++lines % 10_000 === 0) process.stderr.write(`${lines} lines\n`);
  };
}
