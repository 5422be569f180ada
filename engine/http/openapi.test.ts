import assert from "node:assert/strict";
import { test } from "node:test";
import * as z from "zod/mini";
import { type Endpoint, get, patch, post } from "#base/contract.ts";
import { duration, id, instant, line, listOf, page } from "#base/fields.ts";
import { openApi } from "./openapi.ts";
import { referencePage } from "./reference-page.ts";

const note = z.object({ id: z.string(), words: z.string(), tags: z.array(z.object({ name: z.string() })) });
const endpoints: Endpoint[] = [
  post("/notes", {
    summary: "Write a note",
    scope: "customers:write",
    body: z.strictObject({ words: line(1, 200), due_at: instant, takes: z.optional(duration), by_id: z.nullable(id) }),
    gives: note,
  }),
  get("/notes", { summary: "Read notes", scope: "customers:read", query: z.strictObject(page), gives: listOf(note) }),
  patch("/notes/:id", { summary: "Edit <one>", scope: "customers:write", body: z.strictObject({}), gives: note }),
];
const document = openApi(endpoints, "https://word.example.com");

type Operation = { parameters: { name: string; in: string; required: boolean; schema: object }[]; responses: object };
const paths = document.paths as Record<string, Record<string, Operation>>;

test("every endpoint stands in the document under its path and method, each with an id of its own", () => {
  assert.deepEqual(Object.keys(paths), ["/notes", "/notes/{id}", "/events"]);
  assert.deepEqual(Object.keys(paths["/notes"] ?? {}), ["post", "get"]);
  const ids = JSON.stringify(document).match(/"operationId":"\w+"/g) ?? [];
  assert.equal(new Set(ids).size, 4);
});

test("every reference in the document leads somewhere", () => {
  const references = JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g);
  for (const [, path = ""] of references) {
    const target = path.split("/").reduce<unknown>((at, step) => (at as Record<string, unknown>)?.[step], document);
    assert.ok(target, path);
  }
});

test("every name in a path is declared as a parameter, and headers where they mean something", () => {
  const named = (path: string, method: string) => paths[path]?.[method]?.parameters.map(({ name }) => name);
  assert.deepEqual(named("/notes/{id}", "patch"), ["id", "If-Match"]);
  assert.deepEqual(named("/notes", "post"), ["Idempotency-Key"]);
  assert.deepEqual(named("/notes", "get"), ["limit", "after"]);
});

test("a body says what is needed and in which form", () => {
  const { schema } = JSON.parse(JSON.stringify(paths["/notes"]?.post)).requestBody.content["application/json"];
  assert.deepEqual(schema.required, ["words", "due_at", "by_id"]);
  assert.equal(schema.additionalProperties, false);
  assert.equal(schema.properties.due_at.format, "date-time");
  assert.equal(schema.properties.words.maxLength, 200);
});

test("the page shows each endpoint with its fields and a line to try, and writes nothing unescaped", () => {
  const text = referencePage(document);
  assert.match(text, /<th scope="row"><code>due_at<\/code><\/th><td>instant<\/td><td><\/td>/);
  assert.match(text, /<code>tags\[\]\.name<\/code>/);
  assert.match(text, /curl -X POST &quot;https:\/\/word\.example\.com\/api\/v1\/notes&quot;/);
  assert.match(text, /Edit &lt;one&gt;/);
  assert.doesNotMatch(text, /<script|style=|\[object/);
});
