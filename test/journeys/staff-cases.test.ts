import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { casesContract } from "#app/cases/wire.ts";
import { customersContract } from "#app/customers/wire.ts";
import { mailboxesContract } from "#app/mailboxes/wire.ts";
import { membersContract } from "#app/members/wire.ts";
import { teamsContract } from "#app/members/wire-teams.ts";
import { promisesContract } from "#app/promises/wire.ts";
import { workspacesContract } from "#app/workspaces/wire.ts";
import { on } from "#test/harness/house.ts";
import { bringMail, mailFrom } from "#test/harness/mail-in.ts";
import { asDesktop, asPhone, meet } from "#test/harness/staff-browser.ts";
import { openWorkingDay } from "#test/harness/working-day.ts";

const { house, staff, me, memberId, signIn, know, mailTo, pageOf } = await openWorkingDay({
  ...{ business: "Ortiz Heizung & Wasser", member: "Ana Ortiz", trade: "contractor" },
});
const marta = await know({ name: "Marta Lindqvist" });
const { items: known } = await staff.ask(customersContract.listCustomers, { query: {} });
const customer_id = known[0]?.id ?? "";
const made = await staff.ask(mailboxesContract.addRelay, { body: { address: "hello@ortiz.example" } });
const relay = new URL(new URL(made.url).pathname, house.url).href;

/** Marta writes, and all that follows from it happens. */
async function martaWrites(subject: string, words: string): Promise<void> {
  const mail = mailFrom(`Marta Lindqvist <${marta}>`, words, { Subject: subject });
  assert.equal(await bringMail(relay, mail, { key: String(made.key), now: on("Mon 09:00") }), 202);
  await house.settle();
}

const lines = (page: Page) => page.getByRole("list", { name: "Cases" }).getByRole("listitem");
const dialog = (page: Page, name: string) => page.getByRole("dialog", { name });
const said = (page: Page, words: string) => page.getByRole("status").getByText(words);
const composer = (page: Page) => page.getByRole("form", { name: "Say something" });
const readAll = async () => (await staff.ask(casesContract.listCases, { query: {} })).items;

/** The browser's clock is the house's, so that what is due then is due on the screen. */
async function atNine(page: Page): Promise<void> {
  await page.clock.install({ time: on("Mon 09:00").epochMilliseconds });
}

describe("from a mail to a customer who was told", () => {
  test("before anybody wrote, the empty list says how cases come", async () => {
    const page = await signIn(me, asDesktop);
    await page.keyboard.press("g");
    await page.keyboard.press("i");
    await page.getByRole("heading", { name: "Cases", level: 1 }).waitFor();
    await page.getByText("Nothing is open.").waitFor();
    await page.getByText("What customers write to your mailbox arrives here.", { exact: false }).waitFor();
    await meet(page, "cases with nothing in them");
  });

  test("a mail is nobody's until it is taken with a key; a plan is made, and a word is sent in two clicks", async () => {
    await martaWrites("The boiler is cold", "Good morning,\n\nthe boiler is cold since Sunday.\n\nMarta");
    const page = await signIn(me, asDesktop);
    await atNine(page);
    await page.goto("/cases");
    await page.getByRole("radio", { name: "Nobody’s yet 1" }).check();
    await lines(page).filter({ hasText: "Marta Lindqvist" }).getByText("step 1 of 8", { exact: false }).waitFor();
    await meet(page, "cases that nobody owns");
    await page.keyboard.press("j");
    await page.keyboard.press("o");
    await said(page, "It is yours; they get your name.").waitFor();
    await page.getByText("Everything has somebody who owns it.").waitFor();
    await page.getByRole("radio", { name: "Mine 1" }).check();
    await lines(page).first().getByText("Ana Ortiz").waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "The boiler is cold", level: 1 }).waitFor();
    await page.getByText("the boiler is cold since Sunday.", { exact: false }).waitFor();

    await page.keyboard.press("p");
    await dialog(page, "Plan a step").getByLabel("What will be done?").fill("Look at the burner");
    await dialog(page, "Plan a step").getByLabel("By when?").fill("tomorrow 3pm");
    await dialog(page, "Plan a step").getByRole("button", { name: "Promise it", disabled: false }).click();
    await said(page, "Planned; they can see it.").waitFor();
    await page.getByRole("list", { name: "The plan" }).getByText("Look at the burner").waitFor();
    await page.getByRole("button", { name: "It is done" }).and(page.locator("[aria-disabled]")).waitFor();

    await page.getByRole("button", { name: "Say how it stands" }).click();
    const word = page.getByLabel("Message to Marta Lindqvist");
    await composer(page).getByText("Look at the burner").first().waitFor();
    assert.match(await word.inputValue(), /Next: Look at the burner/);
    await meet(page, "a case with a word that is ready");
    const sent = page.waitForResponse(/\/statuses$/);
    await page.getByRole("button", { name: "Send" }).click();
    await said(page, "To Marta Lindqvist: leaves in a moment.").waitFor();
    await page.getByText("leaves in a moment", { exact: true }).waitFor();
    assert.equal(await word.inputValue(), "");
    assert.equal((await sent).status(), 201);
    const mail = await mailTo(marta, "Look at the burner");
    assert.match(String(mail.text), /Ana Ortiz/);
  });

  test("what was sent by mistake is taken back, and its words are there again", async () => {
    const page = await signIn(me, asDesktop);
    await page.goto(`/cases/${(await readAll())[0]?.id}`);
    const word = page.getByLabel("Message to Marta Lindqvist");
    await word.fill("This was meant for somebody else");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    await composer(page).getByText("meant for somebody else").first().waitFor();
    assert.equal(await word.inputValue(), "This was meant for somebody else");
    await word.fill("");
    await house.settle();
    assert.ok(!house.mail.inbox.some(({ text = "" }) => text.includes("somebody else")));
  });

  test("on a phone it is done, told, and closed by the customer's own word", async () => {
    const page = await signIn(me, asPhone);
    await page.goto("/cases");
    await lines(page).getByRole("link", { name: "The boiler is cold" }).click();
    await page.getByRole("heading", { name: "The boiler is cold", level: 1 }).waitFor();
    await meet(page, "a case");
    await page.getByRole("list", { name: "The plan" }).getByRole("button", { name: "Kept" }).click();
    await page.getByRole("list", { name: "The plan" }).getByText("kept", { exact: true }).waitFor();
    await page.getByRole("button", { name: "It is done" }).click();
    await dialog(page, "It is done").getByLabel("What was done?").fill("A new burner");
    await dialog(page, "It is done").getByRole("button", { name: "Confirm that it is done" }).click();
    await said(page, "Confirmed. Now tell them.").waitFor();
    await page.getByRole("button", { name: "Tell them what was done" }).click();
    await dialog(page, "Tell them what was done").getByLabel("Message to Marta Lindqvist").fill("It is warm again.");
    await meet(page, "tell them what was done");
    await dialog(page, "Tell them what was done").getByRole("button", { name: "Tell them", exact: true }).click();
    await dialog(page, "Tell them what was done").waitFor({ state: "detached" });
    const mail = await mailTo(marta, "A new burner");
    assert.match(String(mail.text), /the boiler is cold since Sunday[\s\S]*A new burner/);
    const theirs = await pageOf(mail);
    await theirs.getByText("The boiler is cold").first().waitFor();
    await page.reload();
    await page.getByText("told, they have the last word").waitFor();
    await page.getByRole("button", { name: "What did they say?" }).click();
    await dialog(page, "What did they say?").getByLabel("In their words").fill("Warm at last");
    await dialog(page, "What did they say?").getByRole("button", { name: "Write it down" }).click();
    await said(page, "Their answer is written down.").waitFor();
    await page.getByText("Warm at last").waitFor();
    assert.equal((await readAll())[0]?.state, "satisfied");
  });
});

describe("among several", () => {
  test("it is handed on, laid aside, waited for and found by a word that they used", async () => {
    const ben = { name: "Ben Okoye", email: "ben@business.example", role: "member" as const };
    await staff.ask(membersContract.addMember, { body: ben });
    const raised = { customer_id, kind: "question", channel: "phone", own: true } as const;
    const body = { ...raised, words: "How much is a bath?\nWith a thermostat, please." };
    const { id } = await staff.ask(casesContract.raiseCase, { body });
    const page = await signIn(me, asDesktop);
    await page.goto("/cases");
    await page.getByLabel("Find").waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("thermost");
    await page.getByText("One case with these words, closed ones too.").waitFor();
    await lines(page).getByRole("link", { name: "How much is a bath?" }).click();
    await page.getByRole("heading", { name: "How much is a bath?", level: 1 }).waitFor();

    await page.getByRole("button", { name: "Hand it on" }).click();
    await dialog(page, "Hand it on").getByLabel("Who does it now?").selectOption({ label: "Ben Okoye" });
    await dialog(page, "Hand it on").getByRole("button", { name: "Hand it on" }).click();
    await said(page, "Handed on. You own it still.").waitFor();
    await page.getByText("in the hands of", { exact: false }).waitFor();

    await page.getByRole("button", { name: "Wait for them" }).click();
    await dialog(page, "Wait for them").getByLabel("What do you need from them?").fill("The size of the room");
    await dialog(page, "Wait for them").getByRole("radio", { name: "I called" }).check();
    await dialog(page, "Wait for them").getByRole("button", { name: "Tell them and wait" }).click();
    await page.getByText("The size of the room").waitFor();
    await page.getByRole("button", { name: "It goes on" }).click();
    await said(page, "It goes on, with the time that was left.").waitFor();
    // What is done next is done to the case as it stands now.
    await page.getByRole("button", { name: "Wait for them" }).waitFor();

    await page.getByRole("button", { name: "Lay it aside" }).click();
    const until = `${String(on("Fri 12:00")).slice(0, 10)}T12:00`;
    await dialog(page, "Lay it aside").getByLabel("Until when?").fill(until);
    await dialog(page, "Lay it aside").getByRole("button", { name: "Lay it aside" }).click();
    await page.getByRole("button", { name: "Back in sight" }).waitFor();
    await composer(page).getByRole("radio", { name: "Note for us" }).check();
    await composer(page).getByLabel("A note that they never see").fill("Ask Ben about tiles");
    await composer(page).getByRole("button", { name: "Keep the note" }).click();
    await page.getByRole("list", { name: "What was said" }).getByText("Ask Ben about tiles").waitFor();
    await page.goto("/cases");
    await page.getByRole("radio", { name: "Laid aside 1" }).check();
    await lines(page).getByRole("link", { name: "How much is a bath?" }).waitFor();
    assert.equal((await staff.ask(casesContract.getCase, { id })).waiting_reason, null);
  });
});

describe("by hand", () => {
  test("what was said on the phone is written down on the customer's page, stands there and on Today", async () => {
    const page = await signIn(me, asPhone);
    await page.goto(`/customers/${customer_id}`);
    await page.getByRole("button", { name: "They raised something…" }).click();
    const form = dialog(page, "They raised something");
    await form.getByRole("radio", { name: "Visit" }).check();
    await form.getByLabel("What did they say?").fill("The tap in the kitchen drips");
    await meet(page, "what they raised is written down");
    await form.getByRole("button", { name: "Write it down" }).click();
    const raised = page.getByRole("region", { name: "What they raised" });
    await raised.getByRole("link", { name: "The tap in the kitchen drips" }).waitFor();
    await meet(page, "a customer with a case");
    await page.goto("/today");
    const inHand = page.getByRole("region", { name: "Cases in hand" });
    await inHand.getByText("next word").first().waitFor();
    await meet(page, "today with a case in hand");
    await inHand.getByRole("link", { name: "The tap in the kitchen drips" }).click();
    await page.getByRole("heading", { name: "The tap in the kitchen drips", level: 1 }).waitFor();
  });

  test("what was promised to them before becomes a step of the plan with one press", async () => {
    const due_at = String(on("Wed 10:00"));
    const body = { customer_id, kind: "visit", text: "Bring a new washer", due_at } as const;
    await staff.ask(promisesContract.makePromise, { body });
    const page = await signIn(me, asPhone);
    await page.goto(`/cases/${(await readAll())[0]?.id}`);
    await page.getByText("One more thing is promised to them").click();
    await meet(page, "a case beside another promise");
    await page.getByRole("button", { name: "Add to the plan: Bring a new washer" }).click();
    await page.getByRole("list", { name: "The plan" }).getByText("Bring a new washer").waitFor();
    await page.getByText("One more thing is promised to them").waitFor({ state: "detached" });
  });

  test("what was put right at the table is closed in one stroke", async () => {
    const page = await signIn(me, asDesktop);
    await page.goto(`/customers/${customer_id}`);
    await page.getByRole("button", { name: "They raised something…" }).waitFor();
    await page.keyboard.press("r");
    const form = dialog(page, "They raised something");
    await form.getByLabel("What did they say?").fill("The soup is cold");
    await form.getByLabel("It is put right already").check();
    await form.getByLabel("What was done?").fill("Another soup");
    await form.getByLabel("They said that they are satisfied").check();
    await form.getByRole("button", { name: "Write it down" }).click();
    await form.waitFor({ state: "detached" });
    const soup = (await readAll()).find(({ subject }) => subject === "The soup is cold");
    assert.deepEqual([soup?.state, soup?.did], ["satisfied", "Another soup"]);
  });
});

test("in German, on a phone, each of its places and words fits", async () => {
  await martaWrites("Der Abfluss ist verstopft", "Guten Morgen, in der Küche läuft nichts mehr ab.");
  const page = await signIn(me, asPhone);
  await page.goto("/me");
  await page.getByLabel("Language").selectOption("de");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { name: "Über mich" }).waitFor();
  await page.getByRole("link", { name: "Anliegen" }).click();
  await page.getByRole("radio", { name: "Noch niemandes 1" }).check();
  await meet(page, "Anliegen");
  await page.getByRole("button", { name: "Ich kümmere mich: Der Abfluss ist verstopft" }).click();
  await said(page, "Es ist Ihres; sie erfahren Ihren Namen.").waitFor();
  await page.getByRole("radio", { name: "Alle offenen" }).check();
  await page.getByRole("link", { name: "Der Abfluss ist verstopft" }).click();
  await page.getByRole("list", { name: "Die acht Schritte" }).getByText("Jemand kümmert sich").waitFor();
  await meet(page, "ein Anliegen");
  await page.getByRole("button", { name: "Auf sie warten" }).click();
  await dialog(page, "Auf sie warten").getByLabel("Was brauchen Sie von ihnen?").fill("Den Schlüssel");
  await meet(page, "auf sie warten");
});

test("a manager who is asked for sees the facts and whose it is, and is warned of the two wrong answers before writing", async () => {
  const mona = { email: "mona@business.example", password: me.password };
  const { id: workspace } = await staff.ask(workspacesContract.getWorkspace);
  const added = await house.run(
    ...["member", "add", "--workspace", workspace, "--name", "Mona Keller", "--email", mona.email, "--role", "manager"],
    ...["--password", mona.password],
  );
  assert.equal(added.code, 0, added.err);
  const { items: members } = await staff.ask(membersContract.listMembers, { query: {} });
  const monaId = members.find(({ name }) => name === "Mona Keller")?.id ?? "";
  const body = { name: "Office", member_ids: [memberId, monaId], manager_ids: [monaId] };
  await staff.ask(teamsContract.addTeam, { body });
  const said = { channel: "phone", words: "Nobody calls me back", own: true } as const;
  const { id } = await staff.ask(casesContract.raiseCase, { body: { customer_id, ...said } });
  await staff.ask(casesContract.escalateCase, { id, body: { by: "customer" } });
  await house.settle();
  assert.match(String((await mailTo(mona.email, "Nobody calls me back")).text), /talk to the owner first/);
  const page = await signIn(mona, asPhone);
  await page.goto(`/cases/${id}`);
  await page.getByText("They asked for a manager", { exact: false }).waitFor();
  await page.getByText("Talk to Ana Ortiz first, who owns it.", { exact: false }).waitFor();
  await meet(page, "a case that a manager was asked for");
});
