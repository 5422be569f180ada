import { STATUS_CODES } from "node:http";
import * as z from "zod/mini";
import { type Endpoint, scopes } from "#base/contract.ts";

type Json = Record<string, unknown>;
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
    security: [{ key: [] }],
    tags: [...new Set(endpoints.map(nounOf))].map((name) => ({ name })),
    paths: { ...paths, "/events": { get: events } },
    components: { securitySchemes: { key }, schemas: { Problem: problem }, responses: problemResponses() },
  };
}

/** The noun an endpoint is listed under: the first step of its path. */
export function nounOf({ path }: Pick<Endpoint, "path">): string {
  return path.split("/")[1] ?? "";
}

/** A contract's schema as JSON Schema: what has to be sent, or what is answered. */
export function jsonSchema(schema: Schema): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return rest;
}

function operation(endpoint: Endpoint): Json {
  const { method, path, summary, scope, body, query, gives, status } = endpoint;
  const content = (schema: Json) => ({ "application/json": { schema } });
  const answer = status === 204 ? {} : { content: content(jsonSchema(gives)) };
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

function header(name: string, description: string, schema: Json): Json {
  return { name, in: "header", required: false, description, schema };
}

function problemResponses(): Json {
  const content = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };
  return Object.fromEntries(
    Object.entries(meanings).map(([status, description]) => [status, { description, content }]),
  );
}

const meanings = {
  400: "It cannot be read.",
  401: "No key, or one that opens nothing.",
  403: "The key lacks the scope, or the member the right.",
  404: "There is no such thing, or it is not yours.",
  409: "Something else stands against it.",
  412: "Somebody edited it meanwhile.",
  422: "A value is not possible; `field` names it.",
  429: "Too much at once; `Retry-After` says when to come back.",
  500: "A bug of ours; `request_id` finds it.",
  503: "Not at the moment; `Retry-After` says when to come back.",
};

const problem = {
  type: "object",
  required: ["type", "title", "status", "detail", "code", "request_id"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string", description: "A sentence for a person." },
    code: { type: "string", description: "Stable, for programs." },
    field: { type: "string", description: "Where in the body or query, dotted." },
    data: { type: "object" },
    request_id: { type: "string" },
  },
};

const license = { name: "AGPL-3.0-only", identifier: "AGPL-3.0-only" };
const key = { type: "http", scheme: "bearer", description: `An API key, tp_…, with scopes: ${scopes.join(", ")}.` };

const events = {
  operationId: "get_events",
  summary: "What changes, as it changes",
  description:
    "Server-sent events `{subject, id, what, at}`. They are hints, and some come twice. `Last-Event-ID` resumes within ten seconds; after that an event `reset` says to read anew. Needs the scope `promises:read`.",
  tags: ["events"],
  parameters: [header("Last-Event-ID", "The id of the last event that was heard.", { type: "string" })],
  responses: {
    200: { description: "OK", content: { "text/event-stream": { schema: { type: "string" } } } },
    401: { $ref: "#/components/responses/401" },
    403: { $ref: "#/components/responses/403" },
    429: { $ref: "#/components/responses/429" },
  },
};
