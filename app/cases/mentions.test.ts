import assert from "node:assert/strict";
import { test } from "node:test";
import { plusSeconds } from "#base/instant.ts";
import { ok, refusal, type Shop, startPromises } from "#test/harness/promises.ts";

const { mail, newShop, setTime, runUntil, now } = await startPromises();
setTime("Mon 9:00");

const raise = (shop: Shop) =>
  shop.post("/cases", { customer_id: shop.marta.id, words: "It drips", channel: "phone", own: true });
const mentionsOf = async (call: Shop["call"]) =>
  ok(await call("GET", "/mentions")).items as { id: string; case_id: string; words: string }[];

test("who is named in a note finds it, is written to, and has seen it once they looked at the case", async () => {
  const shop = await newShop();
  const { id } = await raise(shop);
  const note = { body: "@Ben Okoye, is the part there?", mention_ids: [shop.ben.id, shop.memberId] };
  await shop.post(`/cases/${id}/notes`, note);
  const [named, ...others] = await mentionsOf(shop.ben.call);
  assert.deepEqual([others.length, named?.case_id], [0, id]);
  assert.equal(named?.words, "Ana Lima: @Ben Okoye, is the part there?");
  assert.deepEqual(await mentionsOf(shop.call), [], "nobody names themselves");
  await runUntil(plusSeconds(now(), 60));
  const written = mail.inbox.filter(({ envelope }) => envelope.to.includes(shop.ben.email));
  assert.match(String(written.at(-1)?.text), /You are named in a note[\s\S]*is the part there/);

  const told = { told: { channel: "phone", at: now().toString() } };
  await shop.post(`/cases/${id}/statuses`, told);
  assert.equal(
    (await mentionsOf(shop.ben.call)).length,
    1,
    "that a colleague spoke with the customer is no answer to it",
  );
  const { version } = await shop.get(`/cases/${id}`);
  assert.equal(ok(await shop.ben.call("POST", `/cases/${id}/sightings`)).seen, 1);
  assert.equal(ok(await shop.ben.call("POST", `/cases/${id}/sightings`)).seen, 0);
  assert.deepEqual(await mentionsOf(shop.ben.call), []);
  assert.equal((await shop.get(`/cases/${id}`)).version, version, "to look changes nothing of the case");
  assert.equal((await shop.journal()).at(-1), "note seen");
});

test("nobody of another business is named, and a customer never learns of it", async () => {
  const [shop, other] = [await newShop(), await newShop()];
  const { id } = await raise(shop);
  const bad = { body: "@Ben Okoye", mention_ids: [other.ben.id] };
  assert.equal(refusal(await shop.call("POST", `/cases/${id}/notes`, bad)), "422 no_such_member mention_ids");
  assert.equal(refusal(await other.call("POST", `/cases/${id}/sightings`)), "404 not_found");
});
