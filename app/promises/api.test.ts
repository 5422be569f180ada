import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { newId } from "#base/id.ts";
import { pg } from "#engine/db/types.ts";
import { listenToStatements } from "#test/harness/contract-statements.ts";
import { at, type Body, clock, refusal, startPromises } from "#test/harness/promises.ts";

const { sent } = listenToStatements();
const { newShop, setTime, as, app } = await startPromises();

beforeEach(() => setTime("Mon 9:00"));

const good = (customerId: string): Body => ({
  customer_id: customerId,
  text: "Fix the tap",
  kind: "fix",
  due_at: at("Tue 12:00"),
});

test("recording a promise costs eight statements at most, in one transaction, behind the wall of its workspace", async () => {
  const shop = await newShop();
  const body = { ...good(shop.marta.id), contact_id: shop.marta.contactId, estimate: "PT3H" };
  const once = () => shop.call("POST", "/promises", body, { "idempotency-key": newId() });
  await once();
  sent.length = 0;
  assert.equal((await once()).status, 201);
  const asked = sent.map(({ text }) => text);
  assert.deepEqual(
    asked.filter((text) => /^(begin|commit|rollback)/.test(text)),
    [`begin; set local app.workspace_id = '${shop.workspaceId}'`, "commit"],
  );
  const counted = asked.length - 2;
  assert.ok(counted <= 8, asked.map((text) => text.slice(0, 60)).join("\n"));
  const client = new pg.Client(app);
  await client.connect();
  const { rows } = await client.query("select count(*)::int as count from promises");
  await client.end();
  assert.equal(rows[0]?.count, 0, "who names no workspace sees nothing");
});

test("half of a picture, as a field that was cut leaves it, is kept as a question mark, and so when it is changed", async () => {
  const shop = await newShop();
  const made = (await shop.post("/promises", { ...good(shop.marta.id), text: "Fix the tap \ud83d" })) as { id: string };
  const moved = { due_at: at("Wed 12:00"), reason: "The part \udd27 is late", told: { channel: "phone" } };
  await shop.post(`/promises/${made.id}/moves`, moved);
  const more = "And the sink \ud83d";
  await shop.post(`/promises/${made.id}/keeps`, { more });
  const kept = (await shop.get(`/promises/${made.id}`)) as Body;
  assert.deepEqual([kept.text, kept.more], ["Fix the tap \ufffd", "And the sink \ufffd"]);
});

test("what cannot be promised is refused with a code, a sentence and the field", async () => {
  const shop = await newShop();
  const [otto, theirs] = [await shop.newCustomer("Otto Berg", null), await newShop()];
  const gone = await shop.newMember("Gina Holt");
  await shop.post(`/members/${gone.id}/departures`);
  const nobody = newId();
  const none = { due_at: undefined };
  const table: [what: string, Body, string][] = [
    ["a due in the past", { due_at: at("Mon 8:00") }, "422 due_before_made due_at"],
    ["a due on the stroke of making", { due_at: at("Mon 9:00") }, "422 due_before_made due_at"],
    ["a due in a century", { due_at: "2126-03-03T12:00:00Z" }, "422 due_too_far due_at"],
    ["a due that is no time", { due_at: "next week" }, "422 invalid_field due_at"],
    ["words nobody can read", { ...none, due_words: "when hell freezes over" }, "422 unreadable_time due_words"],
    ["words of the past", { ...none, due_words: "yesterday" }, "422 time_past due_words"],
    ["two times", { due_words: "tomorrow" }, "422 due_twice due_words"],
    ["no time", none, "422 due_missing due_at"],
    ["made tomorrow", { made_at: at("Tue 9:00") }, "422 made_in_future made_at"],
    ["due before it was made", { made_at: at("Mon 8:00"), due_at: at("Mon 7:00") }, "422 due_before_made due_at"],
    ["a window that opens after its due", { opens_at: at("Wed 9:00") }, "422 bad_window opens_at"],
    ["no estimate at all", { estimate: "PT0S" }, "422 bad_estimate estimate"],
    ["an estimate of a century", { estimate: "P36500D" }, "422 bad_estimate estimate"],
    ["an estimate below zero", { estimate: "-PT3H" }, "422 invalid_field estimate"],
    ["an estimate of garbage", { estimate: "soon" }, "422 invalid_field estimate"],
    ["a kind nobody knows", { kind: "serenade" }, "422 unknown_kind kind"],
    ["a kind that is none", { kind: "Fix It!" }, "422 invalid_field kind"],
    ["a field nobody knows", { colour: "red" }, "422 invalid_field colour"],
    ["nothing to do", { text: "  " }, "422 invalid_field text"],
    ["2,001 characters", { text: "x".repeat(2001) }, "422 invalid_field text"],
    ["a null character", { text: "a\0b" }, "422 invalid_field text"],
    ["control characters in a line", { made_via: "by\u0007phone" }, "422 invalid_field made_via"],
    ["nobody", { customer_id: undefined }, "422 to_whom customer_id"],
    ["an unknown customer", { customer_id: nobody }, "422 no_such_customer customer_id"],
    ["a customer of another house", { customer_id: theirs.marta.id }, "422 no_such_customer customer_id"],
    ["an unknown contact", { contact_id: nobody }, "422 no_such_contact contact_id"],
    ["a contact of another customer", { contact_id: otto.contactId }, "422 no_such_contact contact_id"],
    ["a contact of another house", { contact_id: theirs.marta.contactId }, "422 no_such_contact contact_id"],
    ["an unknown owner", { owner_id: nobody }, "422 no_such_member owner_id"],
    ["an owner of another house", { owner_id: theirs.ana.memberId }, "422 no_such_member owner_id"],
    ["an owner who has left", { owner_id: gone.id }, "422 no_such_member owner_id"],
    ["a handler of another house", { handler_id: theirs.ana.memberId }, "422 no_such_member handler_id"],
    ["a handler who has left", { handler_id: gone.id }, "422 no_such_member handler_id"],
    ["a cover nobody knows", { cover_id: nobody }, "422 no_such_member cover_id"],
    [
      "an awaited promise of another house",
      { waits_for_id: (await theirs.promise()).id },
      "422 no_such_promise waits_for_id",
    ],
    [
      "a colleague of another house",
      { customer_id: undefined, to_member_id: theirs.ben.id },
      "422 no_such_member to_member_id",
    ],
  ];
  const sentences = new Map<string, Set<string>>();
  for (const [what, different, expected] of table) {
    const reply = await shop.call("POST", "/promises", { ...good(shop.marta.id), ...different });
    assert.equal(refusal(reply), expected, what);
    const detail = String(reply.body.detail);
    assert.match(detail, /^[A-Z"`].*[.?!]$/s, what);
    sentences.set(expected, (sentences.get(expected) ?? new Set()).add(detail));
  }
  for (const code of ["no_such_customer customer_id", "no_such_contact contact_id", "no_such_member owner_id"]) {
    assert.equal(sentences.get(`422 ${code}`)?.size, 1, `${code}: what is not yours reads as what is not there`);
  }
  assert.equal(((await shop.get("/promises")).items as unknown[]).length, 0);
});

test("who names the version that they saw overwrites nothing that a colleague did since", async () => {
  const shop = await newShop();
  const { id, version } = (await shop.promise()) as { id: string; version: number };
  const called = { told: { channel: "phone", at: at("Mon 9:00") } };
  const move = (due: string, seen: number) => {
    const body = { due_at: at(due), reason: "The part is late", ...called };
    return shop.call("POST", `/promises/${id}/moves`, body, { "if-match": `"${seen}"` });
  };
  assert.equal((await move("Wed 12:00", version)).status, 201);
  const acts: [string, Body][] = [
    ["updates", called],
    ["keeps", {}],
    ["releases", { reason: "x" }],
    ["failures", { reason: "x", ...called }],
    ["corrections", { text: "y", reason: "x" }],
    ["acceptances", {}],
    ["hand_ons", { handler_id: shop.ben.id }],
    ["hold_ups", { reason: "x", ...called }],
    ["splits", { done: "a", rest: "b" }],
  ];
  for (const [act, body] of acts) {
    const lost = await shop.call("POST", `/promises/${id}/${act}`, body, { "if-match": `"${version}"` });
    assert.deepEqual([lost.status, lost.body.code], [412, "edited_meanwhile"], act);
  }
  const lost = await move("Thu 12:00", version);
  assert.equal(lost.status, 412);
  const stands = await shop.story(id);
  assert.equal(stands.due_at, at("Wed 12:00"));
  assert.equal((await move("Thu 12:00", Number(stands.version))).status, 201);
});

test("a promise of another house is not there, whatever one wants to do with it", async () => {
  const [shop, other] = [await newShop(), await newShop()];
  const { id } = await shop.promise();
  const called = { told: { channel: "phone", at: at("Mon 9:00") } };
  const acts: [string, Body][] = [
    ["moves", { due_at: at("Thu 12:00"), reason: "Later", ...called }],
    ["updates", called],
    ["keeps", {}],
    ["ring_answers", {}],
    ["releases", { reason: "x" }],
    ["failures", { reason: "x", ...called }],
    ["verdicts", { answer: "yes" }],
    ["corrections", { text: "y", reason: "x" }],
    ["voids", { reason: "x" }],
    ["hand_ons", { handler_id: other.ben.id }],
    ["acceptances", {}],
    ["hold_ups", { reason: "x", ...called }],
    ["resumptions", {}],
    ["splits", { done: "a", rest: "b" }],
    ["joins", { other_id: (await other.promise()).id }],
    ["chases", { channel: "phone" }],
  ];
  const unknown = newId();
  for (const [noun, body] of acts) {
    const theirs = await other.call("POST", `/promises/${id}/${noun}`, body);
    const none = await other.call("POST", `/promises/${unknown}/${noun}`, body);
    assert.equal(refusal(theirs), "404 not_found", noun);
    assert.equal(theirs.body.detail, none.body.detail, noun);
  }
  assert.equal((await other.call("GET", `/promises/${id}`)).status, 404);
  assert.equal((await other.call("GET", "/promises/no-id")).status, 404);
  assert.equal((await shop.story(id)).state, "open");
});

test("a merged customer is refused by naming the one it became, whose contacts are all its own", async () => {
  const shop = await newShop();
  const twin = await shop.newCustomer("M. Lindqvist", null);
  await shop.post(`/customers/${shop.marta.id}/merges`, { alias_id: twin.id });
  const old = await shop.call("POST", "/promises", good(twin.id));
  assert.equal(refusal(old), "422 customer_merged customer_id");
  assert.deepEqual(old.body.data, { customer_id: shop.marta.id });
  const made = await shop.post("/promises", { ...good(shop.marta.id), contact_id: twin.contactId });
  assert.equal(made.contact_id, twin.contactId);
});

test("a body of five megabytes and one that is no JSON are turned away at the door", async () => {
  const shop = await newShop();
  const huge = await shop.call("POST", "/promises", { ...good(shop.marta.id), text: "x".repeat(5_000_000) });
  assert.equal(refusal(huge), "413 body_too_large");
  assert.equal((await shop.call("POST", "/promises", "{not json")).status, 400);
  assert.equal((await as("tp_nothing")("POST", "/promises", good(shop.marta.id))).status, 401);
});

test("a time is read as of when it was said, and an estimate to the second", async () => {
  const shop = await newShop();
  setTime("Tue 9:00");
  const said = { ...good(shop.marta.id), due_at: undefined, due_words: "tomorrow noon", made_at: at("Mon 10:00") };
  const made = await shop.post("/promises", said);
  assert.deepEqual([clock(made.due_at), made.recorded_afterwards], ["Tue 12:00", false]);
  const quick = await shop.promise({ estimate: "PT1.5S", due_at: at("Wed 12:00") });
  assert.deepEqual(quick.estimate, { duration: "PT2S", in: "working" });
  const late = await shop.post("/promises", {
    ...good(shop.marta.id),
    made_at: at("Mon 9:00"),
    due_at: at("Mon 12:00"),
  });
  assert.deepEqual([late.recorded_afterwards, late.state], [true, "open"]);
});

test("warnings stop nothing: a due when we are closed, one shorter than advised, an owner who does not work before it", async () => {
  const shop = await newShop();
  const codes = async (more: Body) =>
    ((await shop.promise(more)).warnings as { code: string }[]).map(({ code }) => code);
  assert.deepEqual(await codes({}), []);
  assert.deepEqual(await codes({ due_at: at("Tue 20:00") }), ["closed_at_due"]);
  assert.deepEqual(await codes({ estimate: "PT8H" }), ["shorter_than_advised"]);
  setTime("Mon 18:00");
  const { cover_id, warnings } = await shop.promise({ due_at: at("Mon 22:00"), owner_id: shop.ben.id });
  assert.equal(cover_id, shop.ana.memberId);
  assert.ok((warnings as { code: string }[]).some(({ code }) => code === "owner_away"));
});

test("lists go by pages, newest first or most urgent first, and by whom they concern", async () => {
  const shop = await newShop();
  const ids: string[] = [];
  for (const day of ["Wed", "Tue", "Thu"]) ids.push((await shop.promise({ due_at: at(`${day} 12:00`) })).id);
  const [wed, tue, thu] = ids;
  const listed = async (query: string) => {
    const found: string[] = [];
    for (let after = ""; ; ) {
      const page = await shop.get(`/promises?${query}&limit=2${after}`);
      found.push(...(page.items as { id: string }[]).map(({ id }) => id));
      if (!page.next) return found;
      after = `&after=${encodeURIComponent(String(page.next))}`;
    }
  };
  assert.deepEqual(await listed("order=urgent"), [tue, wed, thu]);
  assert.deepEqual(await listed(`customer_id=${shop.marta.id}`), ids.toReversed());
  assert.deepEqual(await listed(`owner_id=${shop.ben.id}`), []);
  await shop.post(`/promises/${tue}/keeps`);
  assert.deepEqual(await listed("state=kept"), [tue]);
  assert.deepEqual(await listed("order=urgent"), [wed, thu]);
});

test("the quote says how it came about, and is refused for work that is none", async () => {
  const shop = await newShop();
  const quote = await shop.post("/quotes", { kind: "fix", estimate: "PT3H" });
  assert.deepEqual([clock(quote.advised_due_at), quote.rule, quote.odds], ["Mon 15:00", "modest", []]);
  assert.match(String(quote.explanation), /twice your estimate, 6 hours of working time/);
  assert.deepEqual(quote.load, { open: 0, due_before: 0 });
  for (const due_words of ["today 2pm", "on Friday"]) {
    await shop.post("/promises", { customer_id: shop.marta.id, text: "The tap", kind: "fix", due_words });
  }
  const busy = await shop.post("/quotes", { kind: "fix", estimate: "PT3H" });
  assert.deepEqual(busy.load, { open: 2, due_before: 1 });
  const none = await shop.call("POST", "/quotes", { kind: "fix", estimate: "PT0S" });
  assert.equal(refusal(none), "422 bad_estimate estimate");
});
