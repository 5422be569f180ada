import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import * as z from "zod/mini";
import { post } from "#base/contract.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { startDoors } from "#test/harness/server.ts";
import { newWorkspace } from "#test/harness/workspace.ts";
import { serve } from "./call.ts";
import type { Pages } from "./pages.ts";

const { db } = await freshDatabase();
const { apiKey } = await newWorkspace(db);

const contract = {
  lend: post("/loans/:id/returns", {
    summary: "Lend",
    scope: "settings:write",
    body: z.strictObject({ to: z.optional(z.string()) }),
    gives: z.object({ ok: z.boolean() }),
  }),
};
const form: Pages = (app) => {
  app.post("/form", async (request) => Object.keys(Object(request.body)).join(" "));
};
const served = serve(contract, { lend: async () => ({ ok: true }) });
const { url, as } = await startDoors(db, served, { pages: [form] });
const ana = as(apiKey);

test("what is no HTTP, or has too much before its body, is refused like everything else", async () => {
  const cases: [sent: string, status: number, code: string][] = [
    ["nonsense\r\n\r\n", 400, "bad_request"],
    ["GET / HTTP/1.1\r\nhost: x\r\nbroken header\r\n\r\n", 400, "bad_request"],
    ["POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n", 400, "bad_request"],
    [`GET /?${"x".repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, 431, "headers_too_large"],
  ];
  for (const [sent, status, code] of cases) {
    const [head = "", body = ""] = (await said(sent)).split("\r\n\r\n");
    assert.match(head, new RegExp(`^HTTP/1.1 ${status} `));
    assert.match(head, /content-type: application\/problem\+json/);
    assert.match(head, /content-security-policy: default-src 'none'/);
    const problem = JSON.parse(body);
    assert.deepEqual([problem.status, problem.code], [status, code]);
    assert.ok(head.includes(`x-request-id: ${problem.request_id}`));
  }
});

test("an address that cannot be read, or is too long for anything to be there, is refused under the same headers", async () => {
  for (const [path, status] of [["%E0%A4%A", 400] as const, [`loans/${"x".repeat(3_000)}/returns`, 404] as const]) {
    const { status: answered, headers, body } = await ana("POST", `/${path}`, {});
    assert.equal(answered, status);
    assert.equal(headers.get("x-request-id"), body.request_id);
    assert.match(headers.get("content-security-policy") ?? "", /^default-src 'none'/);
  }
});

test("a page takes forms and nothing else", async () => {
  const send = (type: string, body: string) =>
    fetch(`${url}/form`, { method: "POST", body, headers: { "content-type": type } });
  assert.equal(await (await send("application/x-www-form-urlencoded", "a=1&b=2")).text(), "a b");
  for (const type of ["application/json", "text/plain", "multipart/form-data"]) {
    assert.equal((await send(type, "{not json")).status, 415, type);
  }
});

test("a megabyte of fields that nobody knows is not sent back", async () => {
  const id = "01a200d6-52c5-7c51-b8e4-c2317b6187fd";
  const long = await ana("POST", `/loans/${id}/returns`, { ["x".repeat(500_000)]: 1 });
  const many = await ana(
    "POST",
    `/loans/${id}/returns`,
    Object.fromEntries([...Array(10_000).keys()].map((n) => [n, 1])),
  );
  for (const { status, body } of [long, many]) {
    assert.deepEqual([status, body.code], [422, "invalid_field"]);
    assert.ok(JSON.stringify(body).length < 5_000);
  }
});

async function said(sent: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  await once(socket, "connect");
  socket.write(sent);
  return text(socket);
}
