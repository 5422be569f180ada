import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { customersContract } from "#app/customers/wire.ts";
import { membersContract } from "#app/members/wire.ts";
import { promisesContract } from "#app/promises/wire.ts";
import { on } from "#test/harness/house.ts";
import { meet } from "#test/harness/staff-browser.ts";
import { openWorkingDay, pressByKeys } from "#test/harness/working-day.ts";

const { house, staff, me, signIn, know } = await openWorkingDay({
  ...{ business: "Ortiz Heizung & Wasser", member: "Ana Ortiz", trade: "contractor" },
});
await know({ name: "Marta Lindqvist" });
const { items } = await staff.ask(customersContract.listCustomers, { query: {} });
const customer_id = items[0]?.id ?? "";

async function promise(text: string, due: string, more: { kind?: string; owner_id?: string } = {}): Promise<string> {
  const body = { customer_id, text, kind: "fix", due_at: String(on(due)), ...more };
  return (await staff.ask(promisesContract.makePromise, { body })).id;
}

const stateOf = async (id: string) => staff.ask(promisesContract.getPromise, { id });
const lineWith = (page: Page, text: string) => page.getByRole("listitem").filter({ hasText: text });

/** Walks down to the line of these words. */
async function walkTo(page: Page, text: string): Promise<void> {
  await lineWith(page, text).waitFor();
  for (let presses = 0; presses < 20; presses++) {
    if (await page.locator("li[aria-current=true]").filter({ hasText: text }).count()) return;
    await page.keyboard.press(presses < 10 ? "j" : "k");
  }
  assert.fail(`the keys do not reach "${text}"`);
}

describe("the daily round", () => {
  test("five things are settled and two promises added by the keys alone", async () => {
    const kept = await promise("The tap", "Mon 16:00");
    const onTrack = await promise("The drawing", "Mon 11:00");
    const moved = await promise("The boiler", "Tue 10:00");
    const called = await promise("Talk about the bath", "Tue 11:00", { kind: "callback" });
    const told = await promise("The invoice", "Tue 12:00");
    await house.advanceTo(on("Mon 10:31"));
    const page = await signIn(me);
    await page.clock.install({ time: on("Mon 10:31").epochMilliseconds });
    await page.reload();
    await page.evaluate(`window.touches = 0; addEventListener("pointerdown", () => window.touches++, true)`);
    await lineWith(page, "The tap").waitFor();
    assert.match(await page.title(), /^\(\d\) Today/, "what should be told before it is late stands in the title");
    await page.keyboard.press("g");
    await page.keyboard.press("t");

    await walkTo(page, "The drawing");
    await page.keyboard.press("u");
    await page.getByRole("status").getByText("Noted: still on time.").waitFor();

    await walkTo(page, "The tap");
    const keptSent = page.waitForResponse(new RegExp(`${kept}/keeps$`));
    await page.keyboard.press("x");
    await page.getByRole("status").getByText("Kept: The tap").waitFor();
    await lineWith(page, "The tap").waitFor({ state: "detached" });

    await walkTo(page, "The boiler");
    await page.keyboard.press("m");
    const move = page.getByRole("dialog", { name: "A new time" });
    await move.waitFor();
    await page.keyboard.type("Wednesday 3pm");
    await page.keyboard.press("Tab");
    await page.keyboard.type("The part comes on Wednesday");
    await move.getByLabel("Message to Marta Lindqvist").waitFor();
    await pressByKeys(page, "Move and tell them");
    await page.getByRole("status").getByText("Moved. It stands once they were told.").waitFor();

    await walkTo(page, "Talk about the bath");
    await page.keyboard.press("x");
    const keep = page.getByRole("dialog", { name: "It is done" });
    await keep.waitFor();
    await keep.getByRole("group", { name: "How they hear of it" }).first().waitFor();
    for (let n = 0; n < 6 && !(await keep.getByLabel("I called").isChecked()); n++) {
      const isThere = await page.evaluate("document.activeElement?.getAttribute('type') === 'radio'");
      await page.keyboard.press(isThere ? "ArrowRight" : "Tab");
    }
    await pressByKeys(page, "Kept");
    await keep.waitFor({ state: "detached" });

    await walkTo(page, "The invoice");
    await page.keyboard.press("u");
    const word = page.getByRole("dialog", { name: "A word on how it stands" });
    await word.getByLabel("Message to Marta Lindqvist").waitFor();
    await pressByKeys(page, "Tell them");
    await page.getByRole("status").getByText("They are told.").waitFor();

    for (const line of ["call Marta back tomorrow 3pm about the pump", "for Marta: the price of a bath by Thursday"]) {
      await page.keyboard.press("c");
      await page.getByRole("dialog", { name: "Write down a promise" }).waitFor();
      await page.keyboard.type(line);
      await page.keyboard.press("Enter");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
    await lineWith(page, "the price of a bath").waitFor();
    assert.equal(await page.evaluate("window.touches"), 0);
    await meet(page, "today after the round");

    // What was kept is sent a moment later, so that it can be taken back.
    await keptSent;
    await house.settle();
    assert.equal((await stateOf(kept)).state, "kept");
    assert.equal((await stateOf(onTrack)).rings.at(-1)?.answer, "on_track");
    assert.equal((await stateOf(moved)).due_at, String(on("Wed 15:00")));
    assert.equal((await stateOf(called)).state, "kept");
    assert.equal((await stateOf(told)).tellings.length, 1);
  });
});

describe("side by side", () => {
  test("what one window writes down, the other shows without being loaded anew, in its title too", async () => {
    const [one, other] = [await signIn(me), await signIn(me)];
    await other.getByRole("heading", { level: 1 }).waitFor();
    await one.getByLabel("What did you promise?").fill("for Marta: the key of the cellar by Friday");
    await one.getByText("Marta Lindqvist").first().waitFor();
    await one.getByLabel("What did you promise?").press("Enter");
    await lineWith(other, "the key of the cellar").waitFor();
    const count = async () => Number(/^\((\d+)\)/.exec(await other.title())?.[1] ?? 0);
    const before = await count();
    await promise("The letter to the landlord", "Mon 10:55");
    // To the very minute at which it rings: the house tells what changed in the last ten seconds of its clock.
    await house.advanceTo(on("Mon 10:49"));
    await other
      .getByRole("region", { name: /Tell them before it is late/ })
      .getByText("The letter to the landlord")
      .waitFor();
    assert.equal(await count(), before + 1);
  });

  test("who leads sees what their people owe, by name", async () => {
    const ben = { name: "Ben Okoye", email: "ben@business.example", role: "member" as const };
    const { id } = await staff.ask(membersContract.addMember, { body: ben });
    await promise("The roof of the shed", "Thu 12:00", { owner_id: id });
    const page = await signIn(me);
    await lineWith(page, "The letter to the landlord").waitFor();
    assert.equal(await lineWith(page, "The roof of the shed").count(), 0);
    await page.getByLabel("Whose day").selectOption("Ben Okoye");
    await page.getByRole("heading", { name: "What Ben Okoye owes" }).waitFor();
    await lineWith(page, "The roof of the shed").waitFor();
    await meet(page, "what somebody else owes");
  });
});
