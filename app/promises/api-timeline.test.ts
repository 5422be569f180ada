import assert from "node:assert/strict";
import { test } from "node:test";
import { pages } from "#served.ts";
import { at, ok, refusal, startPromises } from "#test/harness/promises.ts";

const { newShop, setTime, runUntil, url } = await startPromises({ pages });

type Item = {
  what: string;
  at: string;
  customer_id: string;
  by_name: string | null;
  promise: { text: string } | null;
  message: { body: string; state: string } | null;
  words: Record<string, string>;
};
type Page = { items: Item[]; next: string | null };

async function scene() {
  setTime("Mon 9:00");
  const shop = await newShop();
  const tap = await shop.promise({ contact_id: shop.marta.contactId, due_at: at("Mon 16:00") });
  const timeline = async (query = "", id = shop.marta.id) =>
    ok(await shop.call("GET", `/customers/${id}/timeline?${query}`)) as unknown as Page;
  return { ...shop, tap, timeline };
}

test("all that passed with a customer stands on one line of time, newest first, with words and letters beside it", async () => {
  const { timeline, post, tap, marta } = await scene();
  await post(`/promises/${tap.id}/updates`, { message: { body: "The valve comes today" } });
  await runUntil("Mon 10:00");
  await post(`/promises/${tap.id}/keeps`, { more: "and the sieve" });
  await post(`/promises/${tap.id}/verdicts`, { answer: "yes", words: "It is dry" });
  const { items } = await timeline("limit=4");
  assert.deepEqual(
    items.map(({ what, promise }) => [what, promise?.text]),
    [
      ["customer answered", "Fix the tap"],
      ["promise kept", "Fix the tap"],
      ["customer told", "Fix the tap"],
      ["message sent", undefined],
    ],
  );
  assert.equal(items[0]?.words.words, "It is dry");
  assert.deepEqual([items[1]?.by_name, items[1]?.customer_id], ["Ana Lima", marta.id]);
  assert.equal(items[3]?.message?.state, "accepted");
  assert.match(items[3]?.message?.body ?? "", /The valve comes today/);
});

test("who was merged into a customer brings their past along, and no page leaves anything out", async () => {
  const { timeline, newCustomer, post, promise, marta } = await scene();
  const twin = await newCustomer("M. Lindqvist", null);
  setTime("Mon 9:30");
  await promise({ customer_id: twin.id });
  setTime("Mon 9:40");
  await promise({ text: "Look at the cellar" });
  setTime("Mon 9:50");
  await post(`/customers/${marta.id}/merges`, { alias_id: twin.id });
  const whole = await timeline("limit=200");
  assert.equal(whole.next, null);
  assert.deepEqual(
    whole.items.map(({ at }) => at),
    whole.items
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  );
  assert.equal(new Set(whole.items.map(({ customer_id }) => customer_id)).size, 2);
  const pieces: Item[] = [];
  for (let next: string | null = ""; next !== null; ) {
    const page: Page = await timeline(`limit=2${next && `&after=${next}`}`, twin.id);
    pieces.push(...page.items);
    next = page.next;
  }
  assert.deepEqual(pieces, whole.items);
});

test("a cursor of another list is refused, and who is not there has no timeline", async () => {
  const { call, marta, ben } = await scene();
  assert.equal(refusal(await call("GET", `/customers/${marta.id}/timeline?after=MS4y`)), "422 bad_cursor after");
  assert.equal(refusal(await call("GET", `/customers/${ben.id}/timeline`)), "404 not_found");
});

test("staff see exactly the page that a contact sees, for ten minutes, and can press nothing on it", async () => {
  const { post, get, tap, marta, journal } = await scene();
  const link = String((await post(`/contacts/${marta.contactId}/links`)).url).replace(/^.*\/c\//, `${url}/c/`);
  const showing = String((await post(`/contacts/${marta.contactId}/showings`)).url).replace(
    /^.*\/showings\//,
    `${url}/showings/`,
  );
  const answer = await fetch(showing);
  assert.equal(answer.headers.get("x-frame-options"), "SAMEORIGIN");
  assert.match(answer.headers.get("content-security-policy") ?? "", /form-action 'none'.*frame-ancestors 'self'/);
  const plain = (html: string, home: string) =>
    html
      .replaceAll(" disabled", "")
      .replaceAll(new URL(home).pathname, "HOME")
      .replaceAll(/value="[\w-]{16}"/g, "");
  const shown = await answer.text();
  assert.match(shown, /Fix the tap/);
  assert.doesNotMatch(shown, /<(?:button|textarea|input)(?! disabled)/);
  assert.match(await (await fetch(`${showing}/promises/${tap.id}?answer=asking`)).text(), /<button disabled/);
  // Looking is not reading: the promise was not seen by anybody, and the page says the same afterwards.
  assert.equal((await get(`/promises/${tap.id}`)).version, 1);
  assert.equal(
    plain(shown, showing).replace(/<code>.*?<\/code>/, ""),
    plain(await (await fetch(link)).text(), link).replace(/<code>.*?<\/code>/, ""),
  );
  assert.ok((await journal()).includes("page looked at"));
  assert.equal((await fetch(`${showing}/promises/${tap.id}/asking`, { method: "POST" })).status, 404);
  assert.equal((await fetch(`${showing.slice(0, -2)}AA`)).status, 404);
  setTime("Mon 9:11");
  assert.equal((await fetch(showing)).status, 404);
});
