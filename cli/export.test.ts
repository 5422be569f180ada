import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { after, test } from "node:test";
import { newId } from "#base/id.ts";
import { freshDatabase, testSecret } from "#test/harness/database.ts";
import { newPeople } from "#test/harness/people.ts";

const { db, owner } = await freshDatabase();
const { workspaceId } = await newPeople(db, 3);
const folder = mkdtempSync(join(tmpdir(), "truepenny-export-"));
after(() => rmSync(folder, { recursive: true }));
const program = new URL("truepenny.ts", import.meta.url).pathname;
const { host, port, user, database } = owner;
const env = {
  PATH: process.env.PATH,
  DATABASE_URL: `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(String(host))}`,
  TRUEPENNY_SECRET: testSecret,
};

async function truepenny(...words: string[]) {
  const child = spawn(process.execPath, [program, ...words], { env });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { code, out, err };
}

test("a workspace is written to a file that only its owner reads, and its journal is proved against that file", async () => {
  const out = join(folder, "export.jsonl");
  const exported = await truepenny("export", "--workspace", workspaceId, "--out", out, "--json");
  assert.equal(exported.code, 0, exported.err);
  const { lines, counts } = JSON.parse(exported.out);
  assert.equal(counts.customer, 3);
  const written = readFileSync(out, "utf8").trimEnd().split("\n");
  assert.equal(written.length, lines);
  assert.equal(JSON.parse(written[0] ?? "").of, "workspace");
  assert.equal(statSync(out).mode & 0o777, 0o600);
  const verified = await truepenny("verify", "--against", out);
  assert.equal(verified.code, 0, verified.err);
});

test("what cannot be exported leaves no file behind, and no file is written over", async () => {
  const out = join(folder, "none.jsonl");
  const refused = await truepenny("export", "--workspace", newId(), "--out", out, "--json");
  assert.deepEqual([refused.code, JSON.parse(refused.err).code, existsSync(out)], [1, "not_found", false]);
  const there = new URL(import.meta.url).pathname;
  const twice = await truepenny("export", "--workspace", workspaceId, "--out", there, "--json");
  assert.deepEqual([twice.code, JSON.parse(twice.err).code], [1, "file_exists"]);
  const nowhere = await truepenny("export", "--workspace", workspaceId, "--out", join(folder, "no", "x"), "--json");
  assert.equal(JSON.parse(nowhere.err).code, "file_not_made");
});
