import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { plusSeconds } from "#base/instant.ts";
import { at, clock, refusal, startPromises } from "#test/harness/promises.ts";

const { newShop, runUntil, setTime, mail, as, now } = await startPromises();

beforeEach(() => {
  setTime("Mon 9:00");
  mail.inbox.length = 0;
  mail.behave({ is: "well" });
});

const letter = { message: { body: "Sorry, the part comes tomorrow." } };
const called = (said: string) => ({ told: { channel: "phone", at: at(said), note: "She is fine with it." } });

test("a promise is recorded with its first alarm and stands in the customer's journal", async () => {
  const shop = await newShop();
  const made = await shop.promise({ estimate: "PT3H", wanted_by: at("Tue 10:00") });
  assert.equal(made.state, "open");
  assert.equal(clock(made.first_due_at), "Tue 12:00");
  assert.equal(made.due_at, made.first_due_at);
  assert.equal(made.contact_id, shop.marta.contactId);
  assert.equal(made.owner_id, shop.ana.memberId);
  assert.deepEqual(made.estimate, { duration: "PT3H", in: "working" });
  assert.equal(clock(made.advised_due_at), "Mon 15:00");
  // One and a half times three working hours before Tuesday noon.
  assert.equal(clock(made.next_ring_at), "Mon 15:30");
  assert.equal((await shop.journal()).at(-1), "promise made");
});

test("a promise in words is read in the zone of the business, and shown before it is saved", async () => {
  const shop = await newShop();
  const read = await shop.post("/due_words", { due_words: "by Friday" });
  assert.equal(clock(read.due_at), "Fri 17:00");
  const made = await shop.promise({ due_at: undefined, due_words: "tomorrow noon" });
  assert.equal(clock(made.due_at), "Tue 12:00");
  const window = await shop.promise({ due_at: undefined, due_words: "tomorrow between 10 and 12" });
  assert.deepEqual([window.opens_at, window.due_at].map(clock), ["Tue 10:00", "Tue 12:00"]);
});

test("a promise of twenty seconds rings first at fifteen", async () => {
  const shop = await newShop();
  const made = await shop.promise({ kind: "callback", due_at: plusSeconds(now(), 20).toString() });
  assert.equal(made.next_ring_at, plusSeconds(now(), 15).toString());
});

test("a move without telling is refused; by a logged call it stands at once", async () => {
  const shop = await newShop();
  const { id } = await shop.promise();
  const to = { due_at: at("Wed 12:00"), reason: "The part is late" };
  assert.equal(refusal(await shop.call("POST", `/promises/${id}/moves`, to)), "422 customer_not_told message");
  assert.equal((await shop.story(id)).moves.length, 0);

  setTime("Mon 10:00");
  const moved = await shop.post(`/promises/${id}/moves`, { ...to, ...called("Mon 9:55") });
  assert.equal(clock(moved.due_at), "Wed 12:00");
  assert.equal(clock(moved.first_due_at), "Tue 12:00");
  assert.equal(moved.awaiting_told, null);
  const { moves, tellings } = await shop.story(id);
  assert.deepEqual(
    moves.map(({ from_due_at, to_due_at, told_at, notice, reason }) => [
      ...[from_due_at, to_due_at, told_at].map(clock),
      notice,
      reason,
    ]),
    [["Tue 12:00", "Wed 12:00", "Mon 9:55", "in_time", "The part is late"]],
  );
  assert.deepEqual(
    tellings.map((t) => [t.about, t.channel, clock(t.at), t.logged_afterwards, t.note]),
    [["move", "phone", "Mon 9:55", true, "She is fine with it."]],
  );
  assert.deepEqual((await shop.journal()).slice(-3), ["promise move asked", "customer told", "promise moved"]);
});

test("a move by message awaits the customer's server, and the old due stands until it has accepted", async () => {
  const shop = await newShop();
  const { id } = await shop.promise();
  mail.behave({ is: "refusing", code: 451 });
  const asked = await shop.post(`/promises/${id}/moves`, {
    due_at: at("Wed 12:00"),
    reason: "The part is late",
    ...letter,
  });
  assert.equal(clock(asked.due_at), "Tue 12:00");
  assert.equal(clock((asked.awaiting_told as { to_due_at: string }).to_due_at), "Wed 12:00");
  await runUntil("Mon 9:00");
  assert.equal(clock((await shop.story(id)).due_at), "Tue 12:00");

  mail.behave({ is: "well" });
  await runUntil("Mon 9:30");
  const { due_at, awaiting_told, moves, tellings, last_word_at } = await shop.story(id);
  assert.equal(clock(due_at), "Wed 12:00");
  assert.equal(awaiting_told, null);
  assert.equal(clock(moves[0]?.told_at), "Mon 9:30");
  assert.deepEqual(
    [tellings[0]?.message_state, clock(tellings[0]?.at), clock(last_word_at)],
    ["accepted", "Mon 9:30", "Mon 9:30"],
  );
  const arrived = await mail.waitFor(({ to }) => to?.[0]?.address === "marta@example.com");
  assert.match(arrived.text ?? "", /Sorry, the part comes tomorrow/);
  assert.match(arrived.text ?? "", /The part is late/);
});

test("how a move counts depends on when it was told: with useful notice, before the due, or after it", async () => {
  const shop = await newShop();
  const notices = [];
  for (const told of ["Mon 16:00", "Tue 11:00", "Tue 12:30"]) {
    setTime("Mon 9:00");
    const { id } = await shop.promise();
    await runUntil(told);
    await shop.post(`/promises/${id}/moves`, { due_at: at("Thu 12:00"), reason: "More to do", ...called(told) });
    const { moves, late_at, move_count, late_move_count } = await shop.story(id);
    notices.push([moves[0]?.notice, clock(late_at), move_count, late_move_count]);
  }
  assert.deepEqual(notices, [
    ["in_time", "never", 1, 0],
    ["late_notice", "never", 1, 1],
    ["after_due", "Tue 12:00", 1, 1],
  ]);
});

test("an update is a word; once the due has passed it says when the next one comes", async () => {
  const shop = await newShop();
  const { id } = await shop.promise();
  await shop.post(`/promises/${id}/updates`, called("Mon 9:00"));
  assert.equal(clock((await shop.story(id)).last_word_at), "Mon 9:00");
  await runUntil("Tue 12:30");
  const bare = await shop.call("POST", `/promises/${id}/updates`, letter);
  assert.equal(refusal(bare), "422 next_word_missing next_word_at");
  await shop.post(`/promises/${id}/updates`, { ...letter, next_word_at: at("Tue 15:00") });
  await runUntil("Tue 12:31");
  const { last_word_at, tellings, late_at } = await shop.story(id);
  assert.deepEqual([clock(last_word_at), clock(late_at)], ["Tue 12:31", "Tue 12:00"]);
  assert.equal(clock(tellings[1]?.next_word_at), "Tue 15:00");
  const none = await shop.call("POST", `/promises/${id}/updates`, { next_word_at: at("Tue 15:00") });
  assert.equal(refusal(none), "422 customer_not_told message");
});

test("a callback is kept by a call, and a message left on time is kept as tried", async () => {
  const shop = await newShop();
  const one = await shop.promise({ kind: "callback", due_at: at("Mon 12:00") });
  const other = await shop.promise({ kind: "callback", due_at: at("Mon 12:00") });
  setTime("Mon 11:00");
  const bySaying = await shop.call("POST", `/promises/${one.id}/keeps`, {});
  assert.equal(refusal(bySaying), "422 deed_does_not_fit told");
  const call = { channel: "phone", at: at("Mon 11:00") };
  const kept = await shop.post(`/promises/${one.id}/keeps`, { told: { ...call, reached: true } });
  assert.deepEqual([kept.state, kept.settled_via, kept.tried], ["kept", "phone", false]);
  const nobody = await shop.call("POST", `/promises/${other.id}/keeps`, { told: call });
  assert.equal(refusal(nobody), "422 deed_does_not_fit reached");
  const tried = await shop.post(`/promises/${other.id}/keeps`, { told: { ...call, left_message: true } });
  assert.deepEqual([tried.state, tried.tried, clock(tried.settled_at)], ["kept", true, "Mon 11:00"]);
  assert.equal((await shop.journal()).filter((what) => what === "promise kept").length, 2);
});

test("an e-mail is kept when the customer's server has accepted it, and an update by any word", async () => {
  const shop = await newShop();
  const email = await shop.promise({ kind: "email", due_at: at("Mon 12:00") });
  const update = await shop.promise({ kind: "update", due_at: at("Mon 12:00") });
  const waiting = await shop.post(`/promises/${email.id}/keeps`, { ...letter, more: "with a drawing" });
  assert.equal(waiting.state, "open");
  await runUntil("Mon 9:10");
  const { state, settled_at, settled_via, more } = await shop.story(email.id);
  assert.deepEqual([state, clock(settled_at), settled_via, more], ["kept", "Mon 9:10", "email", "with a drawing"]);
  const kept = await shop.post(`/promises/${update.id}/keeps`, called("Mon 9:10"));
  assert.equal(kept.state, "kept");
});

test("a visit is kept by its arrival, and a window is kept in time until it closes", async () => {
  const shop = await newShop();
  const { id } = await shop.promise({ kind: "visit", opens_at: at("Tue 10:00") });
  setTime("Tue 11:00");
  assert.equal(refusal(await shop.call("POST", `/promises/${id}/keeps`, {})), "422 deed_does_not_fit arrived_at");
  const early = await shop.call("POST", `/promises/${id}/keeps`, { arrived_at: at("Tue 11:30") });
  assert.equal(refusal(early), "422 bad_arrival arrived_at");
  const kept = await shop.post(`/promises/${id}/keeps`, { arrived_at: at("Tue 10:30"), more: "Cleaned up, too" });
  assert.deepEqual([kept.state, clock(kept.settled_at), kept.more], ["kept", "Tue 10:30", "Cleaned up, too"]);
  assert.equal(refusal(await shop.call("POST", `/promises/${id}/keeps`, {})), "409 promise_settled");
});

test("what is settled takes no further act, each with the same sentence", async () => {
  const shop = await newShop();
  const { id } = await shop.promise();
  await shop.post(`/promises/${id}/keeps`);
  const acts: [string, object][] = [
    ["moves", { due_at: at("Thu 12:00"), reason: "Later", ...called("Mon 9:00") }],
    ["updates", called("Mon 9:00")],
    ["keeps", {}],
    ["ring_answers", {}],
    ["releases", { reason: "Not needed" }],
    ["failures", { reason: "Cannot", ...called("Mon 9:00") }],
    ["hand_ons", { handler_id: shop.ben.id }],
    ["acceptances", {}],
    ["hold_ups", { reason: "The key", ...called("Mon 9:00") }],
    ["resumptions", {}],
    ["splits", { done: "a", rest: "b" }],
    ["chases", { channel: "phone" }],
    ["voids", { reason: "Twice" }],
    ["corrections", { void: true, reason: "Twice" }],
  ];
  for (const [noun, body] of acts) {
    const reply = await shop.call("POST", `/promises/${id}/${noun}`, body);
    assert.equal(refusal(reply), "409 promise_settled", noun);
    assert.match(String(reply.body.detail), /settled/, noun);
  }
  assert.equal((await shop.journal()).at(-1), "promise kept");
});

test("a customer who needs it no longer releases it, and saying that we will not do it needs telling them", async () => {
  const shop = await newShop();
  const [one, other] = [await shop.promise(), await shop.promise()];
  const released = await shop.post(`/promises/${one.id}/releases`, { reason: "They moved house" });
  assert.deepEqual([released.state, released.next_ring_at], ["released", null]);
  const silent = await shop.call("POST", `/promises/${other.id}/failures`, { reason: "We have no such part" });
  assert.equal(refusal(silent), "422 customer_not_told message");
  const failed = await shop.post(`/promises/${other.id}/failures`, { reason: "No such part", ...letter });
  assert.equal(failed.state, "not_kept");
  await runUntil("Mon 9:01");
  assert.match((await mail.waitFor(({ to }) => to?.[0]?.address === "marta@example.com")).text ?? "", /No such part/);
  assert.equal(clock((await shop.story(other.id)).last_word_at), "Mon 9:01");
});

test("held up by the customer the clock stands from when they were told, and the due moves on by as long", async () => {
  const shop = await newShop();
  const { id } = await shop.promise();
  assert.equal(refusal(await shop.call("POST", `/promises/${id}/resumptions`)), "409 not_held_up");
  const silent = await shop.call("POST", `/promises/${id}/hold_ups`, { reason: "The key" });
  assert.equal(refusal(silent), "422 customer_not_told message");
  const held = await shop.post(`/promises/${id}/hold_ups`, { reason: "The key to the cellar", ...letter });
  assert.deepEqual([held.held_up_at, held.held_up_reason], [null, "The key to the cellar"]);
  await runUntil("Mon 10:00");
  const stood = await shop.story(id);
  assert.deepEqual([clock(stood.held_up_at), stood.next_ring_at], ["Mon 10:00", null]);
  const again = await shop.call("POST", `/promises/${id}/hold_ups`, { reason: "Another key", ...called("Mon 10:00") });
  assert.equal(refusal(again), "409 held_up");
  const moved = { due_at: at("Fri 12:00"), reason: "Later", ...called("Mon 10:00") };
  assert.equal(refusal(await shop.call("POST", `/promises/${id}/moves`, moved)), "409 held_up");

  await runUntil("Wed 10:00");
  assert.deepEqual([(await shop.story(id)).late_at, (await shop.story(id)).rings], [null, []]);
  const on = await shop.post(`/promises/${id}/resumptions`);
  assert.deepEqual([clock(on.due_at), on.held_up_for, on.held_up_reason], ["Thu 12:00", "PT48H", null]);
  assert.notEqual(on.next_ring_at, null);
});

test("a promise to a colleague needs no telling, is journalled in the house, and is none of the customer's", async () => {
  const shop = await newShop();
  const internal = { to_member_id: shop.ben.id, text: "Order the pump", kind: "other", due_at: at("Tue 12:00") };
  const { id, audience, visible } = await shop.post("/promises", internal);
  assert.deepEqual([audience, visible], ["internal", false]);
  const moved = await shop.post(`/promises/${id}/moves`, { due_at: at("Wed 12:00"), reason: "No stock" });
  assert.deepEqual([clock(moved.due_at), moved.move_count], ["Wed 12:00", 1]);
  const held = await shop.post(`/promises/${id}/hold_ups`, { reason: "Ben must say which" });
  assert.equal(clock(held.held_up_at), "Mon 9:00");
  await shop.post(`/promises/${id}/resumptions`);
  assert.equal((await shop.post(`/promises/${id}/failures`, { reason: "Sold out" })).state, "not_kept");
  assert.deepEqual(
    (await shop.journal()).filter((what) => what.startsWith("promise")),
    [],
  );
  const both = { ...internal, customer_id: shop.marta.id };
  assert.equal(refusal(await shop.call("POST", "/promises", both)), "422 to_whom customer_id");
});

test("only those who hold the scope may act", async () => {
  const shop = await newShop();
  const { id } = await shop.promise();
  const viewer = await shop.newMember("Vera Blum", "viewer");
  assert.equal((await viewer.call("GET", `/promises/${id}`)).status, 200);
  assert.equal((await viewer.call("POST", `/promises/${id}/keeps`, {})).status, 403);
  assert.equal((await as(null)("POST", `/promises/${id}/keeps`, {})).status, 401);
});
