import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { calendarsContract } from "#app/calendars/wire.ts";
import { membersContract } from "#app/members/wire.ts";
import { openHouse } from "#test/harness/house.ts";
import { staffAt } from "#test/harness/staff.ts";
import { asPhone, meet, openDesk } from "#test/harness/staff-browser.ts";

const house = await openHouse();
const ana = { email: "ana@ortiz.example", password: "a sentence is easier" };
const ben = { email: "ben@ortiz.example", password: "ben keeps his own" };
const made = await house.run(
  ...["workspace", "create", "--name", "Ortiz Heizung & Wasser", "--time-zone", "Europe/Berlin", "--language", "en"],
  ...["--member-name", "Ana Ortiz", "--member-email", ana.email, "--member-password", ana.password, "--json"],
);
assert.equal(made.code, 0, made.err);
const { api_key: key } = made.json as { api_key: string };
const { ask } = staffAt(house.url, key);
const { id: benId } = await ask(membersContract.addMember, { body: { ...ben, name: "Ben Okoye", role: "member" } });
const { signIn } = await openDesk(house.url);

describe("calendars", () => {
  test("the hours of the business are found from the palette, and say in words what is typed as it is typed", async () => {
    const page = await signIn(ana);
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("calendars");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Ortiz Heizung & Wasser", exact: true }).waitFor();
    await meet(page, "settings calendars");
    await page.getByRole("link", { name: "Ortiz Heizung & Wasser", exact: true }).click();
    await page.getByText("We are here Mon–Fri 9:00–17:00.").waitFor();
    await page.getByLabel("Monday, to").fill("12:00");
    await page.getByRole("button", { name: "Add hours on Monday" }).click();
    await page.getByText("We are here Mon 9:00–12:00 and 13:00–17:00, Tue–Fri 9:00–17:00.").waitFor();
    await page.getByRole("button", { name: "Copy Monday to …" }).click();
    await page.getByRole("menuitem", { name: "Monday to Friday" }).click();
    await page.getByText("We are here Mon–Fri 9:00–12:00 and 13:00–17:00.").waitFor();
    await page.getByLabel("Monday, from").nth(1).fill("11:00");
    await page.getByText("09:00–12:00 and 11:00–17:00 overlap").first().waitFor();
    await page.getByLabel("Monday, from").nth(1).fill("13:00");
    await page.getByLabel("Country").selectOption({ label: "Germany" });
    await page.getByLabel("State or region").selectOption({ label: "Berlin" });
    await page.getByText("holidays in the year to come").click();
    await page.getByText("1. Weihnachtstag").first().waitFor();
    await page.getByLabel("Date").fill("2027-07-15");
    await page.getByLabel("What is on").fill("Works outing");
    await page.reload();
    await page.getByText("We are here Mon–Fri 9:00–12:00 and 13:00–17:00.").waitFor();
    assert.equal(await page.getByLabel("What is on").inputValue(), "Works outing");
    await page.getByRole("button", { name: "Add this day" }).click();
    await page.getByRole("listitem").filter({ hasText: "Works outing" }).getByText("closed").waitFor();
    await meet(page, "settings calendar");
    await page.getByRole("button", { name: "Save the calendar" }).click();
    await page.getByRole("status").getByText("Saved.").waitFor();
    const [kept] = (await ask(calendarsContract.listCalendars, {})).items;
    assert.equal(kept?.holiday_region, "DE-BE");
    assert.deepEqual(
      kept?.days.find(({ on }) => on === "2027-07-15"),
      { on: "2027-07-15", name: "Works outing", blocks: [] },
    );
    assert.ok(
      kept?.days.some(({ on }) => on === "2027-03-08"),
      "Berlin is closed on Women's Day",
    );
  });

  test("a further one is made on a phone, made the hours of the business, and one that nobody keeps to is deleted", async () => {
    const page = await signIn(ana, asPhone);
    await page.goto("/settings/calendars");
    await page.getByRole("button", { name: "New calendar" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Early shift");
    for (const [label, time] of [
      ["Monday, from", "06:00"],
      ["Monday, to", "12:00"],
    ] as const) {
      await page.getByLabel(label).first().fill(time);
    }
    await meet(page, "settings calendar new");
    await page.getByRole("button", { name: "Save the calendar" }).click();
    const line = page.getByRole("listitem").filter({ hasText: "Early shift" });
    await line.getByText("kept by nobody yet").waitFor();
    await page.getByRole("button", { name: "More about Ortiz Heizung & Wasser" }).click();
    await page.getByText("The business itself keeps to these hours").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "More about Early shift" }).click();
    await page.getByRole("menuitem", { name: "Make these the hours of the business" }).click();
    await line.getByText("kept by the business itself").waitFor();
    await page.getByRole("button", { name: "More about Ortiz Heizung & Wasser" }).click();
    await page.getByRole("menuitem", { name: "Make these the hours of the business" }).click();
    await line.getByText("kept by nobody yet").waitFor();
    await page.getByRole("button", { name: "More about Early shift" }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await line.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Undo" }).click();
    await line.waitFor();
  });

  test("two who change one calendar hear of each other, and what was typed stays", async () => {
    const [calendar] = (await ask(calendarsContract.listCalendars, {})).items;
    assert.ok(calendar);
    const page = await signIn(ana);
    await page.goto(`/settings/calendars/${calendar.id}`);
    await page.getByLabel("When it cannot wait").fill("Call 030 1234");
    await ask(calendarsContract.editCalendar, { id: calendar.id, body: { name: "Workshop" } });
    await page.getByText("Somebody saved this calendar meanwhile.").waitFor();
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("button", { name: "Save the calendar" }).click();
    await page.getByRole("status").getByText("Saved.").waitFor();
    const now = await ask(calendarsContract.getCalendar, { id: calendar.id });
    assert.equal(now.emergency_route, "Call 030 1234");
  });
});

describe("teams", () => {
  test("a team is made, with who leads it and in which order they are rung", async () => {
    for (const how of [undefined, asPhone]) {
      const page = await signIn(ana, how);
      const name = how ? "Kitchen" : "Vans";
      await page.goto("/settings/teams");
      if (!how) await page.getByText("There are no teams yet").waitFor();
      await page.getByRole("button", { name: "New team" }).click();
      await page.getByLabel("Name", { exact: true }).fill(name);
      await page.getByLabel("Ana Ortiz", { exact: true }).check();
      await page.getByLabel("Ben Okoye", { exact: true }).check();
      await page.getByLabel("Ana Ortiz leads it").check();
      await page.getByText("Nobody has duty: whoever leads is rung.").waitFor();
      await page.getByLabel("Ana Ortiz has duty").check();
      await page.getByLabel("Ben Okoye has duty").check();
      await page.reload();
      await page.getByRole("button", { name: "Ring Ben Okoye sooner" }).click();
      await meet(page, "settings team");
      await page.getByRole("button", { name: "Save the team" }).click();
      const line = page.getByRole("listitem").filter({ hasText: name });
      await line.getByText("2 members · led by Ana Ortiz · on duty first: Ben Okoye").waitFor();
      await meet(page, "settings teams");
    }
  });

  test("a name that another team has is refused beside the field, and who may not change a team is told why", async () => {
    const page = await signIn(ana);
    await page.goto("/settings/teams/new");
    await page.getByLabel("Name", { exact: true }).fill("vans");
    await page.getByRole("button", { name: "Save the team" }).click();
    await page.getByText("There is a team of this name already").waitFor();
    const bens = await signIn(ben);
    await bens.goto("/settings/teams");
    await bens.getByRole("link", { name: "Vans" }).click();
    await bens.getByRole("heading", { name: "Vans" }).waitFor();
    await bens.getByText("Only a proprietor or an admin may do this").waitFor();
    await bens.getByText("leads it · has duty").waitFor();
    assert.equal(await bens.getByRole("checkbox").count(), 0);
  });
});

describe("one's own hours", () => {
  test("a member gives themself hours of their own, and keeps to those of the business again", async () => {
    const page = await signIn(ben, asPhone);
    await page.goto("/settings");
    await page.getByRole("link", { name: "My hours" }).click();
    await page.getByText("We are here Mon–Fri 9:00").waitFor();
    await page.getByText("waits from 21:00 to 08:00").waitFor();
    await meet(page, "settings hours");
    await page.getByLabel("Keeps to").selectOption({ label: "Hours of their own" });
    await page.getByRole("button", { name: "Add hours on Saturday" }).click();
    await page.getByText("Sat 9:00–17:00").waitFor();
    await page.reload();
    await meet(page, "settings own hours");
    await page.getByRole("button", { name: "Save the hours" }).click();
    await page.getByRole("status").getByText("Saved.").waitFor();
    assert.equal((await ask(membersContract.getMember, { id: benId })).calendar_id !== null, true);
    await page.getByLabel("Keeps to").selectOption({ label: "As the team or the business has it" });
    await page.getByRole("button", { name: "Save the hours" }).click();
    await page.getByText("We are here Mon–Fri 9:00").waitFor();
  });
});

describe("a phone's calendar", () => {
  test("its address is shown once, gives the calendar, says when it was fetched, and opens nothing once it is revoked", async () => {
    const page = await signIn(ana, asPhone);
    await page.goto("/settings/calendar-feed");
    await page.getByText("Your phone does not ring yet").waitFor();
    await meet(page, "settings calendar feed, none");
    await page.getByRole("button", { name: "Make the address" }).click();
    const shown = page.getByRole("dialog", { name: "Your calendar’s address" });
    await shown.getByRole("img").waitFor();
    await meet(page, "settings calendar feed, address");
    const url = new URL((await shown.locator("code").textContent()) ?? "");
    const fetched = async () => fetch(new URL(url.pathname, house.url));
    assert.match(await (await fetched()).text(), /BEGIN:VCALENDAR/);
    await page.getByRole("button", { name: "I have added it" }).click();
    await page.reload();
    await page.getByText("Last fetched").waitFor();
    await meet(page, "settings calendar feed");
    await page.getByRole("button", { name: "Revoke" }).click();
    await page.getByText("Your phone does not ring yet").waitFor();
    assert.equal((await fetched()).status, 404);
  });
});

describe("a time that is chosen", () => {
  test("says that nobody is there then, and offers the last open time before", async () => {
    const page = await signIn(ana);
    await page.keyboard.press("c");
    const line = page.getByRole("dialog", { name: "Write down a promise" });
    await line.waitFor();
    await page.keyboard.type("for Jonas Weber: bring the long ladder on Sunday at 10:00");
    await line.getByText("We are closed then.").waitFor();
    await page.keyboard.press("Enter");
    await line.waitFor({ state: "detached" });
    await page.getByRole("listitem").filter({ hasText: "long ladder" }).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("m");
    const move = page.getByRole("dialog", { name: "A new time" });
    await move.getByLabel("When then?").fill("Saturday 10:00");
    await move.getByText("We are closed then.").waitFor();
    await meet(page, "a new time, closed");
    await move.getByRole("button", { name: "Take the last open time before" }).click();
    await move.locator("strong").getByText("17:00").waitFor();
    assert.equal(await move.getByText("We are closed then.").count(), 0);
  });
});

describe("in German", () => {
  test("the same screens speak the member's language, on a phone and on a desk", async () => {
    await ask(membersContract.editMember, { id: benId, body: { language: "de" } });
    for (const how of [undefined, asPhone]) {
      const page = await signIn(ben, how);
      for (const [path, heading] of [
        ["hours", "Meine Zeiten"],
        ["calendar-feed", "Kalender fürs Telefon"],
        ["teams", "Teams"],
        ["calendars", "Kalender"],
      ] as const) {
        await page.goto(`/settings/${path}`);
        await page.getByRole("heading", { name: heading, exact: true }).waitFor();
        await page.getByRole("link", { name: "Alle Einstellungen" }).waitFor();
        await meet(page, `settings ${path} in German`);
      }
    }
  });
});
