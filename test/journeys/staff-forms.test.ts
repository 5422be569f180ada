import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, describe, test } from "node:test";
import type { FrameLocator, Page } from "playwright-core";
import { casesContract } from "#app/cases/wire.ts";
import { plusSeconds } from "#base/instant.ts";
import { openForm, sendForm } from "#test/harness/forms.ts";
import { asDesktop, asPhone, meet } from "#test/harness/staff-browser.ts";
import { openWorkingDay } from "#test/harness/working-day.ts";
import { keepThePlan, planAndHandOn, threeDays } from "./worked-on.ts";

const day = await openWorkingDay({
  ...{ business: "Ortiz Heizung & Wasser", member: "Ana Ortiz", trade: "contractor" },
});
const { house, staff, me, open, signIn, mailTo, pageOf } = day;

/** The business's own site, on another address than the house: one page, which shows what it was given. */
let snippet = "";
const site = createServer((_request, response) => {
  response.writeHead(200, { "content-type": "text/html" });
  response.end(`<!doctype html><html lang="en"><title>Ortiz</title><h1>Our site</h1>${snippet}`);
});
site.listen(0, "127.0.0.1");
await once(site, "listening");
after(() => site.close());
const siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;

const theCase = async () => (await staff.ask(casesContract.listCases, { query: {} })).items[0];
const aMinute = () => house.advanceTo(plusSeconds(house.now(), 60));
let address = "";

async function fillIn(form: Page | FrameLocator, words: string): Promise<void> {
  await form.getByLabel("Your name").fill("Nora Blum");
  await form.getByLabel("Your e-mail address").fill("nora@customer.example");
  await form.getByLabel("What is it about?", { exact: false }).fill("The new tap");
  await form.getByLabel("What can we do for you?").fill(words);
  await aMinute();
  await form.getByRole("button", { name: "Send it" }).click();
}

describe("a form", () => {
  test("is made with the sites that may show it, and gives its address and what to put into a page", async () => {
    const page = await signIn(me, asDesktop);
    await page.goto("/settings");
    await page.getByRole("link", { name: "Forms" }).click();
    await page.getByRole("heading", { name: "Forms", level: 1 }).waitFor();
    await page.getByText("No form yet.").waitFor();
    await meet(page, "settings forms with none");
    await page.getByRole("button", { name: "Make a form…" }).click();
    const made = page.getByRole("dialog", { name: "Make a form" });
    await made.getByLabel("What you call it").fill("Contact page");
    await made.getByLabel("Sites that may show it").fill("https://*.example");
    await made.getByRole("button", { name: "Make it" }).click();
    await made.getByText("Write each site as its address begins", { exact: false }).waitFor();
    await meet(page, "settings make a form");
    await made.getByLabel("Sites that may show it").fill(siteUrl);
    await made.getByRole("button", { name: "Make it" }).click();
    await page.getByRole("status").getByText("Made. It is open now.").waitFor();
    address = await page.getByLabel("Address of Contact page").inputValue();
    snippet = await page.getByLabel("To put into your page: Contact page").inputValue();
    await page.getByText("nobody has written yet").waitFor();
    await meet(page, "settings a form");
  });

  test("is fit for everybody alone under its address, on a phone and at a desk", async () => {
    for (const how of [asPhone, asDesktop]) {
      const visitor = await open(how);
      await visitor.goto(address);
      await meet(visitor, "the form");
      await visitor.getByLabel("Your name").fill(" ");
      await visitor.getByLabel("What can we do for you?").fill(" ");
      await visitor.getByRole("button", { name: "Send it" }).click();
      await visitor.getByText("Please fill this in.").first().waitFor();
      await meet(visitor, "the form with troubles");
    }
  });

  test("works within a page of that site, and what was typed stays when something is missing", async () => {
    const visitor = await open(asPhone);
    await visitor.goto(siteUrl);
    const form = visitor.frameLocator("iframe");
    await form.getByRole("heading", { name: "Write to Ortiz Heizung & Wasser" }).waitFor();
    await form.getByLabel("Your name").fill("Olga Berg");
    await form.getByLabel("What can we do for you?").fill("Do you come on Saturdays?");
    await aMinute();
    await form.getByRole("button", { name: "Send it" }).click();
    await form.getByText("Please leave an e-mail address or a phone number", { exact: false }).waitFor();
    assert.equal(await form.getByLabel("What can we do for you?").inputValue(), "Do you come on Saturdays?");
    await form.getByLabel("Your e-mail address").fill("olga@customer.example");
    await form.getByRole("button", { name: "Send it" }).click();
    await form.getByRole("heading", { name: "Thank you, we have it" }).waitFor();
    const received = await mailTo("olga@customer.example", "We have it");
    assert.match(String(received.text), /Do you come on Saturdays\?/);
  });
});

describe("a complaint by form, without script", () => {
  test("is acknowledged, owned, planned, handed on and told of for three days; not satisfied, it opens again, and then they are", async () => {
    const visitor = await open({ ...asPhone, javaScriptEnabled: false });
    await visitor.goto(address);
    await fillIn(visitor, "It drips, and I am not happy");
    await visitor.getByRole("heading", { name: "Thank you, we have it" }).waitFor();
    await mailTo("nora@customer.example", "We have it: The new tap");

    const page = await signIn(me, asPhone);
    const raised = await theCase();
    assert.deepEqual([raised?.subject, raised?.channel, raised?.state], ["The new tap", "form", "open"]);
    await page.goto(`/cases/${raised?.id}`);
    await page.getByRole("heading", { name: "The new tap", level: 1 }).waitFor();
    await page.getByRole("button", { name: "I own it" }).click();
    await page.getByRole("status").getByText("It is yours; they get your name.").waitFor();
    const taken = await mailTo("nora@customer.example", "Ana Ortiz has it");
    const theirSide = {
      id: String(raised?.id),
      heard: async (about: RegExp) => String((await mailTo("nora@customer.example", about)).text),
      page: async () => {
        const theirs = await pageOf(taken);
        await theirs.getByRole("link", { name: "The new tap" }).first().click();
        return theirs;
      },
    };
    await planAndHandOn(day, theirSide);
    await threeDays(day, theirSide);
    await keepThePlan(day, theirSide.id);
    await page.reload();

    const confirmAndTell = async (did: string, words: string) => {
      await page.getByRole("button", { name: "It is done" }).click();
      const done = page.getByRole("dialog", { name: "It is done" });
      await done.getByLabel("What was done?").fill(did);
      await done.getByRole("button", { name: "Confirm that it is done" }).click();
      await page.getByRole("status").getByText("Confirmed. Now tell them.").waitFor();
      await page.getByRole("button", { name: "Tell them what was done" }).click();
      const tell = page.getByRole("dialog", { name: "Tell them what was done" });
      await tell.getByLabel("Message to Nora Blum").fill(words);
      await tell.getByRole("button", { name: "Tell them", exact: true }).click();
      await tell.waitFor({ state: "detached" });
      return mailTo("nora@customer.example", did);
    };
    const theirs = await pageOf(await confirmAndTell("A new seal", "I was there this morning."));
    const answer = async (label: string, thanks: string) => {
      await theirs.goto(`${theirs.url().replace(/(\/c\/[\w-]+).*/, "$1")}/cases/${raised?.id}`);
      await theirs.getByRole("link", { name: label }).click();
      await theirs.getByLabel("Your words, if you like").fill(`I say: ${label}`);
      await theirs.getByRole("button", { name: label }).click();
      await theirs.getByText(thanks, { exact: false }).waitFor();
      await house.settle();
      return theCase();
    };
    const reopened = await answer("Not yet", "It is open again, and we know.");
    assert.deepEqual([reopened?.state, reopened?.reopened_count], ["open", 1]);
    await page.reload();
    await page.getByText("I say: Not yet").first().waitFor();
    await confirmAndTell("A new tap", "Now it is a new one.");
    const closed = await answer("Yes, I am satisfied", "Thank you. That is good to know.");
    assert.deepEqual([closed?.state, closed?.owner_id], ["satisfied", reopened?.owner_id]);
    await theirs.getByLabel("Your words, if you like").fill("Two visits for one tap");
    await meet(theirs, "how it was, beside what they expected");
    await theirs.getByRole("button", { name: "Worse than I expected" }).click();
    await theirs.getByText("Whoever looked after it reads this.", { exact: false }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "The new tap", level: 1 }).waitFor();
    await page.getByText("Worse than they expected").waitFor();
    await page.getByText("Two visits for one tap").first().waitFor();
  });
});

describe("what nobody should have written", () => {
  test("is set aside with the reason and made a case by one press; a revoked form is not there", async () => {
    const { stamp } = await openForm(address);
    await aMinute();
    assert.equal((await sendForm(address, { stamp, website: "x", about: "Cheap taps" })).status, 303);
    await house.settle();
    const page = await signIn(me, asPhone);
    await page.goto("/settings/forms");
    await page.getByText("somebody wrote last", { exact: false }).waitFor();
    await meet(page, "settings a form on a phone");
    await page.getByRole("link", { name: "What was set aside" }).click();
    await page.getByRole("heading", { name: "Mailboxes", level: 1 }).waitFor();
    await page.getByText("It looks like spam", { exact: false }).waitFor();
    await meet(page, "settings a form that was set aside");
    await page.getByRole("button", { name: "Make it a case: Cheap taps" }).click();
    await page.getByRole("status").getByText("It is a case now, and they are answered.").waitFor();
    await page.getByText("Everything found its place.").waitFor();
    await house.settle();
    assert.equal((await theCase())?.subject, "Cheap taps");
    await page.goto("/settings/forms");
    await page.getByRole("heading", { name: "Forms", level: 1 }).waitFor();
    await page.getByRole("button", { name: "Revoke Contact page" }).click();
    await page.getByRole("button", { name: "Press again", exact: false }).click();
    await page.getByText("No form yet.").waitFor();
    const visitor = await open({ ...asPhone, locale: "de-DE" });
    await visitor.goto(address);
    await visitor.getByRole("heading", { name: "Dieses Formular gibt es nicht mehr" }).waitFor();
    await meet(visitor, "a form that was revoked");
  });
});
