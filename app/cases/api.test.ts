import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { at, type Body, clock, refusal, type Shop, startPromises } from "#test/harness/promises.ts";

const { newShop, setTime, runUntil, mail, as } = await startPromises();

beforeEach(() => setTime("Mon 9:00"));

type Read = Body & {
  id: string;
  version: number;
  state: string;
  steps: { name: string; at: string | null; by: string }[];
};

const raise = (shop: Shop, more: Body = {}) =>
  shop.post("/cases", {
    customer_id: shop.marta.id,
    kind: "complaint",
    words: "The tap drips again.\nIt was fixed last week.",
    channel: "phone",
    ...more,
  }) as Promise<Read>;
const act = (shop: Shop, id: string, noun: string, body: Body = {}) =>
  shop.post(`/cases/${id}/${noun}`, body) as Promise<Read>;
const read = async (shop: Shop, id: string) => (await shop.get(`/cases/${id}`)) as Read;
const stepsOf = ({ steps }: Read) => steps.filter((step) => step.at !== null).map(({ name }) => name);
const toMarta = () => mail.inbox.filter(({ envelope }) => envelope.to.includes("marta@example.com"));
const told = (said: string) => ({ told: { channel: "phone", at: at(said) } });

test("a case goes its eight steps, each with who and when, and only the customer makes it satisfied", async () => {
  const shop = await newShop();
  const made = await raise(shop);
  assert.equal(made.subject, "The tap drips again.");
  assert.deepEqual(stepsOf(made), ["contact", "channel"]);
  assert.equal(made.owner_id, null);

  const mine = await act(shop, made.id, "ownerships");
  assert.equal(mine.owner_id, shop.ana.memberId);
  const planned = await act(shop, made.id, "plans", { text: "Change the seal", kind: "fix", due_at: at("Tue 12:00") });
  assert.deepEqual(stepsOf(planned), ["owned", "contact", "channel", "fixing"]);
  const handed = await act(shop, made.id, "hand_ons", { handler_id: shop.ben.id });
  assert.deepEqual([handed.owner_id, handed.handler_id], [shop.ana.memberId, shop.ben.id]);

  setTime("Tue 8:00");
  const early = await shop.call("POST", `/cases/${made.id}/tellings`, told("Tue 8:00"));
  assert.equal(refusal(early), "409 not_done_yet");
  const open = await shop.call("POST", `/cases/${made.id}/completions`, { did: "A new seal" });
  assert.equal(refusal(open), "409 plan_open");
  const { items } = (await shop.get(`/promises?case_id=${made.id}`)) as { items: { id: string }[] };
  await shop.post(`/promises/${items[0]?.id}/keeps`);
  await act(shop, made.id, "statuses", told("Tue 8:00"));
  await act(shop, made.id, "completions", { did: "A new seal" });
  const done = await act(shop, made.id, "tellings", { message: { body: "Hello Marta, it is tight." } });
  assert.equal(done.state, "open", "told once her server has taken the letter");
  await runUntil("Tue 8:01");
  const after = await read(shop, made.id);
  assert.equal(after.state, "told");
  const letter = toMarta().at(-1);
  assert.match(String(letter?.text), /What you asked: The tap drips again\.[\s\S]*What we did: A new seal/);

  const closed = await act(shop, made.id, "answers", { answer: "satisfied", words: "Dry at last" });
  assert.equal(closed.state, "satisfied");
  assert.deepEqual(stepsOf(closed), [
    ...["owned", "contact", "channel", "fixing", "handed_on", "status", "told", "satisfied"],
  ]);
  assert.deepEqual(
    (await shop.journal()).filter((what) => what.startsWith("case") || what === "customer answered"),
    ["case raised", "case owned", "case planned", "case handed on", "case done", "customer answered"],
  );
});

test("what came by itself is acknowledged at once, and a person's first word is promised by whoever is on duty", async () => {
  const shop = await newShop();
  const made = await raise(shop, { channel: "form", acknowledge: true });
  await runUntil("Mon 9:00");
  const letter = toMarta().at(-1);
  assert.match(String(letter?.subject), /We have it: The tap drips again/);
  assert.match(String(letter?.text), /A person writes to you by Monday 2 March, 11:00/);
  const promised = (await shop.get(`/promises?case_id=${made.id}`)) as { items: Body[] };
  assert.deepEqual(
    promised.items.map((p) => [p.kind, clock(p.first_due_at), p.owner_id, p.visible]),
    [["update", "Mon 11:00", shop.ana.memberId, true]],
  );
  const seen = await read(shop, made.id);
  assert.equal(clock(seen.acknowledged_at), "Mon 9:00");
  assert.equal(seen.first_word_at, null, "a machine's word is not a person's");

  await shop.ben.call("POST", `/cases/${made.id}/ownerships`, { message: { body: "Hello Marta, I come today." } });
  await runUntil("Mon 9:30");
  const [first] = ((await shop.get(`/promises?case_id=${made.id}`)) as { items: Body[] }).items;
  assert.deepEqual([first?.state, first?.handler_id, clock(first?.first_due_at)], ["kept", shop.ben.id, "Mon 11:00"]);
  assert.equal(clock((await read(shop, made.id)).first_word_at), "Mon 9:30");
});

test("the owner stays, however often it is handed on; ownership passes when the new one accepts and the customer knows", async () => {
  const shop = await newShop();
  const gina = await shop.newMember("Gina Holt");
  const { id } = await raise(shop, { own: true });
  await act(shop, id, "hand_ons", { handler_id: shop.ben.id });
  await act(shop, id, "hand_ons", { handler_id: gina.id });
  assert.equal(refusal(await shop.ben.call("POST", `/cases/${id}/ownerships`)), "409 has_an_owner");
  await act(shop, id, "ownerships", { owner_id: shop.ben.id });
  assert.equal((await read(shop, id)).owner_id, shop.ana.memberId);
  assert.equal(refusal(await shop.ben.call("POST", `/cases/${id}/ownerships`)), "422 customer_not_told message");
  await shop.ben.call("POST", `/cases/${id}/ownerships`, { message: { body: "Hello Marta, I am Ben." } });
  assert.equal((await read(shop, id)).owner_id, shop.ana.memberId, "the letter has not arrived yet");
  await runUntil("Mon 9:01");
  const passed = await read(shop, id);
  assert.deepEqual([passed.owner_id, passed.handler_id], [shop.ben.id, gina.id]);
});

test("not satisfied opens it again for the same owner; told again, they are asked again", async () => {
  const shop = await newShop();
  const { id } = await raise(shop, { own: true });
  await act(shop, id, "completions", { did: "Looked at it" });
  await act(shop, id, "tellings", told("Mon 9:00"));
  const again = await act(shop, id, "answers", { answer: "not_satisfied", words: "It still drips" });
  assert.deepEqual([again.state, again.owner_id, again.reopened_count], ["open", shop.ana.memberId, 1]);
  assert.deepEqual([again.told_at, again.did], [null, null]);
  assert.equal(refusal(await shop.call("POST", `/cases/${id}/tellings`, told("Mon 9:00"))), "409 not_done_yet");
  await act(shop, id, "completions", { did: "A new tap" });
  const told2 = await act(shop, id, "tellings", told("Mon 9:00"));
  assert.deepEqual([told2.state, told2.ask_count], ["told", 0]);
  assert.ok(told2.ask_at);
});

test("raised, put right and closed in one tap at the table", async () => {
  const shop = await newShop();
  const table = await shop.post("/customers", { name: "Table 7", kind: "person", is_stand_in: true });
  const spot = { did: "A new plate, on the house", satisfied: true };
  const made = await raise(shop, { customer_id: table.id, channel: "in_person", on_the_spot: spot });
  assert.equal(made.state, "satisfied");
  assert.deepEqual(stepsOf(made), ["owned", "status", "told", "satisfied"]);
  const silent = await raise(shop, { channel: "in_person", on_the_spot: { ...spot, satisfied: false } });
  assert.equal(silent.state, "told", "who did not say so is asked");
});

test("what cannot be done is refused with a code and the field", async () => {
  const shop = await newShop();
  const [otto, theirs] = [await shop.newCustomer("Otto Berg", null), await newShop()];
  const good = { customer_id: shop.marta.id, words: "It drips", channel: "phone" };
  const table: [what: string, Body, string][] = [
    ["nobody", { customer_id: undefined }, "422 invalid_field customer_id"],
    ["a customer of another house", { customer_id: theirs.marta.id }, "422 no_such_customer customer_id"],
    ["a contact of another customer", { contact_id: otto.contactId }, "422 no_such_contact contact_id"],
    ["raised tomorrow", { raised_at: at("Tue 9:00") }, "422 raised_in_future raised_at"],
    ["no words", { words: " " }, "422 invalid_field words"],
    ["a channel nobody has", { channel: "smoke" }, "422 invalid_field channel"],
    ["an unknown team", { team_id: theirs.marta.id }, "422 no_such_team team_id"],
  ];
  for (const [what, more, code] of table) {
    assert.equal(refusal(await shop.call("POST", "/cases", { ...good, ...more })), code, what);
  }
  const { id, version } = await raise(shop);
  assert.equal(refusal(await shop.call("POST", `/cases/${id}/statuses`, {})), "422 customer_not_told message");
  assert.equal(
    refusal(await shop.call("POST", `/cases/${id}/hand_ons`, { handler_id: shop.ben.id })),
    "409 nobody_owns_it",
  );
  assert.equal(refusal(await shop.call("POST", `/cases/${id}/resumptions`)), "409 not_waiting");
  assert.equal(refusal(await shop.call("POST", `/cases/${id}/askings`, told("Mon 9:00"))), "409 not_told");
  assert.equal(refusal(await shop.call("POST", `/cases/${id}/reopenings`)), "409 not_closed");
  assert.equal(refusal(await shop.call("GET", `/cases/${theirs.marta.id}`)), "404 not_found");
  assert.equal(refusal(await theirs.call("GET", `/cases/${id}`)), "404 not_found");
  const edit = { subject: "The tap in the kitchen" };
  const lost = await shop.call("PATCH", `/cases/${id}`, edit, { "if-match": `"${version - 1}"` });
  assert.equal(refusal(lost), "412 edited_meanwhile");
  assert.equal((await shop.call("PATCH", `/cases/${id}`, edit, { "if-match": `"${version}"` })).status, 200);
});

test("lists show one's own, a team's and what nobody owns, the newest first, page by page", async () => {
  const shop = await newShop();
  for (let n = 0; n < 3; n++) await raise(shop, { subject: `Case ${n}` });
  const mine = await raise(shop, { subject: "Mine", own: true });
  const subjects = async (query: string) =>
    ((await shop.get(`/cases?${query}`)) as { items: Body[] }).items.map(({ subject }) => subject);
  assert.deepEqual(await subjects("unowned=true"), ["Case 2", "Case 1", "Case 0"]);
  assert.deepEqual(await subjects(`owner_id=${shop.ana.memberId}`), ["Mine"]);
  const first = (await shop.get("/cases?limit=3")) as { items: Body[]; next: string };
  assert.equal(first.items[0]?.id, mine.id);
  assert.deepEqual(await subjects(`limit=3&after=${first.next}`), ["Case 0"]);
});

test("a viewer reads cases and changes none", async () => {
  const shop = await newShop();
  const { id } = await raise(shop);
  const viewer = await shop.newMember("Vera Looks", "viewer");
  assert.equal((await as(viewer.apiKey)("GET", `/cases/${id}`)).status, 200);
  assert.equal((await viewer.call("POST", `/cases/${id}/ownerships`)).status, 403);
});

test("what was promised before becomes a step, of whoever was merged into the customer, too; no other's, and none twice", async () => {
  const shop = await newShop();
  const made = await raise(shop, { own: true });
  const { id: twin } = await shop.newCustomer("M. Lindqvist", "m@example.com");
  const { id: otto } = await shop.newCustomer("Otto Berg", "otto@example.com");
  const promised = (customer_id: string) =>
    shop.post("/promises", { customer_id, text: "A new washer", kind: "visit", due_at: at("Wed 10:00") });
  const [theirs, twins, ottos] = [await promised(shop.marta.id), await promised(twin), await promised(otto)];
  const plan = (promise_id: string) => shop.call("POST", `/cases/${made.id}/plans`, { promise_id });
  assert.equal(refusal(await plan(twins.id)), "422 plan_of_another promise_id");
  await shop.post(`/customers/${shop.marta.id}/merges`, { alias_id: twin });
  for (const { id } of [theirs, twins]) assert.equal((await plan(id)).status, 201);
  assert.equal(refusal(await plan(theirs.id)), "409 planned_already");
  assert.equal(refusal(await plan(ottos.id)), "422 plan_of_another promise_id");
  const { items } = (await shop.get(`/promises?case_id=${made.id}`)) as { items: Body[] };
  assert.equal(items.length, 2);
});
