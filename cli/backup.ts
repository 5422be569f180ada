import { existsSync } from "node:fs";
import { join } from "node:path";
import { conflict } from "#base/refusal.ts";
import { backUp } from "#engine/backups/back-up.ts";
import { type Config, readConfig } from "#engine/config.ts";
import { houseSecret } from "#engine/secret.ts";
import { command } from "./command.ts";
import { tellRows, withServer } from "./open-server.ts";
import { thisInstant } from "./read-input.ts";

const options = {
  out: { value: "file", says: "where to write it: a file that is not there yet", must: true },
} as const;

export const backupCommand = command(
  { name: "backup", summary: "Writes the whole house into one file: every workspace and the secret key", options },
  async ({ out }) => {
    // Before anything is opened: a folder named wrongly must not become a new and empty house.
    const secret = keyOf(readConfig(process.env));
    const asked = { secret, madeAt: thisInstant().toString(), onProgress: tellRows() };
    const { head, tables } = await withServer(({ owner }) => backUp(owner, out, asked));
    const counts = Object.fromEntries(Object.entries(tables).map(([name, { rows }]) => [name, rows]));
    const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const words = `${rows} rows in ${out}, as of ${head.made_at}.
The secret key is in it: whoever has the file can read everything and enter as anybody. Keep it where you keep passwords.`;
    return { json: { out, made_at: head.made_at, version: head.version, rows, counts }, words };
  },
);

/** The key that the house has. A new one made now would open nothing of it. */
function keyOf({ dataFolder, secret }: Config): string {
  if (secret !== undefined || existsSync(join(dataFolder, "secret"))) return houseSecret(dataFolder, secret);
  const sentence = `There is no secret key in ${dataFolder}. Name the house's own folder in TRUEPENNY_DATA, or the key in TRUEPENNY_SECRET.`;
  throw conflict("no_key", sentence);
}
