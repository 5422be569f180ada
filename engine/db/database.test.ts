import assert from "node:assert/strict";
import { before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { newId } from "#base/id.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { inWorkspace, openDatabase, type Tx } from "./database.ts";
import { pg } from "./types.ts";

const { owner, app, clock } = await freshDatabase();
const workspaceId = newId();

before(async () => {
  const client = new pg.Client(owner);
  await client.connect();
  await client.query("create table words (said text); grant select, insert, update on words to truepenny_app");
  await client.end();
});

/** A database with one connection for all: who comes next has the one that the last one had. */
async function withOneConnection(work: (run: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>) => Promise<void>) {
  const db = openDatabase({ app, clock, connections: 1 });
  try {
    await work((inTransaction) => inWorkspace(db, workspaceId, inTransaction));
  } finally {
    await db.close();
  }
}

async function idleInTransaction(): Promise<number> {
  const client = new pg.Client(owner);
  await client.connect();
  const { rows } = await client.query(
    "select from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
  );
  await client.end();
  return rows.length;
}

const say = (tx: Tx, word: string) => sql`insert into words values (${word})`.execute(tx);
const fail = (tx: Tx) => sql`select 1 / 0`.execute(tx);
const said = async (tx: Tx) => (await sql<{ said: string }>`select said from words`.execute(tx)).rows;
const divisionByZero = { code: "22012" };

test("of statements that were sent together the one that failed is told, and not those that fell with it", async () => {
  await withOneConnection(async (run) => {
    const slowly = async (tx: Tx) => {
      try {
        await fail(tx);
      } finally {
        await sleep(20);
      }
    };
    await assert.rejects(
      run((tx) => Promise.all([slowly(tx), say(tx, "beside")])),
      divisionByZero,
    );
    assert.deepEqual(await run(said), []);
  });
});

test("what goes on beside what failed reaches nobody who has the connection next", async () => {
  await withOneConnection(async (run) => {
    const straggles = Promise.withResolvers<void>();
    const straggling = async (tx: Tx) => {
      await straggles.promise;
      await say(tx, "a straggler");
    };
    const stragglers: Promise<void>[] = [];
    const both = (tx: Tx) => {
      stragglers.push(straggling(tx));
      return Promise.all([fail(tx), ...stragglers]);
    };
    await assert.rejects(run(both), divisionByZero);
    await run(async (tx) => {
      straggles.resolve();
      await assert.rejects(Promise.all(stragglers), /this transaction is over/);
      await say(tx, "mine");
    });
    assert.deepEqual(await run(said), [{ said: "mine" }]);
  });
});

test("a failure that nobody looked at is no commit", async () => {
  await withOneConnection(async (run) => {
    const looksAway = async (tx: Tx) => {
      await say(tx, "in vain");
      await fail(tx).catch(() => undefined);
    };
    await assert.rejects(run(looksAway), divisionByZero);
    assert.equal((await run(said)).length, 1);
  });
});

test("what only read is answered before its commit, which is sent with what comes next or a moment later", async () => {
  await withOneConnection(async (run) => {
    await run((tx) => say(tx, "written"));
    const begunAt = async (tx: Tx) => (await sql<{ at: string }>`select now()::text as at`.execute(tx)).rows[0]?.at;
    const first = await run(begunAt);
    assert.notEqual(await run(begunAt), first);
    assert.deepEqual((await run(said)).at(-1), { said: "written" });
    await sleep(30);
    assert.equal(await idleInTransaction(), 0);
  });
});

test("what was read for an update, or failed unseen, is ended in order", async () => {
  await withOneConnection(async (run) => {
    await run((tx) => say(tx, "written"));
    await run((tx) => sql`select said from words for update`.execute(tx));
    assert.equal(await idleInTransaction(), 0);
    const unseen = async (tx: Tx) => {
      fail(tx).catch(() => undefined);
    };
    await assert.rejects(run(unseen), divisionByZero);
    assert.deepEqual((await run(said)).at(-1), { said: "written" });
  });
});
