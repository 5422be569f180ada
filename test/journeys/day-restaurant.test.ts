import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { promisesContract } from "#app/promises/wire.ts";
import { recordContract } from "#app/record/wire.ts";
import { on } from "#test/harness/house.ts";
import { asPhone, meet } from "#test/harness/staff-browser.ts";
import { openWorkingDay } from "#test/harness/working-day.ts";

const { house, staff, me, signIn, know, mailTo, pageOf } = await openWorkingDay({
  ...{ business: "Trattoria Rossi", member: "Chiara Rossi", trade: "restaurant" },
});
const clara = await know({ name: "Clara Vogt" });

/** Chiara between the tables, with the phone in her hand. */
async function atWork(hour: string): Promise<Page> {
  await house.advanceTo(on(hour));
  const page = await signIn(me, asPhone);
  await page.clock.install({ time: on(hour).epochMilliseconds });
  await page.reload();
  return page;
}

const lineOf = (page: Page) => page.getByLabel("What did you promise?");
const lineWith = (page: Page, text: string) => page.getByRole("listitem").filter({ hasText: text });

describe("a restaurant's day, on the phone", () => {
  test("thirty seats are to be confirmed by five, and are, with a word to the guest", async () => {
    const page = await atWork("Mon 12:00");
    await lineOf(page).fill("for Clara: confirm thirty seats on the terrace by 5pm");
    await page
      .getByText(/, 17:00/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Write it down" }).click();
    const line = lineWith(page, "confirm thirty seats");
    await line.waitFor();
    await meet(page, "thirty seats to confirm");
    await line.getByRole("button", { name: "Tell them…" }).click();
    const word = page.getByRole("dialog", { name: "A word on how it stands" });
    await word.getByLabel("Message to Clara Vogt").fill("Thirty seats on the terrace are yours, Clara.");
    await word.getByRole("button", { name: "Tell them" }).click();
    await word.waitFor({ state: "detached" });
    const sent = page.waitForResponse(/keeps$/);
    await line.getByRole("button", { name: "Kept" }).click();
    await line.waitFor({ state: "detached" });
    await sent;
    const theirs = await pageOf(await mailTo(clara, "Thirty seats on the terrace are yours"));
    await theirs.getByText("confirm thirty seats on the terrace").first().waitFor();
    await theirs.getByText("Did we do what you asked?").first().waitFor();
    await theirs.getByRole("button", { name: "Yes, I’m happy" }).click();
    await theirs.getByRole("status").getByText("Thank you.").waitFor();
    const { items } = await staff.ask(promisesContract.listPromises, { query: {} });
    assert.deepEqual([items[0]?.state, items[0]?.verdict], ["kept", "yes"]);
  });

  test("a wrong plate is put right at the table: written down and kept in one tap, and no rate is the better for it", async () => {
    const page = await atWork("Mon 19:30");
    const before = await staff.ask(recordContract.getRecord, { query: {} });
    await lineOf(page).fill("table 7: the right plate instead of the wrong one");
    await page.getByText("table 7, a new customer").first().waitFor();
    await meet(page, "a wrong plate");
    await page.getByRole("button", { name: "Done on the spot" }).click();
    await page.getByRole("status").getByText("Put right and written down: the right plate").waitFor();
    assert.equal(await lineOf(page).inputValue(), "");
    const { items } = await staff.ask(promisesContract.listPromises, { query: { state: "kept" } });
    const plate = items.find(({ text }) => text === "the right plate instead of the wrong one");
    assert.deepEqual([plate?.recorded_afterwards, plate?.settled_at], [true, String(on("Mon 19:30"))]);
    const after = await staff.ask(recordContract.getRecord, { query: {} });
    assert.deepEqual(after.kept, before.kept);
    assert.equal(after.outside.recorded_afterwards, before.outside.recorded_afterwards + 1);
  });

  test("a call is more than a word: it cannot be done by saying so, and the button says why", async () => {
    const page = await atWork("Mon 19:40");
    await lineOf(page).fill("call Clara back about the bill");
    const done = page.getByRole("button", { name: "Done on the spot" });
    await done.waitFor();
    assert.equal(await done.getAttribute("aria-disabled"), "true");
    assert.match((await done.getAttribute("title")) ?? "", /more than a word/);
    await lineOf(page).fill("");
  });
});
