import type { Connection } from "./database.ts";
import { pg } from "./types.ts";

/** A connection string as its parts, so that another role can enter by the same door. */
export function connectionOf(url: string): Connection {
  // Only pg itself knows every form that it takes: sockets, several hosts, sslmode.
  const { host, port, database, user, password, ssl } = new pg.Client({ connectionString: url });
  return { host, port, ssl, ...(database && { database }), ...(user && { user }), ...(password && { password }) };
}
