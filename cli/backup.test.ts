import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import { newId } from "#base/id.ts";
import { checkBackup } from "#engine/backups/backup-file.ts";
import type { Connection } from "#engine/db/database.ts";
import { pg } from "#engine/db/types.ts";
import { freshDatabase, testSecret } from "#test/harness/database.ts";
import { newMarta } from "#test/harness/marta.ts";
import { newWorkspace } from "#test/harness/workspace.ts";

const { db, owner } = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), "truepenny-backup-"));
const whole = join(folder, "whole.backup");
const made: string[] = [];
after(async () => {
  rmSync(folder, { recursive: true });
  for (const name of made) await asked({ ...owner, database: "postgres" }, `drop database ${name} with (force)`);
});

before(async () => {
  const marta = await newMarta(db);
  const first = await marta.promise("Fix the tap");
  await marta.promise("Send the 'bill', with ä, \\ and\na second line", { waitsForId: first.id });
  await newWorkspace(db);
  // A backslash, bytes, a JSON null that is not the database's, arrays, far instants: what spelling could change.
  await asked(
    owner,
    `update customers set tags = array['a,b', '"', '\\', 'null', ''] where workspace_id = '${marta.workspaceId}'`,
  );
  await asked(
    owner,
    `insert into idempotency_keys values
    ('${marta.workspaceId}', '${marta.customerId}', 'k', '\\x00ff5c', 200, 'null', '0044-03-15 11:00:00.125+00 BC')`,
  );
  assert.equal((await truepenny(owner, "backup", "--out", whole)).code, 0);
});

test("a backup put into an empty database gives back every row of every table, and the journal proves", async () => {
  const target = await emptyDatabase();
  const { code, answer } = await truepenny(target, "restore", "--from", whole);
  assert.deepEqual([code, answer.is_whole, answer.workspaces, answer.migrated], [0, true, 2, []]);
  const [was, is] = [await everyRow(owner), await everyRow(target)];
  assert.ok(was.size > 25 && [...was.values()].some((rows) => rows.includes("BC")));
  assert.deepEqual(is, was);
  assert.equal(await foreignKeys(target), await foreignKeys(owner));
  const again = join(folder, "again.backup");
  assert.equal((await truepenny(target, "backup", "--out", again)).code, 0);
  assert.deepEqual(linesOf(again).slice(1, -1), linesOf(whole).slice(1, -1));
});

test("a backup can be read by nobody else, holds the key, and is never written over another file", async () => {
  assert.equal(statSync(whole).mode & 0o777, 0o600);
  assert.equal(JSON.parse(linesOf(whole)[0] ?? "").secret, testSecret);
  assert.equal((await truepenny(owner, "backup", "--out", whole)).answer.code, "file_exists");
  assert.equal((await truepenny(owner, "backup", "--out", join(folder, "no/where"))).answer.code, "file_not_written");
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith(".part")),
    [],
  );
});

test("half of a backup, a flipped byte and any other file are refused in a sentence, and nothing is touched", async () => {
  const target = await emptyDatabase();
  const size = statSync(whole).size;
  const changed = (lines: string[]) => gzipSync(`${lines.join("\n")}\n`);
  const lines = linesOf(whole);
  const flipped = readFileSync(whole);
  flipped.writeUInt8(flipped.readUInt8(size >> 1) ^ 1, size >> 1);
  for (const [code, file] of [
    ["backup_cut", cutAt(size >> 1)],
    ["backup_cut", cutAt(size - 1)],
    ["backup_cut", kept(changed(lines.slice(0, -1)))],
    ["backup_damaged", kept(flipped)],
    ["backup_damaged", kept(changed(lines.toSpliced(5, 1)))],
    ["backup_damaged", kept(changed(lines.map((line) => line.replace("Fix the tap", "Fix the tub"))))],
    ["not_a_backup", kept(Buffer.from("hello"))],
    ["not_a_backup", kept(changed(["{}"]))],
    ["backup_cut", kept(Buffer.alloc(0))],
    ["backup_unreadable", join(folder, "none")],
  ] as const) {
    await assert.rejects(checkBackup(file), { code }, file);
  }
  const no = await truepenny(target, "restore", "--from", cutAt(size >> 1));
  assert.deepEqual([no.code, no.answer.code], [1, "backup_cut"]);
  assert.equal((await everyRow(target)).size, 0);
});

test("a backup can be checked without touching anything", async () => {
  const { code, answer } = await truepenny(owner, "restore", "--check", "--from", whole);
  assert.deepEqual([code, answer.is_whole, answer.chains], [0, true, 3]);
});

test("nothing is restored over a workspace that lives, nor into somebody else's database, nor beside another key", async () => {
  const was = await everyRow(owner);
  assert.equal((await truepenny(owner, "restore", "--from", whole)).answer.code, "workspace_lives");
  assert.deepEqual(await everyRow(owner), was);
  const foreign = await emptyDatabase();
  await asked(foreign, "create table theirs (id integer primary key)");
  assert.equal((await truepenny(foreign, "restore", "--from", whole)).answer.code, "database_used");
  const empty = await emptyDatabase();
  const env = { TRUEPENNY_SECRET: "another key of the same length" };
  assert.equal((await run(empty, ["restore", "--from", whole], env)).answer.code, "another_key");
  assert.equal((await everyRow(empty)).size, 0);
});

test("a backup of a newer Truepenny is refused, one of an older comes to this version once it is restored", async () => {
  const lines = linesOf(whole);
  const head = JSON.parse(lines[0] ?? "");
  const newer = { ...head, migrations: [...head.migrations, { name: "9999-later.sql", digest: "" }] };
  const target = await emptyDatabase();
  const no = await truepenny(target, "restore", "--from", kept(signed([JSON.stringify(newer), ...lines.slice(1, -1)])));
  assert.equal(no.answer.code, "backup_newer");

  const old = await emptyDatabase();
  const migrations = new URL("../db/migrations/", import.meta.url);
  const names = readdirSync(migrations).sort();
  await asked(
    old,
    "create table migrations (name text primary key, digest text not null, applied_at timestamptz(3) not null default now())",
  );
  for (const name of names.slice(0, -1)) {
    const sql = readFileSync(new URL(name, migrations), "utf8");
    await asked(old, sql);
    await asked(old, `insert into migrations values ('${name}', '${createHash("sha256").update(sql).digest("hex")}')`);
  }
  const older = join(folder, "older.backup");
  assert.equal((await truepenny(old, "backup", "--out", older)).code, 0);
  const { code, answer } = await truepenny(target, "restore", "--from", older);
  assert.deepEqual([code, answer.migrated], [0, names.slice(-1)]);
});

test("a restore killed in the middle leaves nothing behind, and the next one succeeds", async () => {
  const target = await emptyDatabase();
  await truepenny(target, "migrate");
  await asked(
    target,
    `create function wait() returns trigger language plpgsql as 'begin perform pg_sleep(60); return new; end';
    create trigger wait before insert on tellings execute function wait();
    create trigger wait before insert on promises execute function wait()`,
  );
  const child = start(target, ["restore", "--from", whole]);
  const waiting = "from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'";
  while ((await asked(target, `select 1 ${waiting}`)).length === 0) await sleep(20);
  child.kill("SIGKILL");
  await asked(target, `select pg_terminate_backend(pid) ${waiting}`);
  while (
    (await asked(target, "select 1 from pg_stat_activity where application_name = 'truepenny restore'")).length > 0
  )
    await sleep(20);
  await asked(target, "drop function wait() cascade");
  assert.deepEqual(
    [...(await everyRow(target)).values()].filter((rows) => rows !== ""),
    [(await everyRow(target)).get("migrations")],
  );
  assert.equal((await truepenny(target, "restore", "--from", whole)).code, 0);
  assert.deepEqual(without(await everyRow(target), "migrations"), without(await everyRow(owner), "migrations"));
});

test("a house with its own PostgreSQL moves into a data folder, which then backs up the same", async () => {
  const data = join(folder, "data");
  const env = { DATABASE_URL: "", TRUEPENNY_SECRET: "", TRUEPENNY_DATA: data };
  const { code, answer } = await run(owner, ["restore", "--from", whole], env);
  assert.deepEqual([code, answer.is_whole], [0, true]);
  assert.equal(readFileSync(join(data, "secret"), "utf8").trim(), testSecret);
  const moved = join(folder, "moved.backup");
  assert.equal((await run(owner, ["backup", "--out", moved], env)).code, 0);
  assert.deepEqual(linesOf(moved).slice(1, -1), linesOf(whole).slice(1, -1));
  assert.equal((await run(owner, ["restore", "--from", whole], env)).answer.code, "workspace_lives");

  const nowhere = { ...env, TRUEPENNY_DATA: join(folder, "nowhere") };
  assert.equal((await run(owner, ["backup", "--out", join(folder, "x")], nowhere)).answer.code, "no_key");
  assert.ok(!existsSync(nowhere.TRUEPENNY_DATA));
});

const program = new URL("truepenny.ts", import.meta.url).pathname;

function start({ host, port, user, database }: Connection, words: string[], env: Record<string, string> = {}) {
  const url = `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(String(host))}`;
  const usual = { PATH: process.env.PATH, DATABASE_URL: url, TRUEPENNY_SECRET: testSecret };
  return spawn(process.execPath, [program, ...words, "--json"], { env: { ...usual, ...env } });
}

async function run(at: Connection, words: string[], env?: Record<string, string>) {
  const child = start(at, words, env);
  const [out, err, [code, signal]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  assert.ok(out || err, `nothing was said: exit code ${code}, signal ${signal}`);
  return { code, answer: JSON.parse((out || err).trimEnd().split("\n").at(-1) ?? "") };
}

function truepenny(at: Connection, ...words: string[]) {
  return run(at, words);
}

async function emptyDatabase(): Promise<Connection> {
  const database = `restored_${newId().replaceAll("-", "")}`;
  await asked(owner, `create database ${database} template template0`);
  made.push(database);
  return { ...owner, database };
}

async function asked(at: Connection, query: string): Promise<Record<string, string>[]> {
  const client = new pg.Client(at);
  await client.connect();
  try {
    return (await client.query(query)).rows;
  } finally {
    await client.end();
  }
}

/** Every table with all its rows as text, in an order of their own. */
async function everyRow(at: Connection): Promise<Map<string, string>> {
  const tables = await asked(
    at,
    "select table_name as name from information_schema.tables where table_schema = 'public'",
  );
  const all = new Map<string, string>();
  for (const { name = "" } of tables) {
    const [{ rows } = { rows: "" }] = await asked(
      at,
      `select coalesce(string_agg(t::text, e'\\n' order by t::text collate "C"), '') as rows from ${name} t`,
    );
    all.set(name, rows ?? "");
  }
  return all;
}

async function foreignKeys(at: Connection): Promise<string> {
  const all = await asked(
    at,
    "select conname, conrelid::regclass::text as table, pg_get_constraintdef(oid) as says from pg_constraint where contype = 'f' order by 2, 1",
  );
  assert.ok(all.length > 40);
  return JSON.stringify(all);
}

function without(tables: Map<string, string>, name: string): Map<string, string> {
  tables.delete(name);
  return tables;
}

function linesOf(file: string): string[] {
  return gunzipSync(readFileSync(file)).toString().trimEnd().split("\n");
}

let files = 0;
function kept(bytes: Buffer): string {
  const file = join(folder, `kept-${files++}`);
  writeFileSync(file, bytes);
  return file;
}

function cutAt(size: number): string {
  const file = join(folder, `cut-${files++}`);
  copyFileSync(whole, file);
  truncateSync(file, size);
  return file;
}

/** These lines as a backup that was written so. */
function signed(lines: string[]): Buffer {
  const body = lines.map((line) => `${line}\n`).join("");
  const end = JSON.parse(linesOf(whole).at(-1) ?? "");
  return gzipSync(`${body}${JSON.stringify({ ...end, sha256: createHash("sha256").update(body).digest("hex") })}\n`);
}
