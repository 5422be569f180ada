import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Page } from "playwright-core";
import { customersContract } from "#app/customers/wire.ts";
import { membersContract } from "#app/members/wire.ts";
import { promisesContract } from "#app/promises/wire.ts";
import { on, openHouse } from "#test/harness/house.ts";
import { staffAt } from "#test/harness/staff.ts";
import { asDesktop, asPhone, meet, openDesk } from "#test/harness/staff-browser.ts";

const house = await openHouse();
const ana = { email: "ana@ortiz.example", password: "a sentence is easier" };
const ben = { email: "ben@ortiz.example", password: "ben keeps his own" };
const made = await house.run(
  ...["workspace", "create", "--name", "Ortiz Heizung & Wasser", "--time-zone", "Europe/Berlin", "--language", "en"],
  ...["--member-name", "Ana Ortiz", "--member-email", ana.email, "--member-password", ana.password, "--json"],
);
assert.equal(made.code, 0, made.err);
const business = made.json as { member_id: string; api_key: string };
const staff = staffAt(house.url, business.api_key);
const { signIn } = await openDesk(house.url);
let customerId = "";
let benId = "";

before(async () => {
  benId = (await staff.ask(membersContract.addMember, { body: { ...ben, name: "Ben Okoye", role: "manager" } })).id;
  const contacts = [{ name: "Marta", addresses: [{ channel: "email" as const, address: "marta@lindqvist.example" }] }];
  const body = { name: "Lindqvist AB", kind: "organisation" as const, contacts };
  customerId = (await staff.ask(customersContract.createCustomer, { body })).id;
});

const promised = (text: string, due: string) =>
  staff.ask(promisesContract.makePromise, {
    body: { customer_id: customerId, text, kind: "fix", due_at: on(due).toString() },
  });
const storyOf = (id: string) => staff.ask(promisesContract.getPromise, { id });

/** At a promise with the form for its new time open and filled in. */
async function thinkOfMoving(who: typeof ana, id: string, to: { when: string; why: string }, how = asDesktop) {
  const page = await signIn(who, how);
  await page.clock.setFixedTime(on("Mon 09:00").epochMilliseconds);
  await page.goto(`/promises/${id}`);
  await page.getByRole("button", { name: "New time…" }).click();
  const form = page.getByRole("dialog", { name: "A new time" });
  await form.getByLabel("When then?").fill(to.when);
  await form.getByLabel("Why?", { exact: true }).fill(to.why);
  // The words to the customer stand ready once the time was read.
  await form.getByLabel("Message to Marta").waitFor();
  return { page, form, submit: form.getByRole("button", { name: "Move and tell them" }) };
}

const isMoved = (page: Page) => page.getByText("Moved. It stands once they were told.").waitFor();

for (const how of [asDesktop, asPhone]) {
  test(`of two who move the same promise the second is told who moved it to when, ${how.viewport?.width} wide`, async () => {
    const { id } = await promised("Fix the tap", "Tue 12:00");
    const anas = await thinkOfMoving(ana, id, { when: "Thursday 10:00", why: "The part comes by train" }, how);
    const bens = await thinkOfMoving(ben, id, { when: "Wednesday 15:00", why: "The van is in the workshop" });
    await bens.submit.click();
    await isMoved(bens.page);
    await house.settle();

    await anas.submit.click();
    await anas.form.getByText("Ben Okoye moved it meanwhile to").waitFor();
    await anas.form.getByRole("status").getByText("Wednesday, 15:00").waitFor();
    assert.equal(await anas.form.getByLabel("Why?", { exact: true }).inputValue(), "The part comes by train");
    assert.equal(await anas.form.getByLabel("When then?").inputValue(), "Thursday 10:00");
    assert.equal((await storyOf(id)).due_at, on("Wed 15:00").toString(), "nothing was overwritten");
    await meet(anas.page, "somebody else moved it");

    await anas.form.getByRole("button", { name: "Go on with how it stands now" }).click();
    await anas.submit.click();
    await isMoved(anas.page);
    await house.settle();
    const { due_at, moves } = await storyOf(id);
    assert.equal(due_at, on("Thu 10:00").toString());
    assert.deepEqual(
      moves.map((move) => move.by_member_id),
      [benId, business.member_id],
    );
  });
}

test("that it rang, or that somebody told them how it stands, is no change that one has to look at", async () => {
  const { id, version } = await promised("Fix the boiler", "Tue 12:00");
  const { page, submit } = await thinkOfMoving(ana, id, { when: "Thursday 10:00", why: "The part comes by train" });
  await staff.ask(promisesContract.updateCustomer, { id, body: { message: { body: "The part is ordered." } } });
  await house.settle();
  assert.notEqual((await storyOf(id)).version, version);
  await submit.click();
  await isMoved(page);
  await house.settle();
  assert.equal((await storyOf(id)).due_at, on("Thu 10:00").toString());
});
