import assert from "node:assert/strict";
import { test } from "node:test";
import { instant } from "#base/instant.ts";
import { type Body, ok, refusal, type Shop, startPromises } from "#test/harness/promises.ts";
import { mayShare, mostOpenOfACause } from "./cause.ts";
import type { CauseOut, WholeCauseOut } from "./wire-causes.ts";

const { newShop, setTime, runUntil } = await startPromises();
setTime("Mon 9:00");

const raise = (shop: Shop, more: Body = {}) =>
  shop.post("/cases", {
    customer_id: shop.marta.id,
    words: "No water",
    channel: "phone",
    own: true,
    ...more,
  }) as Promise<Body & { id: string; cause_id: string }>;
const begin = async (shop: Shop, id: string, text: string) =>
  String((await shop.post(`/cases/${id}/causes`, { text })).cause_id);
const share = (shop: Shop, id: string, body: Body) => shop.call("POST", `/cases/${id}/causes`, body);
const listed = async (shop: Shop, over = "") =>
  ((await shop.get(`/causes${over}`)) as { items: CauseOut[] }).items.map(({ text, open_count, case_count }) => [
    text,
    open_count,
    case_count,
  ]);

test("a cause is listed with how many cases have it, tells what all were told, ends, and goes on again", async () => {
  const shop = await newShop();
  const [first, second] = [await raise(shop), await raise(shop)];
  const id = await begin(shop, first.id, "The main pipe broke");
  ok(await share(shop, second.id, { cause_id: id }));
  assert.deepEqual(await listed(shop), [["The main pipe broke", 2, 2]]);
  await shop.post(`/causes/${id}/statuses`, { message: { body: "Water again by four." } });
  await runUntil("Mon 9:01");
  const seen = (await shop.get(`/causes/${id}`)) as WholeCauseOut;
  assert.deepEqual(
    seen.words.map(({ body, case_count, by_member_id }) => [body, case_count, by_member_id]),
    [["Water again by four.", 2, seen.made_by_id]],
  );
  assert.equal(seen.last_word_at, seen.words[0]?.at);

  const over = (await shop.post(`/causes/${id}/ends`)) as WholeCauseOut;
  assert.ok(over.ended_at && over.ended_by_id);
  assert.deepEqual([await listed(shop), await listed(shop, "?over=true")], [[], [["The main pipe broke", 2, 2]]]);
  const third = await raise(shop);
  assert.equal(refusal(await share(shop, third.id, { cause_id: id })), "409 cause_ended");
  const word = { message: { body: "And now?" } };
  assert.equal(refusal(await shop.call("POST", `/causes/${id}/statuses`, word)), "409 cause_ended");
  assert.equal(refusal(await shop.call("POST", `/causes/${id}/ends`)), "409 cause_ended");

  await shop.post(`/causes/${id}/resumptions`);
  assert.equal(refusal(await shop.call("POST", `/causes/${id}/resumptions`)), "409 cause_open");
  ok(await share(shop, third.id, { cause_id: id }));
  assert.deepEqual(await listed(shop), [["The main pipe broke", 3, 3]]);
  assert.deepEqual(
    (await shop.journal()).filter((what) => /^cause (?:ended|resumed)/.test(what)),
    [],
    "what becomes of a cause stands in the chain of the house, not in a customer's",
  );
});

test("a case that was given the wrong cause is taken off it, and is told nothing of it any more", async () => {
  const shop = await newShop();
  const [first, second] = [await raise(shop), await raise(shop)];
  const id = await begin(shop, first.id, "Ice");
  ok(await share(shop, second.id, { cause_id: id }));
  ok(await share(shop, second.id, { cause_id: null }));
  ok(await share(shop, second.id, { cause_id: null }));
  assert.deepEqual(await listed(shop), [["Ice", 1, 1]]);
  const said = await shop.post(`/causes/${id}/statuses`, { message: { body: "It thaws." } });
  assert.deepEqual([said.cases, said.to_call], [1, []]);
  const journal = await shop.journal();
  assert.equal(journal.filter((what) => what === "cause left").length, 1);
});

test("a cause of another business is none, and one must be named", async () => {
  const [shop, other] = [await newShop(), await newShop()];
  const [mine, theirs] = [await raise(shop), await raise(other)];
  const id = await begin(other, theirs.id, "Theirs");
  assert.equal(refusal(await share(shop, mine.id, { cause_id: id })), "422 no_such_cause cause_id");
  assert.equal(refusal(await share(shop, mine.id, {})), "422 cause_missing text");
  for (const [method, path, body] of [
    ["GET", `/causes/${id}`, undefined],
    ["POST", `/causes/${id}/ends`, undefined],
    ["POST", `/causes/${id}/resumptions`, undefined],
    ["POST", `/causes/${id}/statuses`, { message: { body: "Hello" } }],
  ] as const) {
    assert.equal(refusal(await shop.call(method, path, body)), "404 not_found", `${method} ${path}`);
  }
  assert.deepEqual(await listed(shop), []);
});

test("no more open cases share a cause than are told in one go", () => {
  assert.equal(mayShare({ endedAt: null }, mostOpenOfACause - 1), null);
  assert.equal(mayShare({ endedAt: null }, mostOpenOfACause)?.code, "cause_full");
  assert.equal(mayShare({ endedAt: instant("2026-11-24T15:00:00Z") }, 0)?.code, "cause_ended");
});

test("what stands in braces becomes what it stands for in each case; where that is not known they are to be called", async () => {
  const shop = await newShop();
  const first = await raise(shop);
  const id = await begin(shop, first.id, "Ice");
  const nameless = await shop.newCustomer("Nils Frey", null);
  const second = await raise(shop, { customer_id: nameless.id });
  ok(await share(shop, second.id, { cause_id: id }));
  const message = { body: "Dear {name}, it thaws. {member}" };
  const said = await shop.post(`/causes/${id}/statuses`, { message });
  assert.deepEqual([said.cases, said.to_call], [1, [second.id]]);
  const { items } = (await shop.get(`/cases/${first.id}/timeline`)) as { items: { body: string; direction: string }[] };
  const sent = items.find(({ direction, body }) => direction === "out" && body.includes("it thaws"));
  assert.match(String(sent?.body), /Dear Marta[^{}]*, it thaws\. Ana/);
  const [word] = ((await shop.get(`/causes/${id}`)) as WholeCauseOut).words;
  assert.deepEqual([word?.body, word?.case_count, word?.to_call], [message.body, 1, [second.id]]);
});
