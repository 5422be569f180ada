import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { casesContract } from "#app/cases/wire.ts";
import { mailboxesContract } from "#app/mailboxes/wire.ts";
import { instant } from "#base/instant.ts";
import { until } from "#test/harness/embedded-owner.ts";
import { openPostOffice } from "#test/harness/post-office.ts";
import { asPhone } from "#test/harness/staff-browser.ts";
import { openWorkingDay } from "#test/harness/working-day.ts";
import { keepThePlan, planAndHandOn, threeDays } from "./worked-on.ts";

const [ours, marta] = ["hello@ortiz.example", "marta@lund.example"];
const post = await openPostOffice([ours, marta]);
const day = await openWorkingDay({
  ...{ business: "Ortiz Heizung & Wasser", member: "Ana Ortiz", trade: "contractor" },
  ...{ smtpUrl: post.smtpUrl, privateNetworks: ["127.0.0.1"] },
});
const { house, staff, memberId, open } = day;
/** The customer's page, opened on her phone by the newest link in her mailbox. */
async function pageBy(about: RegExp): Promise<Page> {
  const { text = "" } = await post.mailTo(marta, about);
  const [link = ""] = /http\S+\/c\/[\w-]+/.exec(text) ?? [];
  const page = await open(asPhone);
  await page.goto(new URL(new URL(link).pathname, house.url).href);
  await page.getByRole("link", { name: "The boiler is cold" }).first().click();
  return page;
}

const about = { subject: "The boiler is cold", from: `Marta Lund <${marta}>` };
let id = "";
const read = () => staff.ask(casesContract.getCase, { id });
const write = (body: string) => ({ message: { body } });

test("a stranger's complaint is a case within moments, and her mailbox says who takes it on and by when", async () => {
  const box = { address: ours, ...post.imap, encryption: "none", password: "right" } as const;
  const mailbox = await staff.ask(mailboxesContract.addMailbox, { body: box });
  assert.equal((await staff.ask(mailboxesContract.testMailbox, { id: mailbox.id })).is_well, true);
  // What lies there before it is looked into for the first time is none of ours.
  const isLookedInto = async () =>
    (await staff.ask(mailboxesContract.listMailboxes)).items.some((box) => box.looked_at);
  await until("a first look into it", isLookedInto);
  post.writeIn({ ...about, to: ours, words: "Good morning,\n\nthe boiler is cold since Sunday.\n\nMarta" });
  const { text = "", replyTo } = await post.mailTo(marta, /The boiler is cold/);
  assert.match(text, /A person writes to you by Monday [\s\S]*sent automatically/);
  assert.match(replyTo?.[0]?.address ?? "", /^hello\+\w+@ortiz\.example$/, "an answer finds its case");
  const { items } = await staff.ask(casesContract.listCases, { query: {} });
  assert.deepEqual(
    items.map(({ subject, channel, customer, owner_id }) => [subject, channel, customer.name, owner_id]),
    [["The boiler is cold", "email", "Marta Lund", null]],
  );
  id = items[0]?.id ?? "";
});

const theirSide = () => ({
  id,
  heard: async (about: RegExp) => String((await post.mailTo(marta, about)).text),
  page: () => pageBy(/I look after your boiler/),
  between: thanks,
});

test("it is owned, planned and handed on twice, and its owner stays", async () => {
  await staff.ask(casesContract.ownCase, { id, body: write("I am Ana, and I look after your boiler.") });
  assert.match(String((await post.mailTo(marta, /I look after your boiler/)).text), /Ana/);
  await planAndHandOn(day, theirSide());
});

test("on three days she hears how it stands, and her thanks wipe no date", () => threeDays(day, theirSide()));

async function thanks(day: string): Promise<void> {
  if (day !== "Tue") return;
  const { messageId = "", replyTo } = await post.mailTo(marta, /Tue: /);
  const before = (await read()).status_due_at;
  const headers = { "In-Reply-To": messageId, References: messageId };
  post.writeIn({ ...about, to: replyTo?.[0]?.address ?? "", words: "Thanks!", headers });
  const saidIn = async () => (await staff.ask(casesContract.readCase, { id, query: {} })).items;
  await until("her thanks in the case", async () => (await saidIn()).some(({ body }) => body?.startsWith("Thanks!")));
  assert.equal((await read()).status_due_at, before);
}

test("told and not satisfied, it is open again with the same owner; told again, she is asked and is satisfied", async () => {
  await keepThePlan(day, id);
  await staff.ask(casesContract.completeCase, { id, body: { did: "A new pump" } });
  await staff.ask(casesContract.tellDone, { id, body: write("The new pump runs.") });
  await house.settle();
  const first = await pageBy(/The new pump runs/);
  await first.getByText("the boiler is cold since Sunday", { exact: false }).first().waitFor();
  await first.getByRole("link", { name: "Not yet" }).click();
  await first.getByLabel("Your words, if you like").fill("It is still cold upstairs");
  await first.getByRole("button", { name: "Not yet" }).click();
  await first.getByText("It is open again, and we know.", { exact: false }).waitFor();
  const again = await read();
  assert.deepEqual([again.state, again.owner_id, again.reopened_count], ["open", memberId, 1]);

  await staff.ask(casesContract.completeCase, { id, body: { did: "Air let out of the pipes upstairs" } });
  await staff.ask(casesContract.tellDone, { id, body: write("It is warm upstairs, too.") });
  await house.settle();
  await post.mailTo(marta, /It is warm upstairs, too/);
  const { ask_at } = await read();
  await house.advanceTo(instant(String(ask_at)));
  const second = await pageBy(/Are you satisfied/);
  await second.getByRole("link", { name: "Yes, I am satisfied" }).click();
  await second.getByRole("button", { name: "Yes, I am satisfied" }).click();
  await second.getByText("Thank you. That is good to know.").waitFor();
  assert.deepEqual([(await read()).state, (await read()).owner_id], ["satisfied", memberId]);
  await second.getByRole("radio", { name: "good", exact: true }).check();
  await second.getByRole("button", { name: "Better than I expected" }).click();
  await second.getByText("Thank you. Whoever looked after it reads this.").waitFor();
  assert.deepEqual(
    (await read()).pulses.map(({ expected, feeling }) => [expected, feeling]),
    [["better", 4]],
  );
});
