import { once } from "node:events";
import { type IncomingMessage, request as plainRequest } from "node:http";
import { request } from "node:https";
import { addressesWithin } from "./reach.ts";

export type Calling = {
  method: "GET" | "POST";
  /** Of the operator's own networks those that may be called, on an open line, too. */
  networks: readonly string[];
  headers: Record<string, string | number>;
  body: Buffer | null;
  patienceMs: number;
  /** So much of the answer is read, for it could be endless; with 0 only its status counts. */
  mostBytes: number;
};

/**
 * Calls a web address that somebody else named: the very address that was checked, at port 443, and no other to which it
 * would send us on. Throws `OutOfReach`, or what the network says.
 */
export async function callWithin(url: URL, calling: Calling): Promise<{ status: number; body: string }> {
  const { method, networks, headers, body, patienceMs, mostBytes } = calling;
  const isSafe = url.protocol === "https:";
  const port = Number(url.port) || (isSafe ? 443 : 80);
  const addresses = await addressesWithin(url.hostname, port, networks, new Set(isSafe ? [443] : []));
  const send = isSafe ? request : plainRequest;
  const asking = send(url, {
    method,
    headers,
    agent: false,
    signal: AbortSignal.timeout(patienceMs),
    lookup: (_host, { all }, done) => {
      const [{ address, family } = { address: "", family: 4 }] = addresses;
      if (all) done(null, addresses);
      else done(null, address, family);
    },
  });
  asking.end(body ?? undefined);
  const [answer] = (await once(asking, "response")) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, body: await start(answer, mostBytes) };
}

async function start(answer: IncomingMessage, mostBytes: number): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  if (mostBytes > 0) {
    for await (const part of answer as AsyncIterable<Buffer>) {
      parts.push(part);
      bytes += part.length;
      if (bytes >= mostBytes) break;
    }
  }
  answer.destroy();
  return Buffer.concat(parts).subarray(0, mostBytes).toString("utf8");
}
