import { lookup } from "node:dns/promises";
import { BlockList, connect, isIP, type Socket } from "node:net";

/**
 * What the house may call when somebody else names the host. `"anywhere"` is for what its operator named. For a workspace
 * it is the public internet at a port for mail (or at those that are named), and besides, at any port, the operator's own networks that are listed.
 */
export type Reach = "anywhere" | readonly string[];

/** Whoever asks would learn from us what stands behind our walls. */
export class OutOfReach extends Error {}

const mailPorts = new Set([25, 143, 465, 587, 993, 2525]);

/**
 * A line to a host within reach, by the very address that was checked: a name that leads elsewhere the next time it is
 * asked gains nothing. Throws `OutOfReach`, or what the network says.
 */
export async function connectWithin(
  { host, port, patienceMs }: { host: string; port: number; patienceMs: number },
  networks: Exclude<Reach, "anywhere">,
): Promise<Socket> {
  return connected(await addressesWithin(host, port, networks), port, patienceMs);
}

/** The addresses of a host that may be called. Throws `OutOfReach`, or what the network says. */
export async function addressesWithin(
  host: string,
  port: number,
  reach: Reach,
  ports: ReadonlySet<number> = mailPorts,
): Promise<Address[]> {
  const name = host.replace(/^\[(.*)\]$/, "$1");
  const version = isIP(name);
  const found = version ? [{ address: name, family: version }] : await lookup(name, { all: true });
  const within = reach === "anywhere" ? found : found.filter(({ address }) => isWithin(address, port, reach, ports));
  if (within.length === 0) throw new OutOfReach(`${host}:${port}`);
  return within;
}

type Address = { address: string; family: number };

/** May a workspace make us call this address at this port? */
export function isWithin(
  address: string,
  port: number,
  networks: Exclude<Reach, "anywhere">,
  ports: ReadonlySet<number> = mailPorts,
): boolean {
  const family = isIP(address) === 6 ? "ipv6" : "ipv4";
  if (listOf(networks).check(address, family)) return true;
  return ports.has(port) && !special.check(address, family);
}

function connected(addresses: Address[], port: number, patienceMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: addresses[0]?.address ?? "",
      port,
      ...(addresses.length > 1 && { host: "checked", lookup: (_host, _options, done) => done(null, addresses) }),
    });
    socket.setTimeout(patienceMs, () => socket.destroy(Object.assign(new Error("no answer"), { code: "ETIMEDOUT" })));
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.setTimeout(0);
      socket.off("error", reject);
      resolve(socket);
    });
  });
}

/** Addresses that are no place on the public internet (IANA's special-purpose registries). Mapped ones are read as IPv4. */
const special = listOf([
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24"],
  ...["192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24"],
  ...["224.0.0.0/4", "240.0.0.0/4", "::/127", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23"],
  ...["2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8"],
]);

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", length] = network.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (length === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(length), family);
  }
  return list;
}
