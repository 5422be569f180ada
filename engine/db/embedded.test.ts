import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import pg from "pg";
import { startEmbedded } from "./embedded.ts";

const folder = mkdtempSync(join(tmpdir(), "truepenny-test-"));
after(() => rmSync(folder, { recursive: true, force: true }));

test("what was written is there after a stop and a second start, which is quick", async () => {
  const options = { dataFolder: join(folder, "kept"), log: () => {} };
  const first = await startEmbedded(options);
  await ask(first.connection, "create table words as select 'yes' as said");
  await first.stop();

  const before = performance.now();
  const second = await startEmbedded(options);
  const milliseconds = performance.now() - before;
  assert.deepEqual(await ask(second.connection, "select said from words"), [{ said: "yes" }]);
  await second.stop();
  assert.ok(milliseconds < 1500, `the second start took ${Math.round(milliseconds)} ms`);
});

async function ask(connection: pg.ClientConfig, sql: string): Promise<unknown[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
