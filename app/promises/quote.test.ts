import assert from "node:assert/strict";
import { test } from "node:test";
import { instant } from "#base/instant.ts";
import { office, on, wall } from "#test/harness/promise-life.ts";
import { checkEstimate, type Estimate, modestQuote } from "./quote.ts";

const minutes = (n: number, by: Estimate["in"] = "clock"): Estimate => ({ seconds: n * 60, in: by });
const hours = (n: number, by: Estimate["in"] = "clock") => minutes(n * 60, by);
const quoted = (estimate: Estimate, now: string) => wall(modestQuote(estimate, office, on(now)).advisedDueAt);

test("with no history we offer twice what we think it takes, as a person would say it", () => {
  const table: [what: string, Estimate, now: string, offered: string][] = [
    ["a quarter of an hour becomes half an hour", minutes(15), "Mon 10:00", "Mon 10:30"],
    ["a day becomes two", hours(24), "Mon 10:00", "Wed 10:00"],
    ["a few minutes to the minute", minutes(7), "Mon 10:00:20", "Mon 10:15"],
    ["under five minutes to the second", minutes(2), "Mon 10:00:07", "Mon 10:04:07"],
    ["half an hour to five minutes", minutes(15), "Mon 10:07", "Mon 10:40"],
    ["two hours to the quarter", minutes(65), "Mon 10:00", "Mon 12:15"],
    ["more than a day to the hour", hours(13), "Mon 10:10", "Tue 13:00"],
    ["more than a week to close of business", hours(100), "Mon 10:00", "next Wed 17:00"],
  ];
  for (const [what, estimate, now, offered] of table) assert.equal(quoted(estimate, now), offered, what);
});

test("work that is done in working time is offered by the hours somebody is there", () => {
  const table: [what: string, Estimate, now: string, offered: string][] = [
    ["three hours are six on the calendar", hours(3, "working"), "Mon 9:30", "Mon 15:30"],
    ["over the night", hours(3, "working"), "Mon 15:00", "Tue 13:00"],
    ["over the weekend", hours(3, "working"), "Fri 15:00", "next Mon 13:00"],
    ["asked on a Sunday", hours(3, "working"), "Sun 20:00", "next Mon 15:00"],
    ["three minutes before closing", minutes(2, "working"), "Mon 16:57", "Tue 9:15"],
  ];
  for (const [what, estimate, now, offered] of table) assert.equal(quoted(estimate, now), offered, what);
});

test("the offer says how it came about", () => {
  const quote = modestQuote(hours(3, "working"), office, on("Mon 9:00"));
  assert.equal(quote.rule, "modest");
  assert.match(quote.explanation, /twice your estimate, 6 hours of working time/);
  assert.doesNotMatch(modestQuote(hours(3), office, on("Mon 9:00")).explanation, /working/);
});

test("the clocks that go forward in the night take no working hour from the offer", () => {
  const friday = instant("2026-03-27T15:00:00+01:00");
  const { advisedDueAt } = modestQuote(hours(3, "working"), office, friday);
  assert.equal(advisedDueAt.toString(), instant("2026-03-30T13:00:00+02:00").toString());
});

test("an estimate of nothing, or of a century, is none", () => {
  const century = 100 * 366 * 86_400;
  for (const seconds of [0, -1, Number.NaN, century, Number.POSITIVE_INFINITY]) {
    assert.equal(checkEstimate(seconds)?.code, "bad_estimate", String(seconds));
    assert.throws(() => modestQuote({ seconds, in: "clock" }, office, on("Mon 9:00")), { code: "bad_estimate" });
  }
  assert.equal(checkEstimate(0.5), null);
  assert.equal(checkEstimate(366 * 86_400), null);
});

test("a place that never opens can offer no working time", () => {
  const never = { timeZone: "Europe/Berlin", week: [], days: [] };
  assert.throws(() => modestQuote(hours(3, "working"), never, on("Mon 9:00")), { code: "never_open" });
});
