import assert from "node:assert/strict";
import { test } from "node:test";
import { codeAt } from "#test/harness/one-time-codes.ts";
import { meet } from "#test/harness/staff-browser.ts";
import { openWorkingDay } from "#test/harness/working-day.ts";

const { me, open, signIn, know } = await openWorkingDay({
  ...{ business: "Ortiz Heizung & Wasser", member: "Ana Ortiz", trade: "contractor" },
});
await know({ name: "Marta Lindqvist" });

test("a session that ends while one types waits for the end of the sentence, and no letter of it is lost", async () => {
  const page = await signIn(me);
  const line = page.getByLabel("What did you promise?");
  await line.click();
  await page.keyboard.type("call Marta back ");
  await page.context().clearCookies();
  // As slowly as people type, so that the house says no in the middle of it.
  await page.keyboard.type("tomorrow 3pm about the leak", { delay: 150 });
  const dialog = page.getByRole("dialog", { name: "Sign in again" });
  await dialog.getByLabel("Password").fill(me.password);
  assert.equal(await line.inputValue(), "call Marta back tomorrow 3pm about the leak");
  await dialog.getByRole("button", { name: "Sign in" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText("Marta Lindqvist").first().waitFor();
  await line.press("Enter");
  await page.getByRole("status").getByText("Written down: call Marta back about the leak").waitFor();
});

test("a name takes two hundred letters and no more of ten thousand, and one of pictures is a name", async () => {
  const page = await signIn(me);
  await page.goto("/me");
  const name = page.getByLabel("Name", { exact: true });
  await name.fill("x".repeat(10_000));
  assert.equal((await name.inputValue()).length, 200);
  await name.fill("نور 🌙 Ortiz");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("status").getByText("Saved.").waitFor();
  await page.getByRole("navigation").getByText("نور 🌙 Ortiz").waitFor();
});

test("a code that is wrong ten times locks the door for a while, and says for how long", async () => {
  const page = await signIn(me);
  await page.goto("/settings/security");
  await page.getByRole("button", { name: "Set up a second factor" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password").fill(me.password);
  await dialog.getByRole("button", { name: "Go on" }).click();
  const secret = await dialog.locator("code").textContent();
  await dialog.getByLabel("Code of the app").fill(codeAt(`otpauth://totp/x?secret=${secret}`, Date.now()));
  await dialog.getByRole("button", { name: "Switch it on" }).click();
  await page.getByRole("button", { name: "I have kept them" }).click();

  const stranger = await open();
  const isLocked = stranger.getByRole("alert").getByText("There were ten wrong codes. Wait 15 minutes");
  for (let tries = 0; tries < 12 && !(await isLocked.isVisible()); ) {
    await stranger.goto("/sign-in");
    await stranger.getByLabel("E-mail address").fill(me.email);
    await stranger.getByLabel("Password").fill(me.password);
    await stranger.getByRole("button", { name: "Sign in" }).click();
    const code = stranger.getByLabel("The six digits of your app");
    await code.or(isLocked).first().waitFor();
    for (let inOne = 0; inOne < 4 && (await code.isVisible()) && !(await isLocked.isVisible()); inOne++, tries++) {
      await code.fill("000000");
      const answer = stranger.waitForResponse(/verify-totp/);
      await stranger.getByRole("button", { name: "Sign in" }).click();
      await answer;
      await stranger.getByRole("alert").waitFor();
    }
  }
  await isLocked.waitFor();
  await meet(stranger, "ten wrong codes");
});
