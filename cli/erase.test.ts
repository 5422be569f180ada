import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { newId } from "#base/id.ts";
import { freshDatabase, testSecret } from "#test/harness/database.ts";
import { newMarta } from "#test/harness/marta.ts";

const { db, owner } = await freshDatabase();
const marta = await newMarta(db);
const of = ["--workspace", marta.workspaceId];

test("erasing asks first, wants one person named, and says what it did", async () => {
  const contact = [...of, "--contact", marta.contactId];
  assert.deepEqual(await erase(...contact), [1, "not_confirmed"]);
  assert.deepEqual(await erase(...of, "--yes"), [2, "bad_usage"]);
  assert.deepEqual(await erase(...contact, "--customer", marta.customerId, "--yes"), [2, "bad_usage"]);
  assert.deepEqual(await erase(...of, "--contact", newId(), "--yes"), [1, "not_found"]);
  const [code, said] = await erase(...contact, "--yes");
  assert.equal(code, 0);
  assert.deepEqual([said.customers, said.contacts, said.journal_texts > 0], [1, 1, true]);
});

async function erase(...words: string[]) {
  const { host, port, user, database } = owner;
  const url = `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(String(host))}`;
  const env = { PATH: process.env.PATH, DATABASE_URL: url, TRUEPENNY_SECRET: testSecret };
  const program = new URL("truepenny.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, [program, "erase", ...words, "--json"], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return [code, out ? JSON.parse(out) : JSON.parse(err).code];
}
