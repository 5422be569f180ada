import assert from "node:assert/strict";
import { test } from "node:test";
import { actorOfKey } from "#app/members/store-keys.ts";
import { type Instant, instant } from "#base/instant.ts";
import { runDue } from "#engine/clock/clock.ts";
import type { Duty } from "#engine/clock/duty.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { startDoors } from "#test/harness/server.ts";
import { newWorkspace } from "#test/harness/workspace.ts";
import { calendarsApi } from "./api.ts";
import { holidaysDuty } from "./clock.ts";

const { db } = await freshDatabase();
let now: Instant = instant("2026-11-23T09:00:00Z");
const { as } = await startDoors(db, calendarsApi, { authenticate: actorOfKey, now: () => now });
const { apiKey } = await newWorkspace(db);
const call = as(apiKey);

const week = [{ weekday: 1, from: "09:00", to: "17:00" }];
const shop = { name: "Shop", time_zone: "Europe/Berlin", week };
const becomes = async (time: string) => {
  now = instant(time);
  await runDue([holidaysDuty(db)] as Duty[], now);
};

test("each new year the holidays of the year after next are filled in, and what was written by hand stands", async () => {
  const outing = { on: "2029-12-25", name: "Open house", blocks: [{ from: "10:00", to: "12:00" }] };
  const { body } = await call("POST", "/calendars", { ...shop, holiday_region: "DE-BE", days: [outing] });
  const read = async () => {
    const { version, days } = (await call("GET", `/calendars/${body.id}`)).body as {
      version: number;
      days: { on: string; name: string }[];
    };
    return { version, on: (day: string) => days.find(({ on }) => on === day)?.name };
  };
  assert.equal((await read()).on("2029-10-03"), undefined);
  await becomes("2026-12-31T22:59:00Z");
  assert.equal((await read()).version, 1);
  await becomes("2026-12-31T23:00:00Z");
  const after = await read();
  assert.deepEqual(
    [after.version, after.on("2029-10-03"), after.on("2029-12-25")],
    [2, "Tag der Deutschen Einheit", "Open house"],
  );
  await becomes("2027-06-01T00:00:00Z");
  assert.equal((await read()).version, 2);
  await becomes("2028-01-02T00:00:00Z");
  assert.equal((await read()).on("2030-10-03"), "Tag der Deutschen Einheit");
});

test("a calendar without a region has nothing to look up", async () => {
  const { body } = await call("POST", "/calendars", shop);
  await becomes("2030-06-01T00:00:00Z");
  assert.equal((await call("GET", `/calendars/${body.id}`)).body.version, 1);
});

test("the regions whose holidays are known are listed by country and state, in the reader's language", async () => {
  const regions = async (query: string) =>
    ((await call("GET", `/holiday_regions?${query}`)).body.items as { code: string; name: string }[]) ?? [];
  assert.ok((await regions("language=de")).some(({ code, name }) => code === "AT" && name === "Österreich"));
  assert.deepEqual((await regions("country=DE"))[2], { code: "DE-BE", name: "Berlin" });
  assert.deepEqual(await regions("country=XX"), []);
  for (const { code } of (await regions("country=US")).slice(0, 3)) {
    assert.equal((await call("POST", "/calendars", { ...shop, holiday_region: code })).status, 201, code);
  }
});
