import assert from "node:assert/strict";
import { test } from "node:test";
import { instant } from "#base/instant.ts";
import { leavesAt } from "./quiet.ts";

const berlin = { from: "21:00", until: "08:00", timeZone: "Europe/Berlin" };

// Berlin is an hour ahead of these in winter.
const cases = [
  ["by day an automatic mail goes at once", "2026-11-23T12:00:00Z", null, "2026-11-23T12:00:00Z"],
  ["in the evening it waits for the morning", "2026-11-23T21:30:00Z", null, "2026-11-24T07:00:00Z"],
  ["after midnight it waits for the same morning", "2026-11-24T03:00:00Z", null, "2026-11-24T07:00:00Z"],
  ["the quiet hours begin on their minute", "2026-11-23T20:00:00Z", null, "2026-11-24T07:00:00Z"],
  ["and end on theirs", "2026-11-24T07:00:00Z", null, "2026-11-24T07:00:00Z"],
  [
    "where waiting passes the due it goes at their start",
    "2026-11-24T03:00:00Z",
    "2026-11-24T06:30:00Z",
    "2026-11-23T20:00:00Z",
  ],
  ["a due at their very end does not hurry it", "2026-11-24T03:00:00Z", "2026-11-24T07:00:00Z", "2026-11-24T07:00:00Z"],
  ["the night in which clocks go forward ends an hour sooner", "2026-03-28T22:00:00Z", null, "2026-03-29T06:00:00Z"],
  ["the night in which clocks go back ends an hour later", "2026-10-24T22:00:00Z", null, "2026-10-25T07:00:00Z"],
] as const;

for (const [sentence, wanted, due, leaves] of cases) {
  test(sentence, () => {
    assert.equal(leavesAt(instant(wanted), berlin, due && instant(due)).toString(), leaves);
  });
}

test("quiet hours are those of the reader's zone, and may lie within a day", () => {
  const siesta = { from: "13:00:00", until: "15:00:00", timeZone: "America/New_York" };
  assert.equal(leavesAt(instant("2026-11-23T18:30:00Z"), siesta, null).toString(), "2026-11-23T20:00:00Z");
  assert.equal(leavesAt(instant("2026-11-23T21:30:00Z"), siesta, null).toString(), "2026-11-23T21:30:00Z");
});
