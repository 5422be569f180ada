import assert from "node:assert/strict";
import { test } from "node:test";
import { instant } from "#base/instant.ts";
import { Refusal } from "#base/refusal.ts";
import { type Opening, openingSaid, ownDays, withDay } from "./opening.ts";

const christmas = { on: "2026-12-25", name: "1. Weihnachtstag" };
const eve = instant("2026-12-24T20:00:00Z");
const shop: Opening = {
  time_zone: "Europe/Berlin",
  week: [5, 6].map((weekday) => ({ weekday: weekday as 5 | 6, from: "09:00", to: "12:00" })),
  days: [],
  holiday_region: "DE",
};

test("what is typed says at once what customers would read, and when somebody is there next", () => {
  const said = { words: "Fri–Sat 9:00–12:00", isOpenNow: false };
  assert.deepEqual(openingSaid(shop, [christmas], "en", eve), { ...said, nextOpenAt: "2026-12-26T08:00:00Z" });
  const without = { ...shop, holiday_region: null };
  assert.deepEqual(openingSaid(without, [christmas], "en", eve), { ...said, nextOpenAt: "2026-12-25T08:00:00Z" });
});

test("hours written down for a holiday count instead of it", () => {
  const days = withDay([], { on: christmas.on, blocks: [{ from: "10:00", to: "11:00" }] });
  const said = openingSaid({ ...shop, days }, [christmas], "en", eve);
  assert.equal("nextOpenAt" in said && said.nextOpenAt, "2026-12-25T09:00:00Z");
});

test("hours that overlap are refused while they are typed, by the rule of the house", () => {
  const said = openingSaid(
    { ...shop, week: [...shop.week, { weekday: 5, from: "11:00", to: "13:00" }] },
    [],
    "en",
    eve,
  );
  assert.ok(said instanceof Refusal && said.code === "blocks_overlap");
});

test("a holiday of the region is not taken for a day that somebody wrote down", () => {
  const outing = { on: "2026-07-15", name: "Works outing", blocks: [] };
  const open = { on: "2026-12-26", name: "2. Weihnachtstag", blocks: [{ from: "10:00", to: "12:00" }] };
  assert.deepEqual(ownDays([outing, { ...christmas, blocks: [] }, open], [christmas]), [outing, open]);
});

test("of one date only the last word stands", () => {
  const closed = { on: "2026-12-24", blocks: [] };
  assert.deepEqual(withDay([{ ...closed, blocks: [{ from: "09:00", to: "12:00" }] }], closed), [closed]);
});
