import assert from "node:assert/strict";
import { test } from "node:test";
import { checkCalendar } from "#base/calendar.ts";
import { changeSettings, settingsChange, writeSettings } from "./policy-settings.ts";
import { tradeNamed, trades } from "./trades.ts";

test("every trade template has hours in order and settings that could be written at the door", () => {
  for (const { name, week, policy } of trades) {
    const calendar = checkCalendar({ timeZone: "Europe/Berlin", week, days: [] });
    assert.equal(calendar.week.length, week.length, name);
    assert.deepEqual(changeSettings({}, settingsChange.parse(writeSettings(policy))), policy, name);
  }
});

test("a trade is found by its name, and an unknown one is told which there are", () => {
  assert.equal(tradeNamed("body-shop").wording.de.title, "Karosseriewerkstatt");
  assert.throws(() => tradeNamed("alchemist"), { code: "unknown_trade", message: /restaurant, contractor/ });
});
