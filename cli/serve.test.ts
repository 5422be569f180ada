import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { freshDatabase, testSecret } from "#test/harness/database.ts";

const { owner } = await freshDatabase();
const databaseUrl = `postgres://${owner.user}@localhost:${owner.port}/${owner.database}?host=${encodeURIComponent(owner.host ?? "")}`;
const program = `import { serve } from ${JSON.stringify(new URL("./serve.ts", import.meta.url).href)};
process.exitCode = await serve([]).catch((problem) => (console.error(problem.message), 1));`;
const started = new Set<ChildProcess>();
after(() => {
  for (const each of started) each.kill("SIGKILL");
});

test("one line says ready and where, the page at / is there, and a signal ends it in order", async () => {
  const { lines, child } = serving({ PORT: "0" });
  const ready = await lines.next();
  const [, url] = /^ready (http:\/\/localhost:\d+)$/.exec(ready.value ?? "") ?? [];
  assert.ok(url, ready.value);
  const page = await fetch(url);
  assert.deepEqual([page.status, new URL(page.url).pathname], [200, "/today"]);
  assert.match(page.headers.get("content-security-policy") ?? "", /script-src 'self'; style-src 'self';/);
  assert.match(await page.text(), /<title>Truepenny<\/title>/);
  child.kill("SIGTERM");
  assert.deepEqual(await once(child, "exit"), [0, null]);
  assert.equal((await lines.next()).done, true, "nothing but the one line on standard output");
});

test("a port in use is told in a sentence", async () => {
  const squatter = createServer().listen(0, "127.0.0.1");
  await once(squatter, "listening");
  const { port } = squatter.address() as { port: number };
  const { child, errors } = serving({ PORT: String(port) });
  const [code] = await once(child, "exit");
  squatter.close();
  assert.equal(code, 1);
  assert.match(errors(), new RegExp(`Port ${port} is in use by another program`));
});

function serving(environment: Record<string, string>) {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    env: { ...process.env, DATABASE_URL: databaseUrl, TRUEPENNY_SECRET: testSecret, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.add(child);
  let errors = "";
  child.stderr.on("data", (text) => {
    errors += text;
  });
  return { child, errors: () => errors, lines: createInterface(child.stdout)[Symbol.asyncIterator]() };
}
