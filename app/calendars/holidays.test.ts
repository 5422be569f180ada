import assert from "node:assert/strict";
import { test } from "node:test";
import { businessHours } from "#base/calendar.ts";
import { withHolidays, withoutHolidays } from "./holidays.ts";

const berlin = businessHours("Europe/Berlin");

test("a business is closed on its region's holidays", async () => {
  const { days } = await withHolidays(berlin, "DE-BE", 2026, 3);
  assert.deepEqual(
    days.find((day) => day.on === "2026-12-25"),
    { on: "2026-12-25", name: "1. Weihnachtstag", blocks: [] },
  );
  assert.ok(days.some((day) => day.on === "2028-12-25"));
});

test("who opens on a holiday is open on it", async () => {
  const open = { on: "2026-12-25", blocks: [{ from: "10:00", to: "14:00" }] };
  const { days } = await withHolidays({ ...berlin, days: [open] }, "DE-BE", 2026, 1);
  assert.deepEqual(
    days.filter((day) => day.on === "2026-12-25"),
    [open],
  );
});

test("leaving a region takes its holidays away and leaves what the business wrote itself", async () => {
  const own = { on: "2026-07-15", name: "Works outing", blocks: [] };
  const filled = await withHolidays({ ...berlin, days: [own] }, "DE-BE", 2026, 3);
  assert.deepEqual((await withoutHolidays(filled, "DE-BE")).days, [own]);
  assert.deepEqual(await withoutHolidays(berlin, "DE-BE"), berlin);
});
