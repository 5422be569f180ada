import assert from "node:assert/strict";
import { test } from "node:test";
import { createCustomer } from "#app/customers/actions.ts";
import { resolvedCustomer } from "#app/customers/store-whole.ts";
import { instant } from "#base/instant.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { startDoors } from "#test/harness/server.ts";
import { newWorkspace } from "#test/harness/workspace.ts";
import { contactAddressed, queueMessage } from "./actions.ts";
import { messagesApi } from "./api.ts";
import { findMessage, saveProgress } from "./store.ts";

const { db } = await freshDatabase();
const monday = instant("2026-11-23T09:00:00Z");
const house = await newWorkspace(db);
const { workspaceId, memberId } = house;
const doors = await startDoors(db, messagesApi, { now: () => monday });
const ana = doors.as(house.apiKey);
const stranger = doors.as((await newWorkspace(db)).apiKey);

const customer = await inWorkspace(db, workspaceId, async (tx) => {
  const contacts = [{ name: "Marta Lindqvist", addresses: [{ channel: "email" as const, address: "m@example.com" }] }];
  const { id } = await createCustomer(
    tx,
    workspaceId,
    house.member,
    { kind: "person", name: "Marta", contacts },
    monday,
  );
  return resolvedCustomer(tx, workspaceId, id);
});
const contactId = customer?.contacts[0]?.id ?? "";

function queue(subject: string): Promise<string> {
  return inWorkspace(db, workspaceId, async (tx) => {
    const to = await contactAddressed(tx, workspaceId, contactId, monday);
    const words = { subject, paragraphs: ["By two."], acts: [] };
    const message = { to, letter: "moved", words, author: "human", byMemberId: memberId } as const;
    return queueMessage(tx, workspaceId, message, monday);
  });
}

async function fail(id: string): Promise<void> {
  await inWorkspace(db, workspaceId, async (tx) => {
    const message = await findMessage(tx, workspaceId, id, "for update");
    assert.ok(message);
    await saveProgress(tx, workspaceId, {
      ...message,
      state: "failed",
      nextAttemptAt: null,
      problem: "550 No such user",
    });
  });
}

const subjectsOf = (reply: { body: Record<string, unknown> }) =>
  (reply.body.items as { subject: string }[]).map(({ subject }) => subject);

test("messages are listed newest first, page by page, and what failed by itself", async () => {
  const [first] = [await queue("one"), await queue("two"), await queue("three")];
  await fail(first);
  const page = await ana("GET", `/messages?limit=2&customer_id=${customer?.id}`);
  assert.deepEqual(subjectsOf(page), ["three", "two"]);
  assert.deepEqual(subjectsOf(await ana("GET", `/messages?limit=2&after=${page.body.next}`)), ["one"]);
  assert.deepEqual(subjectsOf(await ana("GET", "/messages?state=failed")), ["one"]);
  assert.deepEqual(subjectsOf(await stranger("GET", "/messages")), []);
});

test("a failed message is sent again by its version, and a second click changes nothing", async () => {
  const id = await queue("again");
  await fail(id);
  const { body } = await ana("GET", `/messages/${id}`);
  assert.equal(body.problem, "550 No such user");
  const stale = await ana("POST", `/messages/${id}/retries`, undefined, { "if-match": '"1"' });
  assert.equal(stale.status, 412);
  const retried = await ana("POST", `/messages/${id}/retries`, undefined, { "if-match": `"${body.version}"` });
  assert.deepEqual([retried.status, retried.body.state, retried.body.attempts], [201, "queued", 0]);
  const twice = await ana("POST", `/messages/${id}/retries`);
  assert.deepEqual([twice.status, twice.body.code], [409, "not_failed"]);
});

test("I have told them another way: the failure stays on record, settled", async () => {
  const id = await queue("settled");
  await fail(id);
  const settled = await ana("POST", `/messages/${id}/settlements`);
  assert.deepEqual([settled.body.state, settled.body.problem_settled_at], ["failed", "2026-11-23T09:00:00Z"]);
  assert.equal((await ana("POST", `/messages/${id}/settlements`)).body.code, "already_settled");
});

test("a call is written down with when it was held, which is not in the future", async () => {
  const call = { contact_id: contactId, channel: "phone", body: "The valve is leaking again.", direction: "in" };
  const held = await ana("POST", "/messages", { ...call, at: "2026-11-23T08:40:00Z" });
  assert.equal(held.status, 201);
  assert.deepEqual(
    [held.body.state, held.body.queued_at, held.body.customer_id],
    ["logged", "2026-11-23T08:40:00Z", customer?.id],
  );
  const early = await ana("POST", "/messages", { ...call, at: "2026-11-23T10:00:00Z" });
  assert.deepEqual([early.body.code, early.body.field], ["logged_in_future", "at"]);
});

test("another workspace's message and contact do not exist", async () => {
  const id = await queue("mine");
  for (const noun of ["retries", "settlements", "withdrawals"]) {
    assert.equal((await stranger("POST", `/messages/${id}/${noun}`)).status, 404);
  }
  assert.equal((await stranger("GET", `/messages/${id}`)).status, 404);
  const note = { contact_id: contactId, channel: "phone", body: "Hello" };
  assert.equal((await stranger("POST", "/messages", note)).status, 404);
  assert.equal((await ana("POST", `/messages/${id}/withdrawals`)).body.state, "withdrawn");
});

test("a contact is mailed the way to their page, in the name of who sends it, and the journal knows", async () => {
  const { status, body } = await ana("POST", `/contacts/${contactId}/page_mails`);
  assert.equal(status, 201);
  assert.deepEqual([body.letter, body.to_address, body.by_member_id], ["pageSent", "m@example.com", memberId]);
  assert.equal((await stranger("POST", `/contacts/${contactId}/page_mails`)).status, 404);
});
