import type * as z from "zod/mini";

/** What a key may do. A session of a member carries those of the member's role. */
export const scopes = [
  "promises:read",
  "promises:write",
  "customers:read",
  "customers:write",
  "record:read",
  "settings:read",
  "settings:write",
] as const;
export type Scope = (typeof scopes)[number];

type Schema = z.core.$ZodType;
type Method = "GET" | "POST" | "PATCH" | "DELETE";

/**
 * One endpoint as data: the server, the OpenAPI page and a client read the same. `path` is below `/api/v1`, its `:names`
 * are ids. `secrets` are fields of the answer that are shown once and never stored with an idempotency key. `remembers` are
 * cookies that the browser keeps, each with the field of the answer that it holds.
 */
export type Endpoint = {
  method: Method;
  path: string;
  summary: string;
  scope: Scope;
  body?: Schema;
  query?: Schema;
  gives: Schema;
  status: 200 | 201 | 204;
  secrets?: readonly string[];
  /** Concerns only the session of whoever calls: in a browser, viewers do it, too. */
  own?: true;
  remembers?: Readonly<Record<string, string>>;
  /** Where the answer is no JSON but text of another kind, sent as it is. */
  media?: string;
  /** The answer is a `StreamedFile`, sent as its bytes. */
  isFile?: true;
};

/** A file on its way out: what it is called, what it is, and its bytes as they are read. */
export type StreamedFile = { name: string; type: string; bytes: number; content: AsyncIterable<Uint8Array> };

type Rest<E> = Omit<E, "method" | "path" | "status">;
type Spec = Rest<Endpoint>;

export function get<P extends string, S extends Spec>(path: P, spec: S) {
  return { method: "GET" as const, path, status: 200 as const, ...spec };
}

/** A POST makes something (201) unless `status` says otherwise. */
export function post<P extends string, S extends Spec & { status?: 200 | 201 | 204 }>(path: P, spec: S) {
  return { method: "POST" as const, path, ...spec, status: spec.status ?? (201 as const) };
}

export function patch<P extends string, S extends Spec>(path: P, spec: S) {
  return { method: "PATCH" as const, path, status: 200 as const, ...spec };
}

export function remove<P extends string, S extends Spec>(path: P, spec: S) {
  return { method: "DELETE" as const, path, status: 200 as const, ...spec };
}

/** The endpoints of a subject, by the verb that serves each. */
export type Contract = Record<string, Endpoint>;

type Names<P extends string> = P extends `${string}:${infer Name}/${infer More}`
  ? Name | Names<`/${More}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never;

export type ParamsOf<E extends Endpoint> = Record<Names<E["path"]>, string>;
export type BodyOf<E extends Endpoint> = E["body"] extends Schema ? z.output<E["body"]> : undefined;
export type QueryOf<E extends Endpoint> = E["query"] extends Schema ? z.output<E["query"]> : undefined;
export type AnswerOf<E extends Endpoint> = z.input<E["gives"]>;
