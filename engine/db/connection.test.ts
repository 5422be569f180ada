import assert from "node:assert/strict";
import { test } from "node:test";
import { freshDatabase } from "#test/harness/database.ts";
import { connectionOf } from "./connection.ts";
import { pg } from "./types.ts";

const { owner } = await freshDatabase();
const folder = encodeURIComponent(String(owner.host));
const away = "127.0.0.1:1";

async function databaseBehind(url: string): Promise<unknown> {
  const client = new pg.Client(connectionOf(url));
  await client.connect();
  const { rows } = await client.query("select current_database() as name");
  await client.end();
  return rows[0]?.name;
}

test("a connection string is read as its parts, so that another role can enter by the same door", () => {
  const { host, port, database, user, password } = connectionOf("postgres://ana:s%2Ccret@db.example:5433/words");
  assert.deepEqual([host, port, database, user, password], ["db.example", 5433, "words", "ana", "s,cret"]);
  assert.equal(connectionOf("postgres://ana:a,b@db.example/words").stream, undefined);
});

test("of several servers the one that takes writes is found, in whatever place it stands", async () => {
  for (const servers of [`${folder},${away}`, `${away},${folder}`]) {
    assert.equal(await databaseBehind(`postgres://postgres:a,b@${servers}/${owner.database}`), owner.database);
  }
});

test("where none takes writes it is the database that is away; a wrong name is told as what it is", async () => {
  await assert.rejects(databaseBehind(`postgres://postgres@${away},${away}/words`), { code: "ECONNREFUSED" });
  await assert.rejects(databaseBehind(`postgres://postgres@${folder},${away}/nowhere`), { code: "3D000" });
});
