import type { AnswerAt, Args, Method, PathOf } from "./contracts.ts";
import { noConnection, Problem, problemOf } from "./problem.ts";
import { session, signedInAgain } from "./session.ts";

type Sent = {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  version?: number;
};

type How = { key?: string; signal?: AbortSignal };

/**
 * The API by method and path, as the contracts say: `api.get("/promises/:id", { params: { id } })`. Throws a `Problem`.
 * Deeds go through `useDeed`, which keeps one key for one intended act; these are for reading and for what asks nobody.
 */
export const api = {
  get: <P extends PathOf<"GET">>(path: P, ...[sent]: Args<"GET", P>) =>
    call("GET", path, sent) as Promise<AnswerAt<"GET", P>>,
  post: <P extends PathOf<"POST">>(path: P, ...[sent]: Args<"POST", P>) =>
    call("POST", path, sent) as Promise<AnswerAt<"POST", P>>,
};

/** One call of the API. A session that ended waits for its member and goes on with what they wanted. */
export async function call(method: Method, path: string, sent: Sent = {}, how: How = {}): Promise<unknown> {
  const { params = {}, query = {}, body, version } = sent;
  const asked = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => pairs(name, value)));
  const url = `/api/v1${path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""))}`;
  const headers = {
    // Under a key the house would keep the answer for a day: what only asks, about somebody's words, goes without.
    ...(how.key && { "idempotency-key": how.key }),
    ...(version !== undefined && { "if-match": `"${version}"` }),
  };
  const what = { headers, body, ...(how.signal && { signal: how.signal }) };
  const address = asked.size > 0 ? `${url}?${asked}` : url;
  try {
    return await send(method, address, what);
  } catch (problem) {
    if (!(problem instanceof Problem && problem.status === 401 && session.get())) throw problem;
    await signedInAgain();
    return send(method, address, what);
  }
}

type What = { headers?: Record<string, string>; body?: unknown; signal?: AbortSignal };

/** Any address of the house, as JSON: what a contract does not describe, such as signing in. */
export async function send(method: string, url: string, { headers = {}, body, signal }: What = {}): Promise<unknown> {
  const token = session.get()?.csrf_token;
  const response = await fetch(url, {
    method,
    credentials: "same-origin",
    headers: {
      accept: "application/json",
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(method !== "GET" && token && { "x-csrf-token": token }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    throw signal?.aborted ? error : noConnection();
  });
  if (!response.ok) throw await problemOf(response);
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  return response.status === 204 ? undefined : isJson ? response.json() : response.text();
}

/** A key for one intended act. Over plain HTTP on a network browsers give no `randomUUID`, so it is made of bytes. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function pairs(name: string, value: unknown): [string, string][] {
  if (value === undefined || value === null) return [];
  return [value].flat().map((each) => [name, String(each)]);
}
