import { shareEntry } from "#app/journal/shared.ts";
import { readOneMoment } from "#app/journal/store-proof.ts";
import type { Instant } from "#base/instant.ts";
import { missing } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { writeJournal } from "./actions-journal.ts";
import { type Exported, exported, format, lineOf, type Write } from "./export.ts";
import { rowsAfter } from "./store.ts";

/**
 * Writes everything that a workspace holds, as it stands at one moment, in memory that does not grow with it. The
 * transaction must be new: nothing may have been read in it. Answers how many lines of each type were written.
 */
export async function exportWorkspace(
  tx: Tx,
  workspaceId: string,
  write: Write,
  now: Instant,
): Promise<Record<string, number>> {
  await readOneMoment(tx);
  const [workspace] = await rowsAfter(tx, workspaceId, exported[0], null, 1);
  if (!workspace) throw missing("workspace");
  const counts: Record<string, number> = {};
  await write(JSON.stringify({ type: "export", of: "workspace", format, workspace_id: workspaceId, at: now }));
  for (const table of exported) {
    counts[table.type] = 0;
    for await (const row of everyRow(tx, workspaceId, table)) {
      await write(JSON.stringify(lineOf(table, row)));
      counts[table.type] = (counts[table.type] ?? 0) + 1;
    }
  }
  await writeJournal(tx, workspaceId, shareEntry, async (line) => {
    counts.journal = (counts.journal ?? 0) + 1;
    await write(line);
  });
  return counts;
}

async function* everyRow(tx: Tx, workspaceId: string, table: Exported) {
  for (let last: Record<string, unknown> | null = null; ; ) {
    const rows: Record<string, unknown>[] = await rowsAfter(tx, workspaceId, table, last, table.perPage ?? 200);
    yield* rows;
    if (rows.length === 0) return;
    last = rows.at(-1) ?? null;
  }
}
