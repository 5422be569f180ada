import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "kysely";
import { newId } from "#base/id.ts";
import { instant, plusSeconds } from "#base/instant.ts";
import { runDue } from "#engine/clock/clock.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { newWorkspace } from "#test/harness/workspace.ts";
import { forgetKeysDuty } from "./forget-keys.ts";
import { digestOf, once } from "./idempotency.ts";

const { db } = await freshDatabase();
const noon = instant("2026-11-24T12:00:00Z");
const workspaces = [await newWorkspace(db), await newWorkspace(db)];

test("a key is forgotten after a day, in every workspace, and not before", async () => {
  for (const { workspaceId } of workspaces) {
    await use(workspaceId, "yesterday's", noon);
    await use(workspaceId, "today's", plusSeconds(noon, 3600));
  }
  await runDue([forgetKeysDuty(db)], plusSeconds(noon, 24 * 3600));
  assert.deepEqual(await kept(), ["today's", "yesterday's", "today's", "yesterday's"]);
  await runDue([forgetKeysDuty(db)], plusSeconds(noon, 24 * 3600 + 1));
  assert.deepEqual(await kept(), ["today's", "today's"]);
});

async function use(workspaceId: string, key: string, now: typeof noon): Promise<void> {
  const deed = { workspaceId, actorId: newId(), key, digest: digestOf("POST", "/notes", "{}"), now };
  await inWorkspace(db, workspaceId, (tx) => once(tx, deed, [], async () => ({ status: 201, answer: {} })));
}

async function kept(): Promise<string[]> {
  const keysIn = ({ workspaceId }: { workspaceId: string }) =>
    inWorkspace(db, workspaceId, (tx) =>
      sql<{ key: string }>`select key from idempotency_keys where workspace_id = ${workspaceId} order by key`.execute(
        tx,
      ),
    );
  const found = await Promise.all(workspaces.map(keysIn));
  return found.flatMap(({ rows }) => rows.map(({ key }) => key));
}
