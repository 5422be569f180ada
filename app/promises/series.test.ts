import assert from "node:assert/strict";
import { test } from "node:test";
import { instantOf, Temporal } from "#base/instant.ts";
import { dueOfOccurrence, nextOccurrenceAt, type Series } from "./series.ts";

function series(every: Series["every"], first: string): Series {
  const firstDueAt = instantOf(Temporal.ZonedDateTime.from(first));
  const [, timeZone = ""] = /\[(.+)\]/.exec(first) ?? [];
  const to = { customerId: "customer", contactId: null, ownerId: "owner", text: "Send the report", kind: "other" };
  return {
    ...to,
    id: "s",
    version: 1,
    every,
    timeZone,
    firstDueAt,
    occurrence: 1,
    endedAt: null,
    nextRingAt: firstDueAt,
  };
}

const dues = (s: Series, count: number) =>
  Array.from({ length: count }, (_, n) =>
    dueOfOccurrence(s, n).toZonedDateTimeISO(s.timeZone).toPlainDateTime().toString({ smallestUnit: "minute" }),
  );

test("every Monday at nine stays nine on the wall when the clocks change", () => {
  const zones: [first: string, dues: string[]][] = [
    ["2026-03-23T09:00[Europe/Berlin]", ["2026-03-23T09:00", "2026-03-30T09:00", "2026-04-06T09:00"]],
    ["2026-10-19T09:00[Europe/Berlin]", ["2026-10-19T09:00", "2026-10-26T09:00", "2026-11-02T09:00"]],
    ["2026-03-02T09:00[America/New_York]", ["2026-03-02T09:00", "2026-03-09T09:00"]],
    ["2026-03-30T09:00[Australia/Lord_Howe]", ["2026-03-30T09:00", "2026-04-06T09:00"]],
    ["2026-06-01T09:00[Asia/Kathmandu]", ["2026-06-01T09:00", "2026-06-08T09:00"]],
  ];
  for (const [first, expected] of zones)
    assert.deepEqual(dues(series("week", first), expected.length), expected, first);
});

test("the last day of each month is the last day of each month", () => {
  const lasts = ["2028-01-31T17:00", "2028-02-29T17:00", "2028-03-31T17:00", "2028-04-30T17:00"];
  assert.deepEqual(dues(series("month", "2028-01-31T17:00[Europe/Berlin]"), 4), lasts);
});

test("every day at half past two is an hour later once, in the night that has no half past two", () => {
  const nightly = series("day", "2026-03-28T02:30[Europe/Berlin]");
  assert.deepEqual(dues(nightly, 3), ["2026-03-28T02:30", "2026-03-29T03:30", "2026-03-30T02:30"]);
});

test("the next one is promised when the one before it falls due, until the series has ended", () => {
  const weekly = series("week", "2026-03-23T09:00[Europe/Berlin]");
  assert.equal(nextOccurrenceAt(weekly)?.toString(), weekly.firstDueAt.toString());
  assert.equal(nextOccurrenceAt({ ...weekly, occurrence: 3 })?.toString(), dueOfOccurrence(weekly, 2).toString());
  assert.equal(nextOccurrenceAt({ ...weekly, endedAt: weekly.firstDueAt }), null);
});
