import { type Config, readConfig } from "#engine/config.ts";
import { connectionOf } from "#engine/db/connection.ts";
import type { Connection } from "#engine/db/database.ts";

/** The house's server as it stands, for the length of one command: no migration is run and no key is made. */
export async function withServer<T>(work: (opened: { owner: Connection; config: Config }) => Promise<T>): Promise<T> {
  await using opened = new AsyncDisposableStack();
  const config = readConfig(process.env);
  if (config.databaseUrl) return work({ owner: connectionOf(config.databaseUrl), config });
  const { joinEmbedded } = await import("#engine/db/embedded.ts");
  const log = (line: string) => void (/ LOG: {2}/.test(line) || process.stderr.write(`${line}\n`));
  const server = await joinEmbedded({ dataFolder: config.dataFolder, log });
  opened.defer(() => server.stop());
  return await work({ owner: server.connection, config });
}

/** Says on stderr how far long work has come, every 100,000 rows. */
export function tellRows(): (rows: number) => void {
  let told = 0;
  return (rows) => {
    if (rows - told < 100_000) return;
    told = rows;
    process.stderr.write(`${rows} rows\n`);
  };
}
