import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Page } from "playwright-core";
import { customersContract } from "#app/customers/wire.ts";
import { messagesContract } from "#app/messages/wire.ts";
import { promisesContract } from "#app/promises/wire.ts";
import { coachContract } from "#app/sentences/wire-coach.ts";
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
const monday = on("Mon 09:00");
let marta = "";

before(async () => {
  const contacts = [
    { name: "Marta Lindqvist", addresses: [{ channel: "email" as const, address: "marta@lindqvist.example" }] },
  ];
  const { id } = await staff.ask(customersContract.createCustomer, {
    body: { name: "Lindqvist AB", kind: "organisation", contacts },
  });
  marta = id;
  await staff.ask(promisesContract.makePromise, {
    body: { customer_id: marta, text: "Fix the tap", kind: "fix", due_at: on("Tue 12:00").toString() },
  });
});

/** At the desk by the house's clock. */
async function sitDown(how = asDesktop): Promise<Page> {
  const page = await signIn(ana, how);
  await page.clock.setFixedTime(monday.epochMilliseconds);
  await page.goto("/today");
  return page;
}

/** What only asks about somebody's words goes without a key, or the house would keep the answer for a day. */
function isKeptNowhere(page: Page) {
  page.on("request", (request) => {
    if (request.url().includes("/sentences/"))
      assert.equal(request.headers()["idempotency-key"] ?? "", "", request.url());
  });
}

const noticed = (page: Page) => page.getByRole("region", { name: "Noticed in these words" });
const promises = async () => (await staff.ask(promisesContract.listPromises, { query: { limit: 50 } })).items;

async function write(page: Page, letter: string) {
  const line = page.getByRole("listitem").filter({ hasText: "Fix the tap" });
  await line.getByRole("button", { name: "Tell them…" }).click();
  const dialog = page.getByRole("dialog", { name: "A word on how it stands" });
  await dialog.getByLabel("Message to Marta Lindqvist").fill(letter);
  return dialog;
}

test("what a letter promises is noticed as it is typed, written down with a key, and what is none is not asked again", async () => {
  const page = await sitDown();
  isKeptNowhere(page);
  const letter =
    "Dear Marta,\nI'll send you the offer by Friday noon. If you send us the model number, we will check the price. " +
    "We are always here for you.";
  const dialog = await write(page, letter);
  const offers = noticed(page).getByRole("list", { name: "Promises in these words" }).getByRole("listitem");
  await offers.filter({ hasText: "I'll send you the offer by Friday noon." }).getByText("Friday, 12:00").waitFor();
  await offers.filter({ hasText: "Only if they do their part:" }).filter({ hasText: "check the price" }).waitFor();
  const marks = dialog.locator("mark");
  assert.deepEqual(await marks.allTextContents(), [
    "I'll send you the offer by Friday noon.",
    "If you send us the model number, we will check the price.",
    "always",
  ]);
  await meet(page, "a letter with promises in it");

  // The coach's better words, then the promise, each with one key, out of the text itself.
  await page.keyboard.press("Alt+b");
  await noticed(page).getByText("Nobody can keep this every time.").waitFor({ state: "detached" });
  assert.match(await dialog.getByLabel("Message to Marta Lindqvist").inputValue(), /We are usually here for you/);
  await page.keyboard.press("Alt+r");
  await page.getByText("Written down: send you the offer").first().waitFor();
  const offer = (await promises()).find(({ text }) => text === "send you the offer");
  assert.deepEqual(
    [offer?.kind, offer?.due_at, offer?.customer_id, offer?.made_via],
    ["price_quote", on("Fri 12:00").toString(), marta, "email"],
  );
  await page.keyboard.press("Alt+n");
  await offers.first().waitFor({ state: "detached" });
  const counted = page.waitForResponse(/advice_outcomes/);
  await dialog.getByRole("button", { name: "Tell them" }).click();
  await page.getByText("They are told.").waitFor();
  await counted;
  const { items } = await staff.ask(coachContract.listAdvice);
  const { shown, heeded } = items.find(({ rule }) => rule === "absolute") ?? {};
  assert.deepEqual([shown, heeded], [1, 1]);

  const again = await write(
    page,
    "If you send us the model number, we will check the price. I'll call you tomorrow at 3pm.",
  );
  await offers.filter({ hasText: "I'll call you tomorrow" }).waitFor();
  assert.equal(await offers.count(), 1, "what was no promise is not asked about again");
  await again.getByRole("button", { name: "Close" }).click();
});

test("with a thumb a rule of the coach is dismissed for good, in whatever language one writes", async () => {
  const page = await sitDown(asPhone);
  const dialog = await write(page, "Liebe Frau Lindqvist, wir kümmern uns immer um alles und garantieren Ihnen das.");
  const coach = noticed(page).getByRole("list", { name: "What could be said better" }).getByRole("listitem");
  await coach.filter({ hasText: "immer" }).waitFor();
  await meet(page, "a letter that could be said better");
  await coach.filter({ hasText: "immer" }).getByRole("button", { name: "Not again" }).click();
  await page.getByText("You will not be shown that again.").waitFor();
  await coach.filter({ hasText: "immer" }).waitFor({ state: "detached" });
  const field = dialog.getByLabel("Message to Marta Lindqvist");
  const absolute = await staff.ask(coachContract.listAdvice);
  assert.equal(absolute.items.find(({ rule }) => rule === "absolute")?.dismissed, 1);

  await field.fill("Estimada señora, le llamaré mañana por la mañana y le enviaré la oferta a usted.");
  await noticed(page).getByText("le llamaré mañana por la mañana").first().waitFor();
  await field.fill("Madame, je vous enverrai le devis demain et je vous rappelle pour la suite.");
  await noticed(page).getByText("je vous enverrai le devis demain").first().waitFor();
  await field.fill("Gentile signora, le invio domani il preventivo che non era allegato. Grazie per la pazienza.");
  await noticed(page).getByText("This is in no language that is read here").waitFor();
});

test("a call is written down on Today with whom, and what was promised in it is offered", async () => {
  const page = await sitDown(asPhone);
  await page.getByRole("button", { name: "Log a call…" }).click();
  const dialog = page.getByRole("dialog", { name: "Log a call, a visit or a note" });
  await dialog.getByLabel("With whom?").fill("lindq");
  await dialog.getByRole("option", { name: "Lindqvist AB" }).click();
  await dialog.getByLabel("What was said").fill("She asked about the boiler. I'll call her back tomorrow at 3pm.");
  const offer = noticed(page).getByRole("listitem").filter({ hasText: "I'll call her back tomorrow at 3pm." });
  await offer.getByText("tomorrow, 15:00").waitFor();
  await meet(page, "a call with a promise in it");
  await offer.getByRole("button", { name: /^Write it down/ }).click();
  await page.getByText("Written down: call her back").first().waitFor();
  await dialog.getByRole("button", { name: "Log it" }).click();
  await dialog.waitFor({ state: "detached" });
  const call = (await promises()).find(({ text }) => text === "call her back");
  assert.deepEqual([call?.kind, call?.due_at, call?.made_via], ["callback", on("Tue 15:00").toString(), "phone"]);
  const { items } = await staff.ask(messagesContract.listMessages, { query: { customer_id: marta, limit: 10 } });
  assert.deepEqual(
    items.filter(({ state }) => state === "logged").map(({ channel, direction }) => [channel, direction]),
    [["phone", "out"]],
  );
});

test("a note on the customer's page is for us, and a promise in it that has no time asks for one", async () => {
  const page = await sitDown();
  await page.goto(`/customers/${marta}`);
  await page.getByRole("button", { name: "Log a call…" }).click();
  const dialog = page.getByRole("dialog", { name: "Log a call, a visit or a note" });
  await dialog.getByRole("radio", { name: "Note" }).check();
  await dialog.getByText("For us: the customer does not see it.").waitFor();
  await dialog.getByLabel("What was said").fill("I will send them the invoice again.");
  await noticed(page).getByText("no time said").waitFor();
  await page.keyboard.press("Alt+r");
  const when = noticed(page).getByLabel("By when?");
  await when.fill("Friday 10:00");
  await noticed(page).getByText("Friday, 10:00").waitFor();
  await meet(page, "a note with a promise that has no time");
  await when.press("Enter");
  await page.getByText("Written down: send them the invoice again").first().waitFor();
  await dialog.getByRole("button", { name: "Log it" }).click();
  await dialog.waitFor({ state: "detached" });
  const { items } = await staff.ask(messagesContract.listMessages, { query: { customer_id: marta, limit: 1 } });
  assert.equal(items[0]?.direction, "note");
});
