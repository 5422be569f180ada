import * as z from "zod/mini";
import type { Endpoint } from "#base/contract.ts";

/** The part of JSON Schema that the contracts turn into. */
export type Shape = {
  type?: string;
  format?: string;
  pattern?: string;
  enum?: readonly unknown[];
  const?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, Shape>;
  required?: readonly string[];
  items?: Shape;
  anyOf?: readonly Shape[];
};

/** Gives the id of a thing that is there: "customers" → the id of a customer. */
export type IdOf = (noun: string) => string;

export const nameOf = ({ method, path }: Endpoint) => `${method} ${path}`;

/** What is sent to an endpoint, in its body and in its query. */
export function shapesOf(endpoint: Endpoint): { body: Shape | null; query: Shape | null } {
  const read = (schema: Endpoint["body"]) =>
    schema ? (z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Shape) : null;
  return { body: read(endpoint.body), query: read(endpoint.query) };
}

/** The path with the id of such a thing in each of its places. */
export function pathOf({ path }: Pick<Endpoint, "path">, idOf: IdOf): string {
  return path.replaceAll(/([^/]+)\/:\w+/g, (_, noun: string) => `${noun}/${idOf(noun)}`);
}

/** A body or a query that makes sense: every field that does not contradict another, with ids of things that are there. */
export function sampleOf(endpoint: Endpoint, part: "body" | "query", idOf: IdOf): Record<string, unknown> | undefined {
  const shape = shapesOf(endpoint)[part];
  return shape ? { ...fields(shape, nounsOf(endpoint, idOf)), ...fitting[nameOf(endpoint)] } : undefined;
}

/** The fields that name a thing by its id, with what it is: `{ customer_ids: "customers" }`. */
export function idFieldsOf(
  endpoint: Endpoint,
  part: "body" | "query",
): [field: string, noun: string, isList: boolean][] {
  const shape = shapesOf(endpoint)[part];
  return Object.entries(shape?.properties ?? {}).flatMap(([field, inner]) => {
    const form = formOf(inner);
    const isId = form.format === "uuid" || form.items?.format === "uuid";
    return isId && field !== "after" ? [[field, nounOf(field, endpoint), form.items !== undefined]] : [];
  });
}

/** One form where a schema allows several; `null` is never the interesting one. */
export function formOf(shape: Shape): Shape {
  return shape.anyOf?.find(({ type }) => type !== "null") ?? shape;
}

// Of two ways to say the same, one; of an act and its opposite, the act.
const leftOut = new Set([
  "after",
  "due_words",
  "to_member_id",
  "new_customer",
  "message",
  "opens_at",
  "arrived_at",
  "left_message",
  "void",
  "smtp_url",
  "attachment_ids",
  "seen_message_id",
]);

/** An account for texts that is none. */
export const account = { number: "+49301234567", account_sid: `AC${"0".repeat(32)}`, auth_token: "a token" };

/** What only some endpoints want otherwise. */
const fitting: Record<string, Record<string, unknown>> = {
  "PATCH /policies": { name: undefined, settings: { link_days: 90 } },
  "POST /policies/previews": { settings: { holding_message: true } },
  "POST /policies/effects": { name: undefined, settings: { holding_message: true } },
  "POST /policies/kind_renames": { from: "inspection", to: "yearly_inspection" },
  "POST /mailboxes": { host: "127.0.0.1" },
  "PATCH /mailboxes/:id": { host: "127.0.0.1" },
  "POST /numbers": { ...account, server_url: null },
  "PATCH /numbers/:id": { ...account, server_url: "https://texts.example.com" },
  "POST /forms": { sites: ["https://www.example.com"] },
  "PATCH /forms/:id": { sites: ["*"] },
  "POST /cases": { on_the_spot: undefined, raised_at: undefined },
  "POST /cases/:id/plans": { promise_id: undefined },
  "POST /due_words": { due_words: "tomorrow noon" },
  "POST /attachments/:id/parts": { place: 0, base64: "YQ==" },
  // One's own; a member or a team is asked for alone.
  "GET /today": { member_id: undefined, team_id: undefined },
  // Whose figures would be shown in a team that is too small for it.
  "GET /record": { owner_id: undefined, team_id: undefined },
  "GET /record/promises": { owner_id: undefined, team_id: undefined },
  "GET /record/promises.csv": { owner_id: undefined, team_id: undefined },
  "GET /record/over-time": { owner_id: undefined, team_id: undefined },
  "GET /record/figure": { owner_id: undefined, team_id: undefined },
};

type Nouns = (field: string) => string;

function nounsOf(endpoint: Endpoint, idOf: IdOf): Nouns {
  return (field) => idOf(nounOf(field, endpoint));
}

/** What an id in a field of this name is the id of. */
export function nounOf(field: string, { path }: Pick<Endpoint, "path">): string {
  const noun = field.replace(/_ids?$/, "");
  if (noun === "alias") return path.split("/")[1] ?? "";
  if (noun === "mention") return "members";
  if (noun === "seen_message") return "messages";
  if (noun === "other" || noun === "waits_for") return "promises";
  return /^(?:owner|handler|cover|manager|duty|account_owner|to_member)$/.test(noun) ? "members" : `${noun}s`;
}

function fields(shape: Shape, nouns: Nouns): Record<string, unknown> {
  const given = Object.entries(shape.properties ?? {}).filter(
    ([field]) => shape.required?.includes(field) || !leftOut.has(field),
  );
  return Object.fromEntries(given.map(([field, inner]) => [field, valueFor(formOf(inner), field, nouns)]));
}

let count = 0;

function valueFor(shape: Shape, field: string, nouns: Nouns): unknown {
  const likely = shape.format === "date-time" && field === "from" ? "2026-11-01T00:00:00Z" : likelyValues[field]?.();
  if (likely !== undefined && (shape.enum?.includes(likely) ?? true)) return likely;
  if (shape.enum) return shape.enum[0];
  if (shape.const !== undefined) return shape.const;
  if (shape.format === "uuid") return nouns(field);
  if (shape.format === "email") return `sample.${++count}@example.com`;
  if (shape.items) return [valueFor(formOf(shape.items), field, nouns)];
  if (shape.properties) return fields(shape, nouns);
  if (shape.type === "boolean") return true;
  if (shape.type === "integer" || shape.type === "number") return shape.minimum ?? 1;
  if (shape.format === "date-time") return "2026-11-25T12:00:00Z";
  return "some words";
}

/** What a word of this name holds; the house of these tests stands at Monday, 23 November 2026, ten in Berlin. */
const likelyValues: Record<string, () => unknown> = {
  name: () => `Sample ${++count}`,
  address: () => `sample.${++count}@example.com`,
  time_zone: () => "Europe/Berlin",
  holiday_region: () => "DE",
  country: () => "DE",
  language: () => "en",
  currency: () => "EUR",
  role: () => "member",
  kind: () => "fix",
  quiet_from: () => "21:00",
  quiet_until: () => "07:00",
  from: () => "09:00",
  to: () => "17:00",
  on: () => "2026-12-07",
  estimate: () => "PT1H",
  by: () => "PT40M",
  password: () => "correct horse battery staple",
  at: () => "2026-11-23T09:00:00Z",
  made_at: () => "2026-11-23T09:00:00Z",
  from_at: () => "2026-12-01T00:00:00Z",
  until_at: () => "2026-12-08T00:00:00Z",
  left: () => "true",
  open: () => "true",
  late: () => "true",
  filters: () => ({ tag: "north" }),
  withdrawn: () => "true",
  reached: () => true,
};
