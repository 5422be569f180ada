import assert from "node:assert/strict";
import { test } from "node:test";
import { plusSeconds } from "#base/instant.ts";
import { ok, refusal, type Shop, startPromises } from "#test/harness/promises.ts";

const { url, newShop, setTime, runUntil, now } = await startPromises();
setTime("Mon 9:00");

/** What a member of this shop hears from now on, until it has said so. */
async function listen({ apiKey }: Shop) {
  const leaving = new AbortController();
  const headers = { authorization: `Bearer ${apiKey}` };
  const response = await fetch(`${url}/api/v1/events`, { headers, signal: leaving.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  assert.ok(reader);
  let heard = "";
  return {
    until: async (sought: string) => {
      while (!heard.includes(sought)) {
        const { value, done } = await reader.read();
        assert.ok(!done, heard);
        heard += value;
      }
      return heard;
    },
    leave: () => leaving.abort(),
  };
}

const raise = (shop: Shop) =>
  shop.post("/cases", { customer_id: shop.marta.id, words: "It drips", channel: "phone", own: true });

test("that a colleague writes is heard by those of the same business alone, and stands in no journal", async () => {
  const [shop, other] = [await newShop(), await newShop()];
  const [{ id }, theirs] = [await raise(shop), await raise(other)];
  const [ana, stranger] = [await listen(shop), await listen(other)];
  const before = await shop.journal();
  ok(await shop.ben.call("POST", `/cases/${id}/writings`));
  ok(await shop.ben.call("POST", `/cases/${id}/writings`));
  const heard = await ana.until("event: writing");
  assert.match(heard, new RegExp(`event: writing\ndata: {"subject":"case","id":"${id}","member_id":"${shop.ben.id}"`));
  assert.equal(refusal(await shop.call("POST", `/cases/${theirs.id}/writings`)), "404 not_found");
  setTime(plusSeconds(now(), 4));
  ok(await shop.ben.call("POST", `/cases/${id}/writings`));
  assert.equal(
    (await ana.until(`"at":"${now()}"`)).split("event: writing").length,
    3,
    "once for each time it was said",
  );
  ok(await other.call("POST", `/cases/${theirs.id}/writings`));
  assert.doesNotMatch(await stranger.until("event: writing"), new RegExp(id));
  assert.deepEqual(await shop.journal(), before);
  for (const stream of [ana, stranger]) stream.leave();
});

test("nobody answers what a colleague has answered meanwhile, unless they saw it", async () => {
  const shop = await newShop();
  const { id } = await raise(shop);
  const say = (body: string, seen: string | null, call = shop.call) =>
    call("POST", `/cases/${id}/statuses`, { message: { body }, seen_message_id: seen });
  ok(await say("We come at ten.", null, shop.ben.call));
  const late = await say("We come at noon.", null);
  assert.equal(refusal(late), "412 edited_meanwhile");
  const { message_id: theirs, by_member_id: by } = late.body.data as Record<string, string>;
  assert.equal(by, shop.ben.id);
  assert.equal(refusal(await say("We come at noon.", shop.marta.id)), "422 no_such_message seen_message_id");
  ok(await say("We come at noon.", theirs ?? ""));
  ok(await say("And bring the part.", theirs ?? ""));
  await runUntil(plusSeconds(now(), 60));
  assert.equal((await shop.journal()).filter((what) => what === "customer written to").length, 3);
});

test("an act on a case that names the version it saw is refused when it changed since", async () => {
  const shop = await newShop();
  const { id, version } = await raise(shop);
  const seen = { "if-match": `"${version}"` };
  ok(await shop.call("POST", `/cases/${id}/hand_ons`, { handler_id: shop.ben.id }, seen));
  const late = await shop.call("POST", `/cases/${id}/voids`, { reason: "Twice" }, seen);
  assert.equal(refusal(late), "412 edited_meanwhile");
});
