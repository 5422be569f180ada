import assert from "node:assert/strict";
import { test } from "node:test";
import { linksContract } from "#app/customers/wire-links.ts";
import { messagesContract } from "#app/messages/wire.ts";
import { promisesContract } from "#app/promises/wire.ts";
import { recordContract } from "#app/record/wire.ts";
import { todayContract } from "#app/today/wire.ts";
import { instant, isAfter } from "#base/instant.ts";
import { marta, openBusiness } from "#test/harness/business.ts";
import { openGuest } from "#test/harness/guest.ts";
import { on } from "#test/harness/house.ts";

const { house, staff, customerId, contactId } = await openBusiness({ language: "en" });
const { page, meet, openMail } = await openGuest();
const due = on("Mon 15:00");
const later = on("Tue 10:00");
let id = "";

const story = () => staff.ask(promisesContract.getPromise, { id });
const waiting = async () => {
  const { items } = await staff.ask(messagesContract.listMessages, { query: { customer_id: customerId } });
  return items[0] ?? assert.fail("no message");
};
const openPage = async () => {
  const { url } = await staff.ask(linksContract.makeLink, { id: contactId, body: {} });
  await page.goto(url);
};

test("a move that the mail server does not take is awaiting told, and waits where everybody sees it", async () => {
  const given = { customer_id: customerId, contact_id: contactId, text: "Call about the boiler part", kind: "other" };
  ({ id } = await staff.ask(promisesContract.makePromise, { body: { ...given, due_at: String(due) } }));
  await house.advanceTo(on("Mon 14:00"));
  await house.mail.stop();
  await house.advanceTo(on("Mon 14:05"));
  const to = { due_at: String(later), reason: "The part comes tomorrow.", message: { body: "It comes tomorrow." } };
  await staff.ask(promisesContract.movePromise, { id, body: to });
  await house.settle();
  const { due_at, awaiting_told } = await story();
  assert.deepEqual([due_at, awaiting_told?.to_due_at, awaiting_told?.told_at], [String(due), String(later), null]);
  const message = await waiting();
  assert.deepEqual([message.state, message.accepted_at, message.to_address], ["queued", null, marta]);
  assert.equal(message.problem, "The mail server cannot be reached, or it cut the line.");
  assert.equal((await staff.ask(todayContract.getToday)).waiting_messages, 1);
});

test("when the due passes it is late, and silently so: nobody has told the customer anything", async () => {
  await house.advanceTo(on("Mon 15:01"));
  const { state, due_at, late_at, silently_late_at, move_count } = await story();
  assert.deepEqual([state, due_at, late_at, silently_late_at], ["open", String(due), String(due), String(due)]);
  assert.equal(move_count, 0);
  const { groups, counts, waiting_messages } = await staff.ask(todayContract.getToday);
  assert.deepEqual([groups[0]?.key, groups[0]?.items[0]?.promise?.id, counts.late], ["late", id, 1]);
  assert.ok(waiting_messages >= 1);
  await openPage();
  await page.getByText("was due today, 15:00, we are late").waitFor();
  assert.equal(await page.getByText("The part comes tomorrow.").count(), 0, "what has not reached them is not shown");
  await meet("home with a promise that is late");
});

test("when the mail server is back, the same message arrives by itself, and the move was told after the due", async () => {
  await house.mail.start();
  const { attempts, next_attempt_at } = await waiting();
  assert.ok(attempts > 3 && next_attempt_at !== null, `${attempts} attempts, the next at ${next_attempt_at}`);
  await house.advanceTo(instant(next_attempt_at));
  const message = await waiting();
  assert.deepEqual([message.state, message.problem], ["accepted", null]);
  const acceptedAt = instant(message.accepted_at ?? "");
  assert.ok(isAfter(acceptedAt, due));
  const { due_at, late_at, moves, awaiting_told, late_move_count } = await story();
  assert.deepEqual([due_at, late_at, awaiting_told, late_move_count], [String(later), String(due), null, 1]);
  assert.deepEqual([moves[0]?.notice, moves[0]?.told_at], ["after_due", String(acceptedAt)]);
  const sent = house.mail.inbox.filter((mail) => mail.envelope.to.includes(marta));
  assert.deepEqual(
    sent.map(({ subject }) => subject),
    ["New time: Call about the boiler part"],
  );
});

test("the customer reads it honestly, and it is kept late whatever the new due was", async () => {
  const mail = await house.mail.waitFor((one) => one.envelope.to.includes(marta));
  await openMail(mail);
  await page.getByRole("link", { name: house.url }).click();
  await page.getByText("by tomorrow, 10:00").waitFor();
  await page.getByText("we were late with this").waitFor();
  await page.getByText("The part comes tomorrow.").waitFor();
  await meet("home with a promise that was late and moved");

  await house.advanceTo(on("Tue 09:30"));
  assert.equal((await staff.ask(promisesContract.keepPromise, { id, body: {} })).state, "kept_late");
  await page.reload();
  await page.getByText("done today, 9:30, later than we said").waitFor();
  const { counts, kept, flags } = await staff.ask(recordContract.getRecord, { query: { customer_id: customerId } });
  assert.deepEqual([counts.late, kept], [1, { count: 0, of: 1 }]);
  assert.deepEqual([flags.silently_late, flags.told_before_due], [1, { count: 0, of: 1 }]);
});
