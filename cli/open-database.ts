import { type Config, readConfig } from "#engine/config.ts";
import { connectionOf } from "#engine/db/connection.ts";
import { type Connection, type Database, openDatabase } from "#engine/db/database.ts";
import { migrate } from "#engine/db/migrate.ts";
import { roleConnections } from "#engine/db/roles.ts";
import { houseSecret } from "#engine/secret.ts";

/** The house's database for the length of one command: ours or the one that `DATABASE_URL` names, at this version. */
export type OpenDatabase = { db: Database; owner: Connection; secret: string; config: Config; migrated: string[] };

export async function withDatabase<T>(work: (opened: OpenDatabase) => Promise<T>): Promise<T> {
  await using opened = new AsyncDisposableStack();
  const config = readConfig(process.env);
  const owner = config.databaseUrl ? connectionOf(config.databaseUrl) : await embedded(config, opened);
  const secret = houseSecret(config.dataFolder, config.secret);
  const migrated = await migrate(owner, secret);
  const db = openDatabase({ ...roleConnections(owner, secret), connections: 2 });
  opened.defer(() => db.close());
  return await work({ db, owner, secret, config, migrated });
}

/** The embedded server, whether or not `serve` runs it already. */
async function embedded({ dataFolder }: Config, opened: AsyncDisposableStack): Promise<Connection> {
  const { joinEmbedded } = await import("#engine/db/embedded.ts");
  // What PostgreSQL logs of itself is for an operator, not for who adds a member.
  const log = (line: string) => void (/ LOG: {2}/.test(line) || process.stderr.write(`${line}\n`));
  const server = await joinEmbedded({ dataFolder, log });
  opened.defer(() => server.stop());
  return server.connection;
}
