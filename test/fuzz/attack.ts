import { Agent, request as send } from "node:http";
import { buffer } from "node:stream/consumers";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import type { ContractHouse, Furnished } from "#test/harness/contract-house.ts";
import { type Request, written } from "./requests.ts";

type Answer = { status: number; headers: Record<string, unknown>; text: string; tookMs: number };
export type Attacked = { byStatus: Record<string, number>; repeated: number; complaints: string[] };

const atOnce = 8;
const batch = 400;
const longestAnswerMs = 10_000;
const longestRefusal = 20_000;

/** So many requests at a house, eight at once. What is wrong with an answer is a complaint, with all that was sent. */
export async function attack(
  house: ContractHouse,
  shop: Furnished,
  arbitrary: fc.Arbitrary<Request>,
  { requests, seed }: { requests: number; seed: number },
): Promise<Attacked> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce * 2 });
  const known = pool(shop);
  const done: Attacked = { byStatus: {}, repeated: 0, complaints: [] };
  let key = shop.apiKey;

  const ask = async (request: Request, { path, body }: ReturnType<typeof written>): Promise<Answer> => {
    const answer = await exchange(house.url, agent, request, key, path, body);
    done.byStatus[answer.status] = (done.byStatus[answer.status] ?? 0) + 1;
    return answer;
  };

  const one = async (request: Request): Promise<number> => {
    const ready = written(request, known.idOf);
    const complain = (what: string, answer: Answer) => {
      const text = ready.body?.toString().slice(0, 600) ?? "";
      done.complaints.push(
        `${what}\n${request.method} ${ready.path.slice(0, 300)}\n${JSON.stringify(request.headers)}\n${text}\n→ ${answer.status} ${answer.text.slice(0, 600)}`,
      );
    };
    const isKeyed = request.twice !== "no" && request.headers["idempotency-key"] !== undefined;
    const [first, second] =
      isKeyed && request.twice === "together"
        ? await Promise.all([ask(request, ready), ask(request, ready)])
        : [await ask(request, ready)];
    const again = isKeyed ? (second ?? (await ask(request, ready))) : undefined;
    for (const answer of [first, again]) {
      const wrong = answer && whatIsWrong(answer, request);
      if (wrong) complain(wrong, answer);
    }
    if (again && first.status < 300 && again.status < 300) {
      done.repeated++;
      if (!isOnce(first, again, request))
        complain(`a repeated request was answered otherwise: ${again.text.slice(0, 300)}`, first);
    } else if (again && request.twice === "after" && first.status < 300 && again.status !== 503) {
      complain(`what was done was refused when it was repeated: ${again.text.slice(0, 300)}`, first);
    }
    known.learn(request, first);
    // Its own key is among what a request may revoke.
    if (first.status === 401 && request.endpoint) key = (await shop.keyFor(shop.memberId)).secret;
    return again ? 2 : 1;
  };

  let sent = 0;
  for (let round = 0; sent < requests && done.complaints.length < 20; round++) {
    const waiting = fc.sample(arbitrary, { numRuns: Math.min(batch, requests - sent), seed: seed + round });
    const work = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const count = await one(next);
        sent += count;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  }
  agent.destroy();
  return done;
}

/** What is there to be named: at first what the house was furnished with, then also what was made lately. */
function pool(shop: Furnished) {
  const ids = new Map(Object.entries(shop.ids).map(([noun, all]) => [noun, [...all]]));
  return {
    idOf: (noun: string, nth: number): string => {
      const all = ids.get(noun) ?? [];
      return all[nth % all.length] ?? shop.workspaceId;
    },
    learn: ({ path }: Request, { status, text }: Answer): void => {
      const [noun] = /^\/api\/v1\/(\w+)$/.exec(path)?.slice(1) ?? [];
      const all = noun === undefined ? undefined : ids.get(noun);
      const { id } = status === 201 && all ? (JSON.parse(text) as { id?: unknown }) : {};
      if (typeof id !== "string" || !all) return;
      all.push(id);
      if (all.length > 40) all.splice(1, 1);
    },
  };
}

async function exchange(
  url: string,
  agent: Agent,
  request: Request,
  key: string,
  path: string,
  body: Buffer | null,
): Promise<Answer> {
  const { method, headers } = request;
  const began = performance.now();
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const length = body ? { "content-length": body.length } : {};
  const signal = AbortSignal.timeout(longestAnswerMs);
  const options = { agent, method, signal, headers: { authorization: `Bearer ${key}`, ...plain(headers), ...length } };
  const sending = send(`${url}${path}`, options);
  sending.on("error", reject);
  sending.on("response", (response) => {
    const { statusCode: status = 0, headers } = response;
    const read = async () => ({ status, headers, text: String(await buffer(response)) });
    read().then((answer) => resolve({ ...answer, tookMs: performance.now() - began }), reject);
  });
  sending.end(body ?? undefined);
  try {
    return await promise;
  } catch (problem) {
    // The house had closed this line after an earlier request, while we were about to use it again.
    if (sending.reusedSocket && !signal.aborted) return exchange(url, fresh, request, key, path, body);
    return { status: 0, headers: {}, text: String(problem), tookMs: performance.now() - began };
  }
}

const fresh = new Agent({ keepAlive: false });

/** A header holds bytes; Node refuses to send more than that. */
function plain(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Buffer.from(value).toString("latin1")]),
  );
}

function whatIsWrong({ status, headers, text, tookMs }: Answer, { method, endpoint, path }: Request): string | null {
  if (tookMs > longestAnswerMs) return "a hang";
  if (status === 0) return "no answer";
  const isPage = endpoint === null || !path.startsWith("/api/");
  if (status >= 500 && !(status === 503 && text.includes('"in_the_way"'))) return "a bug";
  if (status < 400) return status >= 300 && !isPage ? "led away" : null;
  const leak = leaks.exec(text)?.[0];
  if (leak) return `it tells of our inside: ${leak}`;
  if (text.length > longestRefusal) return `a refusal of ${text.length} characters`;
  return isPage || method === "HEAD" ? null : whatIsWrongWithTheProblem(status, String(headers["content-type"]), text);
}

const leaks =
  /node_modules|\.[cm]?[jt]s:\d+|\n\s+at |(?:select|insert|update|delete) .{0,80}(?:from|into|set|where) |syntax error at or near|violates|relation "|constraint "|of undefined|is not a function|\/(?:home|root|tmp|usr|var)\//i;

function whatIsWrongWithTheProblem(status: number, type: string, text: string): string | null {
  if (!type.startsWith("application/problem+json")) return `a refusal as ${type}`;
  const problem = JSON.parse(text) as Record<string, unknown>;
  const { detail, code, title, type: kind, request_id: id } = problem;
  const isWhole = [detail, code, title, kind, id].every((part) => typeof part === "string" && part !== "");
  if (!isWhole || problem.status !== status) return "no problem details as of RFC 9457";
  return /[.?!]$/.test(String(detail)) ? null : "no sentence for a person";
}

/** Both are the one answer; what is shown once is in one of them only. */
function isOnce(first: Answer, again: Answer, { endpoint }: Request): boolean {
  const replays = [first, again].filter(({ headers }) => headers["idempotency-replayed"] === "true").length;
  const [a, b] = [first, again].map(({ text }) => {
    const answer = JSON.parse(text || "null");
    for (const secret of endpoint?.secrets ?? []) delete answer[secret];
    return answer;
  });
  return replays >= 1 && first.status === again.status && isDeepStrictEqual(a, b);
}
