import { Socket } from "node:net";
import type { Connection } from "./database.ts";
import { pg } from "./types.ts";

type Primary = { server: Connection; timeline: string };

const patienceMs = 3_000;
// A machine that is gone must not hold up every connection for as long as it takes to be sure of that.
const graceMs = 300;

/**
 * Makes lines that lead to whichever of the servers takes writes at the moment they are opened: after a failover new
 * connections find the new primary, while those to the old one fall and are replaced. To be given to pg as `stream`.
 */
export function lineToPrimary(servers: readonly Connection[]): () => Socket {
  let looking: Promise<Connection> | null = null;
  const find = () => {
    looking ??= primaryOf(servers).finally(() => {
      looking = null;
    });
    return looking;
  };
  return () => {
    const line = new Socket();
    const connect = line.connect.bind(line);
    const lead = async () => {
      const { host = "localhost", port = 5432 } = await find();
      // Whoever waited for it may have given up meanwhile.
      if (line.destroyed) return;
      if (host.startsWith("/")) connect(`${host}/.s.PGSQL.${port}`);
      else connect(port, host);
    };
    line.connect = () => {
      lead().catch((problem) => line.destroy(problem));
      return line;
    };
    return line;
  };
}

/**
 * Of several that take writes the one on the latest timeline: a promotion begins a new one, so that a former primary
 * which comes back unasked is passed over.
 */
async function primaryOf(servers: readonly Connection[]): Promise<Connection> {
  const found: Primary[] = [];
  const problems: unknown[] = [];
  const heard = Promise.withResolvers<void>();
  const note = (primary: Primary) => {
    found.push(primary);
    setTimeout(heard.resolve, graceMs);
  };
  await Promise.race([
    Promise.all(servers.map((server) => askTimeline(server).then(note, (problem) => problems.push(problem)))),
    heard.promise,
  ]);
  const [latest] = found.sort((one, other) => (one.timeline < other.timeline ? 1 : -1));
  if (!latest) throw problems.find(isOurFault) ?? noPrimary();
  return latest.server;
}

/** The number of its timeline. A standby has no place to write at and refuses to answer. */
async function askTimeline(server: Connection): Promise<Primary> {
  const client = new pg.Client({ ...server, connectionTimeoutMillis: patienceMs, statement_timeout: patienceMs });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ file: string }>("select pg_walfile_name(pg_current_wal_lsn()) as file");
    return { server, timeline: rows[0]?.file.slice(0, 8) ?? "" };
  } finally {
    await client.end();
  }
}

/** A wrong password or name of a database is not cured by waiting, and its own words say what to do. */
function isOurFault(problem: unknown): boolean {
  return problem instanceof Error && "code" in problem && /^(?:28|3D)/.test(String(problem.code));
}

function noPrimary(): Error {
  const problem = new Error("None of the servers in DATABASE_URL takes writes at the moment.");
  return Object.assign(problem, { code: "ECONNREFUSED" });
}
