import { Kysely, PostgresDialect, sql } from "kysely";
import type { Tables } from "#db/tables.ts";
import { pg } from "./types.ts";

/** A transaction in one workspace; every query of a request runs in one, so none can see another tenant's rows. */
export type Tx = Kysely<Tables>;

/** The two doors into the database: `app` acts inside one workspace, `clock` only sees what is due in any. */
export type Database = {
  app: Kysely<Tables>;
  clock: Kysely<Tables>;
  /** Called after a commit that left something due within two seconds; whoever runs the clock fills it in. */
  announce: () => void;
  close(): Promise<void>;
};

export type Connection = pg.ClientConfig;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Opens pools for both roles. `connections` bounds those of `app`; the clock needs only a few. */
export function openDatabase(to: { app: Connection; clock: Connection; connections?: number }): Database {
  const app = pool(to.app, to.connections ?? 12);
  const clock = pool(to.clock, 2);
  return {
    app: kyselyOf(app),
    clock: kyselyOf(clock),
    announce: () => undefined,
    close: async () => {
      await Promise.all([app.end(), clock.end()]);
    },
  };
}

/**
 * Runs `work` in one transaction of one workspace: commits when it returns, rolls back when it throws.
 * The workspace goes into the text of the first statement because `set local` takes no parameter; it is checked to be
 * a UUID, and travels with `begin` in one round trip.
 */
export async function inWorkspace<T>(db: Database, workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!uuid.test(workspaceId)) throw new Error("a transaction needs the id of its workspace");
  return db.app.connection().execute(async (tx) => {
    await sql.raw(`begin; set local app.workspace_id = '${workspaceId}'`).execute(tx);
    try {
      const result = await work(tx);
      await sql`commit`.execute(tx);
      if (soon.delete(tx)) db.announce();
      return result;
    } catch (problem) {
      // A broken connection cannot roll back; the server does it, and what broke is the thing to report.
      await sql`rollback`.execute(tx).catch(() => undefined);
      throw problem;
    }
  });
}

const soon = new WeakSet<Tx>();

/** Says that this transaction leaves something due within two seconds, so that the clock looks when it is committed. */
export function leavesDue(tx: Tx): void {
  soon.add(tx);
}

function pool(to: Connection, max: number): pg.Pool {
  const made = new pg.Pool({
    ...to,
    max,
    application_name: "truepenny",
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    statement_timeout: 30_000,
    keepAlive: true,
  });
  // An idle connection that dies (a restart, a failover) is replaced at the next use; it must not end the process.
  made.on("error", () => undefined);
  return made;
}

function kyselyOf(connections: pg.Pool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparing(connections) }) });
}

/** Gives every statement with parameters a name, so that each connection plans it once instead of every time. */
function preparing(connections: pg.Pool): pg.Pool {
  const names = new Map<string, string>();
  const nameOf = (text: string) => {
    const known = names.get(text);
    if (known) return known;
    const name = `s${names.size}`;
    if (names.size < 2_000) names.set(text, name);
    return names.size < 2_000 ? name : undefined;
  };
  connections.on("connect", (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((text: unknown, values: unknown, ...rest: unknown[]) =>
      typeof text === "string" && Array.isArray(values) && values.length > 0
        ? query({ name: nameOf(text), text, values }, ...rest)
        : query(text, values, ...rest)) as typeof client.query;
  });
  return connections;
}
