import assert from "node:assert/strict";
import { test } from "node:test";
import { publicHolidays } from "./holidays.ts";

const on = async (region: string, year: number) => (await publicHolidays(region, year, 1)).map((day) => day.on);

test("a state has the holidays of its country and its own", async () => {
  const berlin = await publicHolidays("DE-BE", 2026, 1);
  assert.ok(berlin.some(({ on, name }) => on === "2026-03-08" && name === "Internationaler Frauentag"));
  assert.ok(!(await on("DE-BY", 2026)).includes("2026-03-08"));
  assert.ok((await on("DE", 2026)).includes("2026-10-03"));
});

test("days that are only observed are no holidays", async () => {
  assert.ok(!(await on("DE-BE", 2026)).includes("2026-02-14"));
});

test("a holiday of several days closes each of them, and no date stands there twice", async () => {
  const turkey = await on("TR", 2026);
  for (const date of ["2026-05-27", "2026-05-28", "2026-05-29", "2026-05-30"]) assert.ok(turkey.includes(date), date);
  assert.equal(new Set(turkey).size, turkey.length);
});

test("several years are given in order", async () => {
  const days = (await publicHolidays("US-NY", 2026, 3)).map((day) => day.on);
  assert.deepEqual(days, days.toSorted());
  assert.deepEqual([days.at(0)?.slice(0, 4), days.at(-1)?.slice(0, 4)], ["2026", "2028"]);
});

test("a region that does not exist is refused", async () => {
  for (const region of ["XX", "DE-QQ", "US-LA-QQ", "Germany", ""]) {
    await assert.rejects(publicHolidays(region, 2026, 1), { code: "unknown_holiday_region" }, region);
  }
});
