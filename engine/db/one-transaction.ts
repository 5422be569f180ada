import { type Kysely, sql } from "kysely";
import type { Tables } from "#db/tables.ts";
import { type Connection, type Database, openDatabase } from "./database.ts";
import { over } from "./pool.ts";
import { remembering } from "./remembering.ts";

/**
 * Runs `work` with a database whose every transaction is part of one: nobody sees anything of it before all is done, both
 * doors lead into the same workspace, and when it throws, nothing has happened. What it reads of the tables named as
 * `still` is asked once.
 */
export async function inOneTransaction<T>(
  app: Connection,
  still: readonly string[],
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const database = openDatabase({ app, clock: app, connections: 1 });
  try {
    const client = await database.pool.connect();
    const tx: Kysely<Tables> = over(remembering(client.query.bind(client), still));
    try {
      await sql`begin`.execute(tx);
      const result = await work({ ...database, app: tx, clock: tx, open: tx });
      await sql`commit`.execute(tx);
      return result;
    } finally {
      // Not to the pool: with the connection ends a transaction that was not committed.
      client.release(true);
    }
  } finally {
    await database.close();
  }
}
