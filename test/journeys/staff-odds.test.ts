import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Page } from "playwright-core";
import { customersContract } from "#app/customers/wire.ts";
import { membersContract } from "#app/members/wire.ts";
import { promisesContract } from "#app/promises/wire.ts";
import { policyPreviewContract } from "#app/promises/wire-policy-preview.ts";
import { plusSeconds } from "#base/instant.ts";
import { on, openHouse } from "#test/harness/house.ts";
import { livedThrough } from "#test/harness/lived.ts";
import { staffAt } from "#test/harness/staff.ts";
import { asDesktop, asPhone, meet, openDesk } from "#test/harness/staff-browser.ts";

const house = await openHouse();
const ana = { email: "ana@ortiz.example", password: "a sentence is easier" };
const made = await house.run(
  ...["workspace", "create", "--name", "Ortiz Heizung & Wasser", "--time-zone", "Europe/Berlin", "--language", "en"],
  ...["--member-name", "Ana Ortiz", "--member-email", ana.email, "--member-password", ana.password, "--json"],
);
assert.equal(made.code, 0, made.err);
const business = made.json as { workspace_id: string; member_id: string; api_key: string };
const staff = staffAt(house.url, business.api_key);
const { signIn } = await openDesk(house.url);
const monday = on("Mon 09:00");
let customerId = "";

before(async () => {
  const contacts = [{ name: "Marta", addresses: [{ channel: "email" as const, address: "marta@lindqvist.example" }] }];
  const marta = await staff.ask(customersContract.createCustomer, {
    body: { name: "Marta Lindqvist", kind: "person", contacts },
  });
  customerId = marta.id;
  await staff.ask(policyPreviewContract.editPolicy, {
    body: { scope: "workspace", settings: { estimate_in: "clock" } },
  });
  const whose = { workspaceId: business.workspace_id, memberId: business.member_id, customerId, kind: "fix" };
  // So long ago that nobody is asked about it any more.
  await livedThrough(house.db, whose, 80, plusSeconds(monday, -20 * 86_400));
});

let sittings = 0;

/** At the desk by the house's clock; gives what the house is asked about odds, too. */
async function sitDown(how = asDesktop) {
  // Whoever comes to listen hears the last ten seconds again: what was done in the sitting before is no news any more.
  await house.advanceTo(plusSeconds(monday, 20 * ++sittings));
  const page = await signIn(ana, how);
  await page.clock.setFixedTime(monday.epochMilliseconds);
  await page.goto("/today");
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/quotes")) asked.push(request.postData() ?? "");
  });
  return { page, asked };
}

const odds = (page: Page) => page.getByRole("region", { name: "The odds of that time" });

for (const how of [asDesktop, asPhone]) {
  test(`a promise is written down with its odds, moved by them, ${how === asPhone ? "with a thumb" : "with keys"}`, async () => {
    const { page, asked } = await sitDown(how);
    const field = page.getByLabel("What did you promise?");
    await field.fill("for Marta Lindqvist: fix the tap today 5pm");
    await odds(page)
      .getByText(/kept \d+ of 100 times/)
      .waitFor();
    await meet(page, "quick add with odds");
    const before = asked.length;

    // Walking along the curve asks nobody anything.
    const slider = odds(page).getByRole("slider", { name: "Move the time" });
    await slider.focus();
    const was = await slider.getAttribute("aria-valuetext");
    for (let n = 0; n < 2; n++) await page.keyboard.press("ArrowLeft");
    await page.getByText("today, 16:00").first().waitFor();
    assert.notEqual(await slider.getAttribute("aria-valuetext"), was);
    await odds(page).getByText("Shorter than advised.").waitFor();
    assert.equal(asked.length, before);

    // Far too soon: half of such work takes longer, so it says why, or nothing is written down.
    await page.keyboard.press("Home");
    await odds(page).getByText("Half of such work takes longer than that.").waitFor();
    await meet(page, "a time that is too short");
    await field.focus();
    await page.keyboard.press("Enter");
    await page.getByText("Say why it can be done so soon").first().waitFor();
    const why = page.getByLabel("Why so soon?");
    await why.and(page.locator(":focus")).waitFor();

    // The advised time is one key, or one tap, away.
    if (how === asPhone)
      await odds(page)
        .getByRole("button", { name: /advised/ })
        .click();
    else await page.keyboard.press("Alt+a");
    await why.waitFor({ state: "detached" });
    await odds(page)
      .getByText(/kept 9[5-9] of 100 times/)
      .waitFor();
    assert.equal(asked.length, before);
    await field.focus();
    await page.keyboard.press("Enter");
    await page.getByText("Written down: fix the tap").first().waitFor();
    const { items } = await staff.ask(promisesContract.listPromises, { query: { limit: 1 } });
    assert.equal(items[0]?.due_at, items[0]?.advised_due_at);
  });
}

test("a time that is shorter than half of such work takes is written down with its reason", async () => {
  const { page } = await sitDown();
  await page.getByLabel("What did you promise?").fill("for Marta Lindqvist: fix the sink in 1 hour");
  const why = page.getByLabel("Why so soon?");
  await why.fill("The part is in the car");
  await page.keyboard.press("Enter");
  await page.getByText("Written down: fix the sink").first().waitFor();
  const { items } = await staff.ask(promisesContract.listPromises, { query: { limit: 1 } });
  assert.equal(items[0]?.short_quote_reason, "The part is in the car");
  await page.goto(`/promises/${items[0]?.id}`);
  await page.getByText("Why it could be so soon").waitFor();
  await page.getByRole("definition").filter({ hasText: "The part is in the car" }).waitFor();
  // Whoever comes by another door is asked as well; what was said already is written down as it was said.
  const body = { customer_id: customerId, text: "Fix the bath", kind: "fix" };
  const due_at = plusSeconds(monday, 3600).toString();
  assert.equal(await staff.refused(promisesContract.makePromise, { body: { ...body, due_at } }), "why_so_soon");
  const made_at = plusSeconds(monday, -60).toString();
  await staff.ask(promisesContract.makePromise, { body: { ...body, due_at, made_at } });
});

test("a letter that promises it sooner than half of such work takes is asked why, too", async () => {
  const { page } = await sitDown();
  const line = page.getByRole("listitem").filter({ hasText: "fix the sink" });
  await line.getByRole("button", { name: "Tell them…" }).click();
  const dialog = page.getByRole("dialog", { name: "A word on how it stands" });
  await dialog.getByLabel("Message to Marta").fill("Dear Marta, I'll fix the shower today at 10:30.");
  const noticed = page.getByRole("region", { name: "Noticed in these words" });
  await noticed.getByText("today, 10:30").waitFor();
  await page.keyboard.press("Alt+r");
  await noticed.getByText("Half of such work takes longer than that.").waitFor();
  const why = noticed.getByLabel("Why so soon?");
  await meet(page, "a letter that promises too soon");
  await why.fill("I am there anyway");
  await why.press("Enter");
  await page.getByText("Written down: fix the shower").first().waitFor();
  const { items } = await staff.ask(promisesContract.listPromises, { query: { limit: 1 } });
  assert.deepEqual([items[0]?.text, items[0]?.short_quote_reason], ["fix the shower", "I am there anyway"]);
  await dialog.getByRole("button", { name: "Close" }).click();
});

test("a new time is chosen by its odds, and the words for it stand in the field", async () => {
  const { page, asked } = await sitDown();
  const line = page.getByRole("listitem").filter({ hasText: "fix the sink" });
  await line.getByRole("button", { name: "New time…" }).click();
  const dialog = page.getByRole("dialog", { name: "A new time" });
  await dialog.getByLabel("When then?").fill("in 2 hours");
  await odds(page)
    .getByText(/kept \d+ of 100 times/)
    .waitFor();
  assert.match(asked.at(-1) ?? "", /"promise_id"/);
  await odds(page).getByRole("button", { name: "90 of 100" }).click();
  const when = dialog.getByLabel("When then?");
  await when.and(page.locator("[value]")).waitFor();
  assert.match(await when.inputValue(), /^(\d+ \w{3} \d\d:\d\d|in 2 hours)$/);
  await meet(page, "a new time with its odds");
  await dialog.getByLabel("Why?", { exact: true }).fill("The part is late");
  await dialog.getByRole("button", { name: "Move and tell them" }).click();
  await page.getByText("Moved. It stands once they were told.").waitFor();
});

test("where nothing was learnt yet it says so, and claims no odds", async () => {
  const { page } = await sitDown(asPhone);
  await page.getByLabel("What did you promise?").fill("for Marta Lindqvist: deliver the boiler tomorrow 5pm");
  await odds(page).getByText("No odds yet: too little of this kind was done so far.").waitFor();
  await odds(page).getByRole("button", { name: "How long such things took" }).click();
  const dialog = page.getByRole("dialog", { name: "How long it took: delivery" });
  await dialog.getByText("Nothing of this kind was done yet.").waitFor();
  await meet(page, "nothing took any time yet");
  await page.keyboard.press("Escape");
  await page.getByLabel("What did you promise?").fill("");
});

test("how long such things took is seen from a promise, as a picture, a sentence and a table", async () => {
  const { items } = await staff.ask(promisesContract.listPromises, { query: { limit: 1 } });
  for (const how of [asDesktop, asPhone]) {
    const { page } = await sitDown(how);
    await page.goto(`/promises/${items[0]?.id}`);
    await page.getByRole("button", { name: "How long such things took" }).click();
    const dialog = page.getByRole("dialog", { name: "How long it took: fix" });
    await dialog
      .getByText(/^80 done, \d+ still open.* Done within: 50 of 100 within \d+ hours.* This one was to take/)
      .waitFor();
    await dialog.getByText("As a table").click();
    await dialog.getByRole("columnheader", { name: "Still open" }).waitFor();
    await meet(page, "how long it took");
  }
});

test("the odds that were stated are held against what was kept, by kind", async () => {
  for (const how of [asDesktop, asPhone]) {
    const { page } = await sitDown(how);
    await page.goto("/record");
    await page.getByRole("link", { name: "How good our odds are" }).click();
    await page.getByRole("heading", { name: "How good our odds are" }).waitFor();
    await page
      .getByRole("definition")
      .filter({ hasText: /^72 of 80$/ })
      .first()
      .waitFor();
    await page.getByText(/What lies between the two is (no )?more than chance\./).waitFor();
    await page.getByText("90 to 95 of 100").waitFor();
    await meet(page, "stated against kept");
    await page.getByLabel("Of which kind").selectOption({ label: "fix" });
    await page.getByRole("heading", { name: "How long such things took" }).waitFor();
    await page.getByText(/^80 done/).waitFor();
    await meet(page, "stated against kept, of one kind");
  }
});

test("to a German all of it is said in German", async () => {
  await staff.ask(membersContract.editMember, { id: business.member_id, body: { language: "de" } });
  const { page } = await sitDown(asPhone);
  await page.getByLabel("Was haben Sie versprochen?").fill("für Marta Lindqvist: Hahn reparieren heute 17 Uhr");
  const chances = page.getByRole("region", { name: "Die Aussicht für diese Zeit" });
  await chances.getByText(/\d+ von 100 Malen gehalten/).waitFor();
  await chances.getByText("Kürzer als geraten.").waitFor();
  await meet(page, "odds in German");
  await page.goto("/record/quotes");
  await page.getByLabel("Von welcher Art").selectOption({ label: "fix" });
  await page.getByText(/Die Zeiten (sind nun um .* (länger|kürzer)|werden so genannt)/).waitFor();
  await page.getByText(/^80 getan/).waitFor();
  await meet(page, "stated against kept in German");
});
