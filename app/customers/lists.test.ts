import assert from "node:assert/strict";
import { test } from "node:test";
import { at, ok, refusal, startPromises } from "#test/harness/promises.ts";

const { newShop, setTime } = await startPromises();

type Listed = {
  name: string;
  tags: string[];
  standing: { open: number; late: number; next_due_at: string | null; last_word_at: string | null };
};

/** Marta has an open promise, Otto a late one, Kern nothing; what was promised to Ida counts as Otto's, whom she was merged into. */
async function scene() {
  setTime("Mon 9:00");
  const shop = await newShop();
  const otto = await shop.newCustomer("Otto Brandt", "otto@example.com", { tier: "gold" });
  const ida = await shop.newCustomer("Ida Brandt", "ida@example.com");
  const kern = await shop.newCustomer("Frau Kern", null, { account_owner_id: shop.ben.id });
  await shop.promise({ due_at: at("Thu 12:00") });
  await shop.promise({ customer_id: ida.id, due_at: at("Mon 12:00") });
  await shop.post(`/customers/${otto.id}/merges`, { alias_id: ida.id });
  const listed = async (query: string) => (await shop.get(`/customers?${query}`)).items as Listed[];
  const names = async (query: string) => (await listed(query)).map(({ name }) => name).toSorted();
  return { ...shop, otto, ida, kern, listed, names };
}

test("customers are listed by whose they are, what is open, what is late, and who has heard nothing for long", async () => {
  const { names, ben, post, marta } = await scene();
  setTime("Tue 9:00");
  assert.deepEqual(await names(`account_owner_id=${ben.id}`), ["Frau Kern"]);
  assert.deepEqual(await names("open=true"), ["Marta Lindqvist", "Otto Brandt"]);
  assert.deepEqual(await names("late=true"), ["Otto Brandt"]);
  assert.deepEqual(await names("open=false"), ["Frau Kern"]);
  assert.deepEqual(await names("tier=gold&late=true"), ["Otto Brandt"]);
  assert.deepEqual(await names("find=brandt&late=true"), ["Otto Brandt"]);
  assert.deepEqual(await names("find=marta&late=true"), []);
  setTime("next Mon 9:00");
  await post("/messages", { contact_id: marta.contactId, direction: "in", channel: "phone", body: "Hello?" });
  assert.deepEqual(await names("quiet_days=3"), ["Frau Kern", "Otto Brandt"]);
  assert.deepEqual(await names("quiet_days=30"), []);
});

test("customers are listed by name, page by page, whatever their capitals", async () => {
  const { get, newCustomer } = await scene();
  await newCustomer("anders", "anders@example.com");
  const first = await get("/customers?order=name&limit=2");
  const rest = await get(`/customers?order=name&after=${first.next}`);
  const names = [first, rest].flatMap(({ items }) => (items as Listed[]).map(({ name }) => name));
  assert.deepEqual(names, ["anders", "Frau Kern", "Marta Lindqvist", "Otto Brandt"]);
});

test("each customer of a list says how it stands with them", async () => {
  const { listed, promise } = await scene();
  const { id } = await promise({ due_at: at("Tue 12:00") });
  setTime("Mon 10:00");
  await (await scene()).get("/customers");
  assert.ok(id);
  const standing = (await listed("")).find(({ name }) => name === "Marta Lindqvist")?.standing;
  assert.deepEqual(standing, { open: 2, late: 0, next_due_at: at("Tue 12:00"), last_word_at: null });
});

test("tags are put on many at once and taken off again, each customer's journal knows", async () => {
  const { post, call, listed, names, journal, marta, otto, ida, kern } = await scene();
  const ids = [marta.id, otto.id, kern.id];
  assert.equal((await post("/customers/taggings", { customer_ids: ids, add: ["regular", "north"] })).changed, 3);
  assert.equal(
    (await post("/customers/taggings", { customer_ids: [ida.id], remove: ["north"], add: ["regular"] })).changed,
    1,
  );
  assert.deepEqual(await names("tag=north"), ["Frau Kern", "Marta Lindqvist"]);
  assert.deepEqual((await listed("find=otto"))[0]?.tags, ["regular"]);
  assert.equal((await journal()).at(-1), "customer seen differently");
  const many = Array.from({ length: 20 }, (_, n) => `tag ${n}`);
  ok(await call("POST", "/customers/taggings", { customer_ids: ids, add: many }));
  const more = Array.from({ length: 20 }, (_, n) => `other ${n}`);
  ok(await call("POST", "/customers/taggings", { customer_ids: ids, add: more }));
  const over = Array.from({ length: 20 }, (_, n) => `third ${n}`);
  assert.equal(
    refusal(await call("POST", "/customers/taggings", { customer_ids: ids, add: over })),
    "422 too_many_tags add",
  );
});

test("a view keeps a list under a name, for oneself or for all", async () => {
  const { post, get, call, ben } = await scene();
  const own = await post("/views", { of: "customers", name: "Late ones", filters: { late: "true" } });
  const shared = await post("/views", { of: "customers", name: "Gold", filters: { tier: "gold" }, shared: true });
  const seen = async (by: typeof call) =>
    (ok(await by("GET", "/views?of=customers")).items as { name: string }[]).map(({ name }) => name);
  assert.deepEqual(await seen(call), ["Late ones", "Gold"]);
  assert.deepEqual(await seen(ben.call), ["Gold"]);
  assert.equal(refusal(await ben.call("PATCH", `/views/${shared.id}`, { name: "Ours" })), "403 not_your_view");
  assert.equal(refusal(await ben.call("DELETE", `/views/${own.id}`)), "404 not_found");
  const change = { name: "Late gold", filters: { late: "true", tier: "gold" } };
  assert.equal(ok(await call("PATCH", `/views/${own.id}`, change, { "if-match": '"1"' })).version, 2);
  assert.equal(refusal(await call("PATCH", `/views/${own.id}`, change, { "if-match": '"1"' })), "412 edited_meanwhile");
  ok(await call("DELETE", `/views/${own.id}`));
  assert.deepEqual((await get("/views")).items, [shared]);
});
