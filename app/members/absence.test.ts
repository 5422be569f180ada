import assert from "node:assert/strict";
import { test } from "node:test";
import { instant } from "#base/instant.ts";
import { type Absence, mayBeAway, mayCover } from "./absence.ts";

const now = instant("2026-11-23T09:00:00Z");
const absence = (memberId: string, from: string, until: string, coverId: string | null = null): Absence => {
  return {
    id: `${memberId} ${from}`,
    memberId,
    fromAt: instant(`${from}T00:00Z`),
    untilAt: instant(`${until}T00:00Z`),
    coverId,
  };
};
const holiday = absence("ana", "2026-12-01", "2026-12-08", "ben");

test("an absence ends after it begins, and after now", () => {
  assert.equal(mayBeAway(holiday, [], now), null);
  assert.equal(mayBeAway(absence("ana", "2026-12-08", "2026-12-01"), [], now)?.code, "ends_before_it_begins");
  assert.equal(mayBeAway(absence("ana", "2026-11-01", "2026-11-20"), [], now)?.code, "absence_over");
});

test("nobody is away twice at a time, but may leave again the moment they are back", () => {
  assert.equal(mayBeAway(holiday, [absence("ana", "2026-12-07", "2026-12-09")], now)?.code, "absent_already");
  assert.equal(mayBeAway(holiday, [absence("ana", "2026-12-08", "2026-12-09")], now), null);
});

test("a cover is somebody else, works here, and is there meanwhile", () => {
  const ben = { leftAt: null };
  assert.equal(mayCover(holiday, ben, []), null);
  assert.equal(mayCover({ ...holiday, coverId: "ana" }, ben, [])?.code, "own_cover");
  assert.equal(mayCover(holiday, undefined, [])?.code, "no_such_cover");
  assert.equal(mayCover(holiday, { leftAt: now }, [])?.code, "no_such_cover");
  assert.equal(mayCover(holiday, ben, [absence("ben", "2026-12-07", "2026-12-09")])?.code, "cover_absent");
});
