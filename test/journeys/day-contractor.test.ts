import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { promisesContract } from "#app/promises/wire.ts";
import { on } from "#test/harness/house.ts";
import { asPhone, meet } from "#test/harness/staff-browser.ts";
import { openWorkingDay } from "#test/harness/working-day.ts";

const { house, staff, me, signIn, know, mailTo, pageOf } = await openWorkingDay({
  ...{ business: "Ortiz Heizung & Wasser", member: "Ana Ortiz", trade: "contractor" },
});
const [marta, otto] = [await know({ name: "Marta Lindqvist" }), await know({ name: "Otto Berg" })];
await know({ name: "Ruth Adler" });

/** Ana in her van, with the phone in her hand, at the hour of the house. */
async function inTheVan(hour: string): Promise<Page> {
  await house.advanceTo(on(hour));
  const page = await signIn(me, asPhone);
  await page.clock.install({ time: on(hour).epochMilliseconds });
  await page.reload();
  return page;
}

const lineWith = (page: Page, text: string) => page.getByRole("listitem").filter({ hasText: text });
const told = (page: Page, words: string) => page.getByRole("status").getByText(words);

describe("a contractor's day, on the phone", () => {
  test("three visits are promised in windows, and each customer's page will show theirs", async () => {
    const page = await inTheVan("Mon 09:00");
    for (const line of [
      "visit Marta today between 1 and 3pm",
      "visit Otto today between 2 and 4pm",
      "visit Ruth today between 3 and 4:30pm",
    ]) {
      await page.getByLabel("What did you promise?").fill(line);
      await page
        .getByText(/13:00|14:00|15:00/)
        .first()
        .waitFor();
      await page.getByRole("button", { name: "Write it down" }).click();
      await lineWith(page, line.slice(0, "visit Otto".length)).waitFor();
    }
    await lineWith(page, "visit Marta").getByText(/13:00/).waitFor();
    await meet(page, "a day of visits");
  });

  test("running late is told to all three at once, each with their own new time, before their window opens", async () => {
    const page = await inTheVan("Mon 12:00");
    await page.getByRole("button", { name: "Running late…" }).click();
    const dialog = page.getByRole("dialog", { name: "Running late" });
    await dialog.getByRole("radio", { name: "45 minutes" }).check();
    await dialog.getByLabel("Why? They read this.").fill("The van would not start");
    await dialog.getByRole("heading", { name: "3 customers are told" }).waitFor();
    await meet(page, "running late to three");
    await dialog.getByRole("button", { name: "Tell all 3" }).click();
    await told(page, "3 customers are told.").waitFor();
    const mail = await mailTo(marta, "The van would not start");
    await mailTo(otto, "The van would not start");
    await mailTo("ruth.adler@customer.example", "The van would not start");
    const { items } = await staff.ask(promisesContract.listPromises, { query: { order: "urgent" } });
    assert.deepEqual(
      items.map(({ due_at, late_at }) => [due_at, late_at]),
      ["Mon 15:45", "Mon 16:45", "Mon 17:15"].map((due) => [String(on(due)), null]),
    );
    const theirs = await pageOf(mail);
    await theirs
      .getByText(/between 13:45 and 15:45/)
      .first()
      .waitFor();
    await theirs.getByText("The van would not start").first().waitFor();
    assert.equal(await theirs.getByText("visit Otto").count(), 0, "nobody sees another's promise");
  });

  test("whoever arrives says so in two taps: the visit is kept", async () => {
    const page = await inTheVan("Mon 14:10");
    await lineWith(page, "visit Marta").getByRole("button", { name: "Kept" }).click();
    const dialog = page.getByRole("dialog", { name: "It is done" });
    await dialog.getByLabel("When did you arrive?").waitFor();
    await dialog.getByRole("radio", { name: "They know" }).check();
    await meet(page, "arrived");
    await dialog.getByRole("button", { name: "Kept" }).click();
    await told(page, "Kept.").waitFor();
    await lineWith(page, "visit Marta").waitFor({ state: "detached" });
    const { items } = await staff.ask(promisesContract.listPromises, { query: { state: "kept" } });
    assert.deepEqual([items[0]?.arrived_at, items[0]?.settled_at], [String(on("Mon 14:10")), String(on("Mon 14:10"))]);
  });

  test("a part is missing: what is done is done, the rest keeps its first due and is moved with a word", async () => {
    const page = await inTheVan("Mon 14:20");
    await page.getByLabel("What did you promise?").fill("for Marta: repair the boiler by Tuesday noon");
    await page.getByRole("button", { name: "Write it down" }).click();
    const line = lineWith(page, "repair the boiler");
    await line.getByRole("button", { name: /More for/ }).click();
    await page.getByRole("menuitem", { name: "Part of it is done" }).click();
    const split = page.getByRole("dialog", { name: "Part of it is done" });
    await split.getByLabel("What is done?").fill("The pump runs");
    await split.getByLabel("What is still to do?").fill("Fit the new valve");
    await meet(page, "split");
    await split.getByRole("button", { name: "Split it" }).click();
    const rest = lineWith(page, "Fit the new valve");
    await rest.waitFor();
    await rest.getByRole("button", { name: "New time…" }).click();
    const move = page.getByRole("dialog", { name: "A new time" });
    await move.getByLabel("When then?").fill("Thursday noon");
    await move.getByLabel("Why?").fill("The valve comes on Wednesday");
    await move.getByLabel("Message to Marta Lindqvist").waitFor();
    await move.getByRole("button", { name: "Move and tell them" }).click();
    await move.waitFor({ state: "detached" });
    const theirs = await pageOf(await mailTo(marta, "The valve comes on Wednesday"));
    await theirs.getByText("The pump runs").first().waitFor();
    await theirs
      .getByText(/Fit the new valve/)
      .first()
      .waitFor();
    const { items } = await staff.ask(promisesContract.listPromises, { query: { state: "open" } });
    const left = items.find(({ rest: still }) => still === "Fit the new valve");
    assert.deepEqual([left?.first_due_at, left?.due_at], [String(on("Tue 12:00")), String(on("Thu 12:00"))]);
  });
});
