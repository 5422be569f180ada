import assert from "node:assert/strict";
import { test } from "node:test";
import { openHouse } from "#test/harness/house.ts";
import { asPhone, meet, openDesk } from "#test/harness/staff-browser.ts";

const house = await openHouse();
const { open } = await openDesk(house.url);
const ana = { email: "ana@ortiz.example", password: "a sentence is easier" };

test("whoever opens a new house says whose word it keeps, and is on Today", async () => {
  const page = await open();
  await page.goto("/");
  await page.getByRole("heading", { name: "Whose word shall be kept here?" }).waitFor();
  await meet(page, "first run");
  await page.getByLabel("Name of the business").fill("Ortiz Heizung & Wasser");
  await page.getByRole("radio", { name: "Contractor" }).check();
  await page.getByLabel("Your name").fill("Ana Ortiz");
  await page.getByLabel("Your e-mail address").fill(ana.email);
  await page.getByLabel("Your password").fill("short");
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByText("Choose a password of 10 characters or more.").waitFor();
  await page.reload();
  assert.equal(await page.getByLabel("Your name").inputValue(), "Ana Ortiz", "what was typed is still there");
  await page.getByLabel("Your password").fill(ana.password);
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("navigation", { name: "Main" }).waitFor();
  assert.equal(new URL(page.url()).pathname, "/today");
});

test("a stranger is asked who they are, and arrives where they wanted to go", async () => {
  const page = await open(asPhone);
  await page.goto("/me");
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await meet(page, "sign in");
  await page.getByLabel("E-mail address").fill(ana.email);
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("alert").getByText("do not belong together").waitFor();
  await page.getByLabel("Password").fill(ana.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "About me" }).waitFor();
});

test("a forgotten password is set anew by the mail that comes for it", async () => {
  const page = await open();
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "I have forgotten my password" }).click();
  // The page before has a field of the same name.
  await page.getByRole("heading", { name: "A new password" }).waitFor();
  await page.getByLabel("E-mail address").fill(ana.email);
  await meet(page, "a new password");
  await page.getByRole("button", { name: "Send the mail" }).click();
  await page.getByRole("heading", { name: "Look at your e-mail" }).waitFor();
  await house.settle();
  const mail = await house.mail.waitFor(({ text = "" }) => text.includes("/new-password?token="));
  const [link = ""] = /http\S+new-password\?token=\S+/.exec(mail.text ?? "") ?? [];
  await page.goto(link);
  await page.getByLabel("New password").fill("another sentence, as good");
  await page.getByRole("button", { name: "Set the password" }).click();
  await page.getByText("The password is set.").waitFor();
  await page.getByRole("link", { name: "Back to signing in" }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await page.getByLabel("E-mail address").fill(ana.email);
  await page.getByLabel("Password").fill("another sentence, as good");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("navigation", { name: "Main" }).waitFor();
});
