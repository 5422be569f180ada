import assert from "node:assert/strict";
import { before, test } from "node:test";
import { sql } from "kysely";
import * as z from "zod/mini";
import { get, patch, post, scopes } from "#base/contract.ts";
import { id, line } from "#base/fields.ts";
import { newId } from "#base/id.ts";
import { plusSeconds } from "#base/instant.ts";
import { conflict, missing } from "#base/refusal.ts";
import { newSecret, writeToken } from "#base/token.ts";
import { type Database, inWorkspace } from "#engine/db/database.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { startDoors, thisInstant } from "#test/harness/server.ts";
import { type Actor, serve } from "./call.ts";

const { db } = await freshDatabase();
const workspaceId = newId();
const keys = new Map<string, Actor>();
const note = z.object({ id: z.string(), words: z.string(), version: z.number(), secret: z.optional(z.string()) });
const logged: string[] = [];
let time = thisInstant();

const contract = {
  addNote: post("/notes", {
    summary: "Write a note",
    scope: "customers:write",
    body: z.strictObject({ words: line(1, 20), kind: z.optional(z.enum(["long", "short"])) }),
    gives: note,
    secrets: ["secret"],
  }),
  note: get("/notes/:id", { summary: "Read a note", scope: "customers:read", gives: note }),
  editNote: patch("/notes/:id", { summary: "Edit", scope: "customers:write", body: z.strictObject({}), gives: note }),
  breakDown: post("/notes/:id/breaks", {
    summary: "Break",
    scope: "customers:write",
    body: z.strictObject({ by: id }),
    gives: note,
  }),
};

const notes = new Map<string, z.infer<typeof note>>();
const served = serve(contract, {
  addNote: async ({ tx, body, member }) => {
    const made = { id: newId(), words: body.words, version: 1, secret: "shown once" };
    // Stands in the database, so that the tests see what a rollback takes back.
    await insertCalendar(tx, member.workspaceId, made.id, made.words);
    if (body.words === "refuse me") throw conflict("too_late", "It is too late for that.");
    notes.set(made.id, made);
    return made;
  },
  note: async ({ params }) => notes.get(params.id) ?? Promise.reject(missing("note")),
  editNote: async ({ params, version }) => {
    const found = notes.get(params.id) ?? { id: params.id, words: "", version: 1 };
    if (version !== null && version !== found.version)
      throw conflict("edited_meanwhile", "Somebody edited it meanwhile.");
    const edited = { ...found, version: found.version + 1 };
    notes.set(params.id, edited);
    return edited;
  },
  breakDown: async ({ tx, member, params, body }) => {
    if (params.id === body.by) throw new Error("a secret of the house: /c/abc.def and more");
    await insertMember(tx, member.workspaceId, body.by);
    return { id: params.id, words: "", version: 1 };
  },
});

const { as, url } = await startDoors(db, served, {
  authenticate: async (_tx, token) => keys.get(token.id) ?? null,
  now: () => time,
  limits: { failedTries: { most: 5, perSeconds: 60 }, streamsPerKey: 2 },
  logged,
});
const ana = as(keyFor({}));

before(() => inWorkspace(db, workspaceId, makeWorkspace));

test("without a key nothing opens, and the answer says where the key belongs", async () => {
  const { status, body, headers } = await as(null)("GET", `/notes/${newId()}`);
  assert.equal(status, 401);
  assert.equal(body.code, "no_credentials");
  assert.match(headers.get("www-authenticate") ?? "", /^Bearer/);
  assert.match(headers.get("content-type") ?? "", /^application\/problem\+json/);
  assert.equal(body.request_id, headers.get("x-request-id"));
});

test("an unknown key, a wrong one and one that is no key at all get the same answer", async () => {
  const unknown = await as(writeToken({ workspaceId, id: newId(), secret: newSecret() }))("GET", `/notes/${newId()}`);
  const elsewhere = await as(writeToken({ workspaceId: newId(), id: newId(), secret: newSecret() }))("GET", "/notes/x");
  const nonsense = await as("tp_nonsense")("POST", "/notes", { words: "" });
  for (const { status, body } of [unknown, elsewhere, nonsense]) {
    assert.equal(status, 401);
    assert.equal(body.code, "bad_credentials");
    assert.equal(body.detail, unknown.body.detail);
  }
});

test("who tries too many bad keys waits, while a good key from the same address goes on", async () => {
  time = plusSeconds(time, 300);
  assert.equal((await ana("GET", `/notes/${newId()}`)).status, 404);
  const tries = [];
  for (let i = 0; i < 7; i++) tries.push(await as("tp_nonsense")("GET", "/notes/x"));
  assert.deepEqual(
    tries.map(({ status }) => status),
    [401, 401, 401, 401, 401, 429, 429],
  );
  assert.ok(Number(tries.at(-1)?.headers.get("retry-after")) > 0);
  assert.equal((await ana("GET", `/notes/${newId()}`)).status, 404);
  time = plusSeconds(time, 300);
  assert.equal((await as("tp_nonsense")("GET", "/notes/x")).status, 401);
});

test("a key without the scope is told which one it lacks", async () => {
  const { status, body } = await as(keyFor({ scopes: ["customers:read"] }))("POST", "/notes", { words: "hello" });
  assert.equal(status, 403);
  assert.equal(body.code, "scope_missing");
  assert.match(String(body.detail), /customers:write/);
});

test("a viewer reads and changes nothing", async () => {
  const viewer = as(keyFor({ role: "viewer" }));
  assert.equal((await viewer("POST", "/notes", { words: "hello" })).body.code, "viewers_only_read");
  assert.equal((await viewer("GET", `/notes/${newId()}`)).status, 404);
});

test("what was made is answered with 201 and its version as ETag", async () => {
  const made = await ana("POST", "/notes", { words: "hello" });
  assert.equal(made.status, 201);
  assert.equal(made.headers.get("etag"), '"1"');
  const read = await ana("GET", `/notes/${made.body.id}`);
  assert.deepEqual(read.body, made.body);
});

test("each fault in the input gets a sentence that names the field", async () => {
  const cases: [unknown, string, string | undefined][] = [
    [{}, "`words` is missing.", "words"],
    [{ words: 3 }, "`words` must be text.", "words"],
    [{ words: "" }, "`words` must not be empty.", "words"],
    [{ words: "x".repeat(21) }, "`words` must have at most 20 characters.", "words"],
    [{ words: "a\nb" }, "`words` must be one line without control characters.", "words"],
    [{ words: "a", kind: "wide" }, "`kind` must be one of long, short.", "kind"],
    [{ words: "a", wrods: 1 }, "There is no field `wrods` here.", "wrods"],
    ['{"words":"a","__proto__":{"x":1}}', "There is no field `__proto__` here.", "__proto__"],
    [[], "The body must be an object.", undefined],
  ];
  for (const [given, sentence, field] of cases) {
    const { status, body } = await ana("POST", "/notes", given);
    assert.equal(status, 422, JSON.stringify(given));
    assert.equal(body.code, "invalid_field");
    assert.equal(body.detail, sentence);
    assert.equal(body.field, field);
  }
  const both = await ana("POST", "/notes", { kind: 1, x: 2 });
  assert.equal((both.body.data as { faults: unknown[] }).faults.length, 3);
  assert.equal((await ana("GET", `/notes/${newId()}?colour=red`)).body.detail, "There is no field `colour` here.");
});

test("what cannot be read at all is told apart: bad JSON, another language, too much", async () => {
  assert.equal((await ana("POST", "/notes", '{"words":')).body.code, "bad_json");
  assert.equal((await ana("POST", "/notes", "words", { "content-type": "text/plain" })).status, 415);
  const huge = await ana("POST", "/notes", { words: "x".repeat(5 * 1024 * 1024) });
  assert.equal(huge.status, 413);
  assert.equal(huge.body.code, "body_too_large");
  assert.match(String(huge.body.detail), /at most 1 MiB/);
});

test("an id that is none, an unknown path and a wrong method each say what they are", async () => {
  assert.equal((await ana("GET", "/notes/12")).body.detail, "There is no such note.");
  assert.equal((await ana("GET", "/nowhere")).status, 404);
  assert.equal((await ana("GET", "/no%zz")).body.code, "bad_url");
  const wrong = await ana("DELETE", `/notes/${newId()}`);
  assert.equal(wrong.status, 405);
  assert.equal(wrong.headers.get("allow"), "GET, PATCH");
});

test("an edit of an older version is refused with 412, a malformed If-Match with 400", async () => {
  const path = `/notes/${newId()}`;
  assert.equal((await ana("PATCH", path, {}, { "if-match": '"1"' })).headers.get("etag"), '"2"');
  assert.equal((await ana("PATCH", path, {}, { "if-match": '"1"' })).status, 412);
  assert.equal((await ana("PATCH", path, {}, { "if-match": "yesterday" })).body.code, "bad_if_match");
});

test("the same key and body give the same answer, without the secret that is shown once", async () => {
  const key = { "idempotency-key": newId() };
  const first = await ana("POST", "/notes", { words: "once" }, key);
  const again = await ana("POST", "/notes", { words: "once" }, key);
  assert.equal(first.body.secret, "shown once");
  assert.equal(again.status, 201);
  assert.equal(again.headers.get("idempotency-replayed"), "true");
  assert.deepEqual(again.body, { id: first.body.id, words: "once", version: 1 });
  assert.equal(again.headers.get("etag"), '"1"');
});

test("the same key with another body, or for another path, is refused", async () => {
  const key = { "idempotency-key": newId() };
  await ana("POST", "/notes", { words: "one" }, key);
  assert.equal((await ana("POST", "/notes", { words: "two" }, key)).body.code, "key_reused");
  assert.equal((await ana("POST", `/notes/${newId()}/breaks`, { by: newId() }, key)).status, 409);
  assert.equal((await as(keyFor({}))("POST", "/notes", { words: "two" }, key)).status, 201, "another actor's own key");
});

test("a request sent eight times at once is done once", async () => {
  const key = { "idempotency-key": newId() };
  const all = await Promise.all(Array.from({ length: 8 }, () => ana("POST", "/notes", { words: "eight" }, key)));
  assert.deepEqual([...new Set(all.map(({ status }) => status))], [201]);
  assert.equal(new Set(all.map(({ body }) => body.id)).size, 1);
  assert.equal(await calendarsNamed("eight"), 1);
});

test("a refusal leaves nothing behind, and its key may be used again", async () => {
  const key = { "idempotency-key": newId() };
  assert.equal((await ana("POST", "/notes", { words: "refuse me" }, key)).body.code, "too_late");
  assert.equal(await calendarsNamed("refuse me"), 0);
  assert.equal((await ana("POST", "/notes", { words: "better" }, key)).status, 201);
});

test("after a day a key is forgotten and means a new deed", async () => {
  const key = { "idempotency-key": newId() };
  const first = await ana("POST", "/notes", { words: "today" }, key);
  time = plusSeconds(time, 24 * 3600 + 1);
  const next = await ana("POST", "/notes", { words: "today" }, key);
  assert.notEqual(next.body.id, first.body.id);
  assert.equal(next.headers.get("idempotency-replayed"), null);
});

test("an idempotency key of blanks or 300 characters is refused", async () => {
  for (const key of ["a b", "x".repeat(300)]) {
    const { status, body } = await ana("POST", "/notes", { words: "a" }, { "idempotency-key": key });
    assert.equal(status, 400);
    assert.equal(body.code, "bad_idempotency_key");
  }
});

test("a bug shows its request id and nothing of the house; the log has it, without the customer's link", async () => {
  const same = newId();
  const { status, body } = await ana("POST", `/notes/${same}/breaks`, { by: same });
  assert.equal(status, 500);
  assert.equal(body.code, "bug");
  assert.doesNotMatch(JSON.stringify(body), /secret of the house/);
  const line = logged.find((each) => each.includes(String(body.request_id))) ?? "";
  assert.match(line, /a secret of the house: \/c\/… and more/);
});

test("a reference to something that is not there is named, not a bug", async () => {
  const { status, body } = await ana("POST", `/notes/${newId()}/breaks`, { by: newId() });
  assert.equal(status, 422);
  assert.equal(body.code, "no_such_reference");
  assert.equal(body.field, "calendar_id");
});

test("every answer tells the browser to run, frame and keep nothing", async () => {
  for (const { headers } of [await ana("GET", "/nowhere"), await ana("POST", "/notes", { words: "a" })]) {
    assert.match(headers.get("content-security-policy") ?? "", /default-src 'none'.*frame-ancestors 'none'/);
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("cache-control"), "no-store");
    assert.equal(headers.get("referrer-policy"), "no-referrer");
  }
});

test("a runaway key is told to wait", async () => {
  const busy = keyFor({});
  const { as } = await startDoors(db, served, {
    authenticate: async (_tx, token) => keys.get(token.id) ?? null,
    now: () => time,
    limits: { callsPerKey: { most: 2, perSeconds: 10 } },
  });
  const statuses = [];
  for (let i = 0; i < 3; i++) statuses.push((await as(busy)("GET", `/notes/${newId()}`)).status);
  assert.deepEqual(statuses, [404, 404, 429]);
});

test("health, readiness and metrics answer; metrics not through a proxy without the token", async () => {
  for (const path of ["/healthz", "/readyz"]) assert.equal((await fetch(url + path)).status, 200, path);
  const text = await (await fetch(`${url}/metrics`)).text();
  assert.match(text, /truepenny_request_seconds_count\{method="POST",route="\/api\/v1\/notes",status="201"\} \d+/);
  assert.equal((await fetch(`${url}/metrics`, { headers: { "x-forwarded-for": "203.0.113.9" } })).status, 404);
});

function keyFor(actor: Partial<Actor>): string {
  const token = { workspaceId, id: newId(), secret: newSecret() };
  const usual: Actor = {
    workspaceId,
    memberId: newId(),
    name: "Ana Ortiz",
    role: "member",
    credentialId: token.id,
    scopes,
  };
  keys.set(token.id, { ...usual, ...actor });
  return writeToken(token);
}

async function makeWorkspace(tx: Database["app"]): Promise<void> {
  const calendarId = newId();
  await sql`insert into workspaces (workspace_id, name, time_zone, language, calendar_id, created_at)
    values (${workspaceId}, 'Ortiz', 'Europe/Berlin', 'en', ${calendarId}, ${time})`.execute(tx);
  await insertCalendar(tx, workspaceId, calendarId, "house");
}

async function insertCalendar(tx: Database["app"], workspaceId: string, calendarId: string, name: string) {
  await sql`insert into calendars (workspace_id, id, name, time_zone, week)
    values (${workspaceId}, ${calendarId}, ${name}, 'Europe/Berlin', '[]')`.execute(tx);
}

async function insertMember(tx: Database["app"], workspaceId: string, calendarId: string) {
  await sql`insert into members (workspace_id, id, name, email, role, calendar_id, joined_at)
    values (${workspaceId}, ${newId()}, 'Bo', ${`${newId()}@example.com`}, 'member', ${calendarId}, ${time})`.execute(
    tx,
  );
}

async function calendarsNamed(name: string): Promise<number> {
  const { rows } = await inWorkspace(db, workspaceId, (tx) =>
    sql`select 1 from calendars where workspace_id = ${workspaceId} and name = ${name}`.execute(tx),
  );
  return rows.length;
}
