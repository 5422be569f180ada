import assert from "node:assert/strict";
import { test } from "node:test";
import { instant } from "#base/instant.ts";
import type { Reader } from "./letter.ts";
import { fromNow, type TimeShape, timeInWords } from "./time-words.ts";

const english: TimeShape = {
  locale: "en-GB",
  at: (date, time) => `${date}, ${time}`,
  inZone: (city) => `(${city} time)`,
};
const german: TimeShape = { locale: "de", at: (date, time) => `${date}, ${time} Uhr`, inZone: (c) => `(Zeit in ${c})` };
const now = instant("2026-11-23T09:00:00Z");
const tuesday = instant("2026-11-24T14:00:00Z");

function reader(timeZone: string, businessTimeZone = "Europe/Berlin"): Reader {
  return { name: "Marta", language: "en", timeZone, businessTimeZone, now };
}

test("a time is said with its weekday, in the words of the language", () => {
  assert.equal(timeInWords(tuesday, reader("Europe/Berlin"), english), "Tuesday 24 November, 15:00");
  assert.equal(timeInWords(tuesday, reader("Europe/Berlin"), german), "Dienstag, 24. November, 15:00 Uhr");
});

test("a reader in another zone reads their own time, with the zone's name", () => {
  assert.equal(timeInWords(tuesday, reader("America/New_York"), english), "Tuesday 24 November, 09:00 (New York time)");
  assert.equal(
    timeInWords(tuesday, reader("Pacific/Auckland"), german),
    "Mittwoch, 25. November, 03:00 Uhr (Zeit in Auckland)",
  );
});

test("two zones that show the same time need no name, until summer parts them", () => {
  assert.equal(timeInWords(tuesday, reader("Europe/Vienna"), english), "Tuesday 24 November, 15:00");
  const [winter, summer] = [instant("2026-11-24T14:00:00Z"), instant("2026-06-24T14:00:00Z")];
  assert.equal(timeInWords(winter, reader("Africa/Algiers"), english), "Tuesday 24 November, 15:00");
  assert.equal(timeInWords(summer, reader("Africa/Algiers"), english), "Wednesday 24 June, 15:00 (Algiers time)");
});

test("another year is named, by the reader's own calendar", () => {
  const newYear = instant("2026-12-31T23:30:00Z");
  assert.equal(timeInWords(newYear, reader("UTC", "UTC"), english), "Thursday 31 December, 23:30");
  assert.equal(timeInWords(newYear, reader("Europe/Berlin"), english), "Friday, 1 January 2027, 00:30");
});

test("how long until, or since, is said in the unit a person would use", () => {
  const cases = [
    ["2026-11-23T09:00:50Z", "in 50 seconds", "in 50 Sekunden"],
    ["2026-11-23T09:48:00Z", "in 48 minutes", "in 48 Minuten"],
    ["2026-11-23T14:00:00Z", "in 5 hours", "in 5 Stunden"],
    ["2026-11-23T08:30:00Z", "30 minutes ago", "vor 30 Minuten"],
    ["2026-11-20T09:00:00Z", "3 days ago", "vor 3 Tagen"],
  ] as const;
  for (const [at, en, de] of cases) {
    assert.equal(fromNow(instant(at), reader("UTC"), english), en);
    assert.equal(fromNow(instant(at), reader("UTC"), german), de);
  }
});
