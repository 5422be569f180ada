import assert from "node:assert/strict";
import { after, test } from "node:test";
import { messagesContract } from "#app/messages/wire.ts";
import { promisesContract } from "#app/promises/wire.ts";
import { todayContract } from "#app/today/wire.ts";
import { plusSeconds } from "#base/instant.ts";
import { ana, marta, openBusiness } from "#test/harness/business.ts";
import { on } from "#test/harness/house.ts";
import type { Manner } from "#test/harness/mail-server.ts";
import { report } from "./report.ts";

const { house, staff, customerId, contactId } = await openBusiness({ language: "en" });
const { mail } = house;
const threeDays = 3 * 86_400;
let now = on("Mon 09:00");
const outcomes: Record<string, string> = {};
after(() => report("mail server in trouble", outcomes));

const advance = (seconds: number) => {
  now = plusSeconds(now, seconds);
  return house.advanceTo(now);
};

/** Ana writes to Marta how it stands, while the mail server behaves like that. */
async function write(body: string) {
  const about = { customer_id: customerId, contact_id: contactId, text: body, kind: "fix" };
  const due_at = plusSeconds(now, 20 * 86_400).toString();
  const { id } = await staff.ask(promisesContract.makePromise, { body: { ...about, due_at } });
  await staff.ask(promisesContract.updateCustomer, { id, body: { message: { body } } });
  await house.settle();
  const { items } = await staff.ask(messagesContract.listMessages, { query: { customer_id: customerId } });
  const message = items.find((one) => one.body.includes(body)) ?? assert.fail("it was not written");
  const found = () => staff.ask(messagesContract.getMessage, { id: message.id });
  const copies = () => mail.inbox.filter(({ text, envelope }) => envelope.to.includes(marta) && text?.includes(body));
  return { id: message.id, found, copies };
}

const today = () => staff.ask(todayContract.getToday);
const failedToday = async () =>
  (await today()).groups
    .find(({ key }) => key === "failed_messages")
    ?.items.map(({ message, acts }) => [message?.id, acts]);

type Trouble = { is: string; begin: () => void | Promise<void>; end?: () => Promise<void> };
const behaving = (is: string, manner: Manner): Trouble => ({ is, begin: () => mail.behave(manner) });

const passing: Trouble[] = [
  { is: "down", begin: mail.stop, end: mail.start },
  behaving("answers 4xx to the address", { is: "refusing", code: 450 }),
  behaving("answers 4xx to the mail", { is: "refusing", code: 451, at: "data" }),
  behaving("cuts the line in DATA", { is: "cutting" }),
];

for (const { is, begin, end } of passing) {
  test(`a mail server that ${is === "down" ? "is down" : is} is tried again until somebody must look, and nobody is left in silence`, async () => {
    await begin();
    const { id, found, copies } = await write(`How it stands when it ${is}`);
    const waiting = await found();
    assert.equal(waiting.state, "queued");
    assert.match(waiting.problem ?? "", /^The mail server (said: 45|cannot be reached)/);
    assert.equal((await today()).waiting_messages, 1);
    await advance(threeDays);
    const failed = await found();
    assert.deepEqual([failed.state, failed.next_attempt_at], ["failed", null]);
    assert.ok(failed.attempts > 10, `${failed.attempts} attempts`);
    assert.deepEqual(await failedToday(), [[id, ["retry", "settle"]]]);
    // Ana is told by mail too, as soon as one can leave; and what a person sends again then arrives, once.
    await (end?.() ?? mail.behave({ is: "well" }));
    await staff.ask(messagesContract.retryMessage, { id });
    await advance(5 * 3600);
    assert.equal((await found()).state, "accepted");
    assert.equal(copies().length, 1);
    assert.equal(await failedToday(), undefined);
    const toAna = mail.inbox.filter(({ envelope }) => envelope.to.includes(ana));
    assert.ok(toAna.some(({ subject }) => subject?.startsWith("Not delivered: ")));
    mail.inbox.length = 0;
    outcomes[is] = `${failed.attempts} attempts, then a to-do`;
  });
}

for (const [is, manner] of [
  ["answers 5xx to the address", { is: "refusing", code: 550 }],
  ["answers 5xx to the mail", { is: "refusing", code: 554, at: "data" }],
] as const) {
  test(`a mail server that ${is} makes it a to-do at once`, async () => {
    mail.behave(manner);
    const { id, found, copies } = await write(`How it stands when it ${is}`);
    const failed = await found();
    assert.deepEqual([failed.state, failed.attempts], ["failed", 1]);
    assert.match(failed.problem ?? "", /^The mail server said: 55/);
    assert.deepEqual(await failedToday(), [[id, ["retry", "settle"]]]);
    mail.behave({ is: "well" });
    await staff.ask(messagesContract.settleMessage, { id });
    await advance(600);
    assert.deepEqual([await failedToday(), copies().length], [undefined, 0]);
    outcomes[is] = "a to-do at once";
  });
}

test("a mail server that is slow gets it once", async () => {
  mail.behave({ is: "slow", seconds: 2 });
  const { found, copies } = await write("How it stands when it is slow");
  assert.deepEqual([(await found()).state, copies().length], ["accepted", 1]);
  mail.behave({ is: "well" });
  outcomes["is slow"] = "1 attempt";
});

test("a mail server that keeps the mail and cuts the line before it says so gets the same mail again", async () => {
  mail.behave({ is: "cutting", kept: true });
  const { found, copies } = await write("How it stands when it cuts the line too late");
  mail.behave({ is: "well" });
  await advance(10);
  assert.deepEqual([(await found()).state, (await found()).attempts], ["accepted", 2]);
  assert.deepEqual([copies().length, new Set(copies().map(({ messageId }) => messageId)).size], [2, 1]);
  outcomes["cuts the line after DATA"] = "2 attempts, 1 Message-ID";
});
