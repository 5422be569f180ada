import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { casesContract } from "#app/cases/wire.ts";
import { customersContract } from "#app/customers/wire.ts";
import { mailboxesContract } from "#app/mailboxes/wire.ts";
import { membersContract } from "#app/members/wire.ts";
import { keysContract } from "#app/members/wire-keys.ts";
import { on } from "#test/harness/house.ts";
import { bringMail, mailFrom } from "#test/harness/mail-in.ts";
import { staffAt } from "#test/harness/staff.ts";
import { asDesktop, asPhone, meet } from "#test/harness/staff-browser.ts";
import { openWorkingDay } from "#test/harness/working-day.ts";

const { house, staff, me, signIn, know, mailTo, pageOf } = await openWorkingDay({
  ...{ business: "Ortiz Heizung & Wasser", member: "Ana Ortiz", trade: "contractor" },
});
const marta = await know({ name: "Marta Lindqvist" });
const made = await staff.ask(mailboxesContract.addRelay, { body: { address: "hello@ortiz.example" } });
const ben = { email: "ben@business.example", password: "ben keeps his own" };
const { id: benId } = await staff.ask(membersContract.addMember, {
  body: { ...ben, name: "Ben Okoye", role: "member" },
});
const bensKey = await staff.ask(keysContract.createApiKey, { body: { name: "Ben's hands", member_id: benId } });
const bensHands = staffAt(house.url, bensKey.api_key);
const relay = new URL(new URL(made.url).pathname, house.url).href;
const photo = Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.alloc(40_000, 7)]);

/** Marta writes, with a photo, and all that follows from it happens. */
async function martaWrites(subject: string, words: string): Promise<string> {
  const mail = mailFrom(
    `Marta Lindqvist <${marta}>`,
    `--b\r\nContent-Type: text/plain\r\n\r\n${words}\r\n--b\r\nContent-Type: image/png; name="boiler.png"\r\n` +
      `Content-Disposition: attachment; filename="boiler.png"\r\nContent-Transfer-Encoding: base64\r\n\r\n` +
      `${photo.toString("base64").replace(/.{76}/g, "$&\r\n")}\r\n--b--`,
    { Subject: subject, "Content-Type": "multipart/mixed; boundary=b" },
  );
  assert.equal(await bringMail(relay, mail, { key: String(made.key), now: on("Mon 09:00") }), 202);
  await house.settle();
  const { items } = await staff.ask(casesContract.listCases, { query: {} });
  return items.find((one) => one.subject === subject)?.id ?? "";
}

const composer = (page: Page) => page.getByRole("form", { name: "Say something" });
const said = (page: Page) => page.getByRole("list", { name: "What was said" });
const attached = (page: Page) => composer(page).getByRole("list", { name: "Goes with it" });
const chooser = (page: Page) => composer(page).locator("input[type=file]");

async function openCase(page: Page, id: string, subject: string): Promise<void> {
  await page.goto(`/cases/${id}`);
  await page.getByRole("heading", { name: subject, level: 1 }).waitFor();
  await page.getByLabel("Message to Marta Lindqvist").waitFor();
}

/** Pastes a file where the cursor stands, as from the clipboard. */
async function paste(page: Page, name: string, size: number): Promise<void> {
  await page.getByLabel("Message to Marta Lindqvist").focus();
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([new Uint8Array(${size})], "${name}", { type: "image/png" }));
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }`);
}

describe("files", () => {
  test("a photo that came is fetched; files go with a word, pasted and chosen, and survive a reload", async () => {
    const id = await martaWrites("The boiler is cold", "See the photo.");
    const page = await signIn(me, asDesktop);
    await openCase(page, id, "The boiler is cold");
    const came = page.waitForEvent("download");
    await said(page).getByRole("link", { name: "boiler.png" }).click();
    const kept = await came;
    assert.equal(kept.suggestedFilename(), "boiler.png");
    assert.ok((await readFile(await kept.path())).equals(photo));

    await page.getByLabel("Message to Marta Lindqvist").fill("Here is what we saw.");
    await paste(page, "pasted.png", 300_000);
    await attached(page).getByText("pasted.png").waitFor();
    await chooser(page).setInputFiles([
      { name: "offer.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 offer") },
      { name: "wrong.txt", mimeType: "text/plain", buffer: Buffer.from("wrong") },
    ]);
    await attached(page).getByText("wrong.txt").waitFor();
    await attached(page).getByRole("button", { name: "Leave out wrong.txt" }).click();
    await attached(page).getByText("wrong.txt").waitFor({ state: "detached" });
    await paste(page, "film.png", 20_000_000);
    await composer(page).getByText("All files of a message together may have 20 MB", { exact: false }).waitFor();
    await meet(page, "a message with files");
    await page.reload();
    await attached(page).getByText("offer.pdf").waitFor();

    const sent = page.waitForResponse(/\/statuses$/);
    await composer(page).getByRole("button", { name: "Send" }).click();
    await page.getByText("with 2 files", { exact: false }).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await attached(page).getByText("pasted.png").waitFor();
    assert.equal(await page.getByLabel("Message to Marta Lindqvist").inputValue(), "Here is what we saw.");
    await composer(page).getByRole("button", { name: "Send" }).click();
    assert.equal((await sent).status(), 201);
    const mail = await mailTo(marta, "Here is what we saw");
    assert.deepEqual(
      mail.attachments.map(({ filename, mimeType }) => [filename, mimeType]),
      [
        ["pasted.png", "application/octet-stream"],
        ["offer.pdf", "application/pdf"],
      ],
    );
    await page.reload();
    await said(page).getByRole("link", { name: "offer.pdf" }).waitFor();

    const theirs = await pageOf(mail);
    await theirs.goto(`${new URL(theirs.url()).href.replace(/\/$/, "")}/cases/${id}`);
    await theirs.getByRole("link", { name: "boiler.png" }).waitFor();
    const fetched = theirs.waitForEvent("download");
    await theirs.getByRole("link", { name: "offer.pdf" }).click();
    assert.equal(await readFile(await (await fetched).path(), "utf8"), "%PDF-1.7 offer");
  });

  test("on a phone a photo is chosen and goes", async () => {
    const id = await martaWrites("The tap drips", "It drips.");
    const page = await signIn(me, asPhone);
    await openCase(page, id, "The tap drips");
    await composer(page).getByRole("button", { name: "Attach files" }).waitFor();
    await chooser(page).setInputFiles({ name: "tap.png", mimeType: "image/png", buffer: photo });
    await attached(page).getByText("tap.png").waitFor();
    await page.getByLabel("Message to Marta Lindqvist").fill("Is it this one?");
    await meet(page, "a message with a photo");
    const sent = page.waitForResponse(/\/statuses$/);
    await composer(page).getByRole("button", { name: "Send" }).click();
    assert.equal((await sent).status(), 201);
    const { attachments } = await mailTo(marta, "Is it this one");
    assert.ok(Buffer.from(attachments[0]?.content as ArrayBuffer).equals(photo));
  });
});

describe("what is said often", () => {
  test("it is saved under a name, put in with a slash with names filled in, and taken away and back", async () => {
    const page = await signIn(me, asDesktop);
    await page.goto("/settings/replies");
    await page.getByRole("heading", { name: "Saved replies", level: 1 }).waitFor();
    await page.getByText("Nothing is saved for the house yet.").waitFor();
    await meet(page, "no saved replies");
    await page.getByRole("button", { name: "Save a reply" }).click();
    const form = page.getByRole("dialog", { name: "Save a reply" });
    await form.getByRole("textbox", { name: "Name" }).fill("How to reach us");
    await form.getByRole("textbox", { name: "The words" }).fill("Dear ");
    await form.getByRole("button", { name: "Put in {first_name}" }).click();
    await page.keyboard.type(", you hear from us by {next_word}. – {member}");
    await meet(page, "a reply is saved");
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await form.waitFor({ state: "detached" });
    const ours = page.getByRole("list", { name: "The house’s" });
    await ours.getByText("How to reach us").waitFor();
    await ours.getByRole("button", { name: "Take away How to reach us" }).click();
    await page.getByText("Nothing is saved for the house yet.").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await ours.getByText("How to reach us").waitFor();
    await meet(page, "saved replies");

    const id = await martaWrites("The radiator knocks", "It knocks.");
    await openCase(page, id, "The radiator knocks");
    const word = page.getByLabel("Message to Marta Lindqvist");
    await word.focus();
    await page.keyboard.press("/");
    const replies = page.getByRole("dialog", { name: "Saved replies" });
    await replies.getByRole("option", { name: "How to reach us" }).waitFor();
    await meet(page, "a reply is chosen");
    await page.keyboard.type("reach");
    await page.keyboard.press("Enter");
    await replies.waitFor({ state: "detached" });
    await composer(page).getByText("Dear Marta, you hear from us by").first().waitFor();
    assert.match(await word.inputValue(), /^Dear Marta, you hear from us by [^{]*\d[^{]*\. – Ana Ortiz$/);
  });

  test("on a phone what is not known stands in its braces, and is warned of before it is sent", async () => {
    await know({ name: "Frau Berg" });
    const { items } = await staff.ask(customersContract.listCustomers, { query: { find: "Berg" } });
    const raised = { customer_id: items[0]?.id ?? "", kind: "question", channel: "phone", own: true } as const;
    const { id } = await staff.ask(casesContract.raiseCase, { body: { ...raised, words: "When do you come?" } });
    const page = await signIn(me, asPhone);
    await page.goto(`/cases/${id}`);
    await page.getByRole("heading", { name: "When do you come?", level: 1 }).waitFor();
    await composer(page).getByRole("button", { name: "Saved replies" }).click();
    await page.getByRole("option", { name: "How to reach us" }).click();
    await composer(page).getByText("Nobody has filled in {first_name}.", { exact: false }).waitFor();
    await meet(page, "a reply with a place that is not known");
    const send = composer(page).getByRole("button", { name: "Send" });
    assert.equal(await send.getAttribute("aria-disabled"), "true");
    const word = page.getByLabel("Message to Frau Berg");
    await word.fill((await word.inputValue()).replace("{first_name}", "Frau Berg"));
    await composer(page).getByText("Nobody has filled in", { exact: false }).waitFor({ state: "detached" });
    assert.equal(await send.getAttribute("aria-disabled"), null);
  });
});

describe("two at the same case", () => {
  test("one sees that the other writes, and what they sent, before one sends", async () => {
    const id = await martaWrites("The pump hums", "It hums.");
    const anas = await signIn(me, asDesktop);
    const bens = await signIn(ben, asPhone);
    await openCase(anas, id, "The pump hums");
    await openCase(bens, id, "The pump hums");
    await bens.getByLabel("Message to Marta Lindqvist").fill("We come at ten");
    await composer(anas).getByRole("status").getByText("Ben Okoye is writing…").waitFor();
    await meet(anas, "a colleague is writing");
    await anas.getByLabel("Message to Marta Lindqvist").fill("We come at noon");
    await composer(bens).getByRole("status").getByText("Ana Ortiz is writing…").waitFor();
    await composer(anas).getByText("is writing", { exact: false }).waitFor({ state: "detached" });

    const sent = bens.waitForResponse(/\/statuses$/);
    await composer(bens).getByRole("button", { name: "Send" }).click();
    assert.equal((await sent).status(), 201);
    await house.settle();
    const notice = composer(anas).getByText("Ben Okoye answered while you were writing.", { exact: false });
    await notice.waitFor();
    await composer(anas).getByText("We come at ten").first().waitFor();
    await meet(anas, "a colleague was faster");
    const send = composer(anas).getByRole("button", { name: "Send" });
    assert.equal(await send.getAttribute("aria-disabled"), "true");
    assert.equal(await anas.getByLabel("Message to Marta Lindqvist").inputValue(), "We come at noon");
    await composer(anas).getByRole("button", { name: "Go on with my words" }).click();
    await notice.waitFor({ state: "detached" });
    assert.equal(await send.getAttribute("aria-disabled"), null);
  });

  test("what left the field when the other had just sent comes back to it, with what was typed since", async () => {
    const id = await martaWrites("The valve sticks", "It sticks.");
    const page = await signIn(me, asDesktop);
    await openCase(page, id, "The valve sticks");
    const word = page.getByLabel("Message to Marta Lindqvist");
    await word.fill("Turn it to the left");
    const refused = page.waitForResponse(/\/statuses$/);
    await composer(page).getByRole("button", { name: "Send" }).click();
    await word.fill("And call us.");
    await bensHands.ask(casesContract.tellStatus, { id, body: { message: { body: "Leave it as it is" } } });
    assert.equal((await refused).status(), 412);
    await composer(page).getByText("Ben Okoye answered while you were writing.", { exact: false }).waitFor();
    assert.equal(await word.inputValue(), "Turn it to the left\n\nAnd call us.");
  });

  test("who hands on what has been handed on meanwhile is told so first; that a mail was accepted is no change", async () => {
    const { items } = await staff.ask(customersContract.listCustomers, { query: { find: "Marta" } });
    const raised = { customer_id: items[0]?.id ?? "", kind: "request", channel: "phone", own: true } as const;
    const { id } = await staff.ask(casesContract.raiseCase, { body: { ...raised, words: "The bath is old" } });
    const page = await signIn(me, asDesktop);
    await openCase(page, id, "The bath is old");
    await page.getByRole("button", { name: "It is done" }).click();
    const form = page.getByRole("dialog", { name: "It is done" });
    await form.getByLabel("What was done?").fill("A new bath");
    await staff.ask(casesContract.handOnCase, { id, body: { handler_id: benId } });
    await form.getByRole("button", { name: "Confirm that it is done" }).click();
    await form.getByText("It is now in the hands of Ben Okoye", { exact: false }).waitFor();
    assert.equal(await form.getByLabel("What was done?").inputValue(), "A new bath");
    await meet(page, "somebody else changed the case");
    await form.getByRole("button", { name: "Go on with how it stands now" }).click();
    await staff.ask(casesContract.tellStatus, { id, body: { message: { body: "It is nearly done" } } });
    await house.settle();
    await form.getByRole("button", { name: "Confirm that it is done" }).click();
    await page.getByRole("status").getByText("Confirmed. Now tell them.").waitFor();
  });
});

describe("a note that names a colleague", () => {
  test("the name is completed by keys, the note stands on their Today, and is seen once they looked", async () => {
    const id = await martaWrites("The boiler whistles", "It whistles.");
    const page = await signIn(me, asDesktop);
    await openCase(page, id, "The boiler whistles");
    await composer(page).getByRole("radio", { name: "Note for us" }).check();
    const note = composer(page).getByLabel("A note that they never see");
    await note.focus();
    await page.keyboard.type("Please @ok");
    await page.getByRole("option", { name: "Ben Okoye", selected: true }).waitFor();
    await meet(page, "a colleague is named");
    await page.keyboard.press("Enter");
    await page.getByRole("option", { name: "Ben Okoye" }).waitFor({ state: "detached" });
    await page.keyboard.type("listen to it");
    assert.equal(await note.inputValue(), "Please @Ben Okoye listen to it");
    await composer(page).getByRole("button", { name: "Keep the note" }).click();
    await said(page).getByText("Please @Ben Okoye listen to it").waitFor();

    const bens = await signIn(ben, asPhone);
    const named = bens.getByRole("region", { name: "You are named" });
    await named.getByText("Ana Ortiz: Please @Ben Okoye listen to it").waitFor();
    await meet(bens, "today with a note that names me");
    const seen = bens.waitForResponse(/\/sightings$/);
    await named.getByRole("link", { name: "The boiler whistles" }).click();
    await bens.getByRole("heading", { name: "The boiler whistles", level: 1 }).waitFor();
    assert.equal((await seen).status(), 200);
    const asked = bens.waitForResponse(/\/mentions/);
    await bens.goto("/today");
    assert.deepEqual((await (await asked).json()).items, []);
    await named.waitFor({ state: "detached" });
  });
});

test("a customer's history leads to what they raised", async () => {
  const id = await martaWrites("The drain is slow", "It is slow.");
  const { customer_id } = await staff.ask(casesContract.getCase, { id });
  const page = await signIn(me, asDesktop);
  await page.goto(`/customers/${customer_id}`);
  const history = page.getByRole("region", { name: "What passed between us" });
  await history.getByRole("link", { name: "The drain is slow" }).first().click();
  await page.getByRole("heading", { name: "The drain is slow", level: 1 }).waitFor();
});
