import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { alwaysOpen, businessHours, type Calendar } from "./calendar.ts";
import { instant, plusSeconds, secondsBetween } from "./instant.ts";
import { roundOutwards } from "./rounding.ts";

const office = businessHours("Europe/Berlin");

function rounded(from: string, at: string, calendar: Calendar = office): string {
  const zoned = roundOutwards(instant(at), instant(from), calendar).toZonedDateTimeISO(calendar.timeZone);
  return zoned.toString({ timeZoneName: "never", smallestUnit: "second" });
}

test("the further away a due is, the rounder it is said", () => {
  const monday = "2026-03-02T10:00:00+01:00";
  const table: [what: string, at: string, said: string][] = [
    ["under five minutes as it is", "2026-03-02T10:04:59+01:00", "2026-03-02T10:04:59+01:00"],
    ["under half an hour by the minute", "2026-03-02T10:12:01+01:00", "2026-03-02T10:13:00+01:00"],
    ["under two hours by five minutes", "2026-03-02T10:31:00+01:00", "2026-03-02T10:35:00+01:00"],
    ["within a day by the quarter hour", "2026-03-02T13:01:00+01:00", "2026-03-02T13:15:00+01:00"],
    ["exactly a day is within it", "2026-03-03T10:00:00+01:00", "2026-03-03T10:00:00+01:00"],
    ["within a week by the hour", "2026-03-04T10:00:01+01:00", "2026-03-04T11:00:00+01:00"],
    ["beyond a week by close of business", "2026-03-10T11:20:00+01:00", "2026-03-10T17:00:00+01:00"],
    ["after closing, that of the next day", "2026-03-10T17:00:01+01:00", "2026-03-11T17:00:00+01:00"],
    ["at a weekend, that of Monday", "2026-03-14T11:00:00+01:00", "2026-03-16T17:00:00+01:00"],
    ["before now as it is", "2026-03-01T10:00:07+01:00", "2026-03-01T10:00:07+01:00"],
  ];
  for (const [what, at, said] of table) assert.equal(rounded(monday, at), said, what);
});

test("a round time stays as it is", () => {
  for (const at of ["2026-03-02T10:45:00+01:00", "2026-03-04T12:00:00+01:00", "2026-03-11T17:00:00+01:00"]) {
    assert.equal(rounded("2026-03-02T10:00:00+01:00", at), at);
  }
});

test("it is round on the wall of the place, not in London", () => {
  const nepal = alwaysOpen("Asia/Kathmandu");
  assert.equal(rounded("2026-03-02T00:00:00Z", "2026-03-04T00:00:00Z", nepal), "2026-03-04T06:00:00+05:45");
});

test("in the hour that comes twice it is never earlier", () => {
  const second = "2026-10-25T02:10:00+01:00";
  assert.equal(rounded("2026-10-25T00:00:00+02:00", second), "2026-10-25T02:15:00+01:00");
});

test("where clocks leap by half an hour, the full hour is still full", () => {
  const island = alwaysOpen("Australia/Lord_Howe");
  const leap = rounded("2026-10-02T01:40:00+10:30", "2026-10-04T01:40:00+10:30", island);
  assert.equal(leap, "2026-10-04T03:00:00+11:00");
});

test("a place that never opens closes at five", () => {
  const never = { ...office, week: [] };
  assert.equal(rounded("2026-03-02T10:00:00+01:00", "2026-03-14T11:00:00+01:00", never), "2026-03-14T17:00:00+01:00");
  assert.equal(rounded("2026-03-02T10:00:00+01:00", "2026-03-14T18:00:00+01:00", never), "2026-03-15T17:00:00+01:00");
});

test("rounding is never earlier, and within a week never two hours later", () => {
  const zones = fc.constantFrom("Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Sao_Paulo");
  const start = fc.integer({ min: 0, max: 3e9 });
  const span = fc.oneof(fc.integer({ min: 0, max: 90_000 }), fc.integer({ min: 0, max: 1_500_000 }));
  const property = fc.property(zones, start, span, (timeZone, startSeconds, spanSeconds) => {
    const from = plusSeconds(instant("1970-01-01T00:00Z"), startSeconds);
    const at = plusSeconds(from, spanSeconds);
    const later = secondsBetween(at, roundOutwards(at, from, businessHours(timeZone)));
    assert.ok(later >= 0);
    if (spanSeconds <= 7 * 86_400) assert.ok(later < 7200);
  });
  fc.assert(property, { numRuns: 300 });
});
