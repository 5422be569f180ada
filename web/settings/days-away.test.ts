import assert from "node:assert/strict";
import { test } from "node:test";
import { daysAway, lastMoment } from "./days-away.ts";

test("the last day of an absence is a whole day away", () => {
  assert.deepEqual(daysAway("2026-12-24", "2026-12-26", "Europe/Berlin"), {
    from_at: "2026-12-23T23:00:00.000Z",
    until_at: "2026-12-26T23:00:00.000Z",
  });
  assert.equal(lastMoment("2026-12-26T23:00:00.000Z"), "2026-12-26T22:59:59.000Z");
});

test("a week in which the clocks change is as long as it is there", () => {
  const away = daysAway("2026-10-24", "2026-10-26", "Europe/Berlin");
  assert.deepEqual(away, { from_at: "2026-10-23T22:00:00.000Z", until_at: "2026-10-26T23:00:00.000Z" });
});

test("without both days there is no absence yet", () => assert.equal(daysAway("2026-12-24", "", "UTC"), null));
