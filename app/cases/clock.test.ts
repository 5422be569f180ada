import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { at, type Body, clock, type Shop, startPromises } from "#test/harness/promises.ts";

const { newShop, setTime, runUntil, mail } = await startPromises();

beforeEach(() => {
  setTime("Mon 9:00");
  mail.inbox.length = 0;
  mail.behave({ is: "well" });
});

type Read = Body & { id: string; state: string; status_missed_count: number };

const raise = (shop: Shop, more: Body = {}) =>
  shop.post("/cases", {
    customer_id: shop.marta.id,
    words: "The tap drips.",
    channel: "phone",
    ...more,
  }) as Promise<Read>;
const act = (shop: Shop, id: string, noun: string, body: Body = {}) =>
  shop.post(`/cases/${id}/${noun}`, body) as Promise<Read>;
const read = async (shop: Shop, id: string) => (await shop.get(`/cases/${id}`)) as Read;
const told = (said: string) => ({ told: { channel: "phone", at: at(said) } });
const to = (address: string) => mail.inbox.filter(({ envelope }) => envelope.to.includes(address));
const ana = "ana@plumbing.example";
const ben = "ben.okoye@plumbing.example";
const marta = "marta@example.com";

/** Ben is on duty, then Gina, and Mona leads them. */
async function withTeam(shop: Shop) {
  const [gina, mona] = [await shop.newMember("Gina Holt"), await shop.newMember("Mona Reis", "manager")];
  const people = { member_ids: [shop.ben.id, gina.id, mona.id], manager_ids: [mona.id] };
  const { id } = await shop.post("/teams", { name: "Taps", ...people, duty_ids: [shop.ben.id, gina.id] });
  return { teamId: id, gina, mona };
}

test("what nobody owns rings the duty person at once, then the next, then the manager, never everybody", async () => {
  const shop = await newShop();
  const { mona, gina } = await withTeam(shop);
  const { id } = await raise(shop);
  await runUntil("Mon 9:00");
  assert.deepEqual([to(ben).length, to(gina.email).length, to(mona.email).length, to(ana).length], [1, 0, 0, 0]);
  assert.match(String(to(ben)[0]?.text), /Nobody owns this yet/);
  await runUntil("Mon 9:15");
  assert.deepEqual([to(ben).length, to(gina.email).length, to(mona.email).length], [1, 1, 0]);
  await runUntil("Mon 9:30");
  assert.deepEqual([to(ben).length, to(gina.email).length, to(mona.email).length, to(ana).length], [1, 1, 1, 0]);
  const seen = await read(shop, id);
  assert.deepEqual([seen.escalated_by, seen.escalated_to_id], ["ring", mona.id]);
  await gina.call("POST", `/cases/${id}/ownerships`);
  await runUntil("Mon 12:00");
  assert.equal(to(mona.email).length, 1, "whoever owns it is rung for it from here on");
});

test("what comes in at night rings when the team is there, and is acknowledged at once", async () => {
  const shop = await newShop();
  setTime("Mon 23:00");
  await raise(shop, { channel: "form", acknowledge: true });
  await runUntil("Mon 23:00");
  assert.equal(to(marta).length, 1, "who has just written is awake");
  assert.equal(to(ana).length, 0);
  await runUntil("Tue 9:00");
  assert.equal(to(ana).length > 0, true);
});

test("the daily word is rung with a draft from the facts, and sent in two clicks by any human of the case", async () => {
  const shop = await newShop();
  const { id, status_due_at } = await raise(shop, { own: true });
  assert.equal(clock(status_due_at), "Tue 9:00");
  await act(shop, id, "plans", { text: "Change the seal", kind: "fix", due_at: at("Wed 12:00") });
  // Three hours before is six in the morning: it rings when Ana is last there before.
  await runUntil("Mon 17:00");
  const [rung] = to(ana);
  assert.match(String(rung?.text), /Their daily word is due soon[\s\S]*Next: Change the seal, by Wednesday/);
  assert.ok(rung?.text?.includes(`/cases/${id}`), "the ring leads to the case");
  const draft = (await shop.get(`/cases/${id}/drafts`)) as { body: string };
  await shop.ben.call("POST", `/cases/${id}/statuses`, { message: { body: draft.body } });
  await runUntil("Mon 17:01");
  const seen = await read(shop, id);
  assert.deepEqual([clock(seen.status_due_at), seen.status_count, seen.status_missed_count], ["Tue 17:01", 1, 0]);
  assert.match(String(to(marta)[0]?.text), /You hear from us again by Tuesday/);
});

test("a word that falls into the night goes before it", async () => {
  const shop = await newShop();
  setTime("Mon 23:30");
  const { status_due_at } = await raise(shop, { own: true });
  assert.equal(clock(status_due_at), "Tue 21:00");
});

test("late and answered between two looks of the clock is late; a change without a message credits nothing", async () => {
  const shop = await newShop();
  const { id } = await raise(shop, { own: true });
  setTime("Tue 9:05");
  await act(shop, id, "hand_ons", { handler_id: shop.ben.id });
  await act(shop, id, "notes", { body: "Somebody looked at it" });
  assert.equal((await read(shop, id)).status_count, 0);
  const after = await act(shop, id, "statuses", told("Tue 9:05"));
  assert.deepEqual([after.status_missed_count, after.status_count], [1, 1]);
  assert.equal(clock(after.status_due_at), "Wed 9:05");
});

test("a word on the stroke is no miss; a machine that slept for days rings once and counts each day", async () => {
  const shop = await newShop();
  const { id } = await raise(shop, { own: true, subject: "The sleepy tap" });
  setTime("Tue 9:00");
  assert.equal((await act(shop, id, "statuses", told("Tue 9:00"))).status_missed_count, 0);
  await runUntil("Sat 12:00");
  const seen = await read(shop, id);
  assert.equal(seen.status_missed_count, 4);
  assert.equal(to(ana).filter(({ text }) => text?.includes("The sleepy tap")).length, 1);
});

test("where the policy says so, the machine sends the draft rather than silence, and it counts as a machine's", async () => {
  const shop = await newShop();
  await shop.call("PATCH", "/policies", { settings: { case_status_by_machine: true } });
  const { id } = await raise(shop, { own: true });
  await runUntil("Tue 9:00");
  await runUntil("Tue 9:01");
  const seen = await read(shop, id);
  assert.deepEqual([seen.status_by_machine_count, seen.status_count, seen.status_missed_count], [1, 0, 1]);
  assert.match(String(to(marta)[0]?.text), /sent automatically/);
});

test("waiting for the customer stops the clock from when they were told; what was left stays left", async () => {
  const shop = await newShop();
  const { id } = await raise(shop, { own: true });
  setTime("Mon 15:00");
  const waits = await act(shop, id, "pauses", { reason: "The key of the cellar", ...told("Mon 15:00") });
  assert.deepEqual(
    [waits.waiting_reason, clock(waits.waiting_since_at), waits.status_due_at],
    [...["The key of the cellar", "Mon 15:00", null]],
  );
  await runUntil("Wed 15:00");
  assert.equal((await read(shop, id)).status_missed_count, 0);
  setTime("Wed 15:00");
  const on = await act(shop, id, "resumptions");
  assert.equal(clock(on.status_due_at), "Thu 9:00");
  assert.equal(on.waited_for, "PT48H");
});

test("a dated step that they were told may stand in for the daily word", async () => {
  const shop = await newShop();
  await shop.call("PATCH", "/policies", { settings: { case_plan_stands_in: true } });
  const { id } = await raise(shop, { own: true });
  await act(shop, id, "plans", { text: "Change the seal", kind: "fix", due_at: at("Thu 12:00") });
  const said = await act(shop, id, "statuses", told("Mon 9:00"));
  assert.equal(clock(said.status_due_at), "Thu 12:00");
});

test("asked two working days after told, up to three times, the last by a person; no answer is unconfirmed", async () => {
  const shop = await newShop();
  await shop.call("PATCH", "/policies", { settings: { question_silences: 10 } });
  const { id } = await raise(shop, { own: true });
  await act(shop, id, "completions", { did: "A new seal" });
  const done = await act(shop, id, "tellings", told("Mon 9:00"));
  assert.equal(clock(done.ask_at), "Tue 17:00");
  const asked = () => to(marta).filter(({ subject }) => subject?.startsWith("Are you satisfied")).length;
  await runUntil("Tue 17:00");
  assert.equal(asked(), 1);
  await runUntil("Thu 17:00");
  assert.equal(asked(), 2);
  await runUntil("next Mon 17:00");
  assert.equal(asked(), 2);
  assert.ok(to(ana).some(({ text }) => text?.includes("Ask them yourself")));
  await act(shop, id, "askings", told("next Mon 17:00"));
  const waits = await read(shop, id);
  assert.deepEqual([waits.state, waits.ask_count], ["told", 3]);
  await runUntil("next Wed 17:00");
  assert.equal((await read(shop, id)).state, "unconfirmed");
});

test("what was told and came back was not told: it is open, done, and rings", async () => {
  const shop = await newShop();
  const { id } = await raise(shop, { own: true });
  await act(shop, id, "completions", { did: "A new seal" });
  await act(shop, id, "tellings", { message: { body: "It is tight." } });
  mail.behave({ is: "refusing", code: 550 });
  await runUntil("Mon 9:01");
  mail.behave({ is: "well" });
  const seen = await read(shop, id);
  assert.deepEqual([seen.state, seen.did, seen.status_count], ["open", "A new seal", 0]);
  const journal = await shop.journal();
  assert.deepEqual(journal.slice(-2), ["customer not told", "member rung"]);
});

test("one human-written message counts for each case of a cause", async () => {
  const shop = await newShop();
  const otto = await shop.newCustomer("Otto Berg", "otto@example.com");
  const nobody = await shop.newCustomer("Nils Frey", null);
  const first = await raise(shop, { own: true });
  const { cause_id } = await act(shop, first.id, "causes", { text: "The main pipe broke" });
  const others = [
    await raise(shop, { customer_id: otto.id, own: true }),
    await raise(shop, { customer_id: nobody.id, own: true }),
  ];
  for (const { id } of others) await act(shop, id, "causes", { cause_id });
  const message = { message: { body: "The pipe is being mended; water again by four." } };
  const said = await shop.post(`/causes/${cause_id}/statuses`, message);
  assert.deepEqual([said.cases, said.to_call], [2, [others[1]?.id]]);
  await runUntil("Mon 9:01");
  for (const id of [first.id, others[0]?.id ?? ""]) assert.equal((await read(shop, id)).status_count, 1);
  assert.equal((await read(shop, others[1]?.id ?? "")).status_count, 0);
});

test("snoozed until then it comes back, and the customer's word is due all the same", async () => {
  const shop = await newShop();
  const { id, status_due_at } = await raise(shop, { own: true });
  const away = await act(shop, id, "snoozes", { until: at("Mon 12:00") });
  assert.deepEqual([clock(away.snoozed_until), away.status_due_at], ["Mon 12:00", status_due_at]);
  await runUntil("Mon 12:00");
  assert.match(String(to(ana).at(-1)?.text), /You wanted to see this again now/);
  assert.equal((await read(shop, id)).snoozed_until, null);
});
