import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { customersContract } from "#app/customers/wire.ts";
import { promisesContract } from "#app/promises/wire.ts";
import { on, openHouse } from "#test/harness/house.ts";
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

const sizes = [
  ["desk", asDesktop],
  ["phone", asPhone],
] as const;

const contacts = [
  { name: "Marta Lindqvist", addresses: [{ channel: "email" as const, address: "marta@lindqvist.example" }] },
];
const marta = await staff.ask(customersContract.createCustomer, {
  body: { name: "Lindqvist AB", kind: "organisation", tags: ["north"], contacts },
});
await staff.ask(customersContract.createCustomer, { body: { name: "Lindquist A.B.", kind: "organisation" } });
await staff.ask(customersContract.createCustomer, { body: { name: "מרים 🌿 כהן", kind: "person" } });
await staff.ask(customersContract.createCustomer, { body: { name: "W".repeat(200), kind: "person" } });
await staff.ask(promisesContract.makePromise, {
  body: { customer_id: marta.id, text: "Bring the new valve", kind: "delivery", due_at: on("Tue 12:00").toString() },
});

for (const [place, how] of sizes) {
  test(`on a ${place} a customer is found in spite of a typo, filtered, saved as a view, and tagged with others`, async () => {
    const [view, tag] = [`Owed, at the ${place}`, `regular-${place}`];
    const page = await signIn(ana, how);
    await page.goto("/customers");
    await page.getByRole("link", { name: "Lindqvist AB" }).waitFor();
    await meet(page, "customers");
    await page.keyboard.press("/");
    await page.keyboard.type("lindqvst");
    await page.getByRole("link", { name: "W".repeat(200) }).waitFor({ state: "detached" });
    await page.getByRole("link", { name: "Lindqvist AB" }).waitFor();
    await page.getByLabel("Find").fill("");
    await page.getByLabel("Show", { exact: true }).selectOption("open");
    await page.getByRole("link", { name: "Lindquist A.B." }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Save this view…" }).click();
    await page.getByLabel("Name of the view").fill(view);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("status").getByText("The view is saved.").waitFor();
    await page.getByRole("button", { name: "Show all" }).click();
    await page.getByLabel("Order").selectOption("name");
    await page.getByRole("link", { name: "Lindquist A.B." }).waitFor();
    for (const name of ["Lindqvist AB", "Lindquist A.B."]) await page.getByLabel(`Choose ${name}`).check();
    await page.getByRole("button", { name: "Tag…" }).click();
    await page.getByLabel("Put on").fill(tag);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("2 customers changed.").waitFor();
    await page.getByLabel("Saved views").selectOption({ label: view });
    await page.getByRole("link", { name: "Lindquist A.B." }).waitFor({ state: "detached" });
    await page.reload();
    const remove = page.getByRole("button", { name: `Remove the view “${view}”` });
    await remove.waitFor();
    assert.match(page.url(), /show=open/);
    await remove.click();
    await remove.waitFor({ state: "detached" });
  });
}

test("a customer's page shows what is owed and what passed, and what is said there is written down", async () => {
  const page = await signIn(ana);
  await page.goto(`/customers/${marta.id}`);
  await page.getByRole("heading", { name: "Lindqvist AB", level: 1 }).waitFor();
  await page.getByRole("list", { name: "What we owe them" }).getByText("Bring the new valve").waitFor();
  await page.getByText("The customer was written down").waitFor();
  await meet(page, "customer");
  await page.keyboard.press("l");
  const call = page.getByRole("dialog", { name: "Log a call, a visit or a note" });
  await call.getByLabel("What was said").fill("She is in the cellar until five.");
  await page.reload();
  await page.getByRole("button", { name: "Log a call…" }).click();
  assert.equal(await call.getByLabel("What was said").inputValue(), "She is in the cellar until five.");
  await meet(page, "log a call");
  await call.getByRole("button", { name: "Log it" }).click();
  await call.waitFor({ state: "detached" });
  const logged = page.locator("details").filter({ hasText: "She is in the cellar until five." }).first();
  await logged.locator("summary").click();
  await logged.getByText("She is in the cellar until five.").waitFor();
});

for (const [place, how] of sizes) {
  test(`on a ${place} one sees what they see, and comes back`, async () => {
    const page = await signIn(ana, how);
    await page.goto(`/customers/${marta.id}`);
    await page.getByRole("button", { name: "See what they see" }).first().click();
    await page.frameLocator("iframe").getByText("Bring the new valve").waitFor();
    await meet(page, "what they see");
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });
}

test("contacts and what was understood are written down, the way to their page is made and mailed", async () => {
  const page = await signIn(ana, asPhone);
  await page.goto(`/customers/${marta.id}`);
  await page.getByRole("button", { name: "Add a contact…" }).click();
  const form = page.getByRole("dialog", { name: "Contact" });
  await form.getByLabel("Name", { exact: true }).fill("Jon Vik");
  await form.getByLabel("E-mail address").fill("jon at vik");
  await form.getByRole("button", { name: "Save" }).click();
  await form.getByText("This is not a mail address").waitFor();
  await form.getByLabel("E-mail address").fill("jon@vik.example");
  await form.getByLabel("Likes to be reached").selectOption("phone");
  await meet(page, "contact");
  await form.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "jon@vik.example" }).waitFor();
  await page.getByRole("button", { name: "Write down…" }).click();
  await page.getByLabel("In a sentence or two").fill("Quiet after eight.");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("listitem").getByText("Quiet after eight.").first().waitFor();
  await page.getByRole("button", { name: "More about Jon Vik" }).click();
  await page.getByRole("menuitem", { name: "Their page…" }).click();
  await page.getByRole("button", { name: "Make an address" }).click();
  const address = await page.getByLabel("Address of the page").inputValue();
  assert.match(address, /\/c\//);
  await page.getByRole("button", { name: "Mail it to them" }).click();
  await page.getByText("On its way to jon@vik.example.").waitFor();
  await house.settle();
  const mail = await house.mail.waitFor(({ envelope }) => envelope.to.includes("jon@vik.example"));
  assert.match(mail.text ?? "", /the address of your page/);
  await meet(page, "their page");
  await page.getByRole("button", { name: "Close all addresses" }).click();
  await page.getByRole("button", { name: "Close all addresses" }).click();
  await page.getByText("No address opens the page now.").waitFor();
});

for (const [place, how] of sizes) {
  test(`on a ${place} two records of one customer are merged and taken apart`, async () => {
    const page = await signIn(ana, how);
    await page.goto(`/customers/${marta.id}`);
    await menuOf(page, "Merge with another…");
    await page.getByRole("combobox", { name: "The other record" }).fill("lindquist");
    await page.getByRole("option", { name: "Lindquist A.B." }).click();
    await page.getByRole("button", { name: "Merge Lindquist A.B. into this one" }).click();
    await page.getByRole("heading", { name: "Merged into this one" }).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Both are again what they were.").waitFor();
    await page.getByRole("heading", { name: "Merged into this one" }).waitFor({ state: "detached" });
  });
}

test("somebody is forgotten for good, and nobody to whom something is owed", async () => {
  const page = await signIn(ana, asDesktop);
  await page.goto(`/customers/${marta.id}`);
  await menuOf(page, "Forget for good…");
  await page.getByLabel("Type “Lindqvist AB” to go on").fill("Lindqvist AB");
  await meet(page, "forget");
  await page.getByRole("button", { name: "Forget for good" }).click();
  await page.getByRole("alert").getByText("open promises").waitFor();
  await page.keyboard.press("Escape");
  await page.goto("/customers");
  await page.getByRole("button", { name: "New customer…" }).click();
  await page.getByRole("dialog").getByLabel("Name", { exact: true }).fill("Passer-by");
  await page.getByRole("button", { name: "Write them down" }).click();
  await page.getByRole("heading", { name: "Passer-by", level: 1 }).waitFor();
  await menuOf(page, "Forget for good…");
  await page.getByLabel("Type “Passer-by” to go on").fill("Passer-by");
  await page.getByRole("button", { name: "Forget for good" }).click();
  await page.getByText("Forgotten, with the words of").waitFor();
  await page.getByRole("heading", { name: "Customers", level: 1 }).waitFor();
});

async function menuOf(page: Page, item: string): Promise<void> {
  await page.getByRole("button", { name: "More about this customer" }).click();
  await page.getByRole("menuitem", { name: item }).click();
}
