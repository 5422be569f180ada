import assert from "node:assert/strict";
import { test } from "node:test";
import { draftsContract } from "#app/letters/wire.ts";
import { membersContract } from "#app/members/wire.ts";
import { openHouse } from "#test/harness/house.ts";
import { staffAt } from "#test/harness/staff.ts";
import { asPhone, meet, openDesk } from "#test/harness/staff-browser.ts";

const house = await openHouse();
const ana = { email: "ana@ortiz.example", password: "a sentence is easier" };
const ben = { name: "Ben Okoye", email: "ben@ortiz.example", password: "ben keeps his own", role: "member" as const };
const made = await house.run(
  ...["workspace", "create", "--name", "Ortiz Heizung & Wasser", "--time-zone", "Europe/Berlin", "--language", "en"],
  ...["--member-name", "Ana Ortiz", "--member-email", ana.email, "--member-password", ana.password, "--json"],
);
assert.equal(made.code, 0, made.err);
const staff = staffAt(house.url, (made.json as { api_key: string }).api_key);
await staff.ask(membersContract.addMember, { body: ben });
const { signIn } = await openDesk(house.url);

test("a letter is written anew for German readers, seen as it arrives, mailed to oneself, and put back", async () => {
  const page = await signIn(ana);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("letters");
  await page.keyboard.press("Enter");
  await page.getByRole("list", { name: "All letters" }).waitFor();
  await meet(page, "settings letters");
  await page.getByRole("radio", { name: "German" }).check();
  await page.getByRole("link", { name: "I am running late" }).click();
  const words = page.getByLabel("The words");
  await words.fill("Moin {name}, ich komme {wann}.");
  await page.getByText("Nothing is filled in for {wann} here. There is:").first().waitFor();
  await words.fill("Moin {name}, es wird später, etwa ");
  await page.getByText("does not say how late it gets").waitFor();
  await words.press("End");
  await page.getByRole("button", { name: "Put in {minutes}" }).click();
  await page.keyboard.type(" Minuten.");
  const arrives = page.getByRole("region", { name: "As it arrives" });
  await arrives.getByText("Moin Marta Lindqvist, es wird später, etwa 40 Minuten.").waitFor();
  await meet(page, "settings letter");
  await arrives.getByRole("radio", { name: "Plain" }).check();
  await arrives.getByText("Ortiz Heizung & Wasser").waitFor();
  await page.reload();
  assert.equal(await words.inputValue(), "Moin {name}, es wird später, etwa {minutes} Minuten.");
  await page.getByRole("button", { name: "Send it to me" }).click();
  await page.getByText(`It is on its way to ${ana.email}.`).waitFor();
  const mail = await house.mail.waitFor(({ text }) => /etwa 40 Minuten/.test(text ?? ""));
  assert.match(mail.html ?? "", /etwa 40 Minuten/);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Put it back to ours" }).waitFor();
  await page.getByRole("link", { name: "All letters" }).click();
  await page.getByText("written anew for the house").waitFor();
  await page.getByRole("link", { name: "I am running late" }).click();
  await page.getByRole("button", { name: "Put it back to ours" }).click();
  await page.getByText("It stands as it came.").waitFor();
  await page.getByRole("button", { name: "Undo" }).last().click();
  await page.getByRole("button", { name: "Put it back to ours" }).waitFor();
  assert.match(await words.inputValue(), /^Moin/);
});

test("a member writes in a tone of their own, and reads the house’s words and why they may not change them", async () => {
  const page = await signIn(ben, asPhone);
  await page.goto("/settings/letters?letter=update&language=en");
  await page.getByText("Only a proprietor or an admin may do this").first().waitFor();
  await meet(page, "settings letter to a member");
  await page.getByRole("radio", { name: "My own" }).check();
  await page.getByLabel("The words").fill("Hi {name}, all is well here.");
  await page
    .getByRole("region", { name: "As it arrives" })
    .getByText("Hi Marta Lindqvist, all is well here.")
    .waitFor();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Put it back to ours" }).waitFor();
  await meet(page, "settings letter of one's own");
});

test("two who write the same letter at once are told so, and the words of both are there", async () => {
  const page = await signIn(ana);
  await page.goto("/settings/letters?letter=keep&language=en");
  const words = page.getByLabel("The words");
  await words.fill("Dear {name}, {promise} is done.");
  await staff.ask(draftsContract.editDraft, {
    body: { name: "keep", language: "en", text: "Done, {name}: {promise}." },
  });
  await page.getByText("Somebody saved this letter meanwhile.").waitFor();
  assert.equal(await words.inputValue(), "Dear {name}, {promise} is done.");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("status").getByText("Saved.").waitFor();
});
