import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { promisesContract } from "#app/promises/wire.ts";
import { recordContract } from "#app/record/wire.ts";
import { plusSeconds } from "#base/instant.ts";
import { on } from "#test/harness/house.ts";
import { meet } from "#test/harness/staff-browser.ts";
import { openWorkingDay, pressByKeys } from "#test/harness/working-day.ts";

const { house, staff, me, signIn, know, mailTo, pageOf } = await openWorkingDay({
  ...{ business: "Kiesel Software", member: "Nils Brandt", trade: "software-vendor" },
});
const nora = await know({ name: "Hotel Post", kind: "organisation" });
const week = 7 * 86_400;
const nextFriday = on("Fri 15:00");

/** Nils at his desk, at the hour of the house. */
async function atTheDesk(at: ReturnType<typeof on>): Promise<Page> {
  await house.advanceTo(at);
  const page = await signIn(me);
  await page.clock.install({ time: at.epochMilliseconds });
  await page.reload();
  return page;
}

const theFeature = async () => {
  const { items } = await staff.ask(promisesContract.listPromises, { query: {} });
  return items[0] ?? assert.fail("nothing was promised");
};

describe("a software vendor's weeks, at the desk", () => {
  test("a feature in two to three weeks is due at the later end", async () => {
    const page = await atTheDesk(on("Mon 09:00"));
    await page.getByLabel("What did you promise?").waitFor();
    await page.keyboard.press("c");
    await page.getByRole("dialog", { name: "Write down a promise" }).waitFor();
    await page.keyboard.type("feature for Hotel Post: the export of guest lists in two to three weeks");
    await page.getByRole("dialog").getByText("Hotel Post").first().waitFor();
    await meet(page, "a feature in weeks");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByRole("listitem").filter({ hasText: "guest lists" }).waitFor();
    const { kind, due_at } = await theFeature();
    assert.equal(kind, "feature");
    assert.equal(due_at.slice(0, 10), String(plusSeconds(on("Mon 17:00"), 3 * week)).slice(0, 10));
  });

  test("it is moved once, a week before it is due: the customer reads why and accepts it on their page", async () => {
    const then = plusSeconds(nextFriday, week);
    const page = await atTheDesk(then);
    await page.getByRole("listitem").filter({ hasText: "guest lists" }).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("m");
    const move = page.getByRole("dialog", { name: "A new time" });
    await move.getByLabel("When then?").waitFor();
    await page.keyboard.type("in 3 weeks");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Guest lists of past years take longer than we thought");
    await move.getByLabel("Message to Nora Blum").waitFor();
    await pressByKeys(page, "Move and tell them");
    await move.waitFor({ state: "detached" });
    const theirs = await pageOf(await mailTo(nora, "take longer than we thought"));
    await theirs.getByText("the export of guest lists").first().waitFor();
    await theirs.getByRole("button", { name: "That is fine" }).first().click();
    await theirs.getByRole("status").getByText("the new time suits you").waitFor();
    await page.reload();
    const { id, first_due_at, due_at, late_at } = await theFeature();
    assert.ok(due_at > first_due_at && late_at === null);
    const { moves } = await staff.ask(promisesContract.getPromise, { id });
    assert.deepEqual([moves.length, moves[0]?.notice, moves[0]?.accepted_at], [1, "in_time", String(then)]);
    await page.goto(`/promises/${id}`);
    await page.getByRole("heading", { name: "What happened" }).waitFor();
    await page.getByText("Guest lists of past years").first().waitFor();
    await meet(page, "a feature that was moved once");
  });

  test("it is kept before the new time, and counts as kept as moved in time", async () => {
    // After the first due, and no further ahead of the real clock than the month for which one stays signed in.
    const page = await atTheDesk(plusSeconds(on("Mon 18:00"), 3 * week));
    const line = page.getByRole("listitem").filter({ hasText: "guest lists" });
    await line.waitFor();
    await page.keyboard.press("j");
    const sent = page.waitForResponse(/keeps$/);
    await page.keyboard.press("x");
    await line.waitFor({ state: "detached" });
    await sent;
    const { counts } = await staff.ask(recordContract.getRecord, { query: {} });
    assert.deepEqual([counts.kept_as_moved_in_time, counts.total], [1, 1]);
  });
});
