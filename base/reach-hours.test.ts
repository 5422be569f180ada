import assert from "node:assert/strict";
import { test } from "node:test";
import { alwaysOpen, businessHours, type Calendar, type OpenBlock, type Weekday } from "./calendar.ts";
import { reachHours } from "./reach-hours.ts";

const on = (days: Weekday[], ...hours: [from: string, to: string][]): OpenBlock[] =>
  days.flatMap((weekday) => hours.map(([from, to]) => ({ weekday, from, to })));
const open = (...blocks: OpenBlock[][]): Calendar => ({ timeZone: "Europe/Berlin", week: blocks.flat(), days: [] });

const inBoth = (calendar: Calendar, english: string, german: string) => {
  assert.equal(reachHours(calendar, "en"), english);
  assert.equal(reachHours(calendar, "de"), german);
};

test("neighbouring days with the same hours are said once", () => {
  const shop = open(on([1, 2, 3, 4, 5], ["08:00", "17:00"]), on([6], ["09:00", "12:00"]));
  inBoth(shop, "Mon–Fri 8:00–17:00, Sat 9:00–12:00", "Mo–Fr 8–17 Uhr, Sa 9–12 Uhr");
});

test("a day in two halves is said in two halves", () => {
  const practice = open(on([1, 2], ["08:00", "12:00"], ["13:30", "17:00"]));
  inBoth(practice, "Mon–Tue 8:00–12:00 and 13:30–17:00", "Mo–Di 8:00–12:00 und 13:30–17:00 Uhr");
});

test("a day off in the middle parts the week", () => {
  const hairdresser = open(on([1], ["09:00", "18:00"]), on([3, 4], ["09:00", "18:00"]));
  inBoth(hairdresser, "Mon 9:00–18:00, Wed–Thu 9:00–18:00", "Mo 9–18 Uhr, Mi–Do 9–18 Uhr");
});

test("a bar is open until after midnight", () => {
  inBoth(open(on([5, 6], ["18:00", "02:00"])), "Fri–Sat 18:00–2:00", "Fr–Sa 18–2 Uhr");
  inBoth(open(on([7], ["18:00", "24:00"])), "Sun 18:00–24:00", "So 18–24 Uhr");
});

test("who is always there says so, and so does who never is", () => {
  inBoth(alwaysOpen("Europe/Berlin"), "at any time", "jederzeit");
  inBoth(open(on([1, 2, 3, 4, 5, 6, 7], ["07:00", "07:00"])), "at any time", "jederzeit");
  inBoth(open(), "by appointment", "nach Vereinbarung");
});

test("a region is answered in its language, an unknown language in English", () => {
  assert.equal(reachHours(businessHours("Europe/Vienna"), "de-AT"), "Mo–Fr 9–17 Uhr");
  for (const language of ["tlh", "constructor", ""]) {
    assert.equal(reachHours(businessHours("Europe/Vienna"), language), "Mon–Fri 9:00–17:00");
  }
});
