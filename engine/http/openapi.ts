import { STATUS_CODES } from "node:http";
import * as z from "zod/mini";
import type { Endpoint } from "#base/contract.ts";
import { events, header, type Json, key, license, problem, problemResponses, session } from "./openapi-parts.ts";

type Schema = z.core.$ZodType;

/** The contract as an OpenAPI 3.1 document: what other programs and the readable page are made from. */
export function openApi(endpoints: readonly Endpoint[], publicUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Truepenny", version: "1", summary: "Keeps a team's word to its customers.", license },
    servers: [{ url: `${publicUrl}/api/v1` }],
    security: [{ key: [] }, { session: [] }],
    tags: [...new Set(endpoints.map(nounOf))].map((name) => ({ name })),
    paths: { ...paths, "/events": { get: events } },
    components: { securitySchemes: { key, session }, schemas: { Problem: problem }, responses: problemResponses() },
  };
}

/** The noun an endpoint is listed under: the first step of its path. */
function nounOf({ path }: Pick<Endpoint, "path">): string {
  return path.split("/")[1] ?? "";
}

/** A contract's schema as JSON Schema: what has to be sent, or what is answered. */
function jsonSchema(schema: Schema): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return rest;
}

function operation(endpoint: Endpoint): Json {
  const { method, path, summary, scope, body, query, gives, status } = endpoint;
  const content = (schema: Json) => ({ "application/json": { schema } });
  const file = { "application/octet-stream": { schema: { type: "string", format: "binary" } } };
  const answer = status === 204 ? {} : { content: endpoint.isFile ? file : content(jsonSchema(gives)) };
  const usual = ["400", "401", "403", "404", "409", "412", "422", "429", "500", "503"];
  return {
    operationId: operationId(method, path),
    summary,
    description: `Needs the scope \`${scope}\`.`,
    tags: [nounOf(endpoint)],
    parameters: [...pathParameters(path), ...queryParameters(query), ...headerParameters(method)],
    ...(body && { requestBody: { required: true, content: content(jsonSchema(body)) } }),
    responses: {
      [status]: { description: STATUS_CODES[status] ?? "", ...answer },
      ...Object.fromEntries(usual.map((code) => [code, { $ref: `#/components/responses/${code}` }])),
    },
  };
}

/** `post_promises_moves` for POST /promises/:id/moves; ids tell `/x` and `/x/:id` apart. */
function operationId(method: string, path: string): string {
  return `${method.toLowerCase()}${path.replaceAll(/\/:?/g, "_")}`;
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string", format: "uuid" },
  }));
}

function queryParameters(query: Schema | undefined): Json[] {
  if (!query) return [];
  const { properties = {}, required = [] } = jsonSchema(query) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
}

function headerParameters(method: string): Json[] {
  if (method === "POST") {
    const description = "The same key and body give the same answer for 24 hours.";
    return [header("Idempotency-Key", description, { type: "string", pattern: "^[\\x21-\\x7e]{1,255}$" })];
  }
  if (method === "PATCH" || method === "DELETE") {
    return [
      header("If-Match", "The ETag of the answer that is edited.", { type: "string", pattern: '^("[0-9]+"|\\*)$' }),
    ];
  }
  return [];
}
