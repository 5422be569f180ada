import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { membersContract } from "#app/members/wire.ts";
import { openHouse } from "#test/harness/house.ts";
import { codeAt } from "#test/harness/one-time-codes.ts";
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

describe("keys and absences", () => {
  test("a key is shown once, opens the door, and opens nothing once it is revoked", async () => {
    const page = await signIn(ana);
    await page.goto("/settings/keys");
    await page.getByRole("button", { name: "Make a key" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Shop");
    await page.getByRole("dialog").getByRole("button", { name: "Make a key" }).click();
    const shown = page.getByRole("dialog", { name: "Your new key" });
    const authorization = `Bearer ${await shown.locator("code").textContent()}`;
    const opens = async () => (await fetch(`${house.url}/api/v1/me`, { headers: { authorization } })).status;
    assert.equal(await opens(), 200);
    await page.getByRole("button", { name: "I have kept it" }).click();
    await meet(page, "settings keys");
    await page.getByRole("button", { name: "Revoke Shop" }).click();
    await page.getByText("The key Shop opens nothing any more.").waitFor();
    assert.equal(await opens(), 401);
  });

  test("an absence is written down for whole days, and one taken back comes again by Undo", async () => {
    const page = await signIn(ana, asPhone);
    await page.goto("/settings/absences");
    await page.getByText("No absence is planned").waitFor();
    await page.getByLabel("First day").fill("2027-08-02");
    await page.getByLabel("Last day").fill("2027-08-13");
    await page.reload();
    await page.getByRole("button", { name: "Write it down" }).click();
    await page.getByRole("list", { name: "Absences" }).waitFor();
    await meet(page, "settings absences");
    await page.getByRole("button", { name: "Take back" }).click();
    await page.getByText("No absence is planned").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("list", { name: "Absences" }).waitFor();
  });
});

describe("how one comes in", () => {
  test("a passkey is added, named anew, opens the door, and is removed", async () => {
    const page = await signIn(ana);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("WebAuthn.enable");
    const virtual = { protocol: "ctap2", transport: "internal", hasResidentKey: true } as const;
    const options = { ...virtual, hasUserVerification: true, isUserVerified: true };
    await cdp.send("WebAuthn.addVirtualAuthenticator", { options });
    await page.goto("/settings/security");
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Phone");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Rename Phone" }).click();
    await page.getByLabel("Name", { exact: true }).fill("My phone");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("My phone").waitFor();
    await meet(page, "settings security");
    await page.context().clearCookies();
    await page.goto("/sign-in");
    await page.getByRole("button", { name: /passkey/i }).click();
    await page.getByRole("navigation", { name: "Main" }).waitFor();
    await page.goto("/settings/security");
    await page.getByRole("button", { name: "Remove My phone" }).click();
    await page.getByText("No passkey yet").waitFor();
  });

  test("a second factor is set up by a picture, its codes are shown once, and other sessions are ended", async () => {
    const away = await signIn(ana);
    const page = await signIn(ana, asPhone);
    await page.goto("/settings/security");
    await page.getByRole("button", { name: "Sign out everywhere else" }).click();
    await page.getByText("You are signed in only here now.").waitFor();
    assert.equal((await away.request.get("/api/v1/me")).status(), 401);
    await page.getByRole("button", { name: "Set up a second factor" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Your password").fill("not this");
    await dialog.getByRole("button", { name: "Go on" }).click();
    await dialog.getByText("This is not your password.").waitFor();
    await dialog.getByLabel("Your password").fill(ana.password);
    await dialog.getByRole("button", { name: "Go on" }).click();
    await dialog.getByRole("img").waitFor();
    await meet(page, "settings second factor");
    const secret = await dialog.locator("code").textContent();
    await dialog.getByLabel("Code of the app").fill(codeAt(`otpauth://totp/x?secret=${secret}`, Date.now()));
    await dialog.getByRole("button", { name: "Switch it on" }).click();
    await page.getByRole("dialog", { name: "Your backup codes" }).waitFor();
    await meet(page, "settings backup codes");
    await page.getByRole("button", { name: "I have kept them" }).click();
    await page.getByText("On: a code of your phone").waitFor();
    await page.getByRole("button", { name: "Switch it off" }).click();
    await dialog.getByLabel("Your password").fill(ana.password);
    await dialog.getByRole("button", { name: "Go on" }).click();
    await page.getByText("Off: your password alone").waitFor();
  });

  test("a password is changed by who knows the one before", async () => {
    const page = await signIn(ana);
    await page.goto("/settings/security");
    await page.getByLabel("Password until now").fill(ana.password);
    await page.getByLabel("New password").fill("short");
    await page.getByRole("button", { name: "Change the password" }).click();
    await page.getByText("Choose a password of 10 characters or more.").waitFor();
    await page.getByLabel("New password").fill("an even longer sentence");
    await page.getByRole("button", { name: "Change the password" }).click();
    await page.getByText("The password is changed.").waitFor();
  });
});
