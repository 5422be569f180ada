import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { durationInWords, readDuration, writeDuration } from "./duration.ts";

test("durations are read into seconds", () => {
  const table: [string, number][] = [
    ["PT20S", 20],
    ["PT0.5S", 0.5],
    ["PT45M", 2700],
    ["PT3H", 10_800],
    ["PT1.5H", 5400],
    ["P2D", 172_800],
    ["P1W", 604_800],
    ["P1W2DT3H4M5S", 788_645],
    ["PT0S", 0],
  ];
  for (const [text, seconds] of table) assert.equal(readDuration(text), seconds, text);
});

test("what has no fixed length, is below zero or is no duration is refused beside its field", () => {
  for (const text of [
    "P1M",
    "P1Y",
    "P1Y2D",
    "-PT3H",
    "3 hours",
    "",
    "PT",
    "P",
    "PT1H30",
    "3",
    "PT1e9H",
    "PTInfinityS",
  ]) {
    assert.throws(() => readDuration(text, "estimate"), { code: "bad_duration", field: "estimate" }, text);
  }
});

test("durations are written in hours at most, so that nobody takes them for working days", () => {
  const table: [number, string][] = [
    [10_800, "PT3H"],
    [176_400, "PT49H"],
    [5400, "PT1H30M"],
    [20, "PT20S"],
    [0.5, "PT0.5S"],
    [0, "PT0S"],
  ];
  for (const [seconds, text] of table) assert.equal(writeDuration(seconds), text);
});

test("a duration written down is read as the same", () => {
  const milliseconds = fc.integer({ min: 0, max: 1e12 });
  fc.assert(fc.property(milliseconds, (ms) => assert.equal(readDuration(writeDuration(ms / 1000)), ms / 1000)));
});

test("durations are said in two units at most, rounded to the smaller", () => {
  const table: [number, string, string][] = [
    [10_800, "3 hours", "3 Stunden"],
    [183_600, "2 days 3 hours", "2 Tage 3 Stunden"],
    [2700, "45 minutes", "45 Minuten"],
    [3600, "1 hour", "1 Stunde"],
    [90, "1 minute 30 seconds", "1 Minute 30 Sekunden"],
    [86_400 + 59 * 60, "1 day 1 hour", "1 Tag 1 Stunde"],
    [86_399, "1 day", "1 Tag"],
    [3599.6, "1 hour", "1 Stunde"],
    [0.5, "1 second", "1 Sekunde"],
    [0, "0 seconds", "0 Sekunden"],
  ];
  for (const [seconds, english, german] of table) {
    assert.equal(durationInWords(seconds, "en"), english);
    assert.equal(durationInWords(seconds, "de"), german);
  }
});

test("a language that nobody has is answered in English", () => {
  assert.equal(durationInWords(7200, "tlh"), "2 hours");
});
