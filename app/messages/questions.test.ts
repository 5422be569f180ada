import assert from "node:assert/strict";
import { test } from "node:test";
import { createCustomer } from "#app/customers/actions.ts";
import { resolvedCustomer } from "#app/customers/store-whole.ts";
import { type Instant, instant, plusSeconds } from "#base/instant.ts";
import { inWorkspace, type Tx } from "#engine/db/database.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { newWorkspace } from "#test/harness/workspace.ts";
import { contactAddressed, mayAskContact, noteAnswer, queueMessage } from "./actions.ts";

const { db } = await freshDatabase();
const monday = instant("2026-11-23T09:00:00Z");
const { workspaceId, member } = await newWorkspace(db);
const days = (count: number) => plusSeconds(monday, count * 86_400);
const inHouse = <T>(work: (tx: Tx) => Promise<T>) => inWorkspace(db, workspaceId, work);

const contactId = await inHouse(async (tx) => {
  const contacts = [{ name: "Marta", addresses: [{ channel: "email" as const, address: "m@example.com" }] }];
  const { id } = await createCustomer(tx, workspaceId, member, { kind: "person", name: "Marta", contacts }, monday);
  return (await resolvedCustomer(tx, workspaceId, id))?.contacts[0]?.id ?? "";
});

const mayAsk = async (at: Instant) => (await inHouse((tx) => mayAskContact(tx, workspaceId, contactId, at))) === null;

function send(at: Instant, isQuestion: boolean): Promise<string> {
  return inHouse(async (tx) => {
    const to = await contactAddressed(tx, workspaceId, contactId, at);
    const words = { subject: "Done", paragraphs: ["Did we do what you asked?"], acts: [] };
    const message = { to, letter: "kept", words, author: "automatic", byMemberId: null, isQuestion } as const;
    return queueMessage(tx, workspaceId, message, at);
  });
}

test("a contact is asked once a day; after two silences not, and after an answer again", async () => {
  await send(monday, false);
  assert.equal(await mayAsk(monday), true, "news is no question");
  await send(monday, true);
  assert.equal(await mayAsk(plusSeconds(monday, 3600)), false);
  assert.equal(await mayAsk(days(2)), true);
  await send(days(2), true);
  assert.equal(await mayAsk(days(4)), false);
  await inHouse((tx) => noteAnswer(tx, workspaceId, contactId, days(5)));
  assert.equal(await mayAsk(days(5)), true);
  await send(days(5), true);
  assert.equal(await mayAsk(days(7)), false, "three in a month");
  assert.equal(await mayAsk(days(31)), true);
});
