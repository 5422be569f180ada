import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { plusSeconds } from "#base/instant.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { at, clock, refusal, type Shop, startPromises } from "#test/harness/promises.ts";
import { answerMove, contestHoldUp, releaseByCustomer } from "./actions-answers.ts";
import { contradictTelling } from "./actions-untelling.ts";

const { db, newShop, runUntil, setTime, mail, now } = await startPromises();

beforeEach(() => {
  setTime("Mon 9:00");
  mail.inbox.length = 0;
  mail.behave({ is: "well" });
});

const letter = { message: { body: "The part is late." } };
const called = (said: string) => ({ told: { channel: "phone", at: at(said) } });
const stages = ({ rings }: Awaited<ReturnType<Shop["story"]>>) => rings.map(({ stage }) => stage);
const asMarta = ({ workspaceId, marta }: Shop) => ({ workspaceId, by: { contactId: marta.contactId } });

test("the customer's answer is recorded with their words; opened again it rings its owner and needs a new due", async () => {
  const shop = await newShop();
  const { id } = await shop.promise();
  const early = { answer: "not_yet", words: "When?" };
  assert.equal(refusal(await shop.call("POST", `/promises/${id}/verdicts`, early)), "409 still_open");
  await shop.post(`/promises/${id}/keeps`);
  const said = { answer: "not_yet", outcome: "open_again", words: "It still drips" };
  const open = await shop.post(`/promises/${id}/verdicts`, said);
  assert.deepEqual([open.state, open.needs_new_due, open.settled_at], ["open", true, null]);
  assert.deepEqual([clock(open.disputed_at), clock(open.reopened_at)], ["Mon 9:00", "Mon 9:00"]);
  const story = await shop.story(id);
  assert.deepEqual(stages(story), ["reopened"]);
  assert.deepEqual(
    story.verdicts.map(({ answer, outcome, words, by_member_id }) => [answer, outcome, words, by_member_id]),
    [["not_yet", "open_again", "It still drips", shop.ana.memberId]],
  );
  await runUntil("Mon 9:01");
  const rung = await mail.waitFor(({ to }) => to?.[0]?.address === "ana@plumbing.example");
  assert.match(rung.text ?? "", /It still drips/);

  await shop.post(`/promises/${id}/moves`, { due_at: at("Wed 12:00"), reason: "A new washer", ...called("Mon 9:01") });
  const kept = await shop.post(`/promises/${id}/keeps`);
  assert.deepEqual([kept.state, kept.needs_new_due, clock(kept.disputed_at)], ["kept", false, "Mon 9:00"]);
  const yes = await shop.post(`/promises/${id}/verdicts`, { answer: "yes" });
  assert.deepEqual([yes.state, yes.verdict], ["kept", "yes"]);
  assert.equal((await shop.story(id)).verdicts.length, 2);
});

test("an answer of not kept ends it, a yes to what is open keeps it, and after thirty days the matter rests", async () => {
  const shop = await newShop();
  const [one, other] = [await shop.promise(), await shop.promise()];
  await shop.post(`/promises/${one.id}/keeps`);
  const ended = await shop.post(`/promises/${one.id}/verdicts`, { answer: "not_yet", outcome: "not_kept" });
  assert.equal(ended.state, "not_kept");
  const kept = await shop.post(`/promises/${other.id}/verdicts`, { answer: "yes" });
  assert.deepEqual([kept.state, kept.settled_via], ["kept", "customer"]);
  setTime(plusSeconds(now(), 31 * 86_400));
  const late = await shop.call("POST", `/promises/${other.id}/verdicts`, { answer: "yes" });
  assert.equal(refusal(late), "409 answer_too_late");
});

test("a customer who asks before we tell them has chased us, and it is counted each time", async () => {
  const shop = await newShop();
  const { id } = await shop.promise();
  setTime("Mon 11:00");
  await shop.post(`/promises/${id}/chases`, { channel: "phone", words: "Where are you?", at: at("Mon 10:00") });
  const twice = await shop.post(`/promises/${id}/chases`, { channel: "email" });
  assert.deepEqual([twice.chase_count, clock(twice.chased_at)], [2, "Mon 10:00"]);
  const ahead = await shop.call("POST", `/promises/${id}/chases`, { channel: "email", at: at("Mon 11:30") });
  assert.equal(refusal(ahead), "422 asked_in_future at");
  assert.equal((await shop.journal()).filter((what) => what === "customer asked").length, 2);
});

test("saying no to a request is an answer, with a reason and told", async () => {
  const shop = await newShop();
  const request = { customer_id: shop.marta.id, text: "Paint the house", kind: "other", reason: "We are plumbers" };
  assert.equal(refusal(await shop.call("POST", "/declines", request)), "422 customer_not_told message");
  assert.equal(((await shop.get(`/promises?customer_id=${shop.marta.id}`)).items as unknown[]).length, 0);
  const declined = await shop.post("/declines", { ...request, ...letter, wanted_by: at("Fri 12:00") });
  assert.deepEqual([declined.state, declined.next_ring_at, clock(declined.wanted_by)], ["declined", null, "Fri 12:00"]);
  await runUntil("Mon 9:01");
  assert.match(
    (await mail.waitFor(({ to }) => to?.[0]?.address === "marta@example.com")).text ?? "",
    /We are plumbers/,
  );
  const { tellings } = await shop.story(declined.id);
  assert.deepEqual(
    tellings.map(({ about, at }) => [about, clock(at)]),
    [["decline", "Mon 9:01"]],
  );
  const verdict = await shop.call("POST", `/promises/${declined.id}/verdicts`, { answer: "yes" });
  assert.equal(refusal(verdict), "409 nothing_to_answer");
  const said = (await shop.journal()).filter((what) => !what.startsWith("contact"));
  assert.ok(said.includes("request declined") && !said.includes("promise made"), said.join(", "));
});

test("still on time silences the ring that rang and no other, and there must be one", async () => {
  const shop = await newShop();
  const { id } = await shop.promise({ due_at: at("Mon 17:00"), estimate: "PT2H" });
  assert.equal(refusal(await shop.call("POST", `/promises/${id}/ring_answers`)), "409 nothing_rang");
  await runUntil("Mon 14:00");
  const answered = await shop.post(`/promises/${id}/ring_answers`, { note: "Nearly done" });
  assert.equal(clock(answered.next_ring_at), "Mon 17:00");
  const [ring] = (await shop.story(id)).rings;
  assert.deepEqual([ring?.stage, ring?.answer, clock(ring?.answered_at)], ["first", "on_track", "Mon 14:00"]);
  assert.equal(refusal(await shop.call("POST", `/promises/${id}/ring_answers`)), "409 nothing_rang");
  await runUntil("Mon 16:30");
  assert.deepEqual(stages(await shop.story(id)), ["first"]);
  await runUntil("Mon 17:00");
  assert.deepEqual(stages(await shop.story(id)), ["first", "due"]);
});

test("a new time that does not suit the customer rings the owner, and until it is agreed the old one counts", async () => {
  const shop = await newShop();
  const { id } = await shop.promise();
  await shop.post(`/promises/${id}/moves`, { due_at: at("Fri 12:00"), reason: "More to do", ...called("Mon 9:00") });
  await inWorkspace(db, shop.workspaceId, (tx) =>
    answerMove(tx, asMarta(shop), id, { suits: false, words: "I have guests" }, now()),
  );
  const contested = await shop.story(id);
  assert.deepEqual([clock(contested.due_at), clock(contested.held_to_due_at)], ["Fri 12:00", "Tue 12:00"]);
  assert.deepEqual(stages(contested), ["contested"]);
  assert.equal(contested.moves[0]?.contest_words, "I have guests");
  await inWorkspace(db, shop.workspaceId, (tx) =>
    answerMove(tx, asMarta(shop), id, { suits: true, words: null }, now()),
  );
  const { held_to_due_at, moves } = await shop.story(id);
  assert.deepEqual([held_to_due_at, clock(moves[0]?.accepted_at)], [null, "Mon 9:00"]);
});

test("a call that was not held is undone with the move it told of, and its owner is rung", async () => {
  const shop = await newShop();
  const { id } = await shop.promise();
  await shop.post(`/promises/${id}/moves`, { due_at: at("Fri 12:00"), reason: "More to do", ...called("Mon 9:00") });
  const [telling] = (await shop.story(id)).tellings;
  const contradict = () =>
    inWorkspace(db, shop.workspaceId, (tx) =>
      contradictTelling(tx, asMarta(shop), String(telling?.id), "Nobody called", now()),
    );
  await contradict();
  const after = await shop.story(id);
  assert.deepEqual(
    [clock(after.due_at), after.move_count, clock(after.moves[0]?.undone_at)],
    ["Tue 12:00", 0, "Mon 9:00"],
  );
  assert.deepEqual(stages(after), ["contradicted"]);
  await assert.rejects(contradict(), { code: "already_contradicted" });
});

test("a word that was never said does not count against silence", async () => {
  const shop = await newShop();
  const { id } = await shop.promise({ due_at: at("Mon 17:00"), estimate: "PT2H" });
  for (const time of ["Mon 14:00", "Mon 15:00"]) {
    await runUntil(time);
    await shop.post(`/promises/${id}/updates`, called(time));
  }
  const contradict = async (said: string) => {
    const telling = (await shop.story(id)).tellings.find((told) => clock(told.at) === said);
    await inWorkspace(db, shop.workspaceId, (tx) =>
      contradictTelling(tx, asMarta(shop), String(telling?.id), "Nobody called", now()),
    );
    return clock((await shop.story(id)).last_word_at);
  };
  assert.equal(await contradict("Mon 15:00"), "Mon 14:00");
  assert.equal(await contradict("Mon 14:00"), "never");
  await runUntil("Mon 17:01");
  assert.equal(clock((await shop.story(id)).silently_late_at), "Mon 17:00");
});

test("who did not hold it up says so, and the clock never stopped", async () => {
  const shop = await newShop();
  const { id } = await shop.promise();
  await shop.post(`/promises/${id}/hold_ups`, { reason: "The key", ...called("Mon 9:00") });
  await runUntil("Tue 13:00");
  await inWorkspace(db, shop.workspaceId, (tx) => contestHoldUp(tx, asMarta(shop), id, "You have it", now()));
  const { held_up_at, late_at, rings } = await shop.story(id);
  assert.deepEqual([held_up_at, clock(late_at)], [null, "Tue 12:00"]);
  assert.equal(rings[0]?.stage, "contested");
});

test("what the customer needs no longer they release themselves", async () => {
  const shop = await newShop();
  const { id } = await shop.promise();
  await inWorkspace(db, shop.workspaceId, (tx) => releaseByCustomer(tx, asMarta(shop), id, "We moved", now()));
  const { state, settled_via } = await shop.story(id);
  assert.deepEqual([state, settled_via], ["released", "customer"]);
  assert.equal((await shop.journal()).at(-1), "promise released");
});

test("a message that fails for good undoes its telling, and its author has it as a to-do", async () => {
  const shop = await newShop();
  const { id } = await shop.promise();
  mail.behave({ is: "refusing", code: 550 });
  await shop.post(`/promises/${id}/moves`, { due_at: at("Fri 12:00"), reason: "More to do", ...letter });
  await runUntil("Mon 9:01");
  const { due_at, awaiting_told, tellings, moves, ...story } = await shop.story(id);
  assert.deepEqual([clock(due_at), awaiting_told], ["Tue 12:00", null]);
  assert.deepEqual([tellings[0]?.message_state, clock(tellings[0]?.undone_at)], ["failed", "Mon 9:01"]);
  assert.equal(clock(moves[0]?.undone_at), "Mon 9:01");
  assert.deepEqual(
    story.rings.map(({ stage }) => stage),
    ["bounced"],
  );
  const { items } = await shop.get("/messages?state=failed");
  assert.equal((items as unknown[]).length >= 1, true);
});
