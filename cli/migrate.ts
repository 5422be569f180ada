import { command } from "./command.ts";
import { withDatabase } from "./open-database.ts";

export const migrateCommand = command(
  { name: "migrate", summary: "Brings the database to this version, as every start does by itself", options: {} },
  async () => {
    const migrated = await withDatabase(async (opened) => opened.migrated);
    const words = migrated.length > 0 ? migrated.map((name) => `Done: ${name}`).join("\n") : "Nothing to do.";
    return { json: { migrated }, words };
  },
);
