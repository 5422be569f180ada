import { verifyWorkspace } from "#app/journal/actions.ts";
import type { Fault } from "#app/journal/proof.ts";
import { allWorkspaces } from "#app/journal/store-proof.ts";
import { type Backup, checkBackup } from "#engine/backups/backup-file.ts";
import { keepHouseKey } from "#engine/backups/house-key.ts";
import { restore } from "#engine/backups/restore.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { type Command, command } from "./command.ts";
import { withDatabase } from "./open-database.ts";
import { tellRows, withServer } from "./open-server.ts";

const spec = {
  name: "restore",
  summary: "Puts a backup into an empty data folder or database, and proves the journal",
  options: {
    from: { value: "file", says: "a file that `truepenny backup` wrote", must: true },
    check: { says: "only read it and say whether it is whole; nothing is touched" },
  },
} as const;

export const restoreCommand: Command = {
  name: spec.name,
  summary: spec.summary,
  run: async (args) => {
    let isWhole = true;
    const { run } = command(spec, async ({ from, check }) => {
      const backup = await checkBackup(from);
      const about = aboutIt(backup);
      if (check) return { json: { is_whole: true, ...about }, words: `The backup is whole: ${wordsOf(about)}.` };
      await withServer(({ owner, config }) =>
        restore(owner, from, backup, {
          keepKey: () => keepHouseKey(config.dataFolder, backup.head.secret, config.secret),
          onProgress: tellRows(),
        }),
      );
      const { migrated, faults, workspaces } = await proved();
      isWhole = faults.length === 0;
      const proof = isWhole
        ? "The journal is whole."
        : "The journal was not whole when it was backed up: see truepenny verify.";
      const words = `Restored: ${wordsOf(about)}.\n${proof}`;
      return { json: { ...about, workspaces, migrated, is_whole: isWhole, faults }, words };
    });
    const code = await run(args);
    return isWhole ? code : 1;
  },
};

function aboutIt({ head, tables }: Backup) {
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  return { made_at: head.made_at, version: head.version, rows, chains: tables.journal_heads?.rows ?? 0 };
}

function wordsOf({ made_at, version, rows, chains }: ReturnType<typeof aboutIt>): string {
  return `${rows} rows and ${chains} journals as of ${made_at}, written by Truepenny ${version}`;
}

/** Opens the house as every command does, which brings it to this version, and proves every journal in it. */
function proved(): Promise<{ migrated: string[]; workspaces: number; faults: Fault[] }> {
  return withDatabase(async ({ db, migrated }) => {
    const ids = await allWorkspaces(db);
    const faults: Fault[] = [];
    for (const id of ids) faults.push(...(await inWorkspace(db, id, (tx) => verifyWorkspace(tx, id))).faults);
    return { migrated, workspaces: ids.length, faults };
  });
}
