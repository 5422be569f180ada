import assert from "node:assert/strict";
import { test } from "node:test";
import { actorOfKey } from "#app/members/store-keys.ts";
import { instant } from "#base/instant.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { startDoors } from "#test/harness/server.ts";
import { newWorkspace } from "#test/harness/workspace.ts";
import { calendarsApi } from "./api.ts";

const { db } = await freshDatabase();
const now = () => instant("2026-12-24T20:00:00Z");
const doors = await startDoors(db, calendarsApi, { authenticate: actorOfKey, now });
const call = doors.as((await newWorkspace(db)).apiKey);

type Listed = { id: string; used_by: object };

const shop = {
  name: "Shop",
  time_zone: "Europe/Berlin",
  week: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: "08:00", to: "17:00" })),
};

test("a calendar says its hours in words, and when somebody is there next after the holidays", async () => {
  const { status, body } = await call("POST", "/calendars", { ...shop, holiday_region: "DE-BE" });
  assert.equal(status, 201);
  assert.equal(body.reach_hours, "Mon–Fri 8:00–17:00");
  assert.equal(body.next_open_at, "2026-12-28T07:00:00Z");
  const days = body.days as { on: string }[];
  assert.deepEqual([days.at(0)?.on, days.at(-1)?.on], ["2026-01-01", "2028-12-26"]);
});

test("a calendar that moves to another region keeps the days that were its own", async () => {
  const outing = { on: "2027-07-15", name: "Works outing", blocks: [] };
  const made = await call("POST", "/calendars", { ...shop, holiday_region: "DE-BE", days: [outing] });
  const { body } = await call("PATCH", `/calendars/${made.body.id}`, { holiday_region: null });
  assert.deepEqual(body.days, [outing]);
  assert.equal(body.version, 2);
});

test("two who change a calendar at once do not overwrite each other", async () => {
  const { body, headers } = await call("POST", "/calendars", shop);
  const seen = { "if-match": headers.get("etag") ?? "" };
  const first = await call("PATCH", `/calendars/${body.id}`, { name: "Workshop" }, seen);
  const second = await call("PATCH", `/calendars/${body.id}`, { name: "Office" }, seen);
  assert.deepEqual([first.status, second.status, second.body.code], [200, 412, "edited_meanwhile"]);
  assert.equal((await call("GET", `/calendars/${body.id}`)).body.name, "Workshop");
});

test("what no calendar can be is refused with the field that is wrong", async () => {
  const refused = async (change: object, code: string, field: string) => {
    const { status, body } = await call("POST", "/calendars", { ...shop, ...change });
    assert.deepEqual([status, body.code, body.field], [422, code, field]);
  };
  await refused({ time_zone: "Europe/Atlantis" }, "unknown_time_zone", "time_zone");
  await refused({ holiday_region: "XX" }, "unknown_holiday_region", "holiday_region");
  await refused({ week: [{ weekday: 1, from: "8", to: "17:00" }] }, "bad_time", "week");
  await refused({ week: [...shop.week, { weekday: 1, from: "16:00", to: "18:00" }] }, "blocks_overlap", "week");
});

test("a calendar that nobody keeps to may go, that of the business may not", async () => {
  const { body: workspaceHours } = (await call("GET", "/calendars?limit=1")) as { body: { items?: Listed[] } };
  const [house] = workspaceHours.items ?? [];
  assert.deepEqual(house?.used_by, { workspace: true, teams: 0, members: 0, customers: 0 });
  assert.equal((await call("DELETE", `/calendars/${house?.id}`)).body.code, "calendar_of_workspace");
  const { body: spare } = await call("POST", "/calendars", shop);
  assert.equal((await call("DELETE", `/calendars/${spare.id}`, undefined, { "if-match": '"7"' })).status, 412);
  assert.equal((await call("DELETE", `/calendars/${spare.id}`)).status, 200);
  assert.equal((await call("GET", `/calendars/${spare.id}`)).status, 404);
});

test("the holidays of a region are seen before a calendar is closed on them", async () => {
  const { items } = (await call("GET", "/holidays?holiday_region=DE-BE")).body as { items: Record<string, string>[] };
  assert.deepEqual(items[0], { on: "2026-01-01", name: "Neujahr" });
  assert.equal(items.at(-1)?.on, "2028-12-26");
  assert.equal((await call("GET", "/holidays?holiday_region=Atlantis")).body.code, "unknown_holiday_region");
});

test("calendars are listed page by page, and another business sees none of them", async () => {
  const first = await call("GET", "/calendars?limit=2");
  const items = first.body.items as { id: string }[];
  assert.equal(items.length, 2);
  const rest = await call("GET", `/calendars?after=${first.body.next}`);
  const others = rest.body.items as { id: string }[];
  assert.ok(others.length > 0 && others.every(({ id }) => items.every((item) => item.id < id)));
  const stranger = doors.as((await newWorkspace(db)).apiKey);
  assert.equal((await stranger("GET", `/calendars/${items[1]?.id}`)).status, 404);
  assert.equal(((await stranger("GET", "/calendars")).body.items as unknown[]).length, 1);
});
