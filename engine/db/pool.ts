import { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { Kysely, PostgresDialect } from "kysely";
import type { Tables } from "#db/tables.ts";
import { postOf } from "./post.ts";
import { pg } from "./types.ts";

/** A pool of connections: each plans a statement once, and sends on without waiting for the answers of those before. */
export function openPool(to: pg.ClientConfig, max: number): pg.Pool {
  const pool = new pg.Pool({
    ...to,
    max,
    pipeline: true,
    application_name: "truepenny",
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    statement_timeout: 30_000,
    keepAlive: true,
  });
  // A connection that dies (a restart, a failover) is replaced at the next use; it must not end the process.
  pool.on("error", () => undefined);
  const nameOf = statementNames();
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
    fallWhenSilent(client.connection.stream);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    const post = postOf(client.connection.stream);
    partings.set(client, () => {
      post.later();
      Promise.resolve(query("commit")).catch(() => undefined);
    });
    client.query = ((text: unknown, values: unknown, ...rest: unknown[]) => {
      post.soon();
      if (typeof text !== "string" || !Array.isArray(values) || rest.length > 0) return query(text, values, ...rest);
      const asked = values.length > 0 ? { name: nameOf(text), text, values } : text;
      // By a callback: what pg's own promise is given lives until the old objects are tidied up.
      return new Promise((resolve, reject) => {
        query(asked, (problem: Error | null, result: unknown) => (problem ? reject(problem) : resolve(result)));
      });
    }) as typeof client.query;
  });
  return pool;
}

/** Each statement on whichever connection is free. */
export function overPool(pool: pg.Pool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** Every statement by this one way. */
export function over(query: pg.PoolClient["query"]): Kysely<Tables> {
  // One client for all statements: Kysely notes each in a WeakMap, with all that hangs on it until the old objects are tidied.
  const client = { query, release: () => undefined };
  const pool = { connect: async () => client, end: async () => undefined, options: {} };
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** A connection that a transaction has for itself. Statements may be sent over it together. */
export type Line = {
  over: Kysely<Tables>;
  /** What went wrong first: what is sent along with a statement that fails fails too, and only says that it did. */
  problem: unknown;
  /** May what was asked have changed anything? To be set back by whoever begins a transaction. */
  hasWritten: boolean;
  /** Was all that was asked answered, and well? */
  isSettled(): boolean;
  /** Commits what nobody needs to hear of, together with what is asked over this connection next. */
  part(): void;
  /** Lets nobody who still has it in hand send anything more: the connection is somebody else's from now on. */
  close(): void;
};

const lines = new WeakMap<pg.PoolClient, Line>();
const partings = new WeakMap<pg.PoolClient, () => void>();

/** Is it a statement that changes nothing and locks nothing? None of our functions writes. */
function reads(text: unknown): boolean {
  return typeof text === "string" && /^\s*(?:select|with|set local)\b/.test(text) && !writesOrLocks.test(text);
}

const writesOrLocks = /\b(?:insert into|update|delete from|for share|for key share)\b|_lock\(/i;

/** The line over this connection, which whoever took it from the pool gives back. */
export function lineOver(client: pg.PoolClient): Line {
  const known = lines.get(client);
  if (known) return known;
  let isOpen = true;
  let unanswered = 0;
  const query = (...args: Parameters<typeof client.query>) => {
    if (!isOpen) throw new Error("this transaction is over: something in it failed");
    line.hasWritten ||= !reads(args[0]);
    const answer: unknown = client.query(...args);
    if (answer instanceof Promise) {
      unanswered++;
      answer.then(
        () => unanswered--,
        (problem) => {
          unanswered--;
          line.problem ??= problem;
        },
      );
    }
    return answer;
  };
  const line: Line = {
    over: over(query as typeof client.query),
    problem: null,
    hasWritten: false,
    isSettled: () => unanswered === 0 && line.problem === null,
    part: () => partings.get(client)?.(),
    close: () => {
      isOpen = false;
      lines.delete(client);
    },
  };
  lines.set(client, line);
  return line;
}

/** Names for statements with parameters, by which a connection knows that it has planned one already. */
function statementNames(): (text: string) => string | undefined {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known) return known;
    if (names.size >= mostNames) return undefined;
    const name = `s${names.size}`;
    names.set(text, name);
    return name;
  };
}

const mostNames = 2_000;

// A little longer than any statement may take: a line as silent as this leads to a machine that is gone.
const longestSilenceMs = 35_000;

function fallWhenSilent(stream: Duplex): void {
  if (!(stream instanceof Socket)) return;
  stream.setTimeout(longestSilenceMs, () => stream.destroy(new Error("Connection terminated: it is silent")));
}
