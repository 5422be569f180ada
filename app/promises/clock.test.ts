import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { plusSeconds } from "#base/instant.ts";
import { runDue } from "#engine/clock/clock.ts";
import { nothing } from "#engine/clock/duty.ts";
import { at, clock, type Shop, startPromises } from "#test/harness/promises.ts";

const { newShop, runUntil, setTime, mail, duties, now } = await startPromises();

beforeEach(() => {
  setTime("Mon 9:00");
  mail.inbox.length = 0;
  mail.behave({ is: "well" });
});

const rung = ({ rings }: Awaited<ReturnType<Shop["story"]>>) =>
  rings.map(({ stage, rang_at }) => `${stage} ${clock(rang_at)}`);
/** What has arrived there, about this. Every shop has an Ana, so each test looks for its own words. */
const to = (address: string, about = /./) =>
  mail.inbox.filter((one) => one.to?.[0]?.address === address && about.test(one.text ?? ""));
const ana = "ana@plumbing.example";
const letter = { message: { body: "The part is late." } };

test("a promise rings first, again at its manager if nobody answers, and at the due", async () => {
  const shop = await newShop();
  const mona = await shop.newMember("Mona Ruiz", "manager");
  const { id } = await shop.promise({ owner_id: shop.ben.id, due_at: at("Mon 17:00"), estimate: "PT2H" });
  await runUntil("Mon 13:59");
  assert.deepEqual(rung(await shop.story(id)), []);
  for (const time of ["Mon 14:00", "Mon 15:48", "Mon 17:00", "Mon 17:01"]) await runUntil(time);
  const story = await shop.story(id);
  assert.deepEqual(
    story.rings
      .map(({ stage, member_id, rang_at }) => [stage, member_id === mona.id ? "Mona" : "Ben", clock(rang_at)])
      .toSorted(),
    [
      ["due", "Ben", "Mon 17:00"],
      ["first", "Ben", "Mon 14:00"],
      ["second", "Ben", "Mon 15:48"],
      ["second", "Mona", "Mon 15:48"],
    ],
  );
  assert.deepEqual([clock(story.late_at), clock(story.silently_late_at)], ["Mon 17:00", "Mon 17:00"]);
  assert.deepEqual([to(shop.ben.email).length, to(mona.email).length], [3, 1]);
  assert.deepEqual((await shop.journal()).slice(-2), ["owner rung", "promise passed its due"]);
});

test("the mail of a ring says what to do and whom to call", async () => {
  const shop = await newShop();
  await shop.promise({ text: "Call about the quote", due_at: at("Mon 17:00"), estimate: "PT2H" });
  await runUntil("Mon 14:00");
  const [ring] = to(ana, /the quote/);
  for (const said of ["Call about the quote", "Marta Lindqvist", "+49", "it is on track"]) {
    assert.ok(ring?.text?.includes(said), `${said} in ${ring?.text}`);
  }
});

test("in a member's quiet hours no mail rings them, unless the due would pass in them", async () => {
  const shop = await newShop();
  await shop.call("PATCH", `/members/${shop.ben.id}`, { quiet_from: "13:00", quiet_until: "15:00" });
  await shop.promise({ owner_id: shop.ben.id, text: "The sink", due_at: at("Mon 17:00"), estimate: "PT2H" });
  await runUntil("Mon 14:00");
  assert.equal(to(shop.ben.email).length, 0);
  await runUntil("Mon 15:00");
  assert.equal(to(shop.ben.email, /The sink/).length, 1);
  await shop.call("PATCH", `/members/${shop.ben.id}`, { quiet_until: "18:00" });
  await shop.promise({ owner_id: shop.ben.id, text: "The door", due_at: at("Mon 16:30"), estimate: "PT30M" });
  await runUntil("Mon 15:45");
  assert.equal(to(shop.ben.email, /The door/).length, 1);
});

test("rings that fall due within ten minutes go out as one mail", async () => {
  const shop = await newShop();
  for (const minute of ["00", "02", "05", "20"]) {
    await shop.promise({ text: `Due at five past ${minute}`, due_at: at(`Mon 16:${minute}`), estimate: "PT2H" });
  }
  for (const minute of ["00", "02", "05", "10", "20"]) await runUntil(`Mon 13:${minute}`);
  assert.deepEqual(
    to(ana, /five past/).map(({ text }) =>
      ["00", "02", "05", "20"].filter((minute) => text?.includes(`five past ${minute}`)),
    ),
    [["00"], ["02", "05"], ["20"]],
  );
});

test("after a day of sleep each promise rings once, in order of due, in one mail that says since when", async () => {
  const shop = await newShop();
  const dues = ["Mon 15:00", "Mon 12:00", "Mon 17:00"];
  const made = [];
  for (const due of dues) made.push(await shop.promise({ text: `Due ${due}`, due_at: at(due), estimate: "PT1H" }));
  await runUntil("Tue 12:00");
  for (const { id } of made) assert.deepEqual(rung(await shop.story(id)), ["due Tue 12:00"]);
  const [mailed, ...others] = to(ana, /Due Mon/);
  assert.equal(others.length, 0);
  const text = mailed?.text ?? "";
  const places = ["Mon 12:00", "Mon 15:00", "Mon 17:00"].map((due) => text.indexOf(`Due ${due}`));
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  assert.ok(places.every((place) => place >= 0));
  // The first that was missed: an hour and a half of work before Monday noon.
  assert.match(text, /10:30/);
});

test("what the customer holds up does not ring", async () => {
  const shop = await newShop();
  const { id } = await shop.promise();
  await shop.post(`/promises/${id}/hold_ups`, { reason: "The key", told: { channel: "phone", at: at("Mon 9:00") } });
  await runUntil("Fri 12:00");
  const { rings, late_at, next_ring_at } = await shop.story(id);
  assert.deepEqual([rings, late_at, next_ring_at], [[], null, null]);
});

test("where the policy allows it, an unanswered second ring is followed by an honest machine's word before the due", async () => {
  const shop = await newShop();
  const policy = { settings: { holding_message: true } };
  assert.equal((await shop.call("PATCH", "/policies", policy)).status, 200);
  const { id } = await shop.promise({ due_at: at("Mon 17:00"), estimate: "PT2H" });
  for (const time of ["Mon 14:00", "Mon 15:48", "Mon 16:24", "Mon 17:00", "Mon 17:01"]) await runUntil(time);
  const story = await shop.story(id);
  assert.deepEqual([story.late_at, story.held_late_at, story.silently_late_at, story.last_word_at].map(clock), [
    "Mon 17:00",
    "Mon 17:00",
    "never",
    "never",
  ]);
  assert.deepEqual(
    story.tellings.map(({ about, author, at }) => [about, author, clock(at)]),
    [["holding", "automatic", "Mon 16:24"]],
  );
  assert.match(to("marta@example.com")[0]?.text ?? "", /Fix the tap/);

  const answered = await shop.promise({ due_at: at("Tue 17:00"), estimate: "PT2H" });
  await runUntil("Tue 15:48");
  await shop.post(`/promises/${answered.id}/ring_answers`);
  for (const time of ["Tue 16:24", "Tue 17:01"]) await runUntil(time);
  assert.deepEqual((await shop.story(answered.id)).tellings, []);
});

test("a promise without a word is silently late, and a word since the first ring makes it late alone", async () => {
  const shop = await newShop();
  const { id } = await shop.promise({ due_at: at("Mon 17:00"), estimate: "PT2H" });
  await runUntil("Mon 14:30");
  await shop.post(`/promises/${id}/updates`, letter);
  for (const time of ["Mon 14:31", "Mon 17:01"]) await runUntil(time);
  const { late_at, silently_late_at } = await shop.story(id);
  assert.deepEqual([late_at, silently_late_at].map(clock), ["Mon 17:00", "never"]);
});

test("with the mail server down over the due the promise is late and not moved, and is told later what waited", async () => {
  const shop = await newShop();
  const { id } = await shop.promise({ due_at: at("Mon 17:00") });
  await mail.stop();
  await runUntil("Mon 15:00");
  await shop.post(`/promises/${id}/moves`, { due_at: at("Tue 17:00"), reason: "More to do", ...letter });
  for (const time of ["Mon 15:01", "Mon 16:00", "Mon 17:01"]) await runUntil(time);
  const down = await shop.story(id);
  assert.deepEqual([down.due_at, down.late_at].map(clock), ["Mon 17:00", "Mon 17:00"]);
  assert.equal(down.tellings[0]?.message_state, "queued");
  assert.notEqual(down.awaiting_told, null);
  await mail.start();
  await runUntil("Mon 21:00");
  const { due_at, late_at, moves, move_count, late_move_count } = await shop.story(id);
  assert.deepEqual([due_at, late_at].map(clock), ["Tue 17:00", "Mon 17:00"]);
  assert.deepEqual([moves[0]?.notice, move_count, late_move_count], ["after_due", 1, 1]);
});

test("a word that the customer's server accepts on the stroke counts, though the ring at the due came first", async () => {
  const shop = await newShop();
  const { id } = await shop.promise({ due_at: at("Mon 17:00") });
  await runUntil("Mon 16:59");
  await shop.post(`/promises/${id}/moves`, { due_at: at("Tue 17:00"), reason: "More to do", ...letter });
  mail.behave({ is: "slow", seconds: 0.4 });
  const [send, ...others] = duties;
  const due = await send?.due(now(), nothing);
  const item = due?.find(({ workspaceId }) => workspaceId === shop.workspaceId);
  assert.ok(send && item);
  const calls = mail.calls.count;
  const underWay = send.act(item, now());
  while (mail.calls.count === calls) await sleep(10);
  await runDue(others, plusSeconds(now(), 61));
  await underWay;
  await runUntil("Mon 17:01");
  const { due_at, late_at, moves } = await shop.story(id);
  assert.deepEqual([clock(due_at), late_at, moves[0]?.notice], ["Tue 17:00", null, "late_notice"]);
});

test("after a keep the customer is asked once, the next question waits for the next day, and none goes out at night", async () => {
  const shop = await newShop();
  const asked = () =>
    to("marta@example.com").map(({ text }) => ["tap", "heater", "pump"].find((what) => text?.includes(what)));
  const [tap, heater, pump] = [
    await shop.promise({ text: "Fix the tap" }),
    await shop.promise({ text: "Fix the heater" }),
    await shop.promise({ text: "Fix the pump" }),
  ];
  await shop.post(`/promises/${tap.id}/keeps`);
  await shop.post(`/promises/${heater.id}/keeps`);
  await runUntil("Mon 9:01");
  await runUntil("Mon 20:00");
  assert.deepEqual(asked(), ["tap"]);
  await shop.post(`/promises/${tap.id}/verdicts`, { answer: "yes" });
  await runUntil("Tue 9:02");
  assert.deepEqual(asked(), ["tap", "heater"]);
  await runUntil("Wed 22:00");
  await shop.post(`/promises/${heater.id}/verdicts`, { answer: "yes" });
  await shop.post(`/promises/${pump.id}/keeps`);
  await runUntil("Wed 23:00");
  assert.deepEqual(asked(), ["tap", "heater"]);
  await runUntil("Thu 8:00");
  assert.deepEqual(asked(), ["tap", "heater", "pump"]);
  const otto = await shop.newCustomer("Otto Berg", null);
  const unreachable = await shop.promise({ customer_id: otto.id, due_at: at("Fri 12:00") });
  await shop.post(`/promises/${unreachable.id}/keeps`);
  await runUntil("Fri 12:00");
  assert.equal((await shop.story(unreachable.id)).next_ring_at, null);
});
