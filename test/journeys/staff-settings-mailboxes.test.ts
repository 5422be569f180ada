import assert from "node:assert/strict";
import { test } from "node:test";
import { arrivalsContract } from "#app/arrivals/wire.ts";
import { casesContract } from "#app/cases/wire.ts";
import { mailboxesContract } from "#app/mailboxes/wire.ts";
import { on } from "#test/harness/house.ts";
import { bringMail, mailFrom } from "#test/harness/mail-in.ts";
import { asDesktop, asPhone, meet } from "#test/harness/staff-browser.ts";
import { openWorkingDay } from "#test/harness/working-day.ts";

const { house, staff, me, signIn, know } = await openWorkingDay({
  ...{ business: "Ortiz Heizung & Wasser", member: "Ana Ortiz", trade: "contractor" },
});

test("a mailbox is added, tried, says in words what is wrong, and is removed", async () => {
  const page = await signIn(me, asDesktop);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("mailboxes");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Mailboxes", level: 1 }).waitFor();
  await page.getByText("No mailbox yet.").waitFor();
  await page.getByText("Everything found its place.").waitFor();
  await meet(page, "settings mailboxes with none");
  await page.getByRole("button", { name: "Add a mailbox…" }).click();
  const form = page.getByRole("dialog", { name: "Add a mailbox" });
  await form.getByLabel("Address that customers write to").fill("help@ortiz.example");
  await form.getByLabel("Mail server").fill("imap://127.0.0.1");
  await form.getByLabel("Password", { exact: true }).fill("right");
  await meet(page, "settings add a mailbox");
  await form.getByRole("button", { name: "Add it" }).click();
  await form.getByText("Write the name of the mail server alone").waitFor();
  await form.getByLabel("Mail server").fill("127.0.0.1");
  await form.getByRole("button", { name: "Add it" }).click();
  await page.getByRole("status").getByText("Added. Try now whether it can be read.").waitFor();
  const line = page.getByRole("list", { name: "Mailboxes" }).getByRole("listitem");
  await line.getByText("help@ortiz.example").waitFor();
  // The server of this test stands in a network that the house may not call.
  await page.getByRole("button", { name: "Try it: help@ortiz.example" }).click();
  await line.getByRole("alert").first().waitFor();
  await meet(page, "settings a mailbox in trouble");
  await page.getByRole("button", { name: "Change help@ortiz.example" }).click();
  const change = page.getByRole("dialog", { name: "Change help@ortiz.example" });
  await change.getByLabel("Folder").fill("Customers");
  await change.getByLabel("Mail server").fill("imap.elsewhere.example");
  await change.getByText("Give its password.").waitFor({ state: "attached" });
  await change.getByRole("radio", { name: "Microsoft (OAuth 2)" }).check();
  await change.getByText("Give the client ID.").waitFor({ state: "attached" });
  await meet(page, "settings a mailbox by OAuth");
  await change.getByLabel("Client ID").fill("client");
  await change.getByLabel("Client secret").fill("secret");
  await change.getByLabel("Refresh token").fill("token");
  await change.getByRole("button", { name: "Save" }).click();
  await change.waitFor({ state: "detached" });
  await line.getByText("imap.elsewhere.example, Customers").waitFor();
  const { items } = await staff.ask(mailboxesContract.listMailboxes, {});
  assert.deepEqual(
    items.map(({ sign_in, folder }) => [sign_in, folder]),
    [["microsoft", "Customers"]],
  );
  await page.getByRole("button", { name: "Remove help@ortiz.example" }).click();
  await page.getByRole("button", { name: "Press again", exact: false }).click();
  await page.getByRole("status").getByText("help@ortiz.example is looked into no more.", { exact: false }).waitFor();
  await page.getByText("No mailbox yet.").waitFor();
});

test("a relay brings what cannot be filed: it says why, shows the original, and is settled, on a phone", async () => {
  const page = await signIn(me, asPhone);
  await page.goto("/settings/mailboxes");
  await page.getByRole("button", { name: "Add a mailbox…" }).click();
  const form = page.getByRole("dialog", { name: "Add a mailbox" });
  await form.getByRole("radio", { name: "A relay brings it" }).check();
  await form.getByLabel("Address that customers write to").fill("hello@ortiz.example");
  await form.getByRole("button", { name: "Add it" }).click();
  const made = page.getByRole("dialog", { name: "The relay’s address and key" });
  const key = await made.getByLabel("What it signs with").inputValue();
  const url = new URL(new URL(await made.getByLabel("Where it brings the mail").inputValue()).pathname, house.url).href;
  await meet(page, "settings the key of a relay");
  await made.getByRole("button", { name: "I have kept them" }).click();

  const mail = mailFrom(`Ana Ortiz <${me.email}>`, "For the cellar: <script>alert(1)</script>", { Subject: "Stairs" });
  assert.equal(await bringMail(url, mail, { key, now: on("Mon 09:00") }), 202);
  await house.settle();
  await page.reload();
  const aside = page.getByRole("list", { name: "What somebody should look at" });
  await aside.getByText("One of us wrote it, to the address for customers.").waitFor();
  await meet(page, "settings mails set aside");
  await page.getByRole("button", { name: "See the original: Stairs" }).click();
  const original = page.getByRole("dialog", { name: "The original: Stairs" });
  await original.getByText("For the cellar: <script>alert(1)</script>", { exact: false }).waitFor();
  await meet(page, "settings the original of a mail");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "I have looked at it: Stairs" }).click();
  await page.getByText("Everything found its place.").waitFor();
  const query = { state: "set_aside", open: "true" } as const;
  assert.deepEqual((await staff.ask(arrivalsContract.listArrivals, { query })).items, []);
});

test("a mail that says not who wrote it is filed with whom one knows it to be from: as a case, or in one they have", async () => {
  await know({ name: "Marta Lindqvist" });
  const made = await staff.ask(mailboxesContract.addRelay, { body: { address: "office@ortiz.example" } });
  const url = new URL(new URL(made.url).pathname, house.url).href;
  const bring = async (subject: string, words: string) => {
    const mail = `Subject: ${subject}\r\n\r\n${words}\r\n`;
    assert.equal(await bringMail(url, mail, { key: String(made.key), now: on("Mon 09:00") }), 202);
    await house.settle();
  };
  await bring("The cellar", "Water on the floor.");
  const page = await signIn(me, asDesktop);
  await page.goto("/settings/mailboxes");
  const dialog = page.getByRole("dialog", { name: "Whose is it?", exact: false });
  await page.getByRole("button", { name: "File it: The cellar" }).click();
  await dialog.getByText("Say first whose it is.").waitFor({ state: "attached" });
  await dialog.getByLabel("Customer").fill("Mart");
  await dialog.getByRole("option", { name: "Marta Lindqvist" }).click();
  await meet(page, "settings a mail filed by hand");
  await dialog.getByRole("button", { name: "File it" }).click();
  await page.getByText("Everything found its place.").waitFor();
  const [first] = (await staff.ask(casesContract.listCases, { query: {} })).items;
  assert.deepEqual([first?.subject, first?.words, first?.channel], ["The cellar", "Water on the floor.", "email"]);

  await bring("Still", "It rises.");
  await page.reload();
  await page.getByRole("button", { name: "File it: Still" }).click();
  await dialog.getByLabel("Customer").fill("Mart");
  await dialog.getByRole("option", { name: "Marta Lindqvist" }).click();
  await dialog.getByLabel("Case").selectOption("The cellar");
  await dialog.getByRole("button", { name: "File it" }).click();
  await page.getByRole("status").getByText("It stands in the case now.").waitFor();
  const said = await staff.ask(casesContract.readCase, { id: first?.id ?? "", query: {} });
  assert.equal(said.items[0]?.body, "It rises.");
});
