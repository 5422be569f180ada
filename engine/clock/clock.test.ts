import assert from "node:assert/strict";
import { afterEach, before, beforeEach, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { newId } from "#base/id.ts";
import { Instant, instant, plusSeconds, secondsBetween } from "#base/instant.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { pg } from "#engine/db/types.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { type Alarm, alarms } from "./alarms.ts";
import { type Clock, type ClockLog, runDue, startClock } from "./clock.ts";
import type { Duty } from "./duty.ts";
import { startHerald } from "./herald.ts";

const { db, owner, clock: clockConnection } = await freshDatabase();
const [ours, theirs] = [newId(), newId()];
const noon = instant("2026-11-24T12:00:00Z");
const started = new Instant(Date.now());
/** A clock that runs, from an hour after noon. */
const now = () => plusSeconds(noon, 3600 + secondsBetween(started, new Instant(Date.now())));

type Bell = { workspaceId: string; id: string; version: number };

before(async () => {
  const client = new pg.Client(owner);
  await client.connect();
  await client.query(`
    create table bells (workspace_id uuid, id uuid primary key, version int default 1, next_at timestamptz(3), place serial);
    create table rung (workspace_id uuid, bell_id uuid, at timestamptz(3));
    grant select, insert, update, delete on bells, rung to truepenny_app; grant usage on all sequences in schema public to truepenny_app;
    grant select on bells to truepenny_clock`);
  await client.end();
});

const clocks: Clock[] = [];

function start(duty: Duty<Bell>, log: ClockLog = fail, pollSeconds = 1): Clock {
  const clock = startClock({ duties: [duty], now, log, pollSeconds });
  clocks.push(clock);
  return clock;
}

afterEach(() => Promise.all(clocks.map((clock) => clock.stop())));

beforeEach(async () => {
  await sql`delete from bells`.execute(db.app);
  await sql`delete from rung`.execute(db.app);
});

async function hang(workspaceId: string, at: Instant, count = 1): Promise<string[]> {
  const ids = Array.from({ length: count }, newId);
  await sql`insert into bells (workspace_id, id, next_at)
    select ${workspaceId}::uuid, id, ${at} from unnest(${ids}::uuid[]) as id`.execute(db.app);
  return ids;
}

async function rung(): Promise<string[]> {
  const { rows } = await sql<{ bell_id: string }>`select bell_id from rung order by at`.execute(db.app);
  return rows.map((row) => row.bell_id);
}

/** Rings a bell once: the claim by version and what it does stand in one transaction. */
function ringing(act: (bell: Bell, at: Instant) => Promise<void> = async () => undefined): Duty<Bell> {
  return {
    name: "ring",
    due: async (at, leftOut) => {
      const { rows } = await sql<{ workspace_id: string; id: string; version: number }>`
        select workspace_id, id, version from bells where next_at <= ${at}
          and workspace_id <> all (${leftOut.workspaceIds}::uuid[]) and id <> all (${leftOut.ids}::uuid[])
        order by next_at, place limit 50`.execute(db.clock);
      return rows.map((row) => ({ workspaceId: row.workspace_id, id: row.id, version: row.version }));
    },
    act: (bell, at) =>
      inWorkspace(db, bell.workspaceId, async (tx) => {
        const { rows } = await sql`update bells set next_at = null, version = version + 1
          where workspace_id = ${bell.workspaceId} and id = ${bell.id} and version = ${bell.version} returning id`.execute(
          tx,
        );
        if (rows.length === 0) return;
        await act(bell, at);
        await sql`insert into rung values (${bell.workspaceId}, ${bell.id}, clock_timestamp())`.execute(tx);
      }),
  };
}

const fail: ClockLog = (problem) => {
  throw problem;
};

async function until(fits: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 8_000; waited += 20) {
    if (await fits()) return;
    await sleep(20);
  }
  throw new Error("it did not come to that");
}

test("what is due happens, what is due later waits, and 24 hours later is one line", async () => {
  const [today] = await hang(ours, noon);
  const [tomorrow] = await hang(ours, plusSeconds(noon, 86_400));
  await runDue([ringing()], plusSeconds(noon, -1));
  assert.deepEqual(await rung(), []);
  await runDue([ringing()], noon);
  assert.deepEqual(await rung(), [today]);
  await runDue([ringing()], plusSeconds(noon, 86_400));
  assert.deepEqual(await rung(), [today, tomorrow]);
});

test("everything due happens, however much more it is than one search finds", async () => {
  const ids = await hang(ours, noon, 120);
  await runDue([ringing()], noon);
  assert.deepEqual(await rung(), ids);
});

test("a bug in an act is seen, and an act that settles nothing does not turn for ever", async () => {
  await hang(ours, noon);
  await assert.rejects(runDue([ringing(async () => Promise.reject(new Error("broken")))], noon), /broken/);
  const idle: Duty<Bell> = { ...ringing(), act: async () => undefined };
  await assert.rejects(runDue([idle], noon), /ring does not settle/);
});

test("two processes on the same clock ring each bell once, in its workspace's order", async () => {
  const inOrder = [await hang(ours, noon, 80), await hang(theirs, noon, 80)];
  const problems: unknown[] = [];
  const both = [1, 2].map(() => start(ringing(), (problem) => problems.push(problem)));
  await until(async () => (await rung()).length >= 160);
  await Promise.all(both.map((clock) => clock.stop()));
  const heard = await rung();
  assert.deepEqual(heard.toSorted(), inOrder.flat().toSorted());
  assert.deepEqual(problems, []);
});

test("one process rings the bells of a workspace in the order in which they fell due", async () => {
  const late = await hang(ours, plusSeconds(noon, 60), 5);
  const early = await hang(ours, noon, 5);
  const clock = start(ringing());
  await until(async () => (await rung()).length === 10);
  await clock.stop();
  assert.deepEqual(await rung(), [...early, ...late]);
});

test("a slow workspace delays no other, and a failing bell no other bell", async () => {
  const [slow] = await hang(ours, noon);
  const [broken, whole] = await hang(theirs, plusSeconds(noon, 1), 2);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let tries = 0;
  const duty = ringing(async (bell) => {
    if (bell.id === slow) await held;
    if (bell.id === broken && ++tries < 3) throw new Error("broken");
  });
  const problems: string[] = [];
  const clock = start(duty, (_problem, doing) => problems.push(doing), 0.1);
  await until(async () => (await rung()).includes(whole ?? ""));
  assert.deepEqual(await rung(), [whole]);
  await until(async () => (await rung()).includes(broken ?? ""));
  release();
  await clock.stop();
  assert.deepEqual(await rung(), [whole, broken, slow]);
  assert.equal(problems.length, 2);
  assert.match(problems[1] ?? "", /for the 2. time/);
});

test("stopping finishes what is under way and begins nothing new", async () => {
  const [first, second] = await hang(ours, noon, 2);
  let begun = false;
  const duty = ringing(async () => {
    begun = true;
    await sleep(200);
  });
  const clock = start(duty);
  await until(() => begun);
  await clock.stop();
  assert.deepEqual(await rung(), [first]);
  await runDue([ringing()], noon);
  assert.deepEqual(await rung(), [first, second]);
});

test("a search that fails is tried again at the next poll", async () => {
  await hang(ours, noon);
  let searches = 0;
  const duty = ringing();
  const problems: unknown[] = [];
  const failing: Duty<Bell> = {
    ...duty,
    due: (at, leftOut) => (++searches < 3 ? Promise.reject(new Error("down")) : duty.due(at, leftOut)),
  };
  const clock = start(failing, (problem) => problems.push(problem), 0.05);
  await until(async () => (await rung()).length === 1);
  await clock.stop();
  assert.equal(problems.length, 2);
});

test("a duty whose alarm is not due is not searched for, and one that was glanced at in vain is", async () => {
  const searched: string[] = [];
  const duty = (name: string, alarm?: Alarm): Duty => ({
    name,
    ...(alarm && { alarm }),
    due: async () => {
      searched.push(name);
      return [];
    },
    act: async () => undefined,
  });
  let isAway = false;
  const clock = startClock({
    duties: [duty("due", alarms.ring), duty("idle", alarms.message), duty("always")],
    now,
    log: fail,
    glance: async () => (isAway ? Promise.reject(new Error("away")) : new Set([alarms.ring])),
  });
  await until(() => searched.length >= 2);
  assert.deepEqual(searched.splice(0), ["due", "always"]);
  isAway = true;
  clock.wake();
  await until(() => searched.includes("idle"));
  await clock.stop();
});

test("another process hears at once that something is due, and many announcements are one notice", async () => {
  let heard = 0;
  const hears = startHerald({ connection: clockConnection, onDue: () => heard++ });
  const says = startHerald({ connection: clockConnection, onDue: () => undefined });
  await until(async () => {
    says.announce();
    await sleep(100);
    return heard > 0;
  });
  await sleep(200);
  heard = 0;
  for (let i = 0; i < 50; i++) says.announce();
  await until(() => heard > 0);
  await sleep(200);
  assert.equal(heard, 1);
  await Promise.all([hears.stop(), says.stop()]);
});
