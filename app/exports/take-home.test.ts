import assert from "node:assert/strict";
import { test } from "node:test";
import { revokeLinks } from "#app/customers/actions-links.ts";
import { actorOfKey } from "#app/members/store-keys.ts";
import { customerPages } from "#app/promises/portal.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { newMarta, thursday } from "#test/harness/marta.ts";
import { startDoors } from "#test/harness/server.ts";
import { exportForReader } from "./actions-customer.ts";

const { db } = await freshDatabase();
const pages = [customerPages(exportForReader)];
const { url } = await startDoors(db, [], { authenticate: actorOfKey, pages, now: () => thursday });

test("a contact takes home by their own link what they may see, as a file that proves itself", async () => {
  const m = await newMarta(db);
  const answer = await fetch(`${url}${await m.link()}/export`);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("content-disposition"), 'attachment; filename="promises.jsonl"');
  const lines = (await answer.text())
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.equal(lines[0].type, "export");
  assert.ok(lines.some(({ type }) => type === "contact"));
  assert.ok(lines.some(({ type }) => type === "journal_head"));
});

test("a link that was revoked gives nothing away", async () => {
  const m = await newMarta(db);
  const link = await m.link();
  await m.within((tx) => revokeLinks(tx, m.workspaceId, m.ana, m.contactId, thursday));
  const answer = await fetch(`${url}${link}/export`);
  assert.equal(answer.status, 410);
  assert.doesNotMatch(await answer.text(), /journal/);
});
