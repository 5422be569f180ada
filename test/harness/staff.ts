import assert from "node:assert/strict";
import * as z from "zod/mini";
import type { Endpoint } from "#base/contract.ts";

type InputOf<E extends Endpoint, Part extends "body" | "query"> = E[Part] extends z.core.$ZodType
  ? z.input<E[Part]>
  : undefined;

/** What goes along with a request: the id in its path, its body, its query. */
type Sent<E extends Endpoint> = { id?: string; body?: InputOf<E, "body">; query?: InputOf<E, "query"> };

/** The API over real HTTP, as a program of the business uses it. Every answer is held against its contract. */
export function staffAt(url: string, apiKey: string) {
  async function send(endpoint: Endpoint, { id, body, query }: Sent<Endpoint>): Promise<Response> {
    const path = endpoint.path.replace(":id", id ?? "");
    const asked = query ? `?${new URLSearchParams(query as Record<string, string>)}` : "";
    return fetch(`${url}/api/v1${path}${asked}`, {
      method: endpoint.method,
      headers: { authorization: `Bearer ${apiKey}`, ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  return {
    /** Does it, and gives the answer. */
    ask: async <E extends Endpoint>(endpoint: E, sent: Sent<E> = {}): Promise<z.output<E["gives"]>> => {
      const response = await send(endpoint, sent);
      const answer = await response.text();
      assert.equal(response.status, endpoint.status, `${endpoint.method} ${endpoint.path}: ${answer}`);
      return z.parse(endpoint.gives, JSON.parse(answer)) as z.output<E["gives"]>;
    },
    /** Tries what must be refused, and gives the code of the refusal. */
    refused: async <E extends Endpoint>(endpoint: E, sent: Sent<E>): Promise<string> => {
      const response = await send(endpoint, sent);
      const { code } = (await response.json()) as { code: string };
      assert.ok(response.status >= 400 && response.status < 500, `${response.status} ${code}`);
      return code;
    },
  };
}
