import { Agent, createServer, request as forward } from "node:http";
import type { AddressInfo } from "node:net";
import { after } from "node:test";

const askEveryMs = 25;

/**
 * A small proxy before several processes, as an operator has one: it asks each /readyz and sends people where the answer
 * is yes. It never tries a request a second time, so what fails behind it fails before it.
 */
export async function startBalancer(): Promise<{ url: string; add: (url: string) => Promise<void> }> {
  const agent = new Agent({ keepAlive: true });
  const known = new Set<string>();
  const ready = new Set<string>();
  let turn = 0;

  const ask = async (url: string) => {
    const answer = await fetch(`${url}/readyz`, { headers: { connection: "close" } }).catch(() => null);
    if (answer?.ok) ready.add(url);
    else ready.delete(url);
    if (answer === null) known.delete(url);
  };
  const asking = setInterval(() => void Promise.all([...known].map(ask)), askEveryMs);

  const server = createServer((request, response) => {
    const [target] = [...ready].slice(turn++ % Math.max(1, ready.size));
    if (!target) return void response.writeHead(502).end("nobody is ready");
    const { method = "GET", url, headers } = request;
    const sent = forward(`${target}${url}`, { agent, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    sent.on("error", (problem) => response.writeHead(502).end(String(problem)));
    request.pipe(sent);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  after(() => {
    clearInterval(asking);
    agent.destroy();
    server.close();
    server.closeAllConnections();
  });
  const add = async (url: string) => {
    known.add(url);
    await ask(url);
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, add };
}
