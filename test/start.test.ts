import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Says which packages a program loads before it does anything. */
const listing = `
  import { registerHooks } from "node:module";
  const loaded = new Set();
  registerHooks({ load: (url, context, next) => (loaded.add(/.*node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(url)?.[1]), next(url, context)) });
  await import(process.argv[1]);
  process.stdout.write([...loaded].join(" "));`;

test("the house starts without the packages that only some moments need", async () => {
  const main = join(import.meta.dirname, "../main.ts");
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", listing, main]);
  const loaded = stdout.split(" ");
  assert.ok(loaded.includes("fastify"), stdout);
  for (const later of ["better-auth", "@better-auth/passkey", "nodemailer", "imapflow", "date-holidays", "qrcode"]) {
    assert.ok(!loaded.includes(later), `${later} is loaded before anybody needs it`);
  }
});
