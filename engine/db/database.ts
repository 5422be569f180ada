import type { Socket } from "node:net";
import { type Kysely, sql } from "kysely";
import type { Tables } from "#db/tables.ts";
import { lineOver, openPool, overPool } from "./pool.ts";
import type { pg } from "./types.ts";

/** A transaction in one workspace; every query of a request runs in one, so none can see another tenant's rows. */
export type Tx = Kysely<Tables>;

/** The doors into the database: `app` acts inside one workspace, `clock` only sees what is due in any. */
export type Database = {
  app: Kysely<Tables>;
  /** The connections of `app`, one of which each transaction takes for itself. */
  pool: pg.Pool;
  clock: Kysely<Tables>;
  /** Who comes in: users and sessions, in a schema of their own, and of the business who works where. */
  auth: Kysely<Tables>;
  /** Called after a commit that left something due within two seconds; whoever runs the clock fills it in. */
  announce: () => void;
  /** The one transaction in which everything happens, where none is begun or committed for each deed. */
  open?: Tx;
  close(): Promise<void>;
};

export type Connection = pg.ClientConfig & { stream?: () => Socket };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export type Connections = { app: Connection; clock: Connection; auth?: Connection; connections?: number };

/**
 * Opens a pool for each role. `connections` bounds those of `app`; the others need only a few. Where nobody comes in, no
 * `auth` is needed: that role's tables are closed to the others.
 */
export function openDatabase(to: Connections): Database {
  const app = openPool(to.app, to.connections ?? 16);
  const clock = openPool(to.clock, 2);
  const auth = openPool(to.auth ?? to.app, 4);
  return {
    app: overPool(app),
    pool: app,
    clock: overPool(clock),
    auth: overPool(auth),
    announce: () => undefined,
    close: async () => {
      await Promise.all([app.end(), clock.end(), auth.end()]);
    },
  };
}

/**
 * Runs `work` in one transaction of one workspace: commits when it returns, rolls back when it throws. Nobody waits for the
 * commit of what only read.
 * The workspace goes into the text of the first statement because `set local` takes no parameter; it is checked to be
 * a UUID, and travels with `begin` in one round trip.
 */
export async function inWorkspace<T>(db: Database, workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!uuid.test(workspaceId)) throw new Error("a transaction needs the id of its workspace");
  if (db.open) return workIn(db.open, workspaceId, work);
  const client = await db.pool.connect();
  // Not waited for: the first statement travels right behind it, and fails where this fails.
  const begun = client.query(`begin; set local app.workspace_id = '${workspaceId}'`);
  begun.catch(() => undefined);
  const line = lineOver(client);
  const tx = line.over;
  line.hasWritten = false;
  try {
    const result = await work(tx);
    await begun;
    if (!line.hasWritten && line.isSettled()) {
      line.part();
      return result;
    }
    const { command } = await client.query("commit");
    // What failed unseen makes a rollback of every commit, and this is the only place where it shows.
    if (command !== "COMMIT") throw line.problem;
    if (soon.delete(tx)) db.announce();
    return result;
  } catch (problem) {
    soon.delete(tx);
    line.close();
    // A broken connection cannot roll back; the server does it, and what broke is the thing to report.
    await client.query("rollback").catch(() => undefined);
    throw isAftermath(problem) ? line.problem : problem;
  } finally {
    client.release();
  }
}

/** "Current transaction is aborted": true of every statement after the one that failed. */
function isAftermath(problem: unknown): boolean {
  return problem instanceof Error && "code" in problem && problem.code === "25P02";
}

async function workIn<T>(tx: Tx, workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (entered.get(tx) !== workspaceId) await sql.raw(`set local app.workspace_id = '${workspaceId}'`).execute(tx);
  entered.set(tx, workspaceId);
  return work(tx);
}

/** In which workspace an open transaction is. */
const entered = new WeakMap<Tx, string>();

const soon = new WeakSet<Tx>();

/** Says that this transaction leaves something due within two seconds, so that the clock looks when it is committed. */
export function leavesDue(tx: Tx): void {
  soon.add(tx);
}
