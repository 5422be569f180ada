import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { customersContract } from "#app/customers/wire.ts";
import { membersContract } from "#app/members/wire.ts";
import { promisesContract } from "#app/promises/wire.ts";
import { policyPreviewContract } from "#app/promises/wire-policy-preview.ts";
import { plusSeconds } from "#base/instant.ts";
import { on, openHouse } from "#test/harness/house.ts";
import { staffAt } from "#test/harness/staff.ts";
import { asPhone, meet, openDesk } from "#test/harness/staff-browser.ts";

const house = await openHouse();
const ana = { email: "ana@ortiz.example", password: "a sentence is easier" };
const ben = { name: "Ben Okoye", email: "ben@ortiz.example", password: "ben keeps his own", role: "member" as const };
const made = await house.run(
  ...["workspace", "create", "--name", "Ortiz Heizung & Wasser", "--time-zone", "Europe/Berlin", "--language", "en"],
  ...["--member-name", "Ana Ortiz", "--member-email", ana.email, "--member-password", ana.password, "--json"],
);
assert.equal(made.code, 0, made.err);
const staff = staffAt(house.url, (made.json as { api_key: string }).api_key);
await staff.ask(membersContract.addMember, { body: ben });
const gerda = { email: "gerda@ortiz.example", password: "gerda spricht deutsch" };
const role = "admin" as const;
await staff.ask(membersContract.addMember, { body: { ...gerda, name: "Gerda Holm", role, language: "de" } });
const marta = await staff.ask(customersContract.createCustomer, {
  body: { name: "Lindqvist AB", kind: "organisation" },
});
const promise = { customer_id: marta.id, text: "New cellar pipes", kind: "fix", estimate: "P3D" };
await staff.ask(promisesContract.makePromise, {
  body: { ...promise, due_at: plusSeconds(on("Fri 16:00"), 7 * 86_400).toString() },
});
const { signIn } = await openDesk(house.url);

describe("the policies of a business", () => {
  test("typed in words, with what they mean and would do before they are saved, and a way back", async () => {
    const page = await signIn(ana);
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("policies");
    await page.keyboard.press("Enter");
    const lead = page.getByRole("textbox", { name: "Ring at most so long before", exact: true });
    await lead.waitFor();
    await page.getByText("The one open promise rings as before.").waitFor();
    assert.equal(await lead.inputValue(), "2 working days");
    // Another span may be as long: what is read here is what stands below this one.
    const below = page.locator(`[id="${await lead.getAttribute("aria-describedby")}"]`);
    await below.getByText("That is 16 hours of your open time.").waitFor();
    await meet(page, "settings policies");
    await lead.fill("four days");
    await below.getByText("That is 32 hours of your open time.").waitFor();
    await page.getByText("1 of 1 open promises would next ring at another time.").waitFor();
    await page.getByRole("link", { name: "New cellar pipes" }).waitFor();
    await page.getByRole("checkbox", { name: "Write an honest word to the customer" }).check();
    await page.getByText("an honest word to the customer").first().waitFor();
    await page.getByRole("textbox", { name: "Bundle what rings within", exact: true }).fill("soon");
    await page.getByText("Write how long, such as “10 min”").first().waitFor();
    await page.getByRole("textbox", { name: "Bundle what rings within", exact: true }).fill("1 h 30");
    await page.getByText("Write how long, such as “10 min”").first().waitFor();
    await page.getByRole("textbox", { name: "Bundle what rings within", exact: true }).fill("20 min");
    await page.getByText("That is 20 minutes.").waitFor();
    await page.reload();
    await page.getByText("3 settings are changed.").waitFor();
    await meet(page, "settings policies changed");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Undo" }).waitFor();
    await page.getByRole("status").getByText("Nothing is changed yet.").waitFor();
    assert.equal(await lead.inputValue(), "4 working days");
    await page.getByRole("button", { name: "Undo" }).last().click();
    const back = page.getByRole("button", { name: "Ring at most so long before: back to 2 working days" });
    await back.waitFor({ state: "detached" });
    await lead.fill("1 day");
    await back.click();
    assert.equal(await lead.inputValue(), "2 working days");
    await page.getByRole("button", { name: "Put the changes away" }).click();
    await page.getByRole("button", { name: "Put the changes away" }).waitFor({ state: "detached" });
  });

  test("a kind and a customer have it otherwise, and stand among the exceptions", async () => {
    const page = await signIn(ana, asPhone);
    await page.goto("/settings/policies");
    await page.getByRole("radio", { name: "One kind of promise" }).check();
    await page.getByLabel("Kind", { exact: true }).selectOption("Fix");
    await page.getByText("The business has: 2 working days.").waitFor();
    await page.getByRole("textbox", { name: "Ring at most so long before", exact: true }).fill("5 working days");
    await page.getByText("1 of 1 open promises would next ring").waitFor();
    await meet(page, "settings policies of a kind");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("status").getByText("Nothing is changed yet.").waitFor();
    await page.getByRole("radio", { name: "One customer" }).check();
    await page.getByText("Say first for whom.").waitFor();
    await page.getByRole("combobox", { name: "Customer" }).fill("lindq");
    await page.getByRole("option", { name: "Lindqvist AB" }).click();
    await page.getByRole("textbox", { name: "They have the last word for", exact: true }).fill("2 weeks");
    await page.getByText("That is 14 days.").waitFor();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("status").getByText("Nothing is changed yet.").waitFor();
    await page.getByRole("radio", { name: "The business" }).check();
    const exceptions = page.getByRole("list", { name: "Exceptions" });
    await exceptions.getByRole("link", { name: "Lindqvist AB" }).waitFor();
    await meet(page, "settings policies exceptions");
    await exceptions.getByRole("link", { name: "Kind: Fix" }).click();
    await page.getByRole("button", { name: "Ring at most so long before: back to 2 working days" }).waitFor();
  });

  test("two who change them at once are told so, and neither is written over unseen", async () => {
    const page = await signIn(ana);
    await page.goto("/settings/policies");
    await page.getByRole("textbox", { name: "A customer’s link opens for", exact: true }).fill("90 days");
    await staff.ask(policyPreviewContract.editPolicy, { body: { settings: { questions_per_month: 2 } } });
    await page.getByText("Somebody saved these settings meanwhile.").waitFor();
    assert.equal(
      await page.getByRole("textbox", { name: "Questions to one person, a month", exact: true }).inputValue(),
      "2",
    );
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("status").getByText("Nothing is changed yet.").waitFor();
    assert.equal(
      await page.getByRole("textbox", { name: "Questions to one person, a month", exact: true }).inputValue(),
      "2",
    );
    assert.equal(
      await page.getByRole("textbox", { name: "A customer’s link opens for", exact: true }).inputValue(),
      "90 days",
    );
    await page.getByRole("textbox", { name: "They have the last word for", exact: true }).fill("3 years");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("must be").waitFor();
  });

  test("who may not change them reads them, and why; in German, too", async () => {
    const page = await signIn(ben);
    await page.goto("/settings/policies");
    await page.getByText("Only a proprietor or an admin may do this").waitFor();
    await page.getByRole("list", { name: "When it rings" }).getByText("2 working days").waitFor();
    await meet(page, "settings policies to a member");
    const german = await signIn(gerda);
    await german.goto("/settings/policies");
    const lead = german.getByRole("textbox", { name: "Höchstens so lange vorher läuten", exact: true });
    await lead.fill("drei Werktage");
    await german.getByText("Das sind 24 Stunden Ihrer offenen Zeit.").waitFor();
    await meet(german, "settings policies in German");
  });
});

test("an own kind is added, renamed, meant by the clock, removed, and comes back by Undo", async () => {
  const page = await signIn(ana, asPhone);
  await page.goto("/settings/kinds");
  await page.getByText("There are no kinds of your own").waitFor();
  await page.getByLabel("Name", { exact: true }).fill("Boiler check");
  await page.getByText("Known as boiler_check").waitFor();
  await page.reload();
  await page.getByRole("button", { name: "Add it" }).click();
  const own = page.getByRole("list", { name: "Your own kinds" });
  await own.getByText("boiler check").waitFor();
  await meet(page, "settings kinds");
  await page.getByRole("button", { name: "Change boiler check" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: true }).fill("Visit");
  await dialog.getByText("There is a kind of this name already.").first().waitFor();
  await dialog.getByLabel("Name", { exact: true }).fill("Yearly check");
  await dialog.getByLabel("A bare estimate means").selectOption("time on any clock");
  await meet(page, "settings kind");
  await dialog.getByRole("button", { name: "Save" }).click();
  await own.getByText("yearly check").waitFor();
  await own.getByText("Estimates: time on any clock").waitFor();
  await page.getByRole("button", { name: "Change yearly check" }).click();
  await dialog.getByRole("button", { name: "Remove it" }).click();
  await page.getByText("There are no kinds of your own").waitFor();
  await page.getByRole("button", { name: "Undo" }).last().click();
  await own.getByText("Estimates: time on any clock").waitFor();
});
