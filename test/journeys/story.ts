import assert from "node:assert/strict";
import { test } from "node:test";
import { promisesContract } from "#app/promises/wire.ts";
import { adviceContract } from "#app/promises/wire-advice.ts";
import { recordContract } from "#app/record/wire.ts";
import { todayContract } from "#app/today/wire.ts";
import { ana, type Business, marta } from "#test/harness/business.ts";
import type { Guest } from "#test/harness/guest.ts";
import { on } from "#test/harness/house.ts";
import type { Arrived } from "#test/harness/mail-server.ts";
import type { Spoken } from "./spoken.ts";

/** From mouth to verdict: a promise is made, moved, accepted, kept, disputed, kept again and confirmed. */
export function tellStory({ house, staff, ...business }: Business, guest: Guest, spoken: Spoken): void {
  const { page } = guest;
  let id = "";
  const story = () => staff.ask(promisesContract.getPromise, { id });
  const lastMove = async () => (await story()).moves.at(-1) ?? assert.fail("it was never moved");
  const mailTo = (address: string, subject: string) =>
    house.mail.waitFor((mail) => mail.envelope.to.includes(address) && (mail.subject ?? "").includes(subject));
  const record = () => staff.ask(recordContract.getRecord, { query: { customer_id: business.customerId } });

  test("a promise is given in words, and its quote is twice the work it takes, in hours when we work", async () => {
    const advised = await staff.ask(adviceContract.adviseQuote, { body: { kind: "price_quote", estimate: "PT3H" } });
    assert.deepEqual([advised.rule, advised.advised_due_at], ["modest", String(on("Mon 15:00"))]);
    const { customerId: customer_id, contactId: contact_id } = business;
    const given = { customer_id, contact_id, text: spoken.promise, kind: "price_quote", estimate: "PT3H" };
    const promise = await staff.ask(promisesContract.makePromise, {
      body: { ...given, due_words: spoken.dueWords, made_via: "phone" },
    });
    assert.deepEqual(
      [promise.state, promise.first_due_at, promise.due_at, promise.next_ring_at],
      ["open", String(on("Tue 12:00")), String(on("Tue 12:00")), String(on("Mon 15:30"))],
    );
    id = promise.id;
  });

  test("its owner is rung in time, on Today and by a mail that says what to do and whom to reach", async () => {
    await house.advanceTo(on("Mon 15:29"));
    assert.deepEqual(house.mail.inbox, []);
    await house.advanceTo(on("Mon 15:30"));
    const { groups, counts } = await staff.ask(todayContract.getToday);
    const [first] = groups;
    assert.deepEqual([first?.key, first?.items[0]?.promise?.id], ["tell_before_late", id]);
    assert.deepEqual([first?.items[0]?.ring?.stage, counts.unanswered_rings], ["first", 1]);
    const mail = await mailTo(ana, spoken.promise);
    for (const fact of [spoken.ring, "Marta Lindqvist", "+49305550117", "12:00"]) assert.ok(has(mail, fact), fact);
  });

  test("it is not moved behind the customer's back: their server has the mail before the old due", async () => {
    await house.advanceTo(on("Mon 15:40"));
    const to = { due_at: String(on("Wed 15:00")), reason: spoken.reason };
    assert.equal(await staff.refused(promisesContract.movePromise, { id, body: to }), "customer_not_told");
    const asked = await staff.ask(promisesContract.movePromise, {
      id,
      body: { ...to, message: { body: spoken.sorry } },
    });
    assert.deepEqual([asked.due_at, asked.awaiting_told?.to_due_at], [String(on("Tue 12:00")), to.due_at]);
    await house.settle();
    const mail = await mailTo(marta, spoken.newTime);
    for (const fact of [spoken.sorry, spoken.reason, "12:00", "15:00"]) assert.ok(has(mail, fact), fact);
    assert.deepEqual([mail.from?.name, mail.replyTo?.[0]?.address], ["Ana Ortiz, Ortiz Heizung & Wasser", ana]);
    const { due_at, first_due_at, late_at } = await story();
    assert.deepEqual([due_at, first_due_at, late_at], [to.due_at, String(on("Tue 12:00")), null]);
    const { told_at, notice } = await lastMove();
    assert.deepEqual([told_at, notice], [String(on("Mon 15:40")), "in_time"]);
  });

  test("the customer opens the link in the mail, is asked once more, and accepts on their page", async () => {
    await house.advanceTo(on("Mon 16:30"));
    const mail = await mailTo(marta, spoken.newTime);
    await guest.openMail(mail);
    await guest.meet(`mail of a new time, ${spoken.language}`);
    await page.getByRole("link", { name: spoken.fits.label, exact: true }).click();
    await page.getByRole("heading", { name: spoken.fits.ask }).waitFor();
    await guest.meet(`asked whether the new time fits, ${spoken.language}`);
    assert.equal((await lastMove()).accepted_at, null, "opening a link says nothing yet");
    await page.getByRole("button", { name: spoken.fits.send }).click();
    await thanked(spoken.fits.thanks);
    await page.getByRole("heading", { name: spoken.heading }).waitFor();
    await guest.meet(`home with a promise that was moved, ${spoken.language}`);
    assert.equal((await lastMove()).accepted_at, String(on("Mon 16:30")));
  });

  test("it is kept early, and the customer is asked: not yet, in their own words, please finish it", async () => {
    await house.advanceTo(on("Tue 09:00"));
    const kept = await staff.ask(promisesContract.keepPromise, { id, body: {} });
    assert.deepEqual([kept.state, kept.settled_at], ["kept", String(on("Tue 09:00"))]);
    const { flags } = await record();
    assert.deepEqual([flags.early.count, flags.early.median], [1, "PT3H"]);
    await house.settle();
    const question = await mailTo(marta, spoken.done);
    await house.advanceTo(on("Tue 10:00"));
    await guest.openMail(question);
    await guest.meet(`mail that asks whether it was kept, ${spoken.language}`);
    await page.getByRole("link", { name: spoken.notYet.label, exact: true }).click();
    await page.getByRole("heading", { name: spoken.notYet.ask }).waitFor();
    await guest.meet(`asked what is missing, ${spoken.language}`);
    assert.equal((await story()).state, "kept", "opening a link says nothing yet");
    await page.getByRole("radio", { name: spoken.finish }).check();
    await page.getByRole("textbox", { name: spoken.words }).fill(spoken.missing);
    await page.getByRole("button", { name: spoken.notYet.send }).click();
    await thanked(spoken.notYet.thanks);
    await guest.meet(`home with a promise that is open again, ${spoken.language}`);
  });

  test("its owner reads these words in a mail, and the record says that it was disputed", async () => {
    await house.settle();
    const mail = await mailTo(ana, spoken.saysNotYet);
    for (const fact of [spoken.missing, spoken.promise]) assert.ok(has(mail, fact), fact);
    const { state, needs_new_due, disputed_at, verdicts } = await story();
    assert.deepEqual([state, needs_new_due, disputed_at], ["open", true, String(on("Tue 10:00"))]);
    assert.deepEqual(
      verdicts.map(({ answer, outcome, words }) => [answer, outcome, words]),
      [["not_yet", "open_again", spoken.missing]],
    );
    const { counts, flags } = await record();
    assert.deepEqual([counts.open, flags.disputed, flags.reopened], [1, 1, 1]);
    const { groups } = await staff.ask(todayContract.getToday);
    assert.deepEqual([groups[0]?.key, groups[0]?.items[0]?.promise?.id], ["needs_new_due", id]);
  });

  test("with a new due, told, it is kept again, and the customer confirms it on their page", async () => {
    await house.advanceTo(on("Tue 10:30"));
    const to = { due_at: String(on("Wed 12:00")), reason: spoken.nextReason, message: { body: spoken.sorry } };
    await staff.ask(promisesContract.movePromise, { id, body: to });
    await house.settle();
    const { due_at, needs_new_due, moves } = await story();
    assert.deepEqual([due_at, needs_new_due, moves.at(-1)?.notice], [to.due_at, false, "in_time"]);
    await house.advanceTo(on("Tue 14:00"));
    await staff.ask(promisesContract.keepPromise, { id, body: {} });
    await house.advanceTo(on("Tue 15:00"));
    await guest.openMail(newest(spoken.newTime));
    await page.getByRole("link", { name: house.url }).click();
    await page.getByRole("heading", { name: spoken.heading }).waitFor();
    await guest.meet(`home with a promise to be confirmed, ${spoken.language}`);
    await page.getByRole("button", { name: spoken.yes.send }).click();
    await thanked(spoken.yes.thanks);
    await guest.meet(`home with everything settled, ${spoken.language}`);
    const after = await story();
    assert.deepEqual([after.state, after.verdict, after.disputed_at], ["kept", "yes", String(on("Tue 10:00"))]);
    const { counts, kept, flags } = await record();
    assert.deepEqual([counts.kept_as_moved_in_time, counts.total, kept], [1, 1, { count: 1, of: 1 }]);
    assert.deepEqual([flags.disputed, flags.silently_late], [1, 0]);
  });

  async function thanked(words: string): Promise<void> {
    assert.equal(await page.getByRole("status").textContent(), words);
  }

  function newest(subject: string): Arrived {
    const mails = house.mail.inbox.filter(
      (mail) => mail.envelope.to.includes(marta) && mail.subject?.includes(subject),
    );
    return mails.at(-1) ?? assert.fail(`no mail about "${subject}"`);
  }
}

/** In the plain text as well as in the HTML, however either breaks its lines. */
function has({ text = "", html = "" }: Arrived, fact: string): boolean {
  const flat = (words: string) => words.replaceAll("&amp;", "&").replaceAll("&#39;", "'").replace(/\s+/g, " ");
  return flat(text).includes(fact) && flat(html).includes(fact);
}
