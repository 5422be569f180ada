import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { at, startPromises } from "#test/harness/promises.ts";

const { newShop, setTime } = await startPromises();

beforeEach(() => setTime("Mon 10:00"));

type Reading = {
  text: string;
  kind: { name: string };
  owner_id: string;
  customer_words: string | null;
  candidates: { customer_id: string; name: string; contact_id: string | null; is_sure: boolean }[];
  new_customer: { name: string; kind: string } | null;
  due: { due_at: string; opens_at: string | null; time_zone: string; customer_time_zone: string | null } | null;
  parts: { is: string; from: number; to: number }[];
  notes: { code: string }[];
  warnings: { code: string; at: string | null }[];
  quote: object | null;
};

async function shopOf(...names: string[]) {
  const shop = await newShop();
  const ids = new Map<string, string>();
  for (const name of names) {
    const kind = /Post|Bau/.test(name) ? "organisation" : "person";
    const contacts = kind === "person" ? [] : [{ name: "Ruth Adler" }];
    const { body } = await shop.call("POST", "/customers", { name, kind, contacts, time_zone: "Europe/London" });
    ids.set(name, String(body.id));
  }
  const read = async (line: string, more: object = {}) =>
    (await shop.call("POST", "/promises/readings", { line, ...more })).body as unknown as Reading;
  return { ...shop, ids, read };
}

test("a line is read with the customer it means, the exact due and both zones", async () => {
  const { ids, read, memberId } = await shopOf("Ana Vogt", "Hotel Post");
  const read1 = await read("call Ana back tomorrow 3pm about the leak");
  assert.deepEqual(
    [read1.text, read1.kind.name, read1.owner_id],
    ["call Ana back about the leak", "callback", memberId],
  );
  assert.deepEqual(
    [read1.candidates[0]?.customer_id, read1.candidates[0]?.is_sure, read1.notes],
    [ids.get("Ana Vogt"), true, []],
  );
  assert.equal(read1.due?.due_at, at("Tue 15:00"));
  assert.deepEqual([read1.due?.time_zone, read1.due?.customer_time_zone], ["Europe/Berlin", "Europe/London"]);
  assert.deepEqual(
    read1.parts.map(({ is, from, to }) => [is, "call Ana back tomorrow 3pm about the leak".slice(from, to)]),
    [
      ["customer", "Ana"],
      ["due", "tomorrow 3pm"],
    ],
  );
});

test("a typo, a contact's name and a shorter beginning find whom they mean; a stranger is offered as new", async () => {
  const { ids, read } = await shopOf("Ana Vogt", "Hotel Post", "Weber Bau");
  const typo = await read("quote for Hotl Post by Friday");
  assert.deepEqual([typo.candidates[0]?.name, typo.candidates[0]?.is_sure], ["Hotel Post", false]);
  assert.deepEqual(typo.new_customer, { name: "Hotl Post", kind: "person", is_stand_in: false });
  const contact = await read("call Ruth Adler tomorrow");
  assert.ok(
    contact.candidates.every(({ contact_id, is_sure }) => contact_id !== null && !is_sure),
    "at two houses",
  );
  const shorter = await read("Weber Heizung reparieren morgen");
  assert.deepEqual([shorter.candidates[0]?.customer_id, shorter.candidates[0]?.is_sure], [ids.get("Weber Bau"), false]);
  const very = await read("Weber Bau Heizung reparieren morgen");
  assert.deepEqual([very.candidates[0]?.is_sure, very.customer_words], [true, "Weber Bau"]);
  const stranger = await read("call Zbigniew tomorrow");
  assert.deepEqual([stranger.candidates, stranger.new_customer?.name], [[], "Zbigniew"]);
});

test("two who could be meant are both offered and neither is taken; who is picked decides", async () => {
  const { ids, read } = await shopOf("Ana Vogt", "Ana Berg");
  const both = await read("call Ana tomorrow");
  assert.deepEqual(both.candidates.map(({ name, is_sure }) => [name, is_sure]).sort(), [
    ["Ana Berg", false],
    ["Ana Vogt", false],
  ]);
  assert.equal(both.due?.customer_time_zone, null);
  const picked = await read("call Ana tomorrow", { customer_id: ids.get("Ana Berg") });
  assert.equal(picked.due?.customer_time_zone, "Europe/London");
});

test("a due while we are closed is warned of, with the last open time before", async () => {
  const { read } = await shopOf("Ana Vogt");
  const { warnings } = await read("call Ana on Saturday at noon");
  assert.deepEqual(
    warnings.map(({ code, at }) => [code, at]),
    [["closed_at_due", at("Fri 17:00")]],
  );
});

test("what could not be read is said, a pasted table is refused, and nothing is saved", async () => {
  const { read, call } = await shopOf("Ana Vogt");
  assert.deepEqual(
    (await read("call Ana back")).notes.map(({ code }) => code),
    ["unreadable_time"],
  );
  const table = await call("POST", "/promises/readings", { line: "Ana\tcall\nBen\tvisit" });
  assert.deepEqual([table.status, table.body.code, table.body.field], [422, "several_lines", "line"]);
  const wall = await call("POST", "/promises/readings", { line: "word ".repeat(2000) });
  assert.deepEqual([wall.status, wall.body.code], [422, "line_too_long"]);
  assert.deepEqual((await call("GET", "/promises")).body.items, []);
});

test("a new customer is written down in one stroke with what they are promised, and once", async () => {
  const { call, ids } = await shopOf("Ana Vogt");
  const body = {
    new_customer: { name: "table 7", kind: "person", is_stand_in: true },
    text: "more bread",
    kind: "other",
    due_at: at("Mon 10:05"),
  };
  const key = { "idempotency-key": "bread-for-seven-1" };
  const [first, again] = [await call("POST", "/promises", body, key), await call("POST", "/promises", body, key)];
  assert.deepEqual([first.status, again.body.customer_id], [201, first.body.customer_id]);
  const customer = await call("GET", `/customers/${first.body.customer_id}`);
  assert.deepEqual([customer.body.name, customer.body.is_stand_in], ["table 7", true]);
  const twice = await call("POST", "/promises", { ...body, customer_id: ids.get("Ana Vogt") });
  assert.deepEqual([twice.status, twice.body.code], [422, "to_whom"]);
});

test("a quote without estimate and history says so, and of several times each has its odds once there is some", async () => {
  const { call } = await shopOf("Ana Vogt");
  const { body } = await call("POST", "/quotes", { kind: "callback", due_ats: [at("Mon 12:00"), at("Tue 12:00")] });
  assert.deepEqual([body.advised_due_at, body.rule, body.shares], [null, "none", []]);
  assert.match(String(body.explanation), /^Not enough history yet/);
});

test("what a line is read with can be kept on a device: hours, kinds, colleagues, and the customers met last", async () => {
  const { ids, get, marta, memberId, promise, post } = await shopOf("Hotel Post");
  await promise();
  const old = await post("/customers", { name: "Ana Vogt", kind: "person" });
  await post(`/customers/${marta.id}/merges`, { alias_id: old.id });
  const aids = (await get("/reading_aids")) as unknown as {
    time_zone: string;
    calendar: { week: object[] };
    members: { id: string }[];
    customers: { id: string; name: string; time_zone: string | null; contacts: { name: string }[] }[];
  };
  assert.deepEqual([aids.time_zone, aids.calendar.week.length], ["Europe/Berlin", 5]);
  assert.ok(aids.members.some(({ id }) => id === memberId));
  const known = new Map(aids.customers.map((customer) => [customer.id, customer]));
  assert.deepEqual([...known.keys()].toSorted(), [ids.get("Hotel Post"), marta.id].toSorted());
  assert.deepEqual(
    known.get(ids.get("Hotel Post") ?? "")?.contacts.map(({ name }) => name),
    ["Ruth Adler"],
  );
});

test("a name that was read without the house means whoever is surely called so; of two it is asked", async () => {
  const { ids, call, post } = await shopOf("Ana Vogt");
  const saying = (name: string) => ({
    ...{ text: "a new tap", kind: "fix", due_at: at("Tue 12:00") },
    new_customer: { name, kind: "person", unless_known: true },
  });
  assert.equal((await post("/promises", saying("Ana"))).customer_id, ids.get("Ana Vogt"));
  const stranger = await post("/promises", saying("Otto Berg"));
  assert.equal((await post("/promises", saying("Otto Berg"))).customer_id, stranger.customer_id);
  await post("/customers", { name: "Ana Vogt", kind: "person" });
  const two = await call("POST", "/promises", saying("Ana Vogt"));
  assert.deepEqual([two.status, two.body.code], [409, "several_customers"]);
});
