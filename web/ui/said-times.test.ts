import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dayAt as dayByRule } from "#base/wall-clock.ts";
import { clockSaid, dayAt, daySaid, exactSaid, fromNowSaid, isSameWall, whenSaid } from "./said-times.ts";

const berlin = { locale: "en-GB", timeZone: "Europe/Berlin" };
const now = Date.parse("2026-11-26T09:40:00Z"); // a Thursday, 10:40 in Berlin
const at = (text: string) => Date.parse(text);

test("a day is named as a person names it", () => {
  assert.equal(daySaid(at("2026-11-26T22:59:00Z"), now, berlin), "today");
  assert.equal(daySaid(at("2026-11-26T23:00:00Z"), now, berlin), "tomorrow");
  assert.equal(daySaid(at("2026-11-25T12:00:00Z"), now, berlin), "yesterday");
  assert.equal(daySaid(at("2026-12-01T12:00:00Z"), now, berlin), "Tuesday");
  assert.equal(daySaid(at("2026-12-04T12:00:00Z"), now, berlin), "Fri 4 Dec");
  assert.equal(daySaid(at("2026-11-20T12:00:00Z"), now, berlin), "Fri 20 Nov");
  assert.equal(daySaid(at("2027-01-05T12:00:00Z"), now, berlin), "Tue, 5 Jan 2027");
});

test("the browser and the house agree on the date of any zone", () => {
  const zones = ["Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia", "Africa/Casablanca", "UTC"];
  const [from, to] = [at("1990-01-01T00:00:00Z"), at("2199-12-31T00:00:00Z")];
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: from, max: to }), (zone, ms) => {
      assert.equal(dayAt(zone, ms), dayByRule(zone, ms));
    }),
  );
});

test("the exact time stands beside it, on the reader's own clock", () => {
  assert.equal(whenSaid(at("2026-11-27T14:00:00Z"), now, berlin), "tomorrow, 15:00");
  assert.equal(whenSaid(at("2026-11-27T14:00:00Z"), now, { ...berlin, locale: "de-DE" }), "morgen, 15:00");
  assert.equal(clockSaid(at("2026-11-27T14:00:00Z"), { locale: "en-US", timeZone: "America/New_York" }), "09:00 AM");
});

test("how long until then is said in the unit of a person", () => {
  assert.equal(fromNowSaid(at("2026-11-26T10:28:00Z"), now, berlin), "in 48 min");
  assert.equal(fromNowSaid(at("2026-11-26T07:40:00Z"), now, berlin), "2 hr ago");
  assert.equal(fromNowSaid(at("2026-11-30T09:40:00Z"), now, berlin), "in 4 days");
});

test("on hover nothing is left to guess", () => {
  const exact = exactSaid(at("2026-11-27T14:00:00Z"), berlin);
  for (const part of ["Friday", "27 November 2026", "15:00", "Central European"])
    assert.ok(exact.includes(part), exact);
});

test("Berlin and Vienna show the same, Berlin and London do not", () => {
  assert.ok(isSameWall(now, "Europe/Berlin", "Europe/Vienna"));
  assert.ok(!isSameWall(now, "Europe/Berlin", "Europe/London"));
});
