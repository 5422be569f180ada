import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { after, test } from "node:test";
import { checkLateness } from "#engine/checks/behind.ts";
import { checkMachine, checkNode } from "#engine/checks/machine.ts";
import { readConfig } from "#engine/config.ts";
import { pg } from "#engine/db/types.ts";
import { duties, type Lateness } from "#engine/lateness.ts";
import { freshDatabase, testSecret } from "#test/harness/database.ts";
import { startMailServer } from "#test/harness/mail-server.ts";
import { newMarta } from "#test/harness/marta.ts";

const { db, owner } = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), "truepenny-doctor-"));
after(() => rmSync(folder, { recursive: true, force: true }));

test("a house that is well is told so with exit code 0, and a mail server is called on without sending", async () => {
  const data = join(folder, "data");
  const mail = await startMailServer();
  const env = { TRUEPENNY_DATA: data, SMTP_URL: mail.url, PUBLIC_URL: "https://promises.example.com" };
  await run(["migrate"], env);
  const { code, report } = await run(["doctor"], env);
  assert.deepEqual([code, report.is_well, wrongIn(report)], [0, true, []]);
  assert.equal(report.findings.length, 14);
  assert.equal(mail.inbox.length, 0);

  chmodSync(join(data, "secret"), 0o644);
  await mail.stop();
  const worse = await run(["doctor"], { ...env, PUBLIC_URL: "http://promises.example.com" });
  assert.deepEqual([worse.code, wrongIn(worse.report)], [1, ["key", "public address", "mail server"]]);
});

test("a folder that holds no house is told, and none is made there", async () => {
  const { code, report } = await run(["doctor"], { TRUEPENNY_DATA: join(folder, "none") });
  assert.deepEqual([code, wrongIn(report)], [1, ["data folder", "key", "database"]]);
  assert.ok(!existsSync(join(folder, "none")));
});

test("a server that is away, walls that are down, a clock that stands still and failed mail are each told", async () => {
  const { host, port, user, database } = owner;
  const at = (socket: string) => `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(socket)}`;
  const env = { TRUEPENNY_DATA: folder, TRUEPENNY_SECRET: testSecret };
  const away = await run(["doctor"], { ...env, DATABASE_URL: at("/nowhere") });
  assert.deepEqual([away.code, wrongIn(away.report)], [1, ["database"]]);

  const { promise, workspaceId } = await newMarta(db);
  const { id } = await promise("Fix the tap");
  await asOwner(`update promises set next_ring_at = now() - interval '1 hour' where id = '${id}'`);
  await asOwner("alter table verdicts disable row level security");
  await asOwner(`insert into messages (workspace_id, id, direction, author, channel, letter, language, body, state, queued_at)
    values ('${workspaceId}', '${id}', 'out', 'human', 'email', 'free', 'en', 'x', 'failed', now())`);
  const there = await run(["doctor"], { ...env, DATABASE_URL: at(String(host)) });
  // The server of the tests is not for keeping: it answers before anything is on the disk.
  assert.deepEqual(wrongIn(there.report), ["durability", "walls", "failed mail", "clock"]);
  const says = JSON.stringify(there.report);
  assert.match(says, /is off on verdicts/);
  assert.match(says, /ring: 1 due, 36\d\d s late/);
  assert.ok(!says.includes(testSecret));

  await asOwner("delete from migrations where name = '0006-search.sql'");
  const pending = await run(["doctor"], { ...env, DATABASE_URL: at(String(host)) });
  assert.deepEqual(wrongIn(pending.report), ["durability", "migrations"]);
});

test("what the machine lacks is told with what to do", () => {
  const open = mkdtempSync(join(folder, "open-"));
  chmodSync(open, 0o755);
  const set = { TRUEPENNY_DATA: open, TRUEPENNY_SECRET: "short", SMTP_URL: "smtp://mail.example.com" };
  const findings = checkMachine(readConfig(set)).filter(({ isWell }) => !isWell);
  assert.deepEqual(
    findings.map(({ what }) => what),
    ["data folder", "key", "public address"],
  );
  assert.equal(findings[0]?.todo, `chmod 700 ${open}`);
  assert.equal(checkNode("22.3.0").isWell, false);
  const idle = { count: 0, lateSeconds: 0 };
  const due = Object.fromEntries(duties.map((duty) => [duty, idle])) as Lateness["due"];
  const waits = checkLateness({ due, waiting: { count: 3, oldestSeconds: 7_200 } });
  assert.deepEqual(
    waits.map(({ isWell }) => isWell),
    [true, false],
  );
});

type Report = { is_well: boolean; findings: { what: string; is_well: boolean; says: string; todo: string | null }[] };

function wrongIn({ findings }: Report): string[] {
  return findings.filter((finding) => !finding.is_well).map(({ what }) => what);
}

async function run(words: string[], env: Record<string, string>): Promise<{ code: number; report: Report }> {
  const program = new URL("truepenny.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, [program, ...words, "--json"], { env: { PATH: process.env.PATH, ...env } });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  assert.ok(out, err);
  return { code, report: JSON.parse(out.trimEnd().split("\n").at(-1) ?? "") };
}

async function asOwner(query: string): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query(query);
  } finally {
    await client.end();
  }
}
