import assert from "node:assert/strict";
import { test } from "node:test";
import { alwaysOpen, businessHours, type Calendar } from "./calendar.ts";
import { type Instant, instant, instantOf, secondsBetween, Temporal } from "./instant.ts";
import {
  addWorkingTime,
  closeOfBusiness,
  isOpen,
  lastOpen,
  nextCloseOfBusiness,
  nextOpen,
  subtractWorkingTime,
  workingDaySeconds,
  workingTimeBetween,
} from "./working-time.ts";

const hour = 3600;
const office: Calendar = {
  ...businessHours("Europe/Berlin"),
  days: [
    { on: "2026-12-24", blocks: [{ from: "09:00", to: "12:00" }] },
    { on: "2026-12-25", name: "Christmas Day", blocks: [] },
  ],
};
const bar: Calendar = {
  timeZone: "Europe/Berlin",
  week: ([5, 6] as const).map((weekday) => ({ weekday, from: "18:00", to: "02:00" })),
  days: [],
};
const never: Calendar = { timeZone: "Europe/Berlin", week: [], days: [] };
const nights = (timeZone: string, from: string, to: string): Calendar => ({
  timeZone,
  week: ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({ weekday, from, to })),
  days: [],
});

const berlin = (local: string) => inZone(local, "Europe/Berlin");
const inZone = (local: string, timeZone: string) =>
  instantOf(Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone));
const is = (actual: Instant | null, expected: Instant | null) => assert.equal(actual?.toString(), expected?.toString());

test("a block is open from its opening to just before its closing", () => {
  assert.equal(isOpen(office, berlin("2026-03-02T08:59:59.999")), false);
  assert.equal(isOpen(office, berlin("2026-03-02T09:00")), true);
  assert.equal(isOpen(office, berlin("2026-03-02T16:59:59.999")), true);
  assert.equal(isOpen(office, berlin("2026-03-02T17:00")), false);
});

test("a bar's Friday night ends on Saturday morning", () => {
  assert.equal(isOpen(bar, berlin("2026-03-07T01:59")), true);
  assert.equal(isOpen(bar, berlin("2026-03-07T02:00")), false);
  assert.equal(isOpen(bar, berlin("2026-03-06T01:00")), false);
});

test("a night goes on into a day that is closed, for it belongs to its evening", () => {
  const closedSaturday: Calendar = { ...bar, days: [{ on: "2026-03-07", blocks: [] }] };
  assert.equal(isOpen(closedSaturday, berlin("2026-03-07T01:00")), true);
  assert.equal(isOpen(closedSaturday, berlin("2026-03-07T19:00")), false);
});

test("the next open time is now when open, else the next opening", () => {
  is(nextOpen(office, berlin("2026-03-02T10:30")), berlin("2026-03-02T10:30"));
  is(nextOpen(office, berlin("2026-03-06T17:00")), berlin("2026-03-09T09:00"));
  is(nextOpen(office, berlin("2026-12-24T12:00")), berlin("2026-12-28T09:00"));
  is(nextOpen(never, berlin("2026-03-06T17:00")), null);
});

test("the last open time is now when open or closing, else the closing before", () => {
  is(lastOpen(office, berlin("2026-03-02T10:30")), berlin("2026-03-02T10:30"));
  is(lastOpen(office, berlin("2026-03-02T09:00")), berlin("2026-03-02T09:00"));
  is(lastOpen(office, berlin("2026-03-02T17:00")), berlin("2026-03-02T17:00"));
  is(lastOpen(office, berlin("2026-03-08T11:00")), berlin("2026-03-06T17:00"));
  is(lastOpen(office, berlin("2026-12-27T11:00")), berlin("2026-12-24T12:00"));
  is(lastOpen(never, berlin("2026-03-06T17:00")), null);
});

test("working time goes on after the night, the weekend and the holidays", () => {
  is(addWorkingTime(office, berlin("2026-03-02T10:00"), 6 * hour), berlin("2026-03-02T16:00"));
  is(addWorkingTime(office, berlin("2026-03-02T15:00"), 6 * hour), berlin("2026-03-03T13:00"));
  is(addWorkingTime(office, berlin("2026-03-06T20:00"), hour), berlin("2026-03-09T10:00"));
  is(addWorkingTime(office, berlin("2026-12-23T16:00"), 5 * hour), berlin("2026-12-28T10:00"));
});

test("work that fills the day ends at closing, not at the next opening", () => {
  is(addWorkingTime(office, berlin("2026-03-02T09:00"), 8 * hour), berlin("2026-03-02T17:00"));
});

test("nothing to add is now", () => {
  is(addWorkingTime(office, berlin("2026-03-07T11:00"), 0), berlin("2026-03-07T11:00"));
  is(subtractWorkingTime(office, berlin("2026-03-07T11:00"), 0), berlin("2026-03-07T11:00"));
});

test("working time is taken back over nights and weekends, and below zero is the other way", () => {
  is(subtractWorkingTime(office, berlin("2026-03-03T10:00"), 2 * hour), berlin("2026-03-02T16:00"));
  is(subtractWorkingTime(office, berlin("2026-03-03T10:00"), hour), berlin("2026-03-03T09:00"));
  is(subtractWorkingTime(office, berlin("2026-03-08T12:00"), 16 * hour), berlin("2026-03-05T09:00"));
  is(addWorkingTime(office, berlin("2026-03-03T10:00"), -2 * hour), berlin("2026-03-02T16:00"));
  is(subtractWorkingTime(office, berlin("2026-03-02T15:00"), -6 * hour), berlin("2026-03-03T13:00"));
});

test("a calendar without so much time says so", () => {
  is(addWorkingTime(never, berlin("2026-03-02T10:00"), 1), null);
  is(addWorkingTime(office, berlin("2026-03-02T10:00"), 100_000 * hour), null);
  is(subtractWorkingTime(never, berlin("2026-03-02T10:00"), 1), null);
});

test("working time between two times is what lies open between them, and below zero when turned round", () => {
  const [friday, monday] = [berlin("2026-03-06T16:00"), berlin("2026-03-09T10:30")];
  assert.equal(workingTimeBetween(office, friday, monday), 2.5 * hour);
  assert.equal(workingTimeBetween(office, monday, friday), -2.5 * hour);
  assert.equal(workingTimeBetween(office, friday, friday), 0);
  assert.equal(workingTimeBetween(never, friday, monday), 0);
});

test("a night shift is an hour shorter when clocks go forward, and an hour longer when they go back", () => {
  const shift = nights("Europe/Berlin", "01:00", "04:00");
  const during = (date: string) => workingTimeBetween(shift, berlin(`${date}T00:00`), berlin(`${date}T12:00`));
  assert.equal(during("2026-03-28"), 3 * hour);
  assert.equal(during("2026-03-29"), 2 * hour);
  assert.equal(during("2026-10-25"), 4 * hour);
});

test("on Lord Howe Island it is half an hour", () => {
  const shift = nights("Australia/Lord_Howe", "01:00", "04:00");
  const noon = (date: string) => inZone(`${date}T12:00`, "Australia/Lord_Howe");
  assert.equal(workingTimeBetween(shift, noon("2026-10-03"), noon("2026-10-04")), 2.5 * hour);
  assert.equal(workingTimeBetween(shift, noon("2026-04-04"), noon("2026-04-05")), 3.5 * hour);
});

test("an opening that clocks leap over is as much later, and a block that is leapt over whole is still there", () => {
  const noon = (day: number) => berlin(`2026-03-${day}T12:00`);
  is(nextOpen(nights("Europe/Berlin", "02:30", "05:00"), noon(28)), berlin("2026-03-29T03:30"));
  assert.equal(workingTimeBetween(nights("Europe/Berlin", "02:00", "02:30"), noon(28), noon(29)), hour / 2);
  assert.equal(workingTimeBetween(nights("Europe/Berlin", "02:30", "03:00"), noon(28), noon(29)), 0);
});

test("blocks that a leap lays upon one another count once", () => {
  const split: Calendar = {
    timeZone: "Europe/Berlin",
    week: [
      { weekday: 7, from: "02:30", to: "02:45" },
      { weekday: 7, from: "03:00", to: "04:00" },
    ],
    days: [],
  };
  assert.equal(workingTimeBetween(split, berlin("2026-03-29T00:00"), berlin("2026-03-29T12:00")), hour);
});

test("where clocks fell back over midnight, what had opened on Sunday stays open when it is Saturday again", () => {
  const sundays: Calendar = {
    timeZone: "America/St_Johns",
    week: [{ weekday: 7, from: "00:00", to: "06:00" }],
    days: [],
  };
  const secondTime = instant("2010-11-06T23:30-03:30");
  assert.equal(isOpen(sundays, secondTime), true);
  is(nextOpen(sundays, inZone("2010-11-06T12:00", "America/St_Johns")), instant("2010-11-07T00:00-02:30"));
});

test("Samoa had no 30 December 2011, so nobody worked on it", () => {
  const samoa = (local: string) => inZone(local, "Pacific/Apia");
  const weekdaysOnly = businessHours("Pacific/Apia");
  is(addWorkingTime(weekdaysOnly, samoa("2011-12-29T16:00"), 2 * hour), samoa("2012-01-02T10:00"));
  assert.equal(workingTimeBetween(weekdaysOnly, samoa("2011-12-29T12:00"), samoa("2012-01-02T09:00")), 5 * hour);
  const late = nights("Pacific/Apia", "18:00", "02:00");
  assert.equal(workingTimeBetween(late, samoa("2011-12-29T12:00"), samoa("2011-12-31T12:00")), 8 * hour);
});

test("close of business is the last closing of what opens that day", () => {
  is(closeOfBusiness(office, Temporal.PlainDate.from("2026-03-06")), berlin("2026-03-06T17:00"));
  is(closeOfBusiness(office, Temporal.PlainDate.from("2026-12-24")), berlin("2026-12-24T12:00"));
  is(closeOfBusiness(bar, Temporal.PlainDate.from("2026-03-06")), berlin("2026-03-07T02:00"));
});

test("a closed day closes at five, since a holiday never shifts a due", () => {
  is(closeOfBusiness(office, Temporal.PlainDate.from("2026-12-25")), berlin("2026-12-25T17:00"));
  is(closeOfBusiness(never, Temporal.PlainDate.from("2026-03-06")), berlin("2026-03-06T17:00"));
});

test("the next close of business is tonight's, also after midnight", () => {
  is(nextCloseOfBusiness(office, berlin("2026-03-06T17:00")), berlin("2026-03-06T17:00"));
  is(nextCloseOfBusiness(office, berlin("2026-03-06T17:01")), berlin("2026-03-09T17:00"));
  is(nextCloseOfBusiness(bar, berlin("2026-03-07T01:00")), berlin("2026-03-07T02:00"));
  is(nextCloseOfBusiness(never, berlin("2026-03-07T18:00")), berlin("2026-03-08T17:00"));
});

test("a working day is as long as most days are", () => {
  assert.equal(workingDaySeconds(office), 8 * hour);
  assert.equal(workingDaySeconds(bar), 8 * hour);
  assert.equal(workingDaySeconds(alwaysOpen("UTC")), 24 * hour);
  assert.equal(workingDaySeconds(never), 8 * hour);
  const shortFriday = [...office.week.slice(0, 4), { weekday: 5, from: "09:00", to: "12:00" }] as Calendar["week"];
  assert.equal(workingDaySeconds({ ...office, week: shortFriday }), 8 * hour);
  const twoDays = [office.week[0], { weekday: 6, from: "09:00", to: "13:00" }] as Calendar["week"];
  assert.equal(workingDaySeconds({ ...office, week: twoDays }), 6 * hour);
});

test("where it is always open, working time is clock time", () => {
  const [from, to] = [instant("2026-03-01T00:00Z"), instant("2026-11-01T00:00Z")];
  assert.equal(workingTimeBetween(alwaysOpen("America/New_York"), from, to), secondsBetween(from, to));
});
