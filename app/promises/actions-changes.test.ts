import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { instant } from "#base/instant.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { at, clock, refusal, startPromises } from "#test/harness/promises.ts";
import { markSeen } from "./actions-answers.ts";

const { db, newShop, runUntil, setTime, mail, now } = await startPromises();

beforeEach(() => {
  setTime("Mon 9:00");
  mail.inbox.length = 0;
  mail.behave({ is: "well" });
});

const letter = { message: { body: "Ben takes over from here." } };

test("the work is handed on at once, and whoever does it is rung; the word stays its owner's", async () => {
  const shop = await newShop();
  const { id } = await shop.promise();
  assert.equal(refusal(await shop.call("POST", `/promises/${id}/hand_ons`, {})), "422 hand_on_to_whom handler_id");
  const stranger = { handler_id: (await newShop()).ana.memberId };
  assert.equal(refusal(await shop.call("POST", `/promises/${id}/hand_ons`, stranger)), "422 no_such_member handler_id");
  const handed = await shop.post(`/promises/${id}/hand_ons`, { handler_id: shop.ben.id, note: "You know the house" });
  assert.deepEqual([handed.owner_id, handed.handler_id], [shop.ana.memberId, shop.ben.id]);
  const { rings } = await shop.story(id);
  assert.deepEqual(
    rings.map(({ stage, member_id }) => [stage, member_id]),
    [["handed_on", shop.ben.id]],
  );
  await runUntil("Tue 12:00");
  const due = (await shop.story(id)).rings.filter(({ stage }) => stage === "due");
  assert.deepEqual(due.map(({ member_id }) => member_id).toSorted(), [shop.ana.memberId, shop.ben.id].toSorted());
});

test("a promise changes its owner when the next one accepts it and the customer was told", async () => {
  const shop = await newShop();
  const { id } = await shop.promise();
  const uninvited = await shop.ben.call("POST", `/promises/${id}/acceptances`, letter);
  assert.equal(refusal(uninvited), "409 not_asked_to_own");
  const asked = await shop.post(`/promises/${id}/hand_ons`, { owner_id: shop.ben.id });
  assert.deepEqual([asked.owner_id, asked.next_owner_id], [shop.ana.memberId, shop.ben.id]);
  const silent = await shop.ben.call("POST", `/promises/${id}/acceptances`, {});
  assert.equal(refusal(silent), "422 customer_not_told message");
  const accepted = await shop.ben.call("POST", `/promises/${id}/acceptances`, letter);
  assert.equal(accepted.body.owner_id, shop.ana.memberId);
  await runUntil("Mon 9:10");
  const after = await shop.story(id);
  assert.deepEqual([after.owner_id, after.handler_id, after.next_owner_id], [shop.ben.id, shop.ben.id, null]);
  assert.equal(after.rings[0]?.answer, "accepted");
  assert.match((await mail.waitFor(({ to }) => to?.[0]?.address === "marta@example.com")).text ?? "", /Ben takes over/);
  assert.equal((await shop.journal()).at(-1), "promise handed on");
});

test("who accepted is no owner any more when somebody else was asked before the customer heard of it", async () => {
  const shop = await newShop();
  const { id } = await shop.promise();
  await shop.post(`/promises/${id}/hand_ons`, { owner_id: shop.ben.id });
  await shop.ben.call("POST", `/promises/${id}/acceptances`, letter);
  const cleo = await shop.newMember("Cleo Brandt");
  await shop.post(`/promises/${id}/hand_ons`, { owner_id: cleo.id });
  await runUntil("Mon 9:10");
  const { owner_id, next_owner_id } = await shop.story(id);
  assert.deepEqual([owner_id, next_owner_id], [shop.ana.memberId, cleo.id]);
});

test("while their owner is away, rings go to the cover as well", async () => {
  const shop = await newShop();
  const { id } = await shop.promise();
  const away = { from_at: at("Mon 12:00"), until_at: at("Wed 12:00"), cover_id: shop.ben.id };
  await shop.post(`/members/${shop.ana.memberId}/absences`, away);
  await runUntil("Tue 12:00");
  const due = (await shop.story(id)).rings.filter(({ stage }) => stage === "due");
  assert.deepEqual(due.map(({ member_id }) => member_id).toSorted(), [shop.ana.memberId, shop.ben.id].toSorted());
});

test("what a member who left has promised rings at their manager, until somebody takes it over", async () => {
  const shop = await newShop();
  const { id } = await shop.promise({ owner_id: shop.ben.id });
  await shop.post(`/members/${shop.ben.id}/departures`);
  await runUntil("Tue 12:00");
  const { rings } = await shop.story(id);
  assert.deepEqual([...new Set(rings.map(({ member_id }) => member_id))], [shop.ana.memberId]);
});

test("a mistake is undone within ten minutes, while nobody was told or saw it", async () => {
  const shop = await newShop();
  const [fresh, told, old] = [await shop.promise(), await shop.promise(), await shop.promise()];
  await shop.post(`/promises/${told.id}/updates`, letter);
  setTime("Mon 9:10");
  const undone = await shop.post(`/promises/${fresh.id}/voids`, { reason: "Wrong customer" });
  assert.deepEqual([undone.state, undone.next_ring_at], ["void", null]);
  const afterTelling = await shop.call("POST", `/promises/${told.id}/voids`, { reason: "Wrong customer" });
  assert.equal(refusal(afterTelling), "409 too_late_to_void");
  assert.match(String(afterTelling.body.detail), /the customer was told.*Make a correction/);
  const seen = await shop.promise();
  await inWorkspace(db, shop.workspaceId, (tx) => markSeen(tx, shop.workspaceId, seen.id, now()));
  const afterSeeing = await shop.call("POST", `/promises/${seen.id}/voids`, { reason: "Wrong customer" });
  assert.match(String(afterSeeing.body.detail), /the customer has seen it/);
  setTime("Mon 9:11");
  assert.equal(
    refusal(await shop.call("POST", `/promises/${old.id}/voids`, { reason: "Wrong customer" })),
    "409 too_late_to_void",
  );
  assert.ok((await shop.journal()).includes("promise voided"));
});

test("a correction shows what stood there before, and only what is open can be taken back by one", async () => {
  const shop = await newShop();
  const { id } = await shop.promise();
  const empty = await shop.call("POST", `/promises/${id}/corrections`, { reason: "Typing error" });
  assert.equal(refusal(empty), "422 nothing_to_correct text");
  const odd = await shop.call("POST", `/promises/${id}/corrections`, { kind: "serenade", reason: "Typing error" });
  assert.equal(refusal(odd), "422 unknown_kind kind");
  const right = { text: "Fix the tap in the kitchen", kind: "visit", reason: "It was the other one" };
  const corrected = await shop.post(`/promises/${id}/corrections`, right);
  assert.deepEqual([corrected.text, corrected.kind, corrected.state], [right.text, "visit", "open"]);
  const [telling] = (await shop.story(id)).tellings;
  assert.deepEqual([telling?.about, telling?.note], ["correction", "Fix the tap\nIt was the other one"]);
  const { items } = await shop.get(`/customers/${shop.marta.id}/journal`);
  const [entry] = items as { what: string; words: unknown; for_customer: boolean }[];
  assert.deepEqual([entry?.what, entry?.for_customer], ["promise corrected", true]);
  assert.deepEqual(entry?.words, { before: "Fix the tap", after: right.text, reason: right.reason });
  const taken = await shop.post(`/promises/${id}/corrections`, { void: true, reason: "Never said" });
  assert.deepEqual([taken.state, taken.settled_via], ["void", "correction"]);
});

test("a part that is done stands as kept, and the rest keeps the first due", async () => {
  const shop = await newShop();
  const { id, first_due_at } = await shop.promise({ text: "Two taps" });
  setTime("Mon 15:00");
  const part = await shop.post(`/promises/${id}/splits`, { done: "The kitchen tap", rest: "The bathroom tap" });
  assert.deepEqual(
    [part.state, part.text, part.split_from_id, part.first_due_at],
    ["kept", "The kitchen tap", id, first_due_at],
  );
  const rest = await shop.story(id);
  assert.deepEqual(
    [rest.state, rest.text, rest.rest, rest.first_due_at],
    ["open", "Two taps", "The bathroom tap", first_due_at],
  );
  assert.deepEqual((await shop.journal()).slice(-2), ["promise split", "promise kept"]);
});

test("two records of one promise are joined, and the earlier first due survives", async () => {
  const shop = await newShop();
  const [late, early] = [await shop.promise({ due_at: at("Wed 12:00") }), await shop.promise()];
  const others = await shop.promise({ customer_id: (await shop.newCustomer("Otto Berg", null)).id });
  assert.equal(
    refusal(await shop.call("POST", `/promises/${late.id}/joins`, { other_id: late.id })),
    "422 join_itself other_id",
  );
  assert.equal(
    refusal(await shop.call("POST", `/promises/${late.id}/joins`, { other_id: others.id })),
    "422 join_strangers other_id",
  );
  const survivor = await shop.post(`/promises/${late.id}/joins`, { other_id: early.id });
  assert.deepEqual([survivor.id, clock(survivor.first_due_at)], [early.id, "Tue 12:00"]);
  const joined = await shop.story(late.id);
  assert.deepEqual([joined.state, joined.joined_into_id], ["void", early.id]);
});

test("a group is one text, with one promise and one outcome for each customer", async () => {
  const shop = await newShop();
  const otto = await shop.newCustomer("Otto Berg", null);
  const wanted = { text: "Invoices go out", kind: "other", due_words: "by Friday" };
  const { group_id, items } = await shop.post("/promise_groups", {
    ...wanted,
    customer_ids: [otto.id, shop.marta.id, otto.id],
  });
  const promises = items as { id: string; customer_id: string; due_at: string }[];
  assert.deepEqual(promises.map((p) => p.customer_id).toSorted(), [otto.id, shop.marta.id].toSorted());
  assert.deepEqual([...new Set(promises.map((p) => clock(p.due_at)))], ["Fri 17:00"]);
  await shop.post(`/promises/${promises[0]?.id}/keeps`);
  const listed = (await shop.get(`/promises?group_id=${group_id}`)).items as { state: string }[];
  assert.deepEqual(listed.map(({ state }) => state).toSorted(), ["kept", "open"]);
  const strange = { ...wanted, customer_ids: [shop.marta.id, group_id] };
  assert.equal(refusal(await shop.call("POST", "/promise_groups", strange)), "422 no_such_customer customer_id");
  assert.equal(((await shop.get(`/promises?customer_id=${shop.marta.id}`)).items as unknown[]).length, 1);
});

test("a series is due each week at the same time on the wall, also when the clocks change", async () => {
  const shop = await newShop();
  const weekly = { customer_id: shop.marta.id, text: "The weekly report", kind: "email", every: "week" };
  const past = await shop.call("POST", "/promise_series", { ...weekly, first_due_at: at("Mon 8:00") });
  assert.equal(refusal(past), "422 due_before_made first_due_at");
  setTime(instant("2026-03-16T08:00:00Z"));
  const made = await shop.post("/promise_series", { ...weekly, first_due_at: "2026-03-16T14:00:00Z" });
  // Summer time begins in Berlin on 29 March.
  for (const day of ["2026-03-16T14:00:00Z", "2026-03-23T14:00:00Z", "2026-03-30T13:00:00Z"]) {
    await runUntil(instant(day));
  }
  const dues = async () => {
    const { items } = await shop.get(`/promises?customer_id=${shop.marta.id}&limit=200`);
    return (items as { due_at: string; series_id: string }[])
      .filter((p) => p.series_id === made.id)
      .map((p) => p.due_at)
      .toSorted();
  };
  const first = ["2026-03-16T14:00:00Z", "2026-03-23T14:00:00Z", "2026-03-30T13:00:00Z", "2026-04-06T13:00:00Z"];
  assert.deepEqual(await dues(), first);
  const ended = await shop.post(`/promise_series/${made.id}/ends`);
  assert.equal(ended.ended_at, "2026-03-30T13:00:00Z");
  assert.equal(refusal(await shop.call("POST", `/promise_series/${made.id}/ends`)), "409 series_ended");
  await runUntil(instant("2026-04-20T13:00:00Z"));
  assert.deepEqual(await dues(), first);
});

test("a series over which the machine slept promises every occurrence, each late or not by its own due", async () => {
  const shop = await newShop();
  const daily = { customer_id: shop.marta.id, text: "The daily word", kind: "update", every: "day" };
  const { id } = await shop.post("/promise_series", { ...daily, first_due_at: at("Mon 12:00") });
  await runUntil("Wed 13:00");
  const { items } = await shop.get(`/promises?customer_id=${shop.marta.id}`);
  const found = (items as { due_at: string; late_at: string | null; recorded_afterwards: boolean }[]).map((p) => [
    clock(p.due_at),
    clock(p.late_at),
    p.recorded_afterwards,
  ]);
  assert.deepEqual(found.toSorted(), [
    ["Mon 12:00", "Mon 12:00", false],
    ["Thu 12:00", "never", false],
    ["Tue 12:00", "Tue 12:00", false],
    ["Wed 12:00", "Wed 12:00", false],
  ]);
  await shop.post(`/promise_series/${id}/ends`);
});

test("a series whose owner has left ends, and says why", async () => {
  const shop = await newShop();
  const wanted = {
    customer_id: shop.marta.id,
    owner_id: shop.ben.id,
    text: "The report",
    kind: "email",
    every: "week",
  };
  await shop.post("/promise_series", { ...wanted, first_due_at: at("Mon 12:00") });
  await shop.post(`/members/${shop.ben.id}/departures`);
  await runUntil("Mon 12:00");
  const { items } = await shop.get(`/customers/${shop.marta.id}/journal`);
  const entry = (items as { what: string; facts: unknown }[]).find(({ what }) => what === "series ended");
  assert.deepEqual(entry?.facts, { why: "no_such_member" });
});

test("when a promise slips that others wait for, their owners are rung", async () => {
  const shop = await newShop();
  const order = { to_member_id: shop.ben.id, owner_id: shop.ben.id, text: "Order the pump", kind: "other" };
  const slips: [string, (id: string) => Promise<unknown>][] = [
    ["moved", (id) => shop.post(`/promises/${id}/moves`, { due_at: at("Tue 9:00"), reason: "No stock" })],
    ["past its due", () => runUntil("Mon 15:01")],
    ["not kept", (id) => shop.post(`/promises/${id}/failures`, { reason: "No stock" })],
  ];
  for (const [what, slip] of slips) {
    setTime("Mon 9:00");
    const awaited = await shop.post("/promises", { ...order, due_at: at("Mon 15:00") });
    const { id } = await shop.promise({ due_at: at("Wed 12:00"), waits_for_id: awaited.id });
    const settled = await shop.promise({ waits_for_id: awaited.id });
    await shop.post(`/promises/${settled.id}/keeps`);
    await slip(awaited.id);
    const rings = (await shop.story(id)).rings;
    assert.deepEqual(
      rings.map(({ stage, member_id }) => [stage, member_id]),
      [["waited_for", shop.ana.memberId]],
      what,
    );
    assert.deepEqual((await shop.story(settled.id)).rings, [], what);
    assert.ok((await shop.journal()).includes("owner rung"), what);
  }
  await runUntil("Mon 15:02");
  const told = await mail.waitFor(({ to }) => to?.[0]?.address === "ana@plumbing.example");
  assert.match(told.text ?? "", /Fix the tap/);
  const strange = { waits_for_id: (await (await newShop()).promise()).id };
  const refused = await shop.call("POST", "/promises", {
    customer_id: shop.marta.id,
    text: "x",
    kind: "fix",
    due_at: at("Wed 12:00"),
    ...strange,
  });
  assert.equal(refusal(refused), "422 no_such_promise waits_for_id");
});
