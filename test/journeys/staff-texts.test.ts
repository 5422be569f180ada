import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { casesContract } from "#app/cases/wire.ts";
import { workspacesContract } from "#app/workspaces/wire.ts";
import { asDesktop, asPhone, meet } from "#test/harness/staff-browser.ts";
import { accountSid, authToken, bringText, callFrom, ourNumber, startTwilio, textFrom } from "#test/harness/texts.ts";
import { openWorkingDay } from "#test/harness/working-day.ts";
import { keepThePlan, planAndHandOn, threeDays } from "./worked-on.ts";

const twilio = await startTwilio();
const day = await openWorkingDay({
  ...{ business: "Ortiz Heizung & Wasser", member: "Ana Ortiz", trade: "contractor" },
  privateNetworks: ["127.0.0.1"],
});
const { house, staff, me, open, signIn } = day;
twilio.now = () => house.now().epochMilliseconds;
const noras = "+491511234567";
let address = "";

async function comes(fields: Record<string, string>): Promise<void> {
  assert.deepEqual(await bringText(address, fields), { status: 200, body: "<Response/>" });
  await house.settle();
}

const theCase = async () => (await staff.ask(casesContract.listCases, { query: {} })).items[0];

describe("the number that customers text", () => {
  test("is entered with its account, tells what to enter at Twilio, and says that something came", async () => {
    const page = await signIn(me, asDesktop);
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("text messages");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Text messages", level: 1 }).waitFor();
    await page.getByText("No number yet.").waitFor();
    await meet(page, "settings texts with no number");
    await page.getByLabel("Our number").fill("030 1234567");
    await page.getByLabel("Account SID").fill(accountSid);
    await page.getByLabel("Auth token").fill(authToken);
    await page.getByLabel("Another service").fill(twilio.url);
    await page.getByRole("button", { name: "Add it" }).click();
    await page.getByText("Write the number with its country", { exact: false }).waitFor();
    await page.getByLabel("Our number").fill("+49 30 1234567");
    await page.getByRole("button", { name: "Add it" }).click();
    await page.getByRole("status").getByText("Added. Now enter the address below at Twilio.").waitFor();
    address = await page.getByLabel("Address").inputValue();
    await page.getByText("Nothing has come in yet.", { exact: false }).waitFor();
    await meet(page, "settings texts with a number");
    assert.equal(await page.getByLabel("Auth token").inputValue(), "");
    await comes(callFrom("Anonymous"));
    await page.reload();
    await page.getByText("Something came in last", { exact: false }).waitFor();
    await page.getByRole("link", { name: "What came and found no place" }).click();
    await page.getByRole("heading", { name: "Mailboxes", level: 1 }).waitFor();
    await page.getByText("Its number is hidden, or cannot be called back.").waitFor();
  });

  test("is shown in German on a phone to a member, who may not change it", async () => {
    const { id: workspace } = await staff.ask(workspacesContract.getWorkspace);
    const mia = { email: "mia@business.example", password: me.password };
    const made = await house.run(
      ...["member", "add", "--workspace", workspace, "--name", "Mia Berg", "--email", mia.email, "--role", "member"],
      ...["--language", "de", "--password", mia.password],
    );
    assert.equal(made.code, 0, made.err);
    const page = await signIn(mia, { ...asPhone, locale: "de-DE" });
    await page.goto("/settings/texts");
    await page.getByRole("heading", { name: "SMS und Anrufe", level: 1 }).waitFor();
    await page.getByLabel("Unsere Nummer").and(page.locator("[readonly]")).waitFor();
    await page.getByRole("button", { name: "Nummer entfernen" }).and(page.locator("[aria-disabled]")).waitFor();
    assert.equal(await page.getByLabel("Auth-Token").inputValue(), "");
    await meet(page, "settings texts of a member, on a phone");
  });
});

describe("a complaint by text", () => {
  test("is answered by text within seconds, owned, planned, handed on and told of for three days; not satisfied, and then they are", async () => {
    await comes(textFrom(noras, "The new tap drips. I am not happy"));
    const [received] = twilio.sent;
    assert.match(
      received?.body ?? "",
      /^We have it: The new tap drips\. I am not happy\. A person gets back to you by/,
    );
    assert.deepEqual([received?.from, received?.to], [ourNumber, noras]);

    const page = await signIn(me, asPhone);
    await page.goto(`/cases/${(await theCase())?.id}`);
    await page.getByRole("heading", { name: "The new tap drips. I am not happy", level: 1 }).waitFor();
    await page.getByRole("button", { name: "I own it" }).click();
    await page.getByRole("status").getByText("It is yours; they get your name.").waitFor();
    await house.settle();
    assert.match(twilio.sent.at(-1)?.body ?? "", /^Ana Ortiz looks after this until you are satisfied/);
    await page.getByText("It goes as a text", { exact: false }).waitFor();
    await meet(page, "a case that came by text");
    const theirSide = {
      id: String((await theCase())?.id),
      heard: async (about: RegExp) => twilio.sent.findLast(({ body }) => about.test(body))?.body ?? "",
      page: async () => {
        const page = await open({ ...asPhone, javaScriptEnabled: false });
        await page.goto(twilio.sent.at(-1)?.body.split("\n").at(-1) ?? "");
        await page.getByRole("link", { name: "The new tap drips" }).first().click();
        return page;
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
      await tell.getByLabel(`Message to ${noras}`).fill(words);
      await tell.getByRole("button", { name: "Tell them", exact: true }).click();
      await tell.waitFor({ state: "detached" });
      await house.settle();
      return twilio.sent.at(-1)?.body ?? "";
    };
    const told = await confirmAndTell("A new seal", "I was there this morning.");
    assert.match(told, /^I was there this morning\.\nWhat we did: A new seal\nAre you satisfied\?/);
    assert.ok(told.length < 600, told);

    const theirs = await open({ ...asPhone, javaScriptEnabled: false });
    await theirs.goto(told.split("\n").at(-1) ?? "");
    await theirs.getByText("Are you satisfied? You have the last word.").waitFor();
    await theirs.getByRole("link", { name: "Not yet" }).click();
    await theirs.getByLabel("Your words, if you like").fill("It still drips at night");
    await theirs.getByRole("button", { name: "Not yet" }).click();
    await theirs.getByText("It is open again, and we know.", { exact: false }).waitFor();
    await house.settle();
    const reopened = await theCase();
    assert.deepEqual([reopened?.state, reopened?.reopened_count], ["open", 1]);

    await page.reload();
    await page.getByText("It still drips at night").first().waitFor();
    const again = await confirmAndTell("A new tap", "Now it is a new one.");
    await theirs.goto(again.split("\n").at(-1) ?? "");
    await theirs.getByRole("link", { name: "Yes, I am satisfied" }).click();
    await theirs.getByRole("button", { name: "Yes, I am satisfied" }).click();
    await theirs.getByText("Thank you. That is good to know.").waitFor();
    const closed = await theCase();
    assert.deepEqual([closed?.state, closed?.channel, closed?.owner_id], ["satisfied", "sms", reopened?.owner_id]);
  });
});

describe("what was said elsewhere", () => {
  test("a letter and a word on social media are logged onto a case in two taps", async () => {
    await comes(callFrom("+491519999999"));
    const missed = (await theCase())?.id ?? "";
    const page = await signIn(me, asPhone);
    await page.goto(`/cases/${missed}`);
    await page.getByRole("heading", { name: "Missed call from +491519999999", level: 1 }).waitFor();
    const composer = page.getByRole("form", { name: "Say something" });
    for (const [way, channel] of [
      ["By letter", "letter"],
      ["On social media", "social"],
    ] as const) {
      await composer.getByRole("radio", { name: way }).check();
      await composer.getByRole("textbox").fill(`Said ${channel}`);
      const logged = page.waitForResponse(/\/statuses$/);
      await composer.getByRole("button", { name: "Log it" }).click();
      assert.equal((await logged).status(), 201);
      const { items } = await staff.ask(casesContract.readCase, { id: missed, query: {} });
      assert.deepEqual([items[0]?.channel, items[0]?.body], [channel, `Said ${channel}`]);
    }
  });
});
