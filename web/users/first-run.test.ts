import assert from "node:assert/strict";
import { test } from "node:test";
import { guessed, sentOf } from "./first-run.ts";

test("language, zone, country and currency are guessed from the browser", () => {
  const { language, timeZone, country, currency } = guessed("en", ["en-GB", "de"], "Europe/London");
  assert.deepEqual([language, timeZone, country, currency], ["en", "Europe/London", "GB", "GBP"]);
  assert.deepEqual(guessed("de", ["de"], "Europe/Berlin").currency, "EUR");
});

test("what is empty is left to the house, and codes are sent in capitals", () => {
  const typed = {
    ...guessed("de", ["de-CH"], "Europe/Zurich"),
    business: "Bäckerei",
    name: "Ana",
    email: " a@b.example ",
  };
  assert.deepEqual(sentOf({ ...typed, country: "ch", currency: "chf" }, "a long sentence"), {
    business_name: "Bäckerei",
    member_name: "Ana",
    member_email: "a@b.example",
    password: "a long sentence",
    language: "de",
    time_zone: "Europe/Zurich",
    currency: "CHF",
    country: "CH",
  });
});
