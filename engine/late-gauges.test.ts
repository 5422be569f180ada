import assert from "node:assert/strict";
import { test } from "node:test";
import { Instant, plusSeconds } from "#base/instant.ts";
import { openDatabase } from "#engine/db/database.ts";
import { pg } from "#engine/db/types.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { newMarta, thursday } from "#test/harness/marta.ts";
import { showLateness } from "./late-gauges.ts";
import { metrics } from "./metrics.ts";

const { db, owner, app, clock } = await freshDatabase();

test("what is due and not done yet is told with how late it is, and what waits with its age", async () => {
  const { promise, workspaceId } = await newMarta(db);
  const now = new Instant(Date.now());
  const hide = showLateness(db, () => now);
  assert.equal(await read('truepenny_due{duty="ring"}'), 0);
  assert.equal(await read('truepenny_late_seconds{duty="ring"}'), 0);
  assert.equal(await read("truepenny_messages_waiting"), 0);

  const { id } = await promise("Fix the tap");
  await asOwner("update promises set next_ring_at = $1 where id = $2", [plusSeconds(now, -90), id]);
  await asOwner(
    `insert into messages (workspace_id, id, direction, author, channel, letter, language, body, state, queued_at, next_attempt_at)
     values ($1, $2, 'out', 'human', 'email', 'free', 'en', 'x', 'queued', $3, $4)`,
    [workspaceId, idOf(plusSeconds(now, -600)), thursday, plusSeconds(now, 30)],
  );
  assert.equal(await read('truepenny_due{duty="ring"}'), 1);
  assert.equal(await read('truepenny_late_seconds{duty="ring"}'), 90);
  assert.equal(await read('truepenny_due{duty="message"}'), 0);
  assert.equal(await read("truepenny_messages_waiting"), 1);
  assert.equal(await read("truepenny_oldest_waiting_message_seconds"), 600);
  assert.equal(await read("truepenny_database_up"), 1);
  hide();
  assert.equal(await read("truepenny_database_up"), undefined);
});

test("a look while the database is away is answered, and says nothing that is no longer known", async () => {
  const away = openDatabase({ app, clock: { ...clock, host: "/nowhere" } });
  const hide = showLateness(away, () => thursday);
  assert.equal(await read("truepenny_database_up"), 0);
  assert.equal(await read('truepenny_late_seconds{duty="ring"}'), undefined);
  assert.equal(await read("truepenny_messages_waiting"), undefined);
  hide();
  await away.close();
});

async function read(sample: string): Promise<number | undefined> {
  const line = (await metrics.metrics()).split("\n").find((said) => said.startsWith(`${sample} `));
  return line === undefined ? undefined : Number(line.slice(sample.length));
}

/** An id made at that instant. */
function idOf(at: Instant): string {
  const hex = at.epochMilliseconds.toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
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
