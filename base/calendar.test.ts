import assert from "node:assert/strict";
import { test } from "node:test";
import { alwaysOpen, businessHours, type Calendar, checkCalendar, type OpenBlock } from "./calendar.ts";

const monday = (from: string, to: string): OpenBlock => ({ weekday: 1, from, to });
const weekOf = (...week: OpenBlock[]): Calendar => ({ timeZone: "Europe/Berlin", week, days: [] });
const refused = (calendar: Calendar, code: string, field: string) =>
  assert.throws(() => checkCalendar(calendar), { kind: "invalid", code, field });

test("the calendars that come with the house are in order already", () => {
  assert.deepEqual(checkCalendar(businessHours("Europe/Berlin")), businessHours("Europe/Berlin"));
  assert.deepEqual(checkCalendar(alwaysOpen("Asia/Kathmandu")), alwaysOpen("Asia/Kathmandu"));
});

test("blocks and days are put in order, and blocks that touch become one", () => {
  const untidy: Calendar = {
    timeZone: "europe/berlin",
    week: [{ weekday: 2, from: "18:00", to: "00:00" }, monday("13:00", "17:00"), monday("12:00", "13:00")],
    days: [
      { on: "2026-12-26", name: "Boxing Day", blocks: [] },
      { on: "2026-12-24", blocks: [{ from: "08:00", to: "12:00" }] },
    ],
  };
  assert.deepEqual(checkCalendar(untidy), {
    timeZone: "Europe/Berlin",
    week: [monday("12:00", "17:00"), { weekday: 2, from: "18:00", to: "24:00" }],
    days: [untidy.days[1], untidy.days[0]],
  });
});

test("checking twice changes nothing more", () => {
  const once = checkCalendar(weekOf(monday("00:00", "12:00"), monday("12:00", "12:00")));
  assert.deepEqual(checkCalendar(once), once);
});

test("a bar may close after midnight, every night", () => {
  const nights = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({ weekday, from: "18:00", to: "02:00" }));
  assert.deepEqual(checkCalendar(weekOf(...nights)).week, nights);
});

test("blocks that overlap are refused", () => {
  refused(weekOf(monday("08:00", "12:00"), monday("11:00", "17:00")), "blocks_overlap", "week");
  refused(weekOf(monday("08:00", "12:00"), monday("08:00", "12:00")), "blocks_overlap", "week");
});

test("a night that runs into the next morning's block is refused, also from Sunday to Monday", () => {
  refused(weekOf(monday("18:00", "02:00"), { weekday: 2, from: "01:00", to: "05:00" }), "blocks_overlap", "week");
  refused(weekOf({ weekday: 7, from: "18:00", to: "02:00" }, monday("01:00", "05:00")), "blocks_overlap", "week");
});

test("times that no clock shows are refused", () => {
  for (const from of ["8:00", "24:00", "08:60", "25:00", "0800", "", "08:00:00", "-1:00"]) {
    refused(weekOf(monday(from, "17:00")), "bad_time", "week");
  }
  refused(weekOf(monday("08:00", "24:30")), "bad_time", "week");
});

test("days that do not exist, or stand there twice, are refused", () => {
  const on = (...dates: string[]): Calendar => ({ ...weekOf(), days: dates.map((date) => ({ on: date, blocks: [] })) });
  for (const date of ["2026-02-30", "24.12.2026", "2026-1-1", "", "tomorrow", "2026-12-24T00:00"]) {
    refused(on(date), "bad_date", "days");
  }
  refused(on("2026-12-24", "2026-12-25", "2026-12-24"), "date_twice", "days");
});

test("hours of a single day are read as strictly as those of the week", () => {
  const day = (from: string, to: string) => [
    {
      on: "2026-12-24",
      blocks: [
        { from: "08:00", to: "12:00" },
        { from, to },
      ],
    },
  ];
  refused({ ...weekOf(), days: day("11:00", "13:00") }, "blocks_overlap", "days");
  refused({ ...weekOf(), days: day("noon", "13:00") }, "bad_time", "days");
});

test("an eighth weekday and an unknown zone are refused", () => {
  refused(weekOf({ ...monday("08:00", "12:00"), weekday: 8 as 7 }), "bad_weekday", "week");
  refused({ ...weekOf(), timeZone: "+02:00" }, "unknown_time_zone", "time_zone");
});
