import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { openHouse } from "#test/harness/house.ts";
import { asDesktop, asPhone, meet, openDesk } from "#test/harness/staff-browser.ts";

const house = await openHouse();
const ana = { email: "ana@ortiz.example", password: "a sentence is easier" };
const made = await house.run(
  ...["workspace", "create", "--name", "Ortiz Heizung & Wasser", "--time-zone", "Europe/Berlin", "--language", "en"],
  ...["--member-name", "Ana Ortiz", "--member-email", ana.email, "--member-password", ana.password, "--json"],
);
assert.equal(made.code, 0, made.err);
const { signIn } = await openDesk(house.url);

/** Writes a promise down with the keys alone; gives how many were pressed. */
async function writeDown(page: Page, line: string): Promise<number> {
  await page.keyboard.press("c");
  const dialog = page.getByRole("dialog", { name: "Write down a promise" });
  await dialog.waitFor();
  await page.keyboard.type(line);
  await dialog.getByText("due", { exact: false }).first().waitFor();
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  return line.length + 2;
}

describe("a day at the desk", () => {
  test("two promises are written down and settled by the keys alone", async () => {
    const page = await signIn(ana);
    await page.getByText("Nothing is written down yet.").waitFor();
    await meet(page, "today, empty");
    const keys = await writeDown(page, "for Jonas Weber: bring the long ladder tomorrow 3pm");
    assert.ok(keys < 60, `${keys} keys`);
    await page.getByText("Written down: ").first().waitFor();
    await writeDown(page, "call Marta Lindqvist back tomorrow 5pm about the leak");
    const ladder = page.getByRole("listitem").filter({ hasText: "long ladder" });
    const leak = page.getByRole("listitem").filter({ hasText: "about the leak" });
    await ladder.waitFor();
    await leak.waitFor();
    await meet(page, "today, two to do");

    // A new time: nobody can be written to, so the call is logged with it.
    await page.keyboard.press("j");
    await page.locator("li[aria-current=true]").waitFor();
    await page.keyboard.press("m");
    const move = page.getByRole("dialog", { name: "A new time" });
    await move.getByLabel("When then?").fill("in 3 days");
    await move.getByLabel("Why?").fill("The part comes on Wednesday");
    await move
      .getByText("Call them, and log the call here.")
      .or(move.getByLabel("What was said (for us)"))
      .first()
      .waitFor();
    await meet(page, "a new time");
    await move.getByRole("button", { name: "Move and tell them" }).click();
    await move.waitFor({ state: "detached" });
    await page.getByText("Moved. It stands once they were told.").waitFor();

    // Kept with one key, taken back, and kept for good.
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    const first = await page.locator("li[aria-current=true]").textContent();
    assert.match(first ?? "", /ladder|leak/);
    await ladder.getByRole("button", { name: "Kept" }).click();
    await ladder.waitFor({ state: "detached" });
    await page.keyboard.press("z");
    await ladder.waitFor();
    await ladder.getByRole("button", { name: "Kept" }).click();
    await ladder.waitFor({ state: "detached" });
  });

  test("a promise tells its whole story, and all of them stand in a list and on a board", async () => {
    for (const how of [asDesktop, asPhone]) {
      const page = await signIn(ana, how);
      await page.goto("/promises");
      await page.getByRole("heading", { name: "Promises" }).waitFor();
      await page
        .getByRole("link", { name: /leak|ladder/ })
        .first()
        .waitFor();
      await meet(page, "promises");
      await page.getByRole("radio", { name: "Board" }).check();
      await meet(page, "promises on the board");
      await page
        .getByRole("link", { name: /leak|ladder/ })
        .first()
        .click();
      await page.getByRole("heading", { name: "What happened" }).waitFor();
      await page.getByText("promised by", { exact: false }).first().waitFor();
      await meet(page, "a promise");
      await page.getByRole("radio", { name: "List" }).waitFor({ state: "detached" });
    }
  });

  test("our word is shown in counts, and each leads to its rows", async () => {
    for (const how of [asDesktop, asPhone]) {
      const page = await signIn(ana, how);
      await page.goto("/record");
      await page.getByRole("heading", { name: /What became of/ }).waitFor();
      await meet(page, "our word");
      await page.getByRole("button", { name: "still open" }).click();
      const rows = page.getByRole("dialog", { name: "The promises: still open" });
      await rows.getByRole("link", { name: "As a table (CSV)" }).waitFor();
      await meet(page, "rows behind a figure");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Show it" }).click();
      await page.getByText("of 100").first().waitFor();
    }
  });

  test("what was typed survives a reload, and what is no promise says so", async () => {
    const page = await signIn(ana, asPhone);
    const field = page.getByLabel("What did you promise?");
    await field.fill("the window of the");
    await page.reload();
    assert.equal(await field.inputValue(), "the window of the");
    await page.getByRole("paragraph").filter({ hasText: "No time was found in it" }).waitFor();
    await field.fill("Ana\t3pm\nBen\t4pm\nCleo\t5pm");
    await page.getByText("These are 3 lines.").waitFor();
    await field.fill("x".repeat(10_000));
    await page.getByText("That is too long for one promise.").waitFor();
    await meet(page, "a line that is no promise");
    await field.fill("");
  });
});
