import assert from "node:assert/strict";
import { test } from "node:test";
import { newId } from "#base/id.ts";
import { instant, plusSeconds } from "#base/instant.ts";
import { pg } from "#engine/db/types.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { newWorkspace } from "#test/harness/workspace.ts";
import { alarms } from "./alarms.ts";
import { byAlarm } from "./due-rows.ts";
import { nothing } from "./duty.ts";
import { glance } from "./glance.ts";

const { db, owner } = await freshDatabase();
const noon = instant("2026-11-24T12:00:00Z");
const outbox = byAlarm(db, alarms.message);
const [busy, quiet] = [(await newWorkspace(db)).workspaceId, (await newWorkspace(db)).workspaceId];
const client = new pg.Client(owner);

async function wait(workspaceId: string, count: number, startingAt = noon): Promise<string[]> {
  const ids = Array.from({ length: count }, newId);
  await client.query(
    `insert into messages (workspace_id, id, direction, author, channel, letter, language, body, state, queued_at, next_attempt_at)
     select $1, id, 'out', 'human', 'email', 'moved', 'en', '', 'queued', $3, $3::timestamptz + place * interval '1 ms'
     from unnest($2::uuid[]) with ordinality as given (id, place)`,
    [workspaceId, ids, startingAt],
  );
  return ids;
}

test("the clock finds what is due, oldest first, at most fifty of a workspace, so that a busy one hides no other", async () => {
  await client.connect();
  const ours = await wait(busy, 5_200);
  const [theirs] = await wait(quiet, 1, plusSeconds(noon, 60));
  await wait(quiet, 1, plusSeconds(noon, 86_400));
  const later = plusSeconds(noon, 3600);

  assert.deepEqual(await outbox.due(plusSeconds(noon, -1), nothing), []);
  const first = await outbox.due(later, nothing);
  assert.deepEqual(
    first.map(({ id }) => id),
    ours.slice(0, 50),
  );
  assert.deepEqual(first[0], { workspaceId: busy, id: ours[0], version: 1 });

  const behind = await outbox.due(later, { workspaceIds: [busy], ids: [] });
  assert.deepEqual(
    behind.map(({ id }) => id),
    [theirs],
  );
  const rested = await outbox.due(later, { workspaceIds: [], ids: ours.slice(0, 10) });
  assert.equal(rested[0]?.id, ours[10]);
});

test("a glance says which alarms have something due", async () => {
  const all = Object.values(alarms);
  assert.deepEqual([...(await glance(db, all, plusSeconds(noon, -1)))], []);
  assert.deepEqual([...(await glance(db, all, plusSeconds(noon, 1)))], [alarms.message]);
});

test("the search goes by the alarm's own index", async () => {
  await client.query("analyze messages");
  const { rows } = await client.query<{ "QUERY PLAN": string }>(
    `explain select workspace_id, id, version, next_attempt_at from messages where next_attempt_at <= $$2026-11-24T12:00:01Z$$
     order by next_attempt_at, workspace_id, id limit 5000`,
  );
  await client.end();
  assert.match(rows.map((row) => row["QUERY PLAN"]).join("\n"), /Scan (using|on) messages_outbox/);
});
