import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { createCustomer } from "#app/customers/actions.ts";
import { contactsAt } from "#app/customers/store-contacts.ts";
import { actorOfKey } from "#app/members/store-keys.ts";
import { makePromise } from "#app/promises/actions.ts";
import { movePromise } from "#app/promises/actions-acts.ts";
import { recordChase } from "#app/promises/actions-answers.ts";
import { newId } from "#base/id.ts";
import { plusSeconds } from "#base/instant.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { monday } from "#test/harness/any-promise.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { newPeople } from "#test/harness/people.ts";
import { startDoors } from "#test/harness/server.ts";
import { exportForReader } from "./actions-customer.ts";
import { exportsApi } from "./api.ts";
import type { Line } from "./export.ts";

const { db } = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), "export-"));
after(() => rmSync(folder, { recursive: true }));
const { as } = await startDoors(db, exportsApi, { authenticate: actorOfKey, now: () => plusSeconds(monday, 3600) });

const usual = {
  ...{ toMemberId: null, estimate: null, wantedByAt: null, ownerId: null, handlerId: null, coverId: null },
  ...{ madeAt: monday, madeVia: "phone", waitsForId: null, isQuoted: false, shortQuoteReason: null, kind: "fix" },
  due: () => ({ dueAt: plusSeconds(monday, 4 * 3600), opensAt: null }),
};

/** Anna and Ben work at Hotel Post; each was promised something, and one thing is between us. */
async function hotelPost() {
  const people = await newPeople(db, 0);
  const { workspaceId, ana } = people;
  const contacts = [
    { name: "Anna" },
    { name: "Ben", addresses: [{ channel: "email" as const, address: "ben@post.example" }] },
  ];
  return inWorkspace(db, workspaceId, async (tx) => {
    const post = { name: "Hotel Post", kind: "organisation" as const, whyUs: "OUR NOTE", contacts };
    const { id: customerId } = await createCustomer(tx, workspaceId, ana, post, monday);
    const known = await contactsAt(tx, workspaceId, [customerId]);
    const [anna, ben] = ["Anna", "Ben"].map((called) => known.find(({ name }) => name === called)?.id);
    const record = async (text: string, contactId: string | undefined, isVisible = true, isShared = false) => {
      const said = { ...usual, customerId, contactId: contactId ?? null, text, isVisible, isShared };
      return (await makePromise(tx, ana, said, monday)).promise.id;
    };
    const kettle = await record("KETTLE", anna);
    await record("ROOF", ben);
    await record("GARDEN", ben, true, true);
    await record("DISCOUNT FOR US", anna, false);
    const told = { channel: "phone" as const, at: monday, note: "OUR NOTE: she was angry" };
    const move = {
      due: () => ({ dueAt: plusSeconds(monday, 5 * 3600), opensAt: null }),
      reason: "PART IS LATE",
      telling: { told },
    };
    await movePromise(tx, ana, kettle, move, monday);
    const by = { contactId: anna ?? "" };
    await recordChase(tx, { workspaceId, by }, kettle, { channel: "portal", words: "ANY NEWS", at: monday }, monday);
    return { ...people, customerId, anna: anna ?? "", ben: ben ?? "" };
  });
}

const linesIn = (text: string): Line[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
const textsOf = (lines: Line[]) => lines.filter(({ type }) => type === "promise").map(({ text }) => text);

function proof(lines: Line[]) {
  const file = join(folder, "customer.jsonl");
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join("\n"));
  const script = new URL("../../docs/check-journal.mjs", import.meta.url).pathname;
  return spawnSync(process.execPath, [script, file], { encoding: "utf8" }).stdout;
}

test("a customer takes home what was promised to them and why it changed, and nothing that is ours alone", async () => {
  const { customerId, apiKey } = await hotelPost();
  const { status, body } = await as(apiKey)("GET", `/customers/${customerId}/export`);
  assert.equal(status, 200);
  const lines = linesIn(String(body.text));
  assert.deepEqual(textsOf(lines), ["KETTLE", "ROOF", "GARDEN"]);
  const all = JSON.stringify(lines);
  for (const theirs of ["PART IS LATE", "ANY NEWS", "ben@post.example"]) assert.ok(all.includes(theirs), theirs);
  for (const ours of ["DISCOUNT", "OUR NOTE"]) assert.ok(!all.includes(ours), ours);
  assert.match(proof(lines), /^whole: \d+ entries in 1 chains/);
});

test("a contact takes home what they may see; the journal still proves without the rest", async () => {
  const { workspaceId, customerId, anna } = await hotelPost();
  const lines: Line[] = [];
  const write = async (line: string) => void lines.push(JSON.parse(line));
  const reader = { customerIds: [customerId], contactIds: [anna] };
  await inWorkspace(db, workspaceId, (tx) => exportForReader(tx, workspaceId, reader, write, monday));
  assert.deepEqual(textsOf(lines), ["KETTLE", "GARDEN"]);
  for (const another of ["ROOF", "ben@post.example", "DISCOUNT"]) {
    assert.ok(!JSON.stringify(lines).includes(another), another);
  }
  assert.match(proof(lines), /^whole/);
});

test("another house's customer is not there", async () => {
  const { customerId } = await hotelPost();
  const { apiKey } = await newPeople(db, 0);
  assert.equal((await as(apiKey)("GET", `/customers/${customerId}/export`)).status, 404);
  assert.equal((await as(apiKey)("GET", `/customers/${newId()}/export`)).status, 404);
});
