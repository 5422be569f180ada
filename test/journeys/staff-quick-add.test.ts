import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { customersContract } from "#app/customers/wire.ts";
import { promisesContract } from "#app/promises/wire.ts";
import { on } from "#test/harness/house.ts";
import { asDesktop, asPhone, meet } from "#test/harness/staff-browser.ts";
import { openWorkingDay } from "#test/harness/working-day.ts";

const { staff, me, signIn, know } = await openWorkingDay({
  ...{ business: "Ortiz Heizung & Wasser", member: "Ana Ortiz", trade: "contractor" },
});
await know({ name: "Marta Lindqvist", time_zone: "Europe/London" });

const lineOf = (page: Page) => page.getByLabel("What did you promise?");
const promisedBy = async (text: string) =>
  (await staff.ask(promisesContract.listPromises, { query: {} })).items.filter((promise) => promise.text === text);

/** The desk at the hour of the house, which is not the machine's. */
async function atTheDesk(how = asDesktop, isWithoutWorker = false): Promise<Page> {
  const page = await signIn(me, { ...how, ...(isWithoutWorker && { serviceWorkers: "block" }) });
  await page.clock.setFixedTime(on("Mon 09:00").epochMilliseconds);
  const aids = page.waitForResponse(/reading_aids/);
  await page.reload();
  await lineOf(page).waitFor();
  await aids;
  return page;
}

describe("a line becomes a promise", () => {
  test("to somebody we know in 25 keys and no touch of a mouse: five seconds at sixty words a minute", async (t) => {
    const page = await atTheDesk();
    await page.evaluate(`
      window.keys = 0; window.touches = 0;
      addEventListener("keydown", () => window.keys++, true);
      addEventListener("pointerdown", () => window.touches++, true);`);
    const beganAt = performance.now();
    await page.keyboard.press("c");
    const dialog = page.getByRole("dialog", { name: "Write down a promise" });
    await dialog.waitFor();
    await page.keyboard.type("call Marta tomorrow 3pm");
    await page.keyboard.press("Enter");
    await page.getByRole("status").getByText("Written down: call Marta").waitFor();
    const [keys, touches] = (await page.evaluate("[window.keys, window.touches]")) as [number, number];
    assert.deepEqual([keys, touches], [25, 0]);
    const fingers = (keys / 5) * 1000;
    t.diagnostic(`${keys} keys: ${fingers} ms of typing, and ${Math.round(performance.now() - beganAt)} ms of ours`);
    const [promise] = await promisedBy("call Marta");
    assert.deepEqual([promise?.kind, promise?.due_at], ["callback", String(on("Tue 15:00"))]);
  });

  test("shows while one types the exact time, ours and theirs, and says when we are closed", async () => {
    const page = await atTheDesk();
    await lineOf(page).fill("call Marta back tomorrow 3pm about the leak");
    await page.getByText(/Tue,? \d+ \w+(?: \d{4})?, 15:00 your time · 14:00 Marta Lindqvist’s/).waitFor();
    await meet(page, "quick add in two zones");
    await lineOf(page).fill("for Marta: check the boiler on Sunday at noon");
    await page.getByText("We are closed then.").waitFor();
    await page.getByRole("button", { name: /Take \w+/ }).click();
    await page.getByText(/Fri,? .*your time/).waitFor();
    await lineOf(page).fill("");
  });

  test("whoever is new is written down with it, a table stands for whom it seats, and German is understood", async () => {
    const page = await atTheDesk(asPhone);
    for (const [line, said] of [
      ["for Otto Berg: a new tap by Friday", "Otto Berg, a new customer"],
      ["table 7 more bread in 5 minutes", "table 7, a new customer"],
      ["Marta anrufen morgen um 9", "Marta Lindqvist"],
    ] as const) {
      await lineOf(page).fill(line);
      await page.getByText(said).first().waitFor();
      await page.getByRole("button", { name: "Write it down" }).click();
      await page.getByRole("status").getByText("Written down: ").last().waitFor();
      await lineOf(page).and(page.locator(":placeholder-shown")).waitFor();
    }
    assert.equal((await promisedBy("Marta anrufen"))[0]?.due_at, String(on("Tue 09:00")));
    assert.equal((await promisedBy("more bread"))[0]?.due_at, String(on("Mon 09:05")));
    await page.getByRole("listitem").filter({ hasText: "a new tap" }).getByText("Otto Berg").waitFor();
  });

  test("what could not be read is said, and every word stays", async () => {
    const page = await atTheDesk();
    for (const [line, said] of [
      ["call Marta tomorrow @zoe", "Nobody here is called “zoe”."],
      ["call Marta tomorrow #zebra", "There is no kind “zebra”."],
      ["call Marta yesterday", "That time has passed: name one that is still to come."],
      ["call Marta some day", "No time was found in it"],
      ["tomorrow 3pm", "Say what is promised."],
      ["buy nails by friday", "Say to whom: a name is enough."],
    ] as const) {
      await lineOf(page).fill(line);
      const words = said.replaceAll(/[“”]/g, '"');
      await page.getByRole("paragraph").filter({ hasText: words }).first().waitFor();
      assert.equal(await lineOf(page).inputValue(), line);
    }
    await lineOf(page).fill("");
  });

  test("names in any script and with pictures are kept as they are, and one of ten thousand letters is none", async () => {
    const page = await atTheDesk();
    const name = "محمد 👩‍🔧 Özil";
    await lineOf(page).fill(`for ${name}: a new pump by Friday`);
    await page.getByText(`${name}, a new customer`).first().waitFor();
    await lineOf(page).press("Enter");
    const line = page.getByRole("listitem").filter({ hasText: "a new pump" });
    await line.getByText(name).waitFor();
    await meet(page, "names in any script");
    await lineOf(page).fill(`for ${"x".repeat(10_000)}: a new pump by Friday`);
    await page.getByText("That is too long for one promise.").waitFor();
    await lineOf(page).fill("");
  });
});

describe("without the house", () => {
  test("the desk opens, the line is read here, waits on Today over a reload, and is sent once there is one", async () => {
    const page = await atTheDesk(asPhone);
    await page.evaluate("navigator.serviceWorker.ready");
    await page.context().setOffline(true);
    await page.reload();
    await lineOf(page).fill("call Marta back tomorrow 4pm about the invoice");
    await page.getByText("so this device read it").waitFor();
    await page.getByText(/, 16:00 your time · 15:00 Marta Lindqvist’s/).waitFor();
    await meet(page, "a line read without the house");
    await page.getByRole("button", { name: "Write it down" }).click();
    const waiting = page.getByRole("list", { name: "Waiting for the house" }).getByRole("listitem");
    await waiting.getByText("about the invoice").waitFor();
    assert.equal(await lineOf(page).inputValue(), "");
    await page.reload();
    await waiting.getByText("about the invoice").waitFor();
    await meet(page, "a line that waits");
    await page.context().setOffline(false);
    await page.getByRole("status").getByText("Sent now: call Marta back").waitFor({ timeout: 40_000 });
    await waiting.waitFor({ state: "detached" });
    await page.getByRole("listitem").filter({ hasText: "about the invoice" }).waitFor();
    const [promise, ...others] = await promisedBy("call Marta back about the invoice");
    assert.deepEqual([promise?.due_at, others.length], [String(on("Tue 16:00")), 0]);
    assert.equal(promise?.made_at, String(on("Mon 09:00")), "it was said when it was said");
  });

  test("an answer that is lost on its way makes no second promise, not after a reload either", async () => {
    const page = await atTheDesk(asDesktop, true);
    await page.route("**/api/v1/promises", async (route) => {
      await route.fetch();
      await route.abort();
    });
    await lineOf(page).fill("send the drawing to Marta by Thursday");
    await page.getByText("Marta Lindqvist").first().waitFor();
    await lineOf(page).press("Enter");
    await page.getByRole("list", { name: "Waiting for the house" }).waitFor();
    await page.unroute("**/api/v1/promises");
    await page.reload();
    await page.getByRole("status").getByText("Sent now: send the drawing").waitFor({ timeout: 40_000 });
    assert.equal((await promisedBy("send the drawing to Marta")).length, 1);
  });

  test("a line that the house does not take later comes back into the field with its reason", async () => {
    const page = await atTheDesk();
    await page.context().setOffline(true);
    await lineOf(page).fill("for Weber: a price for the bath by Friday");
    await page.getByText("so this device read it").waitFor();
    await lineOf(page).press("Enter");
    await page.getByRole("list", { name: "Waiting for the house" }).waitFor();
    for (let n = 0; n < 2; n++) {
      await staff.ask(customersContract.createCustomer, { body: { name: "Weber", kind: "person" } });
    }
    await page.context().setOffline(false);
    await page.getByRole("alert").getByText('Several customers are called "Weber"').waitFor({ timeout: 40_000 });
    assert.equal(await lineOf(page).inputValue(), "for Weber: a price for the bath by Friday");
    await meet(page, "a line that came back");
    await page.getByRole("group", { name: "To whom?" }).waitFor();
    await lineOf(page).press("ArrowDown");
    await lineOf(page).press("Enter");
    await page.getByRole("status").getByText("Written down: a price for the bath").waitFor();
    assert.equal((await promisedBy("a price for the bath")).length, 1);
  });
});

describe("by voice", () => {
  // The browser's own part: it hears what the test says, in the language that it is asked to hear.
  const ear = `window.SpeechRecognition = class {
    start() {
      window.heardIn = this.lang;
      const hear = (transcript) => this.onresult({ results: [[{ transcript }]] });
      setTimeout(() => hear("call Marta"), 20);
      setTimeout(() => { hear("call Marta back tomorrow 5pm"); this.onend(); }, 60);
    }
    stop() { this.onend(); }
  }`;

  test("what is spoken lands in the line as if it were typed, in the language of its member", async () => {
    const page = await signIn(me, asPhone);
    await page.addInitScript(ear);
    await page.reload();
    await lineOf(page).waitFor();
    await page.getByRole("button", { name: "Speak instead of typing" }).click();
    await page.getByText(/, 17:00 your time/).waitFor();
    assert.equal(await lineOf(page).inputValue(), "call Marta back tomorrow 5pm");
    assert.match(String(await page.evaluate("window.heardIn")), /^en/);
    await meet(page, "a line that was spoken");
    await page.getByRole("button", { name: "Write it down" }).click();
    await page.getByRole("status").getByText("Written down: call Marta back").waitFor();
  });

  test("where the browser cannot listen there is no button that does nothing", async () => {
    const page = await signIn(me);
    await page.addInitScript("window.SpeechRecognition = window.webkitSpeechRecognition = undefined");
    await page.reload();
    await lineOf(page).waitFor();
    assert.equal(await page.getByRole("button", { name: "Speak instead of typing" }).count(), 0);
  });
});
