import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { promisesContract } from "#app/promises/wire.ts";
import { plusSeconds } from "#base/instant.ts";
import { on } from "#test/harness/house.ts";
import { asDesktop, asPhone, meet } from "#test/harness/staff-browser.ts";
import { openWorkingDay } from "#test/harness/working-day.ts";

const { staff, me, memberId, signIn } = await openWorkingDay({
  ...{ business: "Ortiz Heizung & Wasser", member: "Ana Ortiz", trade: "contractor" },
});

// More than a page of the list, and more than any single answer may hold.
const many = 260;
for (let n = 1; n <= many; n++) {
  const due_at = String(plusSeconds(on("Tue 12:00"), n * 60));
  const body = { to_member_id: memberId, text: `Job ${n}`, kind: "other", due_at };
  await staff.ask(promisesContract.makePromise, { body });
}

const lines = (page: Page) => page.getByRole("list", { name: "Promises" }).getByRole("listitem");
const here = (page: Page) => page.locator("main li[aria-current=true]");

test("whoever goes on sees more than two hundred promises, and the keys stay where they were", async () => {
  const page = await signIn(me, asDesktop);
  await page.goto("/promises");
  await lines(page).nth(49).waitFor();
  assert.equal(await lines(page).count(), 50);
  for (const key of ["j", "j", "j", "k"]) await page.keyboard.press(key);
  await here(page).getByText("Job 2", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Show more" }).press("Enter");
  await lines(page).nth(249).waitFor();
  await here(page).getByText("Job 2", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Show more" }).press("Enter");
  await lines(page)
    .nth(many - 1)
    .waitFor();
  await page.getByRole("button", { name: "Show more" }).waitFor({ state: "detached" });
  await page.keyboard.press("j");
  await here(page).getByText("Job 3", { exact: true }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Job 3", level: 1 }).waitFor();
});

test("the keys alone walk on beyond the last line that was there", async () => {
  const page = await signIn(me, asDesktop);
  await page.goto("/promises");
  await lines(page).nth(49).waitFor();
  for (let presses = 0; presses < 51; presses++) await page.keyboard.press("j");
  await lines(page).nth(249).waitFor();
  await page.keyboard.press("j");
  await here(page).getByText("Job 51", { exact: true }).waitFor();
});

test("the board goes on as well, also on a phone", async () => {
  const page = await signIn(me, asPhone);
  await page.clock.setFixedTime(on("Mon 09:00").epochMilliseconds);
  await page.goto("/promises");
  await lines(page).nth(49).waitFor();
  await page.getByRole("radio", { name: "Board" }).check();
  const column = page.getByRole("region", { name: "Tomorrow" });
  await column.getByRole("heading", { name: "50" }).waitFor();
  await meet(page, "the board");
  await page.getByRole("button", { name: "Show more" }).click();
  await column.getByRole("link", { name: /^Job 250/ }).waitFor();
});
