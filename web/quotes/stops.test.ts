import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { businessHours } from "#base/calendar.ts";
import { instant } from "#base/instant.ts";
import { readSaid } from "#base/said/said.ts";
import { stopsFrom, wordsFor } from "./stops.ts";

const zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"] as const;
const moment = fc.integer({ min: Date.parse("2026-01-01"), max: Date.parse("2029-01-01") });

test("the times to choose from go up, are all to come, and are few enough to be asked about at once", () => {
  fc.assert(
    fc.property(moment, fc.constantFrom(...zones), (now, zone) => {
      const stops = stopsFrom(now, zone);
      assert.ok(stops.length > 60 && stops.length <= 100, `${stops.length}`);
      for (const [n, at] of stops.entries()) assert.ok(at > (stops[n - 1] ?? now));
    }),
  );
});

test("they are times as people say them: quarters of an hour soon, the close of a day later", () => {
  const stops = stopsFrom(Date.parse("2026-11-23T09:07:00Z"), "Europe/Berlin").map((at) => new Date(at).toISOString());
  assert.deepEqual(stops.slice(0, 2), ["2026-11-23T09:15:00.000Z", "2026-11-23T09:30:00.000Z"]);
  assert.ok(stops.includes("2026-11-25T14:00:00.000Z"), "the day after tomorrow at three");
  assert.equal(stops.at(-1), "2027-05-24T15:00:00.000Z");
});

test("the words for a time are read by the house as just that time", () => {
  fc.assert(
    fc.property(moment, fc.nat(), fc.constantFrom("en" as const, "de" as const), (now, pick, language) => {
      const timeZone = "Europe/Berlin";
      const stops = stopsFrom(now, timeZone);
      const at = stops[pick % stops.length] ?? 0;
      const words = wordsFor(at, now, { language, timeZone });
      const read = readSaid(words, {
        now: instant(new Date(now).toISOString()),
        timeZone,
        calendar: businessHours(timeZone),
        language,
      });
      assert.equal(new Date(read.dueAt.epochMilliseconds).toISOString(), new Date(at).toISOString(), words);
    }),
  );
});
