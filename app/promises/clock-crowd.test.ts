import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { plusSeconds } from "#base/instant.ts";
import { startClock } from "#engine/clock/clock.ts";
import type { Duty } from "#engine/clock/duty.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { at, type Shop, startPromises } from "#test/harness/promises.ts";
import { promiseDuties } from "./clock.ts";

const { db, newShop, setTime, mail, duties, now } = await startPromises();

beforeEach(() => {
  setTime("Mon 9:00");
  mail.inbox.length = 0;
});

/** So many more promises like this one. */
function copies({ workspaceId }: Shop, id: string, count: number) {
  return inWorkspace(db, workspaceId, (tx) =>
    sql`insert into promises
      select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid()))).*
      from promises p, generate_series(1, ${count}) where p.workspace_id = ${workspaceId} and p.id = ${id}`.execute(tx),
  );
}

type Counted = { promises: number; rings: number; rung: number; mailed: number; mails: number; waiting: number };

/** What rang in a workspace, by how many rows say so. */
async function counted({ workspaceId }: Shop): Promise<Counted> {
  const { rows } = await inWorkspace(db, workspaceId, (tx) =>
    sql<Counted>`select
      (select count(*)::int from promises where workspace_id = ${workspaceId} and ring_stage = 'due') as promises,
      (select count(*)::int from rings where workspace_id = ${workspaceId}) as rings,
      (select count(distinct promise_id)::int from rings where workspace_id = ${workspaceId}) as rung,
      (select count(*)::int from rings where workspace_id = ${workspaceId} and message_id is not null) as mailed,
      (select count(distinct message_id)::int from rings where workspace_id = ${workspaceId}) as mails,
      (select count(*)::int from messages where workspace_id = ${workspaceId} and state = 'queued') as waiting`.execute(
      tx,
    ),
  );
  return rows[0] as Counted;
}

test("two clocks on one database ring two hundred promises once each, and every ring is in one mail", async () => {
  const shop = await newShop();
  const { id } = await shop.promise({ due_at: at("Mon 9:20") });
  await copies(shop, id, 199);
  setTime("Mon 9:20");
  const problems: unknown[] = [];
  const clocks = [1, 2].map(() =>
    startClock({ duties, now, log: (problem) => problems.push(problem), pollSeconds: 0.05 }),
  );
  for (let waited = 0; waited < 90_000; waited += 50) {
    const { promises, rings, mailed, waiting } = await counted(shop);
    if (promises === 200 && rings === mailed && waiting === 0) break;
    // The mail waits for the next second while more rings.
    setTime(plusSeconds(now(), 0.01));
    await sleep(50);
  }
  await Promise.all(clocks.map((clock) => clock.stop()));
  const { promises, rings, rung, mailed, mails, waiting } = await counted(shop);
  assert.deepEqual([promises, rings, rung, mailed, waiting, problems], [200, 200, 200, 200, 0, []]);
  const ids = mail.inbox.map(({ messageId }) => messageId);
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(ids.length, mails);
  assert.equal(mails, 1);
});

test("while more rings for a member their mail waits with all of it, and is not looked at again at once", async () => {
  const shop = await newShop();
  const { id } = await shop.promise({ due_at: at("Mon 9:20") });
  await copies(shop, id, 299);
  setTime("Mon 9:20");
  const [, ring, mailing] = promiseDuties(db);
  assert.ok(ring && mailing);
  const due = async (duty: Duty) => (await duty.due(now(), { workspaceIds: [], ids: [] })).length;
  while ((await counted(shop)).rung < 250) {
    for (const item of await ring.due(now(), { workspaceIds: [], ids: [] })) await ring.act(item, now());
  }
  assert.equal(await due(mailing), 1);
  for (const item of await mailing.due(now(), { workspaceIds: [], ids: [] })) await mailing.act(item, now());
  assert.equal(await due(mailing), 0);
  assert.equal((await counted(shop)).mailed, 0);
});

test("a busy workspace with two thousand due promises does not keep another's single one waiting", async () => {
  const [busy, quiet] = [await newShop(), await newShop()];
  const { id } = await busy.promise({ due_at: at("Mon 9:20") });
  await copies(busy, id, 1_999);
  const single = await quiet.promise({ due_at: at("Mon 9:21") });
  setTime("Mon 9:21");
  const order: string[] = [];
  const watched = promiseDuties(db).map(
    (duty): Duty => ({
      ...duty,
      act: async (item, at) => {
        await duty.act(item, at);
        if (duty.name === "ring") order.push(item.id);
      },
    }),
  );
  const clock = startClock({ duties: watched, now, log: (problem) => assert.fail(String(problem)), pollSeconds: 0.05 });
  while (!order.includes(single.id)) await sleep(10);
  await clock.stop();
  const before = order.indexOf(single.id);
  assert.ok(before <= 100, `${before} rings of the busy workspace came first`);
  assert.ok((await counted(busy)).promises < 2_000);
});
