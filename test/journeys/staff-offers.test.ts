import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Page } from "playwright-core";
import { arrivalsContract } from "#app/arrivals/wire.ts";
import { customersContract } from "#app/customers/wire.ts";
import { mailboxesContract } from "#app/mailboxes/wire.ts";
import { promisesContract } from "#app/promises/wire.ts";
import { on, openHouse } from "#test/harness/house.ts";
import { bringMail, mailFrom } from "#test/harness/mail-in.ts";
import { staffAt } from "#test/harness/staff.ts";
import { asDesktop, asPhone, meet, openDesk } from "#test/harness/staff-browser.ts";

const house = await openHouse();
const ana = { email: "ana@ortiz.example", password: "a sentence is easier" };
const made = await house.run(
  ...["workspace", "create", "--name", "Ortiz Heizung & Wasser", "--time-zone", "Europe/Berlin", "--language", "en"],
  ...["--member-name", "Ana Ortiz", "--member-email", ana.email, "--member-password", ana.password, "--json"],
);
assert.equal(made.code, 0, made.err);
const staff = staffAt(house.url, (made.json as { api_key: string }).api_key);
const { signIn } = await openDesk(house.url);
const monday = on("Mon 09:00");
const marta = "marta@lindqvist.example";
let customerId = "";
let relay = { path: "", key: "" };
let copyTo = "";

before(async () => {
  const contacts = [{ name: "Marta Lindqvist", addresses: [{ channel: "email" as const, address: marta }] }];
  const body = { name: "Lindqvist AB", kind: "organisation" as const, contacts };
  customerId = (await staff.ask(customersContract.createCustomer, { body })).id;
  const { url, key } = await staff.ask(mailboxesContract.addRelay, { body: { address: "hello@ortiz.example" } });
  relay = { path: new URL(url).pathname, key };
  copyTo = (await staff.ask(mailboxesContract.myCopyAddress)).address ?? assert.fail("there is no address to copy to");
});

/** Ana's mail program sends a mail to a customer and, blind, to the house. */
async function copyIn(subject: string, words: string, to = marta) {
  const mail = mailFrom(`Ana Ortiz <${ana.email}>`, words, { To: to, Subject: subject, "Delivered-To": copyTo });
  assert.equal(await bringMail(`${house.url}${relay.path}`, mail, { key: relay.key, now: monday }), 202);
  await house.settle();
}

/** At the desk by the house's clock. */
async function sitDown(how = asDesktop): Promise<Page> {
  const page = await signIn(ana, how);
  await page.clock.setFixedTime(monday.epochMilliseconds);
  await page.goto("/today");
  return page;
}

/** Turns away: whoever does no longer wants back what could still be taken back. */
async function leave(page: Page) {
  const settled = page.waitForResponse(/settlements/);
  await page.goto("/record");
  await settled;
}

const copied = (page: Page) => page.getByRole("region", { name: "Promised in mails that you copied us in on" });
const mail = (page: Page, subject: string) => copied(page).getByRole("listitem").filter({ hasText: subject });
const sentences = (page: Page, subject: string) =>
  mail(page, subject).getByRole("list", { name: "Promises in these words" }).getByRole("listitem");
const offers = async () => (await staff.ask(arrivalsContract.listOffers)).items;

test("what one promised by another mail program comes up on Today, and is written down with a key", async () => {
  const page = await sitDown();
  await page.getByText("Nothing is written down yet.").waitFor();
  await copyIn(
    "Your boiler",
    "Dear Marta,\r\n\r\nI'll send you the estimate by Friday noon.\r\nIf you send us the model number, we will check the price.",
  );
  const boiler = mail(page, "Your boiler").first();
  await boiler.getByRole("link", { name: "Marta Lindqvist, Lindqvist AB" }).waitFor();
  const offered = sentences(page, "Your boiler");
  await offered.filter({ hasText: "I'll send you the estimate" }).getByText("Friday, 12:00").waitFor();
  await offered.filter({ hasText: "Only if they do their part:" }).filter({ hasText: "check the price" }).waitFor();
  await meet(page, "today with a copied mail");

  await page.keyboard.press("Alt+r");
  await page.getByText("Written down: send you the estimate").first().waitFor();
  const line = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "send you the estimate" }) });
  await line.getByText("Friday, 12:00").waitFor();
  const { items } = await staff.ask(promisesContract.listPromises, { query: { limit: 5 } });
  assert.deepEqual(
    items.map((one) => [one.customer_id, one.due_at, one.made_at, one.made_via]),
    [[customerId, on("Fri 12:00").toString(), monday.toString(), "email"]],
  );
  await offered.filter({ hasText: "I'll send you the estimate" }).waitFor({ state: "detached" });
  const settled = page.waitForResponse(/settlements/);
  await page.keyboard.press("Alt+n");
  await copied(page).waitFor({ state: "detached" });
  await settled;
  assert.deepEqual(await offers(), [], "a mail of which everything was answered waits for nobody, on no device");
});

test("with a thumb a sentence is no promise and stays gone, and a whole mail is done with, or not after all", async () => {
  await copyIn("The coffee", "Dear Marta,\r\n\r\nI'll call you tomorrow at 3pm.");
  await copyIn("The tap", "Dear Marta,\r\n\r\nI will bring the new tap on Thursday at 10:00.");
  const page = await sitDown(asPhone);
  await sentences(page, "The coffee").getByText("tomorrow, 15:00").waitFor();
  await meet(page, "today with two copied mails");
  const settled = page.waitForResponse(/settlements/);
  await sentences(page, "The coffee")
    .getByRole("button", { name: /^No promise/ })
    .click();
  await mail(page, "The coffee").first().waitFor({ state: "detached" });
  await settled;
  await page.reload();
  await sentences(page, "The tap").getByText("Thursday, 10:00").waitFor();
  assert.equal(await mail(page, "The coffee").count(), 0, "what is none is not asked again");

  const done = mail(page, "The tap").getByRole("button", { name: "Done with this mail" });
  await done.click();
  await copied(page).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo" }).click();
  await done.click();
  await copied(page).waitFor({ state: "detached" });
  await leave(page);
  assert.deepEqual(await offers(), []);
});

test("a copy that went to nobody we know says so, and what to do", async () => {
  const page = await sitDown();
  await copyIn("A note to myself", "I will send the invoice to the hotel tomorrow at noon.", ana.email);
  await mail(page, "A note to myself").getByText("It went to nobody whom we know").waitFor();
  await meet(page, "today with a copied mail of nobody");
  await page.keyboard.press("Alt+d");
  await copied(page).waitFor({ state: "detached" });
  await leave(page);
  assert.deepEqual(await offers(), []);
});
