import assert from "node:assert/strict";
import { test } from "node:test";
import { Instant } from "#base/instant.ts";
import { at, type Body, type Shop, startPromises } from "#test/harness/promises.ts";
import { urgentAt } from "./urgency.ts";

const { newShop, setTime } = await startPromises();

type Listed = Body & { id: string; subject: string; customer: { name: string } };
type Page = { items: Listed[]; next: string | null };

const raise = (shop: Shop, words: string, more: Body = {}) =>
  shop.post("/cases", { customer_id: shop.marta.id, words, channel: "phone", ...more }) as Promise<Listed>;
const list = async (shop: Shop, query: string) => (await shop.get(`/cases?${query}`)) as Page;
const subjects = async (shop: Shop, query: string) => (await list(shop, query)).items.map(({ subject }) => subject);

test("the most urgent comes first: what nobody owns, then by the next word, and last what waits for them", async () => {
  setTime("Mon 9:00");
  const shop = await newShop();
  const waits = await raise(shop, "Waits", { own: true });
  await shop.post(`/cases/${waits.id}/pauses`, { reason: "the key", told: { channel: "phone", at: at("Mon 9:00") } });
  await raise(shop, "Soon", { own: true });
  setTime("Mon 11:00");
  await raise(shop, "Later", { own: true });
  await raise(shop, "Nobody's");
  assert.deepEqual(await subjects(shop, "order=urgent"), ["Nobody's", "Soon", "Later", "Waits"]);
  const first = await list(shop, "order=urgent&limit=2");
  assert.deepEqual(
    [...first.items, ...(await list(shop, `order=urgent&limit=2&after=${first.next}`)).items].map((c) => c.subject),
    ["Nobody's", "Soon", "Later", "Waits"],
  );
  assert.equal(first.items[0]?.customer.name, "Marta Lindqvist");
});

test("what the index has for urgent is what the rule says", () => {
  const [recordedAt, statusDueAt, askAt] = [1, 2, 3].map((ms) => new Instant(ms)) as [Instant, Instant, Instant];
  const c = { ownerId: "ana", state: "open", recordedAt, statusDueAt, askAt: null } as const;
  assert.equal(urgentAt({ ...c, ownerId: null }), recordedAt);
  assert.equal(urgentAt(c), statusDueAt);
  assert.equal(urgentAt({ ...c, state: "told", statusDueAt: null, askAt }), askAt);
  assert.equal(String(urgentAt({ ...c, statusDueAt: null })), "9999-12-31T00:00:00Z");
});

test("mine is what I own, do, or am asked to own; what is laid aside is counted apart", async () => {
  setTime("Mon 9:00");
  const shop = await newShop();
  const own = await raise(shop, "Own", { own: true });
  const handed = await raise(shop, "Handed on", { own: true });
  await shop.post(`/cases/${handed.id}/hand_ons`, { handler_id: shop.ben.id });
  const offered = await raise(shop, "Offered", { own: true });
  await shop.post(`/cases/${offered.id}/ownerships`, { owner_id: shop.ben.id });
  const aside = await raise(shop, "Aside", { own: true });
  await shop.post(`/cases/${aside.id}/snoozes`, { until: at("Tue 9:00") });
  await raise(shop, "Nobody's");
  const mine = (id: string) => subjects(shop, `order=urgent&laid_aside=false&member_id=${id}`);
  assert.deepEqual((await mine(shop.ben.id)).toSorted(), ["Handed on", "Offered"]);
  assert.deepEqual((await mine(shop.ana.memberId)).toSorted(), ["Handed on", "Offered", "Own"]);
  assert.deepEqual(await subjects(shop, "laid_aside=true"), ["Aside"]);
  assert.deepEqual(await shop.get("/case_counts"), { mine: 3, unowned: 1, open: 4, laid_aside: 1 });
  assert.equal(own.subject, "Own");
});

test("words are found in the subject with a typo, in what was said by their beginnings, and by whose they are", async () => {
  setTime("Mon 9:00");
  const [shop, other] = [await newShop(), await newShop()];
  await raise(shop, "The boiler is cold\nSince the thermostat was changed nothing works, käse.");
  await raise(shop, "A quote for the bath", { own: true });
  await raise(other, "The boiler is loud");
  assert.deepEqual(await subjects(shop, "find=boiller"), ["The boiler is cold"]);
  assert.deepEqual(await subjects(shop, "find=thermos%20changed"), ["The boiler is cold"]);
  assert.deepEqual(await subjects(shop, "find=thermos%20purple"), []);
  assert.deepEqual((await subjects(shop, "find=Lindqvist")).length, 2);
  assert.deepEqual(await subjects(shop, "find=quote&unowned=true"), []);
  for (const words of ["'", "\\", "a:*", "& | !", "%", "🦊", "('x')"]) {
    assert.ok((await list(shop, `find=${encodeURIComponent(words)}`)).items.length < 3, words);
  }
});

test("what is counted is all there is, not the page that is shown", async () => {
  setTime("Mon 9:00");
  const shop = await newShop();
  for (let n = 0; n < 53; n++) await raise(shop, `Case ${n}`, { own: n % 2 === 0 });
  const { items, next } = await list(shop, "limit=50");
  assert.deepEqual([items.length, typeof next], [50, "string"]);
  const counts = await shop.get("/case_counts");
  assert.deepEqual([counts.open, counts.mine, counts.unowned], [53, 27, 26]);
});
