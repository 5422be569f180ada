import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { freshDatabase } from "#test/harness/database.ts";
import { remembering } from "./remembering.ts";
import { pg } from "./types.ts";

// Before the database goes.
after(() => client.end());
const { owner } = await freshDatabase();
const client = new pg.Client(owner);
let sent: string[] = [];
const counted = ((text: string, values?: unknown[]) => {
  sent.push(text);
  return client.query(text, values);
}) as pg.PoolClient["query"];
let query = remembering(counted, ["places", "names"]);

before(async () => {
  await client.connect();
  await client.query(
    "create table places (id int, name text); create table names (id int); create table busy (id int)",
  );
});

beforeEach(async () => {
  await client.query("delete from places; delete from busy; insert into places values (1, 'Berlin'), (2, 'Vienna')");
  query = remembering(counted, ["places", "names"]);
  sent = [];
});

const byId = 'select "name" from "places" where "id" = $1';

async function nameOf(id: number): Promise<string> {
  return (await query(byId, [id])).rows[0].name;
}

test("what does not change is asked once for each question", async () => {
  assert.deepEqual(
    [await nameOf(1), await nameOf(2), await nameOf(1), await nameOf(2)],
    ["Berlin", "Vienna", "Berlin", "Vienna"],
  );
  assert.equal(sent.length, 2);
});

test("a write is seen by whoever asks next, however it is written", async () => {
  for (const write of [
    "update places set name = $1 where id = 1",
    'with done as (update "places" set name = $1 where id = 1 returning id) select id from done',
    "insert into places select 1, $1 from names where false returning name",
  ]) {
    await nameOf(1);
    sent = [];
    await query(write, ["Bonn"]);
    await nameOf(1);
    assert.deepEqual(sent, [write, byId]);
  }
  assert.equal(await nameOf(1), "Bonn");
});

test("what reads a table that changes is always asked", async () => {
  const joined = "select count(*)::int as n from places p join busy b on b.id = p.id where p.id = $1";
  const nested = "select exists (select from busy where id = places.id) as is from places where id = $1";
  const inCommon =
    "with own (id) as (select id from busy) select count(*)::int as n from own join places using (id) where id = $1";
  for (const text of [joined, nested, inCommon]) {
    await query(text, [1]);
    await query(text, [1]);
  }
  assert.equal(sent.length, 6);
});

test("what only names a part of itself, locks a row, or looks sideways is remembered", async () => {
  const recursive = `with recursive up (id, depth) as (
      select id, 0 from places where id = $1 union all select up.id, depth + 1 from up where depth < 2
    ) select count(*)::int as n from up`;
  const sideways =
    "select p.name, x.n from places p left join lateral (select count(*) as n from names) x on true where id = $1";
  for (const text of [recursive, sideways, `${byId} for no key update`]) {
    const first = await query(text, [1]);
    assert.deepEqual((await query(text, [1])).rows, first.rows);
  }
  assert.equal(sent.length, 3);
});
