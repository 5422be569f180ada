import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { numbersApi } from "#app/numbers/api.ts";
import { runDue } from "#engine/clock/clock.ts";
import type { Duty } from "#engine/clock/duty.ts";
import { at, type Body, ok, refusal, type Shop, startPromises } from "#test/harness/promises.ts";
import { accountSid, authToken, bringText, callFrom, ourNumber, startTwilio, textFrom } from "#test/harness/texts.ts";
import { arrivalsApi } from "./api.ts";
import { textsDoor } from "./api-texts.ts";
import { arrivalDuties } from "./clock.ts";

const twilio = await startTwilio();
const house = await startPromises({
  pages: [textsDoor],
  api: [...numbersApi, ...arrivalsApi],
  privateNetworks: ["127.0.0.1"],
});
const filing = arrivalDuties(house.db, house.sending.house) as Duty[];
house.duties.push(...filing);
const { runUntil, setTime, mail } = house;
twilio.now = () => house.now().epochMilliseconds;

beforeEach(() => {
  setTime("Mon 9:00");
  twilio.sent.length = 0;
  twilio.asked.length = 0;
  twilio.behave({ is: "well" });
  mail.inbox.length = 0;
});

async function opened() {
  const shop = await house.newShop();
  const account = { number: "+49 30 1234567", account_sid: accountSid, auth_token: authToken };
  const number = await shop.post("/numbers", { ...account, server_url: twilio.url });
  const path = new URL(String(number.url)).pathname;
  const signedFor = String(number.url);
  const bring = (fields: Record<string, string>, how = {}) =>
    bringText(house.url + path, fields, { signedFor, ...how });
  const comes = async (fields: Record<string, string>) => {
    assert.deepEqual(await bring(fields), { status: 200, body: "<Response/>" });
    await runUntil(house.now());
  };
  return { shop, number, path, bring, comes };
}

type Items = { items: (Body & { id: string })[] };
const casesOf = async (shop: Shop) => ((await shop.get("/cases")) as Items).items;
const saidIn = async (shop: Shop, id: string) =>
  ((await shop.get(`/cases/${id}/timeline`)) as Items).items.toReversed();
const aside = async (shop: Shop) =>
  ((await shop.get("/arrivals?state=set_aside")) as Items).items.map(({ why }) => why);
const martasNumber = "+491511234567";

async function withNumber(shop: Shop, address = martasNumber) {
  ok(await shop.call("POST", `/contacts/${shop.marta.contactId}/addresses`, { channel: "sms", address }));
}

test("a text is a case within seconds, acknowledged by a text with who, when and their page; the next joins it", async () => {
  const { shop, comes, bring } = await opened();
  await withNumber(shop, "0151 1234567");
  const first = textFrom(martasNumber, "The tap drips since Sunday");
  await comes(first);
  assert.deepEqual(await bring(first), { status: 200, body: "<Response/>" });
  await runUntil("Mon 9:01");
  const [made, ...others] = await casesOf(shop);
  assert.ok(made);
  assert.deepEqual([others.length, made.channel, made.customer_id], [0, "sms", shop.marta.id]);
  const [sent, ...more] = twilio.sent;
  assert.deepEqual([more.length, sent?.from, sent?.to], [0, ourNumber, martasNumber]);
  assert.match(
    sent?.body ?? "",
    /^We have it: The tap drips since Sunday\. A person gets back to you by .+\n.+\nhttp.+\/c\//,
  );
  assert.deepEqual(
    mail.inbox.filter(({ envelope }) => envelope.to.includes("marta@example.com")),
    [],
    "she is answered where she spoke",
  );
  await comes(textFrom(martasNumber, "When do you come?"));
  const [after, ...still] = await casesOf(shop);
  assert.deepEqual([still.length, after?.chase_count, twilio.sent.length], [0, 1, 1]);
  assert.deepEqual(
    (await saidIn(shop, made.id)).map(({ about, channel }) => [about, channel]),
    [
      ["raised", "sms"],
      ["acknowledgement", "sms"],
      ["reply", "sms"],
    ],
  );
});

test("what is written in such a case goes out as a text, and counts when it was taken", async () => {
  const { shop, comes } = await opened();
  await comes(textFrom(martasNumber, "My sink leaks"));
  const [made] = await casesOf(shop);
  const { items } = (await shop.get("/customers?find=1511234567")) as Items;
  assert.equal(items[0]?.name, martasNumber, "nobody knew them, so they are named by their number");
  await shop.post(`/cases/${made?.id}/ownerships`);
  await shop.post(`/cases/${made?.id}/statuses`, { message: { body: "I come at four. – Ana" } });
  const before = (await shop.get(`/cases/${made?.id}`)).first_word_at;
  await runUntil("Mon 9:01");
  const after = (await shop.get(`/cases/${made?.id}`)).first_word_at;
  assert.deepEqual([before, after], [null, at("Mon 9:01")]);
  assert.match(twilio.sent.at(-1)?.body ?? "", /^I come at four\. – Ana\n/);
  await shop.post(`/cases/${made?.id}/completions`, { did: "New seal." });
  await shop.post(`/cases/${made?.id}/tellings`, { message: { body: "All done." } });
  await runUntil("Mon 9:02");
  assert.match(twilio.sent.at(-1)?.body ?? "", new RegExp(`What we did: New seal\\.[\\s\\S]+/cases/${made?.id}$`));
});

test("a call that nobody took is a case that rings, and one that somebody took is none", async () => {
  const { shop, comes } = await opened();
  await comes(callFrom(martasNumber, { CallStatus: "completed" }));
  await comes(callFrom("Anonymous"));
  const missed = callFrom(martasNumber);
  await comes(missed);
  await comes(missed);
  const all = await casesOf(shop);
  assert.deepEqual(
    all.map(({ subject, channel }) => [subject, channel]),
    [[`Missed call from ${martasNumber}`, "phone"]],
  );
  assert.deepEqual(await aside(shop), ["no_number"]);
  assert.match(twilio.sent[0]?.body ?? "", /^Sorry that we missed your call\. A person gets back to you by/);
  await runUntil("Mon 10:30");
  assert.ok(
    mail.inbox.some(({ subject }) => subject?.includes("Missed call from")),
    "the duty person was rung",
  );
});

test("a call with a wrong signature, or over another address, is refused and leaves nothing; guesses are slowed down", async () => {
  const { shop, bring, path } = await opened();
  const fields = textFrom(martasNumber, "Hello");
  for (const how of [{ token: "another" }, { signedFor: "http://evil.example/sms" }, { signature: "" }]) {
    const { status, body } = await bring(fields, how);
    assert.deepEqual([status, JSON.parse(body).code], [403, "text_not_signed"]);
  }
  const nowhere = path.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
  assert.equal((await bringText(house.url + nowhere, fields)).status, 404);
  assert.equal((await bringText(`${house.url}/sms/x/y`, fields)).status, 404);
  assert.equal((await bring(textFrom(martasNumber, "x".repeat(70_000)))).status, 413);
  await runUntil("Mon 9:01");
  assert.deepEqual([await casesOf(shop), (await shop.get("/arrivals")).items], [[], []]);
  const statuses = new Set<number>();
  for (let tries = 0; tries < 40; tries++) statuses.add((await bring(fields, { token: "another" })).status);
  assert.deepEqual([...statuses], [403, 429]);
});

test("STOP counts at once: nothing is texted until START, and a case says so to whoever writes", async () => {
  const { shop, comes, bring } = await opened();
  setTime("Tue 9:00");
  await comes(textFrom(martasNumber, "My sink leaks"));
  await comes(textFrom(martasNumber, "STOP"));
  const [made, ...more] = await casesOf(shop);
  assert.deepEqual([more.length, twilio.sent.length], [0, 1]);
  const word = { message: { body: "I come at four." } };
  assert.equal(refusal(await shop.call("POST", `/cases/${made?.id}/statuses`, word)), "422 texts_stopped contact_id");
  await comes(textFrom(martasNumber, "Start"));
  await shop.post(`/cases/${made?.id}/statuses`, word);
  assert.equal((await bring(textFrom(martasNumber, "stop"))).status, 200);
  await runDue(filing, house.now());
  await runUntil("Tue 9:01");
  assert.equal(twilio.sent.length, 1, "said before it left, it holds back what was written already");
  const { items } = (await shop.get("/messages?state=failed")) as Items;
  assert.deepEqual(
    items.map(({ problem }) => problem),
    ["They asked for no more texts."],
  );
  assert.ok((await shop.journal(String(made?.customer_id))).includes("texts stopped"));
  await comes(textFrom("+491519999999", "STOP"));
  assert.deepEqual(await aside(shop), ["stopped"]);
});

test("a number never leads to another customer, and thanks after the end begin no new case", async () => {
  const { shop, comes } = await opened();
  await withNumber(shop);
  await comes(textFrom(martasNumber, "The tap drips"));
  await comes(textFrom("+491519999999", "Mine too"));
  const both = await casesOf(shop);
  assert.equal(new Set(both.map(({ customer_id }) => customer_id)).size, 2);
  const mine = both.find(({ customer_id }) => customer_id === shop.marta.id);
  await shop.post(`/cases/${mine?.id}/answers`, { answer: "satisfied" });
  await comes(textFrom(martasNumber, "Thanks a lot! 👍"));
  assert.equal((await casesOf(shop)).length, 2);
  await comes(textFrom(martasNumber, "Now the shower drips"));
  assert.equal((await casesOf(shop)).length, 3);
});

test("a text that was taken although the line broke is not sent again; one that is refused is a to-do", async () => {
  const { shop, comes } = await opened();
  await comes(textFrom(martasNumber, "My sink leaks"));
  const [made] = await casesOf(shop);
  await shop.post(`/cases/${made?.id}/ownerships`);
  await runUntil("Mon 9:01");
  const before = twilio.sent.length;
  twilio.behave({ is: "cutting" });
  await shop.post(`/cases/${made?.id}/statuses`, { message: { body: "At four." } });
  await runUntil("Mon 9:02");
  twilio.behave({ is: "well" });
  await runUntil("Mon 9:03");
  assert.equal(twilio.sent.length, before + 1);
  const stateOf = async () => ((await shop.get("/messages")) as Items).items[0]?.state;
  assert.equal(await stateOf(), "accepted");
  twilio.behave({ is: "refusing", status: 400, code: 21_614, message: "'To' number is not a valid mobile number" });
  await shop.post(`/cases/${made?.id}/statuses`, { message: { body: "At five." } });
  await runUntil("Mon 9:04");
  const { items } = (await shop.get("/messages?state=failed")) as Items;
  assert.match(String(items[0]?.problem), /refused it: 'To' number is not a valid mobile number/);
  twilio.behave({ is: "refusing", status: 429, code: 20_429, message: "Too many" });
  await shop.post(`/cases/${made?.id}/statuses`, { message: { body: "At six." } });
  await runUntil("Mon 9:05");
  assert.equal(await stateOf(), "queued");
  twilio.behave({ is: "well" });
  await runUntil("Mon 9:30");
  assert.equal(await stateOf(), "accepted");
});

test("a text that their carrier did not deliver undoes the telling", async () => {
  const { shop, comes, bring, number } = await opened();
  await comes(textFrom(martasNumber, "My sink leaks"));
  const [made] = await casesOf(shop);
  await shop.post(`/cases/${made?.id}/statuses`, { message: { body: "At four." } });
  await runUntil("Mon 9:01");
  const { items } = (await shop.get("/messages?limit=1")) as Items;
  const query = `?message=${items[0]?.id}`;
  const url = new URL(String(number.url));
  const fields = { MessageSid: `SM${"1".repeat(32)}`, MessageStatus: "undelivered", ErrorCode: "30003" };
  const told = await bringText(`${house.url}${url.pathname}${query}`, fields, { signedFor: url.href + query });
  assert.equal(told.status, 200);
  await runUntil("Mon 9:02");
  const bounced = (await shop.get(`/messages/${items[0]?.id}`)) as Body;
  assert.deepEqual([bounced.state, (await shop.get(`/cases/${made?.id}`)).first_word_at], ["bounced", null]);
  assert.match(String(bounced.problem), /error 30003/);
  assert.equal((await bring(fields)).status, 200);
});

test("a promise to whoever has only a number is told of by text, too", async () => {
  const { shop, comes } = await opened();
  await comes(textFrom(martasNumber, "My sink leaks"));
  const [made] = await casesOf(shop);
  const whom = { customer_id: made?.customer_id, contact_id: made?.contact_id };
  const { id } = await shop.promise({ ...whom, text: "A new sink" });
  const ready = await shop.post(`/promises/${id}/drafts`, { draft: "update" });
  assert.equal(ready.problem, null);
  await shop.post(`/promises/${id}/updates`, { message: { body: "It is ordered." } });
  await runUntil("Mon 9:01");
  assert.match(twilio.sent.at(-1)?.body ?? "", /^It is ordered\./);
  assert.deepEqual(
    ((await shop.story(id)).tellings as Body[]).map(({ channel, at: told }) => [channel, told]),
    [["sms", at("Mon 9:01")]],
  );
});

test("by night the acknowledgement goes at once, for they have just written", async () => {
  const { comes } = await opened();
  setTime("Mon 23:30");
  await comes(textFrom(martasNumber, "The cellar is under water"));
  assert.match(twilio.sent[0]?.body ?? "", /^We have it: The cellar is under water\./);
});

test("a service within walls of ours is never called, and the text says why it waits", async () => {
  const { shop, number, comes } = await opened();
  for (const server_url of ["https://10.0.0.7", "https://[::1]", "http://192.168.1.1", "https://127.0.0.2:8443"]) {
    ok(await shop.call("PATCH", `/numbers/${number.id}`, { server_url }));
    await comes(textFrom(martasNumber.replace(/\d$/, String(server_url.length % 10)), "Hello"));
  }
  const { items } = (await shop.get("/messages?state=queued")) as Items;
  assert.deepEqual([items.length, twilio.asked], [4, []]);
  for (const { problem } of items) assert.match(String(problem), /may not be called/);
});

test("there is one number; its token is never shown, a removed one is nowhere, and a member sets none", async () => {
  const { shop, number, bring } = await opened();
  assert.ok(!JSON.stringify(number).includes(authToken));
  const another = { number: "+49 40 1234567", account_sid: accountSid, auth_token: "x" };
  assert.equal(refusal(await shop.call("POST", "/numbers", another)), "409 number_there");
  assert.equal(refusal(await shop.ben.call("POST", "/numbers", another)), "403 scope_missing");
  const change = (body: Body) => shop.call("PATCH", `/numbers/${number.id}`, body);
  assert.equal(refusal(await change({ number: "030 1234567" })), "422 bad_own_number number");
  assert.equal(refusal(await change({ account_sid: "AC1" })), "422 bad_account_sid account_sid");
  assert.equal(
    refusal(await change({ server_url: "https://user:word@texts.example" })),
    "422 bad_server_url server_url",
  );
  ok(await change({ auth_token: "another token" }));
  assert.equal((await bring(textFrom(martasNumber, "Hello"))).status, 403);
  assert.equal((await bring(textFrom(martasNumber, "Hello"), { token: "another token" })).status, 200);
  const [seen] = ((await shop.get("/numbers")) as Items).items;
  assert.equal(seen?.heard_at, at("Mon 9:00"));
  ok(await shop.call("DELETE", `/numbers/${number.id}`));
  assert.equal((await bring(textFrom(martasNumber, "Hello"), { token: "another token" })).status, 404);
  assert.deepEqual((await shop.get("/numbers")).items, []);
});
