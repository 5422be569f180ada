import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { after, test } from "node:test";
import { createCustomer } from "#app/customers/actions.ts";
import { shareHead } from "#app/journal/shared.ts";
import { headOf } from "#app/journal/store.ts";
import { newId } from "#base/id.ts";
import { instant } from "#base/instant.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { pg } from "#engine/db/types.ts";
import { freshDatabase, testSecret } from "#test/harness/database.ts";
import { newWorkspace } from "#test/harness/workspace.ts";

const beside = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);
const program = `import { verifyCommand } from ${beside("./verify.ts")};
import { refused } from ${beside("./refused.ts")};
const args = process.argv.slice(1);
process.exitCode = await verifyCommand.run(args).catch((problem) => refused(problem, "verify", args));`;

const { db, owner } = await freshDatabase();
const { workspaceId, member } = await newWorkspace(db);
const other = await newWorkspace(db);
const now = instant("2026-11-24T15:00:00Z");
const { id: customerId } = await inWorkspace(db, workspaceId, (tx) =>
  createCustomer(tx, workspaceId, member, { name: "Ida", kind: "person" }, now),
);
const folder = mkdtempSync(join(tmpdir(), "truepenny-verify-"));
after(() => rmSync(folder, { recursive: true }));

test("a whole journal is proved, of all workspaces or of one", async () => {
  const all = await verify();
  assert.deepEqual([all.code, all.report.is_whole, all.report.workspaces], [0, true, 2]);
  const one = await verify("--workspace", other.workspaceId);
  assert.deepEqual([one.code, one.report.workspaces, one.report.faults], [0, 1, []]);
});

test("a workspace that is not there, and a file that is no export, are refused in a sentence", async () => {
  for (const [code, ...words] of [
    ["not_found", "--workspace", newId()],
    ["not_found", "--workspace", "x"],
    ["export_unreadable", "--against", join(folder, "none.jsonl")],
    ["export_unreadable", "--against", kept('{"type":"journal_head","seq":"x"}')],
    ["export_without_journal", "--against", kept("hello")],
  ] as const) {
    const no = await verify(...words);
    assert.deepEqual([no.code, JSON.parse(no.err).code], [1, code]);
  }
});

test("a changed byte, a rewritten history and a chain that is gone are told, with exit code 1", async () => {
  const head = shareHead(
    (await inWorkspace(db, workspaceId, (tx) => headOf(tx, workspaceId, customerId))) ?? assert.fail(),
  );
  const earlier = kept(JSON.stringify(head));
  assert.equal((await verify("--against", earlier)).code, 0);

  const gone = await verify("--against", kept(JSON.stringify({ ...head, chain_id: newId() })));
  assert.deepEqual([gone.code, gone.report.faults[0].code], [1, "rewritten"]);
  const rewritten = await verify("--against", kept(JSON.stringify({ ...head, hash: "0".repeat(64) })));
  assert.deepEqual([rewritten.code, rewritten.report.faults[0].chain_id], [1, customerId]);

  await asOwner("update journal set what = 'customer creatad' where chain_id = $1 and seq = 1", [customerId]);
  const { code, report } = await verify();
  const [fault] = report.faults;
  assert.deepEqual([code, report.is_whole, report.faults.length], [1, false, 1]);
  assert.deepEqual(
    [fault.workspace_id, fault.chain_id, fault.seq, fault.code],
    [workspaceId, customerId, 1, "copy_differs"],
  );
  assert.equal((await verify("--workspace", other.workspaceId)).code, 0);
});

async function verify(...words: string[]) {
  const { host, port, user, database } = owner;
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(String(host))}`,
    TRUEPENNY_SECRET: testSecret,
  };
  const child = spawn(process.execPath, ["--input-type=module", "-e", program, "--", "--json", ...words], { env });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { code, err, report: out ? JSON.parse(out) : null };
}

let files = 0;
function kept(line: string): string {
  const file = join(folder, `export-${files++}.jsonl`);
  writeFileSync(file, `${line}\n`);
  return file;
}

async function asOwner(query: string, values: unknown[]): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query(query, values);
  } finally {
    await client.end();
  }
}
