import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Temporal } from "./instant.ts";
import { dayAt, dayMs, dayOf, instantOf, wallAt } from "./wall-clock.ts";

const zones = fc.constantFrom(
  ...["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "America/Nuuk"],
  ...["Asia/Kathmandu", "Pacific/Apia", "Africa/Casablanca", "Africa/Cairo", "UTC"],
);
const minutesOfSixtyYears = fc.integer({ min: 0, max: 60 * 365 * 1440 });

test("the wall shows what Temporal says it shows", () => {
  const property = fc.property(zones, minutesOfSixtyYears, (zone, minute) => {
    const zoned = Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(zone);
    const wall = zoned.toPlainDateTime().toZonedDateTime("UTC").epochMilliseconds;
    assert.equal(wallAt(zone, minute * 60_000), wall);
    assert.equal(dayAt(zone, minute * 60_000), dayOf(zoned.toPlainDate().toString()));
  });
  fc.assert(property, { numRuns: 300 });
});

test("a time on the wall is when Temporal's compatible rule says it is, quarter by quarter around every leap", () => {
  const leaps: [zone: string, date: string][] = [
    ["Europe/Berlin", "2026-03-29"],
    ["Europe/Berlin", "2026-10-25"],
    ["Australia/Lord_Howe", "2026-10-04"],
    ["Australia/Lord_Howe", "2026-04-05"],
    ["America/Sao_Paulo", "2018-11-04"],
    ["America/Nuuk", "2024-03-30"],
    ["Pacific/Apia", "2011-12-30"],
    ["Asia/Kathmandu", "1986-01-01"],
  ];
  for (const [zone, date] of leaps) {
    for (let quarter = -96; quarter < 192; quarter++) {
      const local = Temporal.PlainDateTime.from(`${date}T00:00`).add({ minutes: quarter * 15 });
      const wall = dayOf(date) * dayMs + quarter * 900_000;
      assert.equal(instantOf(zone, wall), local.toZonedDateTime(zone).epochMilliseconds, `${local} ${zone}`);
    }
  }
});

test("an era begins with its very first millisecond", () => {
  const leap = Temporal.Instant.from("2026-03-29T01:00Z").epochMilliseconds;
  assert.equal(wallAt("Europe/Berlin", leap) - leap, 2 * 3_600_000);
  assert.equal(wallAt("Europe/Berlin", leap - 1) - leap + 1, 3_600_000);
});
