import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { casesContract } from "#app/cases/wire.ts";
import { customersContract } from "#app/customers/wire.ts";
import { mailboxesContract } from "#app/mailboxes/wire.ts";
import { on } from "#test/harness/house.ts";
import { bringMail, mailFrom } from "#test/harness/mail-in.ts";
import { asDesktop, asPhone, meet } from "#test/harness/staff-browser.ts";
import { openWorkingDay } from "#test/harness/working-day.ts";

const { house, staff, me, memberId, signIn, know, mailTo } = await openWorkingDay({
  ...{ business: "Ortiz Heizung & Wasser", member: "Ana Ortiz", trade: "contractor" },
});
const marta = await know({ name: "Marta Lindqvist" });
const otto = await know({ name: "Otto Berg" });
const nora = await know({ name: "Nora Klein" });
const made = await staff.ask(mailboxesContract.addRelay, { body: { address: "hello@ortiz.example" } });
const relay = new URL(new URL(made.url).pathname, house.url).href;

/** Somebody writes; gives the case, which Ana owns. */
async function writes(from: string, subject: string): Promise<string> {
  const mail = mailFrom(from, "Nothing comes from the tap.", { Subject: subject });
  assert.equal(await bringMail(relay, mail, { key: String(made.key), now: on("Mon 09:00") }), 202);
  await house.settle();
  const { items } = await staff.ask(casesContract.listCases, { query: {} });
  const id = items.find((each) => each.subject === subject)?.id ?? assert.fail(`no case about ${subject}`);
  await staff.ask(casesContract.ownCase, { id, body: { owner_id: memberId } });
  return id;
}

const titled = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 });
const concerned = (page: Page) => page.getByRole("list", { name: "Whom it concerns" }).getByRole("listitem");
const wordOf = async (id: string) => (await staff.ask(casesContract.getCase, { id })).status_count;

test("three write of the same outage: one message tells all by name and counts in each, and then it is over", async () => {
  const ids = [
    await writes(`Marta Lindqvist <${marta}>`, "No water in the kitchen"),
    await writes(`Otto Berg <${otto}>`, "Dry since seven"),
    await writes(`Nora Klein <${nora}>`, "The tap is dead"),
  ];
  const page = await signIn(me, asDesktop);
  await page.goto("/cases");
  await titled(page, "Cases").waitFor();
  await page.getByRole("link", { name: "Shared causes" }).click();
  await titled(page, "Shared causes").waitFor();
  await page.getByText("Nothing is shared now.").waitFor();
  await meet(page, "no shared causes");

  await page.goto(`/cases/${ids[0]}`);
  await titled(page, "No water in the kitchen").waitFor();
  await page.getByRole("button", { name: "More about this case" }).click();
  await page.getByRole("menuitem", { name: "It shares a cause" }).click();
  const dialog = page.getByRole("dialog", { name: "It shares a cause" });
  await dialog.getByRole("textbox", { name: "What is it?" }).fill("The main in Lindenstraße broke");
  await meet(page, "a cause is named");
  await dialog.getByRole("button", { name: "It shares this cause" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByRole("link", { name: "The main in Lindenstraße broke" }).click();
  await titled(page, "The main in Lindenstraße broke").waitFor();

  await page.getByRole("searchbox", { name: "Find open cases" }).fill("Dry since");
  await page.getByRole("button", { name: "It has this cause: Dry since seven" }).click();
  await concerned(page).filter({ hasText: "Otto Berg" }).waitFor();
  await page.goto(`/cases/${ids[2]}`);
  await titled(page, "The tap is dead").waitFor();
  await page.getByRole("button", { name: "More about this case" }).click();
  await page.getByRole("menuitem", { name: "It shares a cause" }).click();
  const which = dialog.getByRole("combobox", { name: "Which cause?" });
  await which.waitFor();
  assert.match(
    String(await which.locator("option:checked").textContent()),
    /Lindenstraße/,
    "the newest is what it most likely is",
  );
  await dialog.getByRole("button", { name: "It shares this cause" }).click();
  await page.getByRole("link", { name: "The main in Lindenstraße broke" }).click();
  await titled(page, "The main in Lindenstraße broke").waitFor();
  await concerned(page).filter({ hasText: "Nora Klein" }).waitFor();
  assert.equal(await concerned(page).count(), 3);

  const before = await Promise.all(ids.map(wordOf));
  const composer = page.getByRole("form", { name: "Tell everybody" });
  await composer
    .getByLabel("Message in 3 open cases")
    .fill("Dear {first_name},\n\nthe main is being mended. Water again by four.");
  await meet(page, "a cause that three cases share");
  await composer.getByRole("button", { name: "Tell all 3" }).click();
  const leaves = page.getByText("It leaves in a moment, in 3 cases.");
  await leaves.waitFor();
  assert.equal(await composer.getByLabel("Message in 3 open cases").inputValue(), "");
  await page.getByRole("button", { name: "Undo" }).last().click();
  await leaves.waitFor({ state: "detached" });
  assert.match(await composer.getByLabel("Message in 3 open cases").inputValue(), /^Dear \{first_name\},/);
  await composer.getByRole("button", { name: "Tell all 3" }).click();
  await page.getByRole("region", { name: "What all were told" }).getByText("Water again by four.").waitFor();
  for (const [address, name] of [
    [marta, "Marta"],
    [otto, "Otto"],
    [nora, "Nora"],
  ] as const) {
    const { text = "" } = await mailTo(address, "the main is being mended");
    assert.match(text, new RegExp(`^Dear ${name},`), "each is told by name");
  }
  assert.deepEqual(
    await Promise.all(ids.map(wordOf)),
    before.map((count) => count + 1),
  );
  await page.getByRole("region", { name: "What all were told" }).getByText("Water again by four.").waitFor();

  await page.getByRole("button", { name: "It is over" }).click();
  await page.getByText("Over since", { exact: false }).first().waitFor();
  await composer.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo" }).last().click();
  await composer.waitFor();
  await page.getByRole("button", { name: "It is over" }).click();
  await composer.waitFor({ state: "detached" });
});

test("on a phone a case is taken off a cause; whoever cannot be written to is named, to be called", async () => {
  const { items } = await staff.ask(casesContract.listCases, { query: { find: "The tap is dead" } });
  const page = await signIn(me, asPhone);
  await page.goto(`/cases/${items[0]?.id}`);
  await titled(page, "The tap is dead").waitFor();
  const cause = page.getByRole("link", { name: "The main in Lindenstraße broke" });
  await cause.waitFor();
  await page.getByRole("button", { name: "Take it off this cause" }).click();
  await cause.waitFor({ state: "detached" });

  const frey = await staff.ask(customersContract.createCustomer, { body: { name: "Nils Frey", kind: "person" } });
  const raised = { customer_id: frey.id, kind: "complaint", channel: "phone", own: true } as const;
  const { id } = await staff.ask(casesContract.raiseCase, { body: { ...raised, words: "Brown water" } });
  await page.goto(`/cases/${id}`);
  await titled(page, "Brown water").waitFor();
  await page.getByRole("button", { name: "More about this case" }).click();
  await page.getByRole("menuitem", { name: "It shares a cause" }).click();
  const dialog = page.getByRole("dialog", { name: "It shares a cause" });
  await dialog.getByRole("textbox", { name: "What is it?" }).fill("Rust in the main");
  await dialog.getByRole("button", { name: "It shares this cause" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Rust in the main" }).click();
  await titled(page, "Rust in the main").waitFor();
  const composer = page.getByRole("form", { name: "Tell everybody" });
  await composer.getByLabel("Message in 1 open case").fill("It is flushed tonight.");
  await composer.getByRole("button", { name: "Tell them" }).click();
  const toCall = page.getByRole("link", { name: "Nils Frey: Brown water" });
  await toCall.waitFor();
  await page.reload();
  await toCall.waitFor();
  await meet(page, "a cause with somebody to call");
});
