import type { Connection } from "./database.ts";
import { lineToPrimary } from "./primary.ts";
import { pg } from "./types.ts";

/**
 * A connection string as its parts, so that another role can enter by the same door. With several servers
 * (`postgres://user@one:5432,two/name`, as libpq writes it) each connection goes to the one that takes writes.
 */
export function connectionOf(url: string): Connection {
  const servers = urlsOf(url).map(partsOf);
  const [first = partsOf(url)] = servers;
  return servers.length > 1 ? { ...first, stream: lineToPrimary(servers) } : first;
}

/** The same string for each server in it. A password may hold commas; a host, as a URL writes it, none. */
function urlsOf(url: string): string[] {
  const [, head = "", hosts = "", tail = ""] = /^([a-z]+:\/\/(?:[^/?]*@)?)([^/?@]*)(.*)$/.exec(url) ?? [];
  return hosts.includes(",") ? hosts.split(",").map((host) => `${head}${host}${tail}`) : [url];
}

function partsOf(url: string): Connection {
  // Only pg itself knows every form that it takes: sockets, sslmode.
  const { host, port, database, user, password, ssl } = new pg.Client({ connectionString: url });
  return { host, port, ssl, ...(database && { database }), ...(user && { user }), ...(password && { password }) };
}
