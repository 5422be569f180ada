import fc from "fast-check";
import { acts } from "#app/promises/page-acts.ts";
import type { Endpoint } from "#base/contract.ts";
import { newId } from "#base/id.ts";
import { type Shape, sampleOf, shapesOf } from "#test/harness/contract-sample.ts";
import { broken, likely, named } from "./values.ts";

/** One thing sent to the house; what is only named in it gets its id when it is sent. */
export type Request = {
  endpoint: Endpoint | null;
  method: string;
  path: string;
  query: [name: string, value: unknown][];
  headers: Record<string, string>;
  body: Sent;
  /** Sent twice: one after the other, or both at once. */
  twice: "no" | "after" | "together";
};

export type Sent =
  | { is: "nothing" }
  | { is: "json"; value: unknown; cut: number | null }
  | { is: "bytes"; bytes: Buffer };

/** Requests to every endpoint of the contracts, and to the customer's pages under this link. */
export function anyRequest(endpoints: readonly Endpoint[], link: string): fc.Arbitrary<Request> {
  const toEndpoints = endpoints.map(toEndpoint);
  return fc.oneof(
    { weight: 12, arbitrary: fc.nat(toEndpoints.length - 1).chain((n) => toEndpoints[n] ?? toPages(link)) },
    { weight: 2, arbitrary: toPages(link) },
  );
}

function toEndpoint(endpoint: Endpoint): fc.Arbitrary<Request> {
  const { body, query } = shapesOf(endpoint);
  const fields = Object.entries(query?.properties ?? {}).map(([name, shape]) =>
    fc.option(likely(shape, name, endpoint), { freq: 2 }).map((value): [string, unknown] => [name, value]),
  );
  const queries = fc.tuple(...fields).map((all) => all.filter(([, value]) => value !== null));
  return fc.record({
    endpoint: fc.constant(endpoint),
    method: fc.constant(endpoint.method),
    path: pathTo(endpoint),
    query: rarely(queries, fc.array(fc.tuple(fc.string(), broken), { maxLength: 3 })),
    headers: headersFor(endpoint),
    body:
      endpoint.method === "GET"
        ? fc.constant<Sent>({ is: "nothing" })
        : bodies(body ? bodyOf(endpoint, body) : fc.constant({})),
    twice: fc.constantFrom("no", "after", "together"),
  });
}

/** A body that makes sense with up to two fields otherwise, or one made from its schema alone. */
function bodyOf(endpoint: Endpoint, shape: Shape): fc.Arbitrary<unknown> {
  const sample = fc.nat(30).map((nth) => sampleOf(endpoint, "body", (noun) => named(noun, nth)) ?? {});
  const others = Object.entries(shape.properties ?? {}).map(([name, inner]) =>
    fc.option(likely(inner, name, endpoint), { nil: undefined }).map((value) => ({ [name]: value })),
  );
  if (others.length === 0) return likely(shape, "", endpoint);
  const changed = fc.tuple(sample, fc.array(fc.oneof(...others), { maxLength: 2 }));
  return fc.oneof(
    { weight: 2, arbitrary: changed.map(([all, changes]) => Object.assign({}, all, ...changes)) },
    { weight: 1, arbitrary: likely(shape, "", endpoint) },
  );
}

function pathTo({ path }: Endpoint): fc.Arbitrary<string> {
  const parts = path.split("/").slice(1);
  const made = parts.map((part, at) => {
    if (!part.startsWith(":")) return fc.constant(part);
    const known = fc.nat(1_000).map((nth) => named(parts[at - 1] ?? "", nth));
    return rarely(
      known,
      fc.oneof(fc.constant(null).map(newId), fc.constantFrom(...oddIds), fc.string().map(encodeURIComponent)),
    );
  });
  return fc.tuple(...made).map((all) => `/api/v1/${all.join("/")}`);
}

const oddIds = [
  "%00",
  "%E0%A4%A",
  "null",
  "0",
  "x".repeat(400),
  "x".repeat(3_000),
  "..%2f..",
  "%20",
  "-1",
  newId().toUpperCase(),
];

function headersFor({ method }: Endpoint): fc.Arbitrary<Record<string, string>> {
  const version = fc.oneof(
    fc.nat(9).map((n) => `"${n}"`),
    fc.constantFrom("*", "1", 'W/"1"', '""', '"1", "2"', '"99999999999"', "x"),
  );
  const key = fc.oneof(
    { weight: 8, arbitrary: fc.constant(null).map(newId) },
    { weight: 1, arbitrary: fc.constantFrom("again", "k".repeat(255), "k".repeat(256), "a b", "", "é", "'; --") },
  );
  const type = rarely(
    fc.constant("application/json"),
    fc.constantFrom(
      "text/plain",
      "application/json; charset=utf-16",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "x",
      "application/json;;;",
      "*/*",
    ),
  );
  return fc
    .record({
      "if-match": fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: version }),
      "idempotency-key": method === "POST" ? fc.option(key, { freq: 3 }) : fc.constant(null),
      "content-type": method === "GET" ? fc.constant(null) : type,
      accept: rarely(fc.constant(null), fc.constantFrom("text/html", "application/xml", "*", "")),
      "x-forwarded-for": rarely(fc.constant(null), fc.constantFrom("127.0.0.1", "x", "::1, ::2")),
      "content-encoding": rarely(fc.constant(null), fc.constantFrom("gzip", "x")),
    })
    .map((all) =>
      Object.fromEntries(Object.entries(all).filter((one): one is [string, string] => typeof one[1] === "string")),
    );
}

function bodies(value: fc.Arbitrary<unknown>): fc.Arbitrary<Sent> {
  const json = value.map((value): Sent => ({ is: "json", value, cut: null }));
  const odd = fc.oneof(
    fc.constant<Sent>({ is: "nothing" }),
    fc.tuple(value, fc.nat(60)).map(([value, cut]): Sent => ({ is: "json", value, cut })),
    fc.constantFrom(...oddTexts).map((text): Sent => ({ is: "bytes", bytes: Buffer.from(text, "latin1") })),
    fc.uint8Array({ maxLength: 60 }).map((bytes): Sent => ({ is: "bytes", bytes: Buffer.from(bytes) })),
  );
  return rarely(json, odd);
}

const oddTexts = [
  ...[
    "null",
    "[]",
    '""',
    "1",
    "true",
    "{",
    "}",
    '{"a":}',
    "\xef\xbb\xbf{}",
    "\xff\xfe",
    '{"text":"\xc3"}',
    "[".repeat(20_000),
    "NaN",
  ],
  ...[
    '{"__proto__":{"role":"proprietor"}}',
    '{"constructor":{"prototype":{"a":1}}}',
    '{"text":"a","text":"b"}',
    '{"text":"\\u0000"}',
  ],
  ...[
    '{"text":"\\ud800"}',
    "1e999",
    " ".repeat(5_000),
    `{"text":"${"x".repeat(1_100_000)}"}`,
    `{"${"y".repeat(200_000)}":1}`,
  ],
];

/** What a form sends, or what is no form, to each of the customer's pages. */
function toPages(link: string): fc.Arbitrary<Request> {
  const act = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...acts) },
    { weight: 1, arbitrary: fc.string().map(encodeURIComponent) },
  );
  const id = rarely(
    fc.nat(1_000).map((nth) => named("promises", nth)),
    fc.constantFrom(...oddIds),
  );
  const path = fc.oneof(
    fc.constantFrom("", "/channel", "/renewals", "/export", "/nothing"),
    id.map((id) => `/promises/${id}`),
    fc.tuple(id, act).map(([id, act]) => `/promises/${id}/${act}`),
  );
  const words = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 80 }),
    fc.constantFrom("x".repeat(4_001), "\0", "\r\n", "<b>"),
  );
  const form = fc.record(
    {
      words,
      outcome: fc.constantFrom("open_again", "not_kept", "x"),
      channel: fc.constantFrom("email", "phone", "x"),
      key: fc.string(),
      telling: fc.constant("x"),
      after: words,
      done: act,
      answer: act,
    },
    { requiredKeys: [] },
  );
  return fc.record({
    endpoint: fc.constant(null),
    method: fc.constantFrom("GET", "GET", "POST", "POST", "POST", "HEAD", "PUT", "DELETE"),
    path: path.map((rest) => `${link}${rest}`),
    query: fc.option(form, { nil: {} }).map((fields) => Object.entries(fields)),
    headers: fc.record({
      "content-type": rarely(
        fc.constant("application/x-www-form-urlencoded"),
        fc.constantFrom("application/json", "text/plain", "x"),
      ),
      "accept-language": fc.constantFrom("de", "en", "x-klingon", "*;q=9", ",,,"),
    }),
    body: rarely(
      form.map((fields): Sent => ({ is: "bytes", bytes: Buffer.from(String(new URLSearchParams(fields))) })),
      fc.uint8Array({ maxLength: 60 }).map((bytes): Sent => ({ is: "bytes", bytes: Buffer.from(bytes) })),
    ),
    twice: fc.constant("no" as const),
  });
}

function rarely<A, B>(usual: fc.Arbitrary<A>, odd: fc.Arbitrary<B>): fc.Arbitrary<A | B> {
  return fc.oneof({ weight: 15, arbitrary: usual }, { weight: 1, arbitrary: odd });
}

/** The request with the ids of things that are there in place of what it names; `idOf` knows them by noun and number. */
export function written(
  request: Request,
  idOf: (noun: string, nth: number) => string,
): { path: string; body: Buffer | null } {
  const filled = (text: string) =>
    text.replaceAll(/@(\w+)@(\d+)@/g, (_, noun: string, nth: string) => idOf(noun, Number(nth)));
  const query = request.query.map(([name, value]): [string, string] => [name, filled(said(value))]);
  const asked = query.length > 0 ? `?${new URLSearchParams(query)}` : "";
  return { path: filled(request.path) + asked, body: bytesOf(request.body, filled) };
}

function bytesOf(body: Sent, filled: (text: string) => string): Buffer | null {
  if (body.is === "nothing") return null;
  if (body.is === "bytes") return body.bytes;
  const json = filled(JSON.stringify(body.value) ?? "");
  return Buffer.from(body.cut === null ? json : json.slice(0, -1 - body.cut));
}

function said(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
