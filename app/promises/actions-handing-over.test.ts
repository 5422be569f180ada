import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { at, clock, refusal, startPromises } from "#test/harness/promises.ts";

const { newShop, runUntil, setTime, mail } = await startPromises();

beforeEach(() => {
  setTime("Mon 9:00");
  mail.inbox.length = 0;
});

/** Ben leaves: two promises of his to Marta, one to Otto who has no mailbox, one of Ana's that he does. */
async function benLeaves() {
  const shop = await newShop();
  const otto = await shop.newCustomer("Otto Berg", null);
  const promises = [
    await shop.promise({ owner_id: shop.ben.id, text: "Fix the tap" }),
    await shop.promise({ owner_id: shop.ben.id, text: "Fix the heater", due_at: at("Wed 12:00") }),
    await shop.promise({ owner_id: shop.ben.id, customer_id: otto.id, text: "Order the pump" }),
    await shop.promise({ handler_id: shop.ben.id, text: "Send the invoice" }),
  ];
  const done = await shop.promise({ owner_id: shop.ben.id, text: "Call back" });
  await shop.post(`/promises/${done.id}/keeps`);
  const weekly = {
    customer_id: shop.marta.id,
    owner_id: shop.ben.id,
    text: "The report",
    kind: "email",
    every: "week",
  };
  const series = await shop.post("/promise_series", { ...weekly, first_due_at: at("Fri 12:00") });
  await shop.post(`/members/${shop.ben.id}/departures`);
  return { ...shop, otto, promises, done, series, path: `/members/${shop.ben.id}/hand_overs` };
}

test("a manager takes over everything of a member who left, at once, with one introduction for each customer", async () => {
  const { post, story, ana, ben, otto, promises, done, path, journal } = await benLeaves();
  const answer = await post(path, {
    to_member_id: ana.memberId,
    message: { body: "Ben has left us. I am here for you." },
  });
  assert.deepEqual(answer, {
    from_member_id: ben.id,
    to_member_id: ana.memberId,
    promises: 5,
    series: 1,
    introductions: 1,
    to_call: [{ promise_id: promises[2]?.id, customer_id: otto.id, contact_id: otto.contactId }],
  });
  for (const { id } of promises) {
    const { owner_id, handler_id, rings } = await story(id);
    assert.deepEqual([owner_id, handler_id], [ana.memberId, ana.memberId]);
    assert.deepEqual(
      rings.map(({ stage, member_id }) => [stage, member_id]),
      [["handed_on", ana.memberId]],
    );
  }
  assert.equal((await story(done.id)).owner_id, ben.id);
  assert.equal((await journal()).filter((what) => what === "promise handed on").length, 3);
  assert.equal((await journal(otto.id)).filter((what) => what === "promise handed on").length, 1);

  await runUntil("Mon 9:05");
  const letters = mail.inbox.filter(({ text }) => /Ben has left us/.test(text ?? ""));
  assert.equal(letters.length, 1);
  for (const said of ["Ben has left us", "Fix the tap", "Fix the heater", "Ana Lima"]) {
    assert.ok(letters[0]?.text?.includes(said), said);
  }
  assert.ok(!letters[0]?.text?.includes("Send the invoice"));
  const { tellings, last_word_at } = await story(promises[0]?.id ?? "");
  assert.deepEqual([tellings[0]?.about, tellings[0]?.author, clock(last_word_at)], ["hand_on", "human", "Mon 9:05"]);
  const rings = mail.inbox.filter(({ to }) => to?.[0]?.address === "ana@plumbing.example");
  assert.equal(rings.length, 1);
});

test("the series of who left goes on in the name of who took over", async () => {
  const { post, ana, path, get, marta } = await benLeaves();
  await post(path, { to_member_id: ana.memberId });
  await runUntil("Fri 12:00");
  const { items } = await get(`/promises?customer_id=${marta.id}`);
  const reports = (items as { text: string; owner_id: string }[]).filter(({ text }) => text === "The report");
  assert.deepEqual(
    reports.map(({ owner_id }) => owner_id),
    [ana.memberId, ana.memberId],
  );
});

test("without a word of somebody the introduction is a machine's", async () => {
  const { post, ana, path, promises, story } = await benLeaves();
  await post(path, { to_member_id: ana.memberId });
  await runUntil("Mon 9:05");
  assert.equal((await story(promises[0]?.id ?? "")).last_word_at, null);
});

test("only a manager hands over, to somebody else who works here", async () => {
  const { call, newMember, ana, ben, path } = await benLeaves();
  const cleo = await newMember("Cleo Brandt");
  assert.equal(refusal(await cleo.call("POST", path, { to_member_id: ana.memberId })), "403 managers_only");
  assert.equal(refusal(await call("POST", path, { to_member_id: ben.id })), "422 hand_over_to_whom to_member_id");
  const unknown = { to_member_id: "01890000-0000-7000-8000-000000000000" };
  assert.equal(refusal(await call("POST", path, unknown)), "422 no_such_member to_member_id");
  assert.equal(
    refusal(await call("POST", `/members/${unknown.to_member_id}/hand_overs`, { to_member_id: ana.memberId })),
    "404 not_found",
  );
  const { ana: theirs, call: other } = await newShop();
  assert.equal(refusal(await other("POST", path, { to_member_id: theirs.memberId })), "404 not_found");
});
