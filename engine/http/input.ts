import * as z from "zod/mini";
import type { Endpoint } from "#base/contract.ts";
import { isId } from "#base/id.ts";
import { missing } from "#base/refusal.ts";
import { DoorProblem } from "./door-problem.ts";
import { plainly, refusalOf } from "./issues.ts";

type Schema = z.core.$ZodType;
type Raw = { params: unknown; query: unknown; body: unknown };
type Input = { params: Record<string, string>; query: unknown; body: unknown };

const nothing = z.strictObject({});

/** The input of an endpoint, checked by its contract. What the contract does not name is refused, so that a typing error shows. */
export function readInput(endpoint: Endpoint, { params, query, body }: Raw): Input {
  return {
    params: readParams(params as Record<string, string>, endpoint.path),
    query: read(endpoint.query ?? nothing, query),
    body: endpoint.method === "GET" ? undefined : read(endpoint.body ?? nothing, body ?? {}),
  };
}

/** A body outside of any contract, read as strictly. */
export function readBody<S extends Schema>(schema: S, body: unknown): z.output<S> {
  return read(schema, body ?? {}) as z.output<S>;
}

/** The version that If-Match names, null without one. `*` asks for no version in particular. */
export function readIfMatch(header: string | undefined): number | null {
  if (header === undefined || header === "*") return null;
  const [, version] = /^"(\d{1,9})"$/.exec(header) ?? [];
  if (version) return Number(version);
  const sentence = 'If-Match must be the ETag of the answer that you edit, such as "3" with its quotation marks.';
  throw new DoorProblem(400, "bad_if_match", sentence);
}

/** An id that cannot be one is simply not there. */
function readParams(params: Record<string, string>, path: string): Record<string, string> {
  for (const name of Object.keys(params)) {
    if (!isId(params[name] ?? "")) throw missing(nounBefore(path, name));
  }
  return params;
}

/** `promise` of `/promises/:id/moves`: what the id would have named. */
function nounBefore(path: string, name: string): string {
  const noun = path.split(`/:${name}`)[0]?.split("/").at(-1) ?? "";
  return noun.replace(/ies$/, "y").replace(/s$/, "").replaceAll("_", " ");
}

function read(schema: Schema, value: unknown): unknown {
  const result = z.safeParse(schema, value, plainly);
  if (result.success) return result.data;
  throw refusalOf(result.error.issues);
}
