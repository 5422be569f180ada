import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { membersContract } from "#app/members/wire.ts";
import { openHouse } from "#test/harness/house.ts";
import { staffAt } from "#test/harness/staff.ts";
import { asPhone, meet, openDesk } from "#test/harness/staff-browser.ts";

const house = await openHouse();
const ana = { email: "ana@ortiz.example", password: "a sentence is easier" };
const ben = { name: "Ben Okoye", email: "ben@ortiz.example", role: "member" as const };
const made = await house.run(
  ...["workspace", "create", "--name", "Ortiz Heizung & Wasser", "--time-zone", "Europe/Berlin", "--language", "en"],
  ...["--member-name", "Ana Ortiz", "--member-email", ana.email, "--member-password", ana.password, "--json"],
);
assert.equal(made.code, 0, made.err);
const { api_key: key } = made.json as { api_key: string };
await staffAt(house.url, key).ask(membersContract.addMember, { body: { ...ben, password: "ben keeps his own" } });
const { signIn } = await openDesk(house.url);

describe("the business and those who work there", () => {
  test("is found from the palette, its name is saved, and its mail server says whether a mail leaves", async () => {
    const page = await signIn(ana);
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("business");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Business and mail" }).waitFor();
    await page.getByLabel("Name of the business").fill("Ortiz & Wasser");
    await page.reload();
    const form = page.locator("form").first();
    await form.getByRole("button", { name: "Save" }).click();
    await page.getByRole("status").getByText("Saved.").waitFor();
    await page.getByRole("navigation").getByText("Ortiz & Wasser").waitFor();
    await page.getByRole("button", { name: "Send me a test mail" }).click();
    await page.getByText(`The server took a mail to ${ana.email}`).waitFor();
    await page.getByLabel("Another server").fill("mail.example.com");
    await page.getByRole("button", { name: "Send me a test mail" }).click();
    await page.getByText("Write it like smtp://").waitFor();
    await meet(page, "settings workspace");
  });

  test("invites, invites again and takes it back; gives a role; lets somebody go with their work handed over", async () => {
    const page = await signIn(ana, asPhone);
    await page.goto("/settings");
    await page.getByRole("heading", { name: "Settings" }).waitFor();
    await meet(page, "settings");
    await page.getByRole("link", { name: "Members and invitations" }).click();
    await page.getByRole("button", { name: "Invite somebody" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Chiara Rossi");
    await page.getByLabel("E-mail address").fill("chiara@ortiz.example");
    await meet(page, "settings invite");
    await page.getByRole("button", { name: "Send the invitation" }).click();
    const invited = page.getByRole("listitem").filter({ hasText: "Chiara Rossi" });
    await invited.waitFor();
    await invited.getByRole("button", { name: "Send again" }).click();
    await page.getByRole("status").getByText("is on its way").first().waitFor();
    await invited.getByRole("button", { name: "Take back" }).click();
    await invited.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "More about Ben Okoye" }).click();
    await page.getByRole("menuitem", { name: "Change the role" }).click();
    await page.getByLabel("Role", { exact: true }).selectOption("manager");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("listitem").filter({ hasText: "Ben Okoye" }).getByText("Manager").waitFor();
    await meet(page, "settings members");
    await page.getByRole("button", { name: "More about Ben Okoye" }).click();
    await page.getByRole("menuitem", { name: "They leave" }).click();
    await page.getByLabel("Who takes over").selectOption("Ana Ortiz");
    await meet(page, "settings leaving");
    await page.getByRole("button", { name: "Let them go" }).click();
    await page.getByText("Ben Okoye has left; 0 promises were handed over.").waitFor();
    await page.getByRole("listitem").filter({ hasText: "Ben Okoye" }).waitFor({ state: "detached" });
  });

  test("reads well for who may not change it, and says why", async () => {
    const dora = { name: "Dora Klein", email: "dora@ortiz.example", role: "member" as const };
    const password = "dora reads along";
    await staffAt(house.url, key).ask(membersContract.addMember, { body: { ...dora, password } });
    const page = await signIn({ email: dora.email, password });
    await page.goto("/settings/members");
    await page.getByRole("status").getByText("Only a proprietor or an admin may do this").waitFor();
    await meet(page, "settings members to a member");
  });
});
