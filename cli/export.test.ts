import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { after, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { newId } from "#base/id.ts";
import { pg } from "#engine/db/types.ts";
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

test("as tables there is one file for each type, with as many rows as there are lines, and no formula in any", async () => {
  await evil(`=HYPERLINK("https://thief.example","look")`);
  const [out, lines] = [join(folder, "tables"), join(folder, "lines.jsonl")];
  const { code, out: said } = await truepenny(
    "export",
    "--workspace",
    workspaceId,
    "--out",
    out,
    "--format",
    "csv",
    "--json",
  );
  assert.equal(code, 0);
  const { counts } = JSON.parse(said);
  await truepenny("export", "--workspace", workspaceId, "--out", lines);
  const [first] = readFileSync(lines, "utf8")
    .split("\n")
    .filter((line) => line.startsWith('{"type":"customer"'));
  const table = readFileSync(join(out, "customer.csv"), "utf8");
  assert.equal(
    table.split("\r\n")[0],
    Object.keys(JSON.parse(first ?? ""))
      .slice(1)
      .join(","),
  );
  assert.match(table, /"'=HYPERLINK\(""https/);
  assert.equal(table.match(/\r\n/g)?.length, counts.customer + 1);
  const written = Object.keys(counts).filter((type) => counts[type] > 0);
  assert.deepEqual(
    readdirSync(out).toSorted(),
    ["export", "journal_head", ...written].map((type) => `${type}.csv`).toSorted(),
  );
  for (const name of readdirSync(out)) assert.equal(statSync(join(out, name)).mode & 0o777, 0o600);
  assert.equal(
    JSON.parse((await truepenny("export", "--workspace", workspaceId, "--out", "x", "--format", "xls", "--json")).err)
      .code,
    "bad_format",
  );
});

test("an export that is stopped half-way leaves no file that looks whole, and the next one is", async () => {
  const out = join(folder, "stopped.jsonl");
  const held = await lockJournal();
  const child = spawn(process.execPath, [program, "export", "--workspace", workspaceId, "--out", out], { env });
  const gone = once(child, "exit");
  while (!existsSync(`${out}.part`)) {
    assert.equal(child.exitCode, null);
    await sleep(20);
  }
  child.kill("SIGKILL");
  await gone;
  assert.equal(existsSync(out), false);
  await held.release();
  assert.equal((await truepenny("export", "--workspace", workspaceId, "--out", out)).code, 0);
  assert.deepEqual([existsSync(out), existsSync(`${out}.part`)], [true, false]);
});

async function evil(name: string): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  await client.query("update customers set name = $1 where id = (select min(id::text)::uuid from customers)", [name]);
  await client.end();
}

/** So that an export which has begun comes to no end. */
async function lockJournal(): Promise<{ release: () => Promise<void> }> {
  const client = new pg.Client(owner);
  await client.connect();
  await client.query("begin; lock table journal in access exclusive mode");
  return { release: () => client.end() };
}
