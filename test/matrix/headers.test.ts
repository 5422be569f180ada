import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { describe, test } from "node:test";
import { newId } from "#base/id.ts";
import { securityHeaders } from "#engine/http/headers.ts";
import { served } from "#served.ts";
import { openContractHouse } from "#test/harness/contract-house.ts";
import { nameOf, pathOf } from "#test/harness/contract-sample.ts";

const { url, furnish } = await openContractHouse();
const shop = await furnish("Kestrel");
const link = await shop.link(shop.people.contactId);
const json = { "content-type": "application/json" };
const authorization = `Bearer ${shop.apiKey}`;
const onEvery = Object.entries(securityHeaders("http://localhost"));
// What a page or a file may say in its own way; what else it must say is asked of it below.
const ownWay = ["content-security-policy", "cache-control"];

describe("every answer says what a browser may do with it, whoever asked and whatever came of it", () => {
  for (const { endpoint } of served) {
    test(nameOf(endpoint), async () => {
      const path = `/api/v1${pathOf(endpoint, (noun) => shop.ids[noun]?.[0] ?? newId())}`;
      const { method } = endpoint;
      const body = method === "GET" ? null : "{";
      for (const headers of [{ ...json }, { ...json, authorization }]) {
        const answer = await fetch(url + path, { method, headers, body });
        hasAll(answer);
        assert.equal(answer.headers.get("cache-control"), "no-store");
      }
    });
  }

  const others: [path: string, status: number | null, init?: RequestInit][] = [
    ["/", null],
    ["/icon.svg", null],
    ["/nowhere", 404],
    ["/%E0%A4%A", 400],
    ["/healthz", 200],
    ["/readyz", 200],
    ["/metrics", 200],
    ["/metrics", 404, { headers: { "x-forwarded-for": "203.0.113.1" } }],
    ["/api/v1/docs", 200],
    ["/api/v1/openapi.json", 200],
    ["/api/v1/nowhere", 404],
    ["/api/v1/customers", 405, { method: "DELETE", headers: { authorization } }],
    ["/api/v1/customers", 415, { method: "POST", headers: { authorization }, body: "words" }],
    [
      "/api/v1/customers",
      413,
      { method: "POST", headers: { ...json, authorization }, body: "x".repeat(1024 * 1024 + 1) },
    ],
    [link, 200],
    [`${link}/nowhere`, 404],
    [`${link}/export`, 200],
    [link, 405, { method: "PUT" }],
    [
      `${link}/promises/${shop.idOf("promises")}/asking`,
      403,
      { method: "POST", headers: { "sec-fetch-site": "cross-site" } },
    ],
    ["/c/nonsense", 404],
  ];
  for (const [path, status, init] of others) {
    test(`${init?.method ?? "GET"} ${path.replace(link, "/c/…")}: ${status ?? "as it is"}`, async () => {
      const answer = await fetch(url + path, { redirect: "manual", ...init });
      if (status !== null) assert.equal(answer.status, status);
      hasAll(answer);
    });
  }

  for (const [what, sent] of [
    ["what is no HTTP", "nonsense\r\n\r\n"],
    ["TRACE, which is not answered", "TRACE / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"],
    ["headers without end", `GET / HTTP/1.1\r\nx: ${"x".repeat(20_000)}\r\n\r\n`],
  ]) {
    test(String(what), async () => {
      const socket = connect(Number(new URL(url).port), "127.0.0.1");
      await once(socket, "connect");
      socket.write(String(sent));
      const [head = ""] = (await text(socket)).split("\r\n\r\n");
      assert.match(head, /^HTTP\/1.1 4\d\d /);
      for (const [name, value] of onEvery) assert.ok(head.includes(`\r\n${name}: ${value}`), name);
    });
  }
});

test("behind TLS a browser is told to come by TLS alone, and in the clear nothing of the kind", () => {
  const hsts = "strict-transport-security";
  assert.equal(securityHeaders("https://promises.example.com")[hsts], "max-age=31536000; includeSubDomains");
  assert.equal(securityHeaders("http://localhost:3000")[hsts], undefined);
});

function hasAll({ headers, status }: Response): void {
  for (const [name, value] of onEvery) {
    if (!ownWay.includes(name)) assert.equal(headers.get(name), value, name);
  }
  const policy = headers.get("content-security-policy") ?? "";
  // A customer's page has a base of its own, and no script that could be led astray by another.
  for (const part of [/default-src 'none'/, /frame-ancestors 'none'/, /base-uri '(?:none|self)'/]) {
    assert.match(policy, part);
  }
  assert.doesNotMatch(policy, /unsafe-|\*|https?:(?!\/)|script-src(?! 'self'| 'sha256-)/);
  assert.match(headers.get("cache-control") ?? "", /^(?:no-store|no-cache|public, max-age=\d+(?:, immutable)?)$/);
  assert.match(headers.get("x-request-id") ?? "", /^[0-9a-f-]{36}$/);
  for (const name of ["access-control-allow-origin", "server", "x-powered-by"]) assert.equal(headers.get(name), null);
  for (const cookie of headers.getSetCookie()) assert.match(cookie, /HttpOnly.*SameSite=(?:Lax|Strict)/i);
  const type = headers.get("content-type") ?? "";
  if (type.startsWith("text/")) assert.match(type, /charset=utf-8/i);
  assert.ok(type !== "" || status === 204 || (status >= 300 && status < 400), `${status} without a content type`);
}
