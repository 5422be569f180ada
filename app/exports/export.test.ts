import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import fc from "fast-check";
import { insertPromise } from "#app/promises/store.ts";
import { newId } from "#base/id.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { pg } from "#engine/db/types.ts";
import { anyPromise, later } from "#test/harness/any-promise.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { newPeople } from "#test/harness/people.ts";
import { exportWorkspace } from "./actions.ts";
import { exported, type Line } from "./export.ts";

const { db, owner } = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), "export-"));
after(() => rmSync(folder, { recursive: true }));

async function linesOf(workspaceId: string): Promise<Line[]> {
  const lines: Line[] = [];
  const write = async (line: string) => void lines.push(JSON.parse(line));
  await inWorkspace(db, workspaceId, (tx) => exportWorkspace(tx, workspaceId, write, later));
  return lines;
}

test("an export holds every row of its workspace and none of another", async () => {
  const { workspaceId, member, customerIds } = await newPeople(db, 3);
  await newPeople(db, 2);
  const promises = fc.sample(anyPromise({ workspaceId, customerIds, memberIds: [member.memberId] }), 1_200);
  await inWorkspace(db, workspaceId, async (tx) => {
    for (const promise of promises) await insertPromise(tx, promise);
  });
  const lines = await linesOf(workspaceId);
  const ofType = (type: string) => lines.filter((line) => line.type === type);
  assert.deepEqual(new Set(ofType("promise").map(({ id }) => id)), new Set(promises.map(({ id }) => id)));
  assert.deepEqual(
    ofType("member").map(({ name }) => name),
    ["Ana Lima", "Ben Okoye"],
  );
  assert.equal(ofType("customer").length, 3);
  assert.ok(lines.every((line) => line.workspace_id === undefined || line.workspace_id === workspaceId));
  assert.match(String(ofType("promise")[0]?.made_at), /^2026-11-2\dT[\d:]+Z$/);
});

test("no password, key or mail server leaves the house in it", async () => {
  const { workspaceId, apiKey } = await newPeople(db, 1);
  const lines = await linesOf(workspaceId);
  for (const secret of ["password_hash", "secret_hash", "mail_url_sealed", apiKey.slice(-43)]) {
    assert.ok(!JSON.stringify(lines).includes(secret), secret);
  }
});

test("every table of the business is in it; the journal stands in lines of its own", async () => {
  const client = new pg.Client(owner);
  await client.connect();
  const { rows } = await client.query(
    "select table_name from information_schema.columns where table_schema = 'public' and column_name = 'workspace_id'",
  );
  await client.end();
  // Answers kept for a day, so that a request sent twice is done once.
  const notHistory = ["idempotency_keys", "presences"];
  const asJournal = ["journal", "journal_heads", "journal_texts"];
  const there = [...exported.map(({ table }) => table), ...asJournal, ...notHistory];
  assert.deepEqual(new Set(there), new Set(rows.map(({ table_name }) => table_name)));
});

test("its journal is proved by the script that needs no Truepenny", async () => {
  const { workspaceId } = await newPeople(db, 4);
  const file = join(folder, "export.jsonl");
  const lines = await linesOf(workspaceId);
  const check = (changed: Line[]) => {
    writeFileSync(file, changed.map((line) => JSON.stringify(line)).join("\n"));
    const script = new URL("../../docs/check-journal.mjs", import.meta.url).pathname;
    return spawnSync(process.execPath, [script, file], { encoding: "utf8" });
  };
  const { status, stdout } = check(lines);
  assert.equal(status, 0, stdout);
  assert.match(stdout, /in 5 chains/);
  assert.equal(
    check(
      lines.toSpliced(
        lines.findIndex(({ type }) => type === "journal"),
        1,
      ),
    ).status,
    1,
  );
});

test("a workspace that is not there is refused", async () => {
  await assert.rejects(linesOf(newId()), { name: "Refusal", kind: "missing" });
});
