import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page, Request } from "playwright-core";
import { invitationsContract } from "#app/invitations/wire.ts";
import { openHouse } from "#test/harness/house.ts";
import { staffAt } from "#test/harness/staff.ts";
import { asDesktop, asPhone, meet, openDesk } from "#test/harness/staff-browser.ts";

const house = await openHouse();
const ana = { email: "ana@ortiz.example", password: "a sentence is easier" };
const made = await house.run(
  ...["workspace", "create", "--name", "Ortiz Heizung & Wasser", "--time-zone", "Europe/Berlin", "--language", "en"],
  ...["--member-name", "Ana Ortiz", "--member-email", ana.email, "--member-password", ana.password, "--json"],
);
assert.equal(made.code, 0, made.err);
const { open, signIn } = await openDesk(house.url);

describe("around every screen", () => {
  test("the desk is fit for everybody, on a desk and on a phone, and loads in fewer than ten requests", async () => {
    for (const how of [asDesktop, asPhone]) {
      const page = await signIn(ana, { ...how, serviceWorkers: "block" });
      await page.getByRole("heading", { level: 1 }).waitFor();
      await meet(page, "today");
      const shown = {
        "/today": page.getByRole("heading", { level: 1 }),
        "/me": page.getByLabel("Name", { exact: true }),
      };
      for (const [place, sight] of Object.entries(shown)) {
        const requests: string[] = [];
        const note = (request: Request) => requests.push(request.url());
        page.on("request", note);
        await page.goto(place);
        await sight.waitFor();
        page.off("request", note);
        assert.ok(requests.length < 10, requests.join("\n"));
      }
      await meet(page, "about me");
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keys" }).waitFor();
      await meet(page, "keys");
    }
  });

  test("keys lead to places, the palette finds them, and the focus is where one has come to", async () => {
    const page = await signIn(ana);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("m");
    await page.getByRole("heading", { name: "About me" }).waitFor();
    assert.equal(await focused(page), "About me");
    assert.match(await page.title(), /^About me – Truepenny/);
    await page.keyboard.press("Control+k");
    const field = page.getByRole("combobox", { name: "Search or do something" });
    await field.waitFor();
    await meet(page, "palette");
    await field.fill("tod");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/today");
    await page.keyboard.press("Control+k");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    assert.equal(await page.getByRole("dialog").count(), 0);
  });

  test("the first press of Tab leads past the places to the page", async () => {
    const page = await signIn(ana);
    await page.goto("/me");
    await page.getByRole("heading", { name: "About me" }).waitFor();
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "Skip to the page");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate("document.activeElement.id"), "main");
  });

  test("German is complete: whoever chooses it reads it at once", async () => {
    const page = await signIn(ana);
    await page.goto("/me");
    await page.getByLabel("Language").selectOption("de");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "Über mich" }).waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), "de");
    await page.getByLabel("Sprache").selectOption("en");
    await page.getByRole("button", { name: "Speichern" }).click();
    await page.getByRole("heading", { name: "About me" }).waitFor();
  });

  test("light or dark is chosen for this device, and stays", async () => {
    const page = await signIn(ana);
    await page.goto("/me");
    const paper = () => page.evaluate("getComputedStyle(document.body.parentElement).backgroundColor");
    const light = await paper();
    await page.getByRole("radio", { name: "Dark" }).check();
    const dark = await paper();
    assert.notEqual(dark, light);
    await page.reload();
    await page.getByRole("heading", { name: "About me" }).waitFor();
    assert.equal(await paper(), dark);
  });
});

test("whoever is invited comes in by the mail's link, with a password, in the language chosen for them", async () => {
  const { api_key: key } = made.json as { api_key: string };
  const ben = { name: "Ben Okoye", email: "ben@ortiz.example", role: "member" as const, language: "de" };
  await staffAt(house.url, key).ask(invitationsContract.invite, { body: ben });
  await house.settle();
  const mail = await house.mail.waitFor(({ envelope }) => envelope.to.includes(ben.email));
  const [link = ""] = /http\S+\/invitation\/[^\s<>"]+/.exec(mail.text ?? "") ?? [];
  const page = await open(asPhone);
  await page.goto(link);
  await page.getByRole("heading", { name: "Willkommen bei Ortiz Heizung & Wasser" }).waitFor();
  await meet(page, "invitation");
  await page.getByLabel("Wählen Sie ein Passwort").fill("kurz");
  await page.getByRole("button", { name: "Hereinkommen" }).click();
  await page.getByText("mindestens zehn Zeichen").waitFor();
  await page.getByLabel("Wählen Sie ein Passwort").fill("ein Satz merkt sich leicht");
  await page.getByRole("button", { name: "Hereinkommen" }).click();
  await page.getByRole("navigation", { name: "Hauptmenü" }).waitFor();
  await page.goto(link);
  await page.getByRole("heading", { name: "This invitation opens nothing any more" }).waitFor();
});

describe("nothing typed is lost", () => {
  test("a draft survives a reload", async () => {
    const page = await signIn(ana);
    await page.goto("/me");
    await page.getByLabel("Name", { exact: true }).fill("Ana O.");
    await page.reload();
    await page.getByRole("button", { name: "Save" }).waitFor();
    assert.equal(await page.getByLabel("Name", { exact: true }).inputValue(), "Ana O.");
    await page.getByLabel("Name", { exact: true }).fill("Ana Ortiz");
  });

  test("a session that ended asks who one is above the page, and what was wanted is done", async () => {
    const page = await signIn(ana);
    await page.goto("/me");
    await page.getByLabel("Name", { exact: true }).fill("Ana Maria Ortiz");
    await page.context().clearCookies();
    await page.getByRole("button", { name: "Save" }).click();
    const dialog = page.getByRole("dialog", { name: "Sign in again" });
    await dialog.waitFor();
    await meet(page, "sign in again");
    assert.equal(await dialog.getByLabel("E-mail address").inputValue(), ana.email);
    await dialog.getByLabel("Password").fill(ana.password);
    await dialog.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("status").getByText("Saved.").waitFor();
    await page.getByRole("navigation").getByText("Ana Maria Ortiz").waitFor();
  });

  test("what one window saves, the other shows without being loaded anew; what is typed there stays", async () => {
    const [one, other] = [await signIn(ana), await signIn(ana)];
    for (const page of [one, other]) await page.goto("/me");
    await one.getByLabel("Name", { exact: true }).fill("Ana Ortiz");
    await one.getByRole("button", { name: "Save" }).click();
    await one.getByRole("status").getByText("Saved.").waitFor();
    await other.locator("input[autocomplete=name][value='Ana Ortiz']").waitFor();
    await other.getByLabel("Time zone").fill("Europe/Vien");
    await one.getByLabel("Name", { exact: true }).fill("Ana Maria");
    await one.getByRole("button", { name: "Save" }).click();
    await other.getByRole("status").getByText("Somebody else saved").waitFor();
    assert.equal(await other.getByLabel("Time zone").inputValue(), "Europe/Vien");
  });

  test("without a connection the desk says so, still opens, and is back by itself", async () => {
    const page = await signIn(ana);
    await page.goto("/me");
    await page.evaluate("navigator.serviceWorker.ready");
    await page.context().setOffline(true);
    await page.reload();
    await page.getByText("No connection to the house.").waitFor();
    await page.context().setOffline(false);
    await page.getByText("No connection to the house.").waitFor({ state: "detached", timeout: 30_000 });
  });

  test("what was saved without a connection waits here and says so, and is sent once there is one", async () => {
    const page = await signIn(ana);
    await page.goto("/me");
    const name = page.getByLabel("Name", { exact: true });
    await name.fill("Ana from the cellar");
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("It is kept on this device and sent as soon as there is a connection.").waitFor();
    await page.getByText("1 thing waits to be sent").waitFor();
    await page.getByRole("button", { name: "Look at it" }).click();
    await page.getByRole("dialog", { name: "What waits here" }).getByText("About me").waitFor();
    await page.keyboard.press("Escape");
    await page.context().setOffline(false);
    await page.getByText("1 thing waits to be sent").waitFor({ state: "detached", timeout: 40_000 });
    await page.locator("input[autocomplete=name][value='Ana from the cellar']").waitFor();
  });
});

/** The words of what has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate("document.activeElement.textContent");
}
