import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { gzipSync } from "node:zlib";
import Fastify from "fastify";
import { DoorProblem } from "./door-problem.ts";
import type { PageContext } from "./pages.ts";
import { staffApp } from "./staff-app.ts";

const folder = mkdtempSync(join(tmpdir(), "truepenny-app-"));
after(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, "assets"));
writeFileSync(join(folder, "index.html"), "<title>Truepenny</title>");
writeFileSync(join(folder, "assets/index-1.js"), "start()");
writeFileSync(join(folder, "assets/index-1.js.gz"), gzipSync("start()"));
writeFileSync(join(folder, ".sources"), "a digest");

function served(from: string) {
  const app = Fastify();
  app.setErrorHandler((problem, _request, reply) =>
    reply.code(problem instanceof DoorProblem ? problem.status : 500).send(),
  );
  staffApp(from, ["today", "customers"])(app, {} as PageContext);
  return app;
}

const app = served(folder);

test("the one page stands at every address of a screen, and nowhere else", async () => {
  for (const url of ["/today", "/customers/1", "/customers/1/merge?x=1"]) {
    const { statusCode, body, headers } = await app.inject(url);
    assert.deepEqual([statusCode, body, headers["cache-control"]], [200, "<title>Truepenny</title>", "no-cache"]);
  }
  for (const url of ["/todays", "/c/1", "/assets/../package.json", "/.sources", "/index.html.gz"]) {
    assert.equal((await app.inject(url)).statusCode, 404, url);
  }
});

test("the bare address leads to the first screen", async () => {
  const { statusCode, headers } = await app.inject("/");
  assert.deepEqual([statusCode, headers.location], [302, "/today"]);
});

test("a file named by its content is kept for good, and sent as small as the browser takes it", async () => {
  const plain = await app.inject("/assets/index-1.js");
  assert.match(String(plain.headers["cache-control"]), /immutable/);
  assert.deepEqual([plain.body, plain.headers["content-encoding"]], ["start()", undefined]);
  const small = await app.inject({ url: "/assets/index-1.js", headers: { "accept-encoding": "gzip, br" } });
  assert.deepEqual([small.headers["content-encoding"], small.rawPayload], ["gzip", gzipSync("start()")]);
});

test("what a browser has already is not sent again", async () => {
  const { headers } = await app.inject("/today");
  const again = await app.inject({ url: "/today", headers: { "if-none-match": String(headers.etag) } });
  assert.deepEqual([again.statusCode, again.body], [304, ""]);
});

test("nothing inline runs or is worn", async () => {
  const { headers } = await app.inject("/today");
  const policy = String(headers["content-security-policy"]);
  assert.match(policy, /script-src 'self'; style-src 'self'/);
  assert.doesNotMatch(policy, /unsafe|nonce|\*/);
});

test("an app that is not built yet says so", async () => {
  assert.equal((await served(join(folder, "nowhere")).inject("/today")).statusCode, 503);
});
