import { scopes } from "#base/contract.ts";

/** What stands in the OpenAPI document whatever the contracts say. */
export type Json = Record<string, unknown>;

export function header(name: string, description: string, schema: Json): Json {
  return { name, in: "header", required: false, description, schema };
}

export function problemResponses(): Json {
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

export const problem = {
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

export const license = { name: "Apache License 2.0", identifier: "Apache-2.0" };
export const key = {
  type: "http",
  scheme: "bearer",
  description: `An API key, tp_…, with scopes: ${scopes.join(", ")}.`,
};

export const session = {
  type: "apiKey",
  in: "cookie",
  name: "truepenny.session_token",
  description:
    "The session of a browser in which a member signed in; over https its name begins with `__Secure-`. Whatever changes something carries `csrf_token` of `GET /me` as `X-CSRF-Token`.",
};

export const events = {
  operationId: "get_events",
  summary: "What changes, as it changes",
  description:
    "Server-sent events `{subject, id, what, at}`. They are hints, and some come twice. `Last-Event-ID` resumes within ten seconds; after that an event `reset` says to read anew. An event `writing` `{subject, id, member_id, at}` says who writes at what just now. Needs the scope `promises:read`.",
  tags: ["events"],
  parameters: [header("Last-Event-ID", "The id of the last event that was heard.", { type: "string" })],
  responses: {
    200: { description: "OK", content: { "text/event-stream": { schema: { type: "string" } } } },
    401: { $ref: "#/components/responses/401" },
    403: { $ref: "#/components/responses/403" },
    429: { $ref: "#/components/responses/429" },
  },
};
