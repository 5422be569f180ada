import assert from "node:assert/strict";
import { test } from "node:test";
import Fastify from "fastify";
import { lobby } from "#served.ts";
import { openStaffHouse } from "#test/harness/staff-house.ts";

const { db, browser, logged, house } = await openStaffHouse();
type Route = { method: string; url: string };

const odd = [
  "",
  "{",
  "[]",
  "null",
  "3",
  '"x"',
  '{"__proto__":{"x":1}}',
  JSON.stringify({ password: "\u0000".repeat(20) }),
];
const more = [
  JSON.stringify({ password: "x".repeat(10_000) }),
  JSON.stringify({ member_email: 3, password: [], trade: {} }),
];

test("every door outside of a workspace refuses whatever makes no sense, in words, and to other sites everything", async () => {
  const routes = await routesOf();
  assert.ok(routes.length >= 4);
  for (const { method, url } of routes) {
    for (const token of ["x", "tp_nothing", "%00", "%F0%9F%98%80", "a".repeat(400)]) {
      await db.auth.deleteFrom("auth.tries").execute();
      const path = url.replace(":token", token);
      for (const body of method === "POST" ? [...odd, ...more] : [undefined]) {
        const { status, body: said } = await browser(method, path, body);
        assert.ok(status < 500, `${method} ${path} ${body}: ${status} ${JSON.stringify(said)}`);
        if (status >= 400) assert.match(String(said.detail), /[.?!]$/);
      }
      const foreign = await browser(method, path, method === "POST" ? {} : undefined, {
        origin: "https://evil.example",
      });
      assert.deepEqual([foreign.status, foreign.body.code], [403, "cross_site"]);
    }
  }
  assert.deepEqual(
    logged.filter((line) => line.includes('"msg":"bug"')),
    [],
  );
});

/** Asked of the router itself, so that a new one is tried on its first day. */
async function routesOf(): Promise<Route[]> {
  const app = Fastify();
  const found: Route[] = [];
  app.addHook("onRoute", ({ method, url }) => {
    const methods = [method]
      .flat()
      .map(String)
      .filter((one) => one !== "HEAD");
    found.push(...methods.map((one) => ({ method: one, url })));
  });
  const context = { db, house, setupCode: null } as Parameters<(typeof lobby)[number]>[1];
  for (const hang of lobby) hang(app, context);
  await app.ready();
  await app.close();
  return found;
}
