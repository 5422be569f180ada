import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { mailFrom, startMailIn } from "#test/harness/mail-in.ts";
import { type Body, refusal, type Shop } from "#test/harness/promises.ts";

const house = await startMailIn({ withCases: true });
const { receive, newRelay, mail, setTime } = house;

beforeEach(() => {
  setTime("Mon 9:00");
  mail.inbox.length = 0;
});

type Filed = { message_id: string; customer_id: string; case_id: string | null };
type Item = Body & { id: string };

async function opened() {
  const shop = await house.newShop();
  return { shop, relay: await newRelay(shop) };
}

const asideOf = async (shop: Shop) => (await shop.get("/arrivals?state=set_aside&open=true")).items as Item[];
const file = (shop: Shop, id: string | undefined, body: Body) =>
  shop.post(`/arrivals/${id}/filings`, body) as unknown as Promise<Filed>;
const refused = async (shop: Shop, id: string | undefined, body: Body) =>
  refusal(await shop.call("POST", `/arrivals/${id}/filings`, body));
const timelineOf = async (shop: Shop, id: string | null) => (await shop.get(`/cases/${id}/timeline`)).items as Body[];
const saysToMarta = () => mail.inbox.filter(({ envelope }) => envelope.to.includes("marta@example.com"));

test("a mail without a sender becomes a case of whom a member knows it to be from, acknowledged like any other", async () => {
  const { shop, relay } = await opened();
  await receive(relay, "Subject: The cellar\r\nMessage-ID: <x@y>\r\n\r\nWater on the floor.\r\n");
  const [aside] = await asideOf(shop);
  assert.equal(aside?.why, "no_sender");
  const filed = await file(shop, aside?.id, { customer_id: shop.marta.id });
  const made = await shop.get(`/cases/${filed.case_id}`);
  assert.deepEqual([made.subject, made.words, made.channel], ["The cellar", "Water on the floor.", "email"]);
  await house.runUntil("Mon 9:01");
  assert.match(String(saysToMarta()[0]?.subject), /We have it/);
  assert.deepEqual(await asideOf(shop), []);
  assert.ok((await shop.journal()).includes("message filed by hand"));
  const original = await shop.get(`/arrivals/${aside?.id}/original`);
  assert.match(Buffer.from(String(original.base64), "base64").toString(), /Water on the floor/, "it stays as it came");
  // The very mail that was filed by hand is known again when it is brought once more.
  await receive(relay, "Subject: The cellar\r\nMessage-ID: <x@y>\r\n\r\nWater on the floor.\r\n");
  assert.deepEqual(((await shop.get("/arrivals")).items as Body[])[0]?.state, "repeated");
});

test("what a colleague passed on joins the case that it belongs to, and whoever has the case hears of it", async () => {
  const { shop, relay } = await opened();
  const { id } = await shop.post("/cases", {
    customer_id: shop.marta.id,
    channel: "phone",
    words: "It drips",
    own: true,
  });
  await receive(relay, mailFrom("ana@plumbing.example", "Marta says: when do you come?", { Subject: "Fwd: tap" }));
  const [aside] = await asideOf(shop);
  assert.equal(aside?.why, "from_member");
  assert.equal((await file(shop, aside?.id, { case_id: id })).case_id, id);
  const [latest] = await timelineOf(shop, id);
  assert.deepEqual([latest?.about, latest?.body, latest?.direction], ["reply", "Marta says: when do you come?", "in"]);
  assert.equal((await shop.get(`/cases/${id}`)).chase_count, 1);
});

test("what a machine wrote can be a case, and no machine of ours answers it", async () => {
  const { shop, relay } = await opened();
  await receive(relay, mailFrom("shop@machine.example", "Order 17 failed", { "Auto-Submitted": "auto-generated" }));
  const [aside] = await asideOf(shop);
  assert.equal(aside?.why, "machine");
  const { case_id } = await file(shop, aside?.id, { customer_id: shop.marta.id, contact_id: shop.marta.contactId });
  assert.equal((await shop.get(`/cases/${case_id}`)).words, "Order 17 failed");
  await house.runUntil("Mon 9:05");
  assert.deepEqual(saysToMarta(), []);
});

test("a blind copy that went to nobody we know stands with the customer as our words, and what it promises is offered", async () => {
  const { shop, relay } = await opened();
  const { address } = (await shop.get("/me/copy_address")) as { address: string };
  const to = { To: "ana@plumbing.example", "Delivered-To": address };
  await receive(relay, mailFrom("ana@plumbing.example", "I will call you tomorrow at 3pm about the leak.", to));
  const [aside] = await asideOf(shop);
  assert.equal(aside?.why, "nobody_to_file_with");
  const { id: caseId } = await shop.post("/cases", { customer_id: shop.marta.id, channel: "phone", words: "Leak" });
  assert.equal(await refused(shop, aside?.id, { case_id: caseId }), "409 copy_of_ours");
  const filed = await file(shop, aside?.id, { customer_id: shop.marta.id });
  assert.equal(filed.case_id, null);
  const message = await shop.get(`/messages/${filed.message_id}`);
  assert.deepEqual([message.direction, message.by_member_id], ["out", shop.memberId]);
  const offers = (await shop.get("/offers")).items as { customer_id: string; items: Body[] }[];
  assert.deepEqual(
    offers.map((offer) => [offer.customer_id, offer.items.length]),
    [[shop.marta.id, 1]],
  );
});

test("only a mail that can be read is filed, once, and only with whom there is", async () => {
  const { shop, relay } = await opened();
  await receive(relay, "Subject: who\r\n\r\nam I");
  const [aside] = await asideOf(shop);
  const nowhere = "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b";
  const otto = await shop.newCustomer("Otto Berg", "otto@example.com");
  const { id: ofOtto } = await shop.post("/cases", { customer_id: otto.id, channel: "phone", words: "It drips" });
  const berg = await shop.post("/customers", { name: "Berg AG", kind: "organisation" });
  const wrong: [Body, string][] = [
    [{}, "422 whose_missing customer_id"],
    [{ customer_id: nowhere }, "422 no_such_customer customer_id"],
    [{ case_id: nowhere }, "404 not_found"],
    [{ customer_id: shop.marta.id, contact_id: otto.contactId }, "422 no_such_contact contact_id"],
    [{ customer_id: shop.marta.id, case_id: ofOtto }, "422 case_of_another case_id"],
    [{ customer_id: berg.id }, "422 contact_missing customer_id"],
  ];
  for (const [body, code] of wrong) assert.equal(await refused(shop, aside?.id, body), code);
  assert.equal((await asideOf(shop)).length, 1, "nothing of it was kept");
  await file(shop, aside?.id, { customer_id: shop.marta.id });
  assert.equal(await refused(shop, aside?.id, { customer_id: shop.marta.id }), "409 not_to_file");
  assert.equal(await refused(shop, nowhere, { customer_id: shop.marta.id }), "404 not_found");
});
