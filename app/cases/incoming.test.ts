import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { blank } from "#app/messages/actions.ts";
import { insertMessage } from "#app/messages/store.ts";
import { newId } from "#base/id.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { type Body, type Shop, startPromises } from "#test/harness/promises.ts";

const { db, newShop, setTime, runUntil, mail, now } = await startPromises();

beforeEach(() => {
  setTime("Mon 9:00");
  mail.inbox.length = 0;
});

type Mail = { subject: string; body: string; from?: { id: string; contactId: string }; answers?: string };

/** A mail as it is kept when it has come in: it waits to be heard of. */
async function comesIn(shop: Shop, said: Mail) {
  const { subject, body, from = shop.marta, answers = null } = said;
  const what = {
    id: newId(),
    direction: "in",
    author: "human",
    channel: "email",
    letter: "own",
    state: "logged",
  } as const;
  const whose = {
    answersMessageId: answers,
    customerId: from.id,
    contactId: from.contactId,
    byMemberId: null,
    language: "en",
  };
  const message = { ...blank, ...what, ...whose, subject, body, queuedAt: now(), heedAt: now() };
  await inWorkspace(db, shop.workspaceId, (tx) => insertMessage(tx, shop.workspaceId, message));
  await runUntil(now());
  return message.id;
}

const casesOf = async (shop: Shop) => ((await shop.get("/cases")) as { items: (Body & { id: string })[] }).items;
const toMarta = () => mail.inbox.filter(({ envelope }) => envelope.to.includes("marta@example.com"));

test("a mail becomes a case within seconds, acknowledged once; its answer joins the thread and wipes no date", async () => {
  const shop = await newShop();
  await comesIn(shop, { subject: "The tap drips", body: "Since Sunday." });
  const [made, ...others] = await casesOf(shop);
  assert.deepEqual(
    [others.length, made?.subject, made?.words, made?.channel],
    [0, "The tap drips", "Since Sunday.", "email"],
  );
  assert.equal(toMarta().length, 1);
  assert.match(String(toMarta()[0]?.subject), /We have it/);
  await shop.post(`/cases/${made?.id}/ownerships`);
  await runUntil("Mon 9:10");
  setTime("Mon 9:20");
  await comesIn(shop, { subject: "Re: The tap drips", body: "When do you come?" });
  const [after, ...more] = await casesOf(shop);
  assert.deepEqual([more.length, after?.chase_count, after?.status_due_at], [0, 1, made?.status_due_at]);
  const { items } = (await shop.get(`/cases/${made?.id}/timeline`)) as { items: Body[] };
  assert.deepEqual(items.map(({ about }) => about).toReversed(), [
    "raised",
    "acknowledgement",
    "introduction",
    "reply",
  ]);
  await comesIn(shop, { subject: "AW: The tap drips", body: "Thanks" });
  assert.equal((await casesOf(shop))[0]?.chase_count, 2, "nobody has written to her yet, so she is still waiting");
});

test("a subject joins no case of another customer, and a thanks opens no closed one", async () => {
  const shop = await newShop();
  const otto = await shop.newCustomer("Otto Berg", "otto@example.com");
  await comesIn(shop, { subject: "The tap drips", body: "Since Sunday." });
  await comesIn(shop, { subject: "Re: The tap drips", body: "Mine too.", from: otto });
  const both = await casesOf(shop);
  assert.deepEqual(new Set(both.map(({ customer_id }) => customer_id)), new Set([shop.marta.id, otto.id]));
  const { id = "" } = both.find(({ customer_id }) => customer_id === otto.id) ?? {};
  await shop.post(`/cases/${id}/answers`, { answer: "satisfied" });
  const state = async () => (await shop.get(`/cases/${id}`)).state;
  const last = { subject: "Mine", from: otto };
  await comesIn(shop, { ...last, body: "Thank you." });
  assert.equal(await state(), "satisfied");
});

test("what the customer owed us has come: the clock goes on with what was left", async () => {
  const shop = await newShop();
  await comesIn(shop, { subject: "The tap drips", body: "Since Sunday." });
  const [made] = await casesOf(shop);
  const told = { told: { channel: "phone", at: now().toString() } };
  await shop.post(`/cases/${made?.id}/ownerships`);
  await shop.post(`/cases/${made?.id}/statuses`, told);
  await shop.post(`/cases/${made?.id}/pauses`, { reason: "The key", ...told });
  setTime("Tue 9:00");
  await comesIn(shop, { subject: "Re: The tap drips", body: "It lies under the mat." });
  const [after] = await casesOf(shop);
  assert.deepEqual([after?.waiting_since_at, after?.chase_count, after?.waited_for], [null, 0, "PT24H"]);
});

test("thanks for a promise's letter begins no case and wipes no date; whatever says more begins one", async () => {
  const shop = await newShop();
  const { id, due_at: due } = await shop.promise({ contact_id: shop.marta.contactId });
  await shop.post(`/promises/${id}/updates`, { message: { body: "The valve comes today." } });
  await runUntil("Mon 9:10");
  const { items } = (await shop.get(`/messages?customer_id=${shop.marta.id}`)) as { items: { id: string }[] };
  const answers = items[0]?.id ?? "";
  const thanks = await comesIn(shop, { subject: "Re: Fix the tap", body: "Thank you, Ana!\n\nBest\nMarta", answers });
  assert.deepEqual(await casesOf(shop), []);
  assert.equal((await shop.get(`/messages/${thanks}`)).answers_message_id, answers);
  assert.equal((await shop.story(id)).due_at, due);
  await comesIn(shop, { subject: "Re: Fix the tap", body: "Thanks. The sink leaks, too.", answers });
  assert.deepEqual(
    (await casesOf(shop)).map(({ words }) => words),
    ["Thanks. The sink leaks, too."],
  );
  await comesIn(shop, { subject: "Hello", body: "Thank you" });
  assert.equal((await casesOf(shop)).length, 2, "what answers nothing of ours is looked at by a person");
});

test("what was laid aside until a day stays aside until then, whatever the customer writes meanwhile", async () => {
  const shop = await newShop();
  await comesIn(shop, { subject: "The tap drips", body: "Since Sunday." });
  const [made] = await casesOf(shop);
  await shop.post(`/cases/${made?.id}/ownerships`);
  const { snoozed_until: until } = await shop.post(`/cases/${made?.id}/snoozes`, { until: "2026-11-26T09:00:00Z" });
  await comesIn(shop, { subject: "Re: The tap drips", body: "It drips less." });
  await comesIn(shop, { subject: "Re: The tap drips", body: "Thanks" });
  assert.equal((await casesOf(shop))[0]?.snoozed_until, until);
});
