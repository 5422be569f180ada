import assert from "node:assert/strict";
import { test } from "node:test";
import { isTimeZone, zone } from "./zone.ts";

test("places are time zones", () => {
  for (const name of ["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "America/Argentina/Buenos_Aires", "UTC"]) {
    assert.equal(isTimeZone(name), true, name);
  }
});

test("offsets, abbreviations nobody keeps, dates and nonsense are no time zones", () => {
  const others = ["+02:00", "-0100", "GMT+1", "Z", "", " Europe/Berlin", "Mars/Olympus", "../etc/passwd"];
  for (const name of [...others, "2026-01-01T00:00[Europe/Berlin]", "constructor", "a".repeat(10_000)]) {
    assert.equal(isTimeZone(name), false, name);
  }
});

test("a zone keeps its name and gets its usual capitals", () => {
  assert.equal(zone("europe/berlin"), "Europe/Berlin");
  assert.equal(zone("Asia/Kolkata"), "Asia/Kolkata");
});

test("an unknown zone is refused beside its field", () => {
  assert.throws(() => zone("Mars/Olympus"), { kind: "invalid", code: "unknown_time_zone", field: "time_zone" });
});
