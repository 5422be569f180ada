import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Calendar, CalendarDay, OpenBlock, Weekday } from "./calendar.ts";
import {
  type Instant,
  instant,
  instantOf,
  isAfter,
  isBefore,
  isSame,
  plusSeconds,
  secondsBetween,
  Temporal,
} from "./instant.ts";
import { addWorkingTime, isOpen, lastOpen, nextOpen, workingTimeBetween } from "./working-time.ts";

/** Zones, each with dates on which its clocks leap, fall back, or leave out a whole day. */
const leaps: [zone: string, ...dates: string[]][] = [
  ["Europe/Berlin", "2026-03-29", "2026-10-25"],
  ["America/New_York", "2026-03-08", "2026-11-01"],
  ["Australia/Lord_Howe", "2026-04-05", "2026-10-04"],
  ["America/Sao_Paulo", "2018-02-18", "2018-11-04"],
  ["America/Nuuk", "2024-03-30", "2024-10-26"],
  ["America/St_Johns", "2010-03-14", "2010-11-07"],
  ["Asia/Kathmandu", "1986-01-01", "2026-06-01"],
  ["Pacific/Apia", "2011-12-30"],
  ["Africa/Casablanca", "2025-02-23", "2025-04-06"],
];

const weekMinutes = 7 * 1440;
const clock = (minute: number) => {
  const [hours, minutes] = [Math.floor((minute % 1440) / 60), minute % 60];
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
};

/** A week cut at random minutes: open from the first cut to the second, from the third to the fourth, and so on. */
const week: fc.Arbitrary<OpenBlock[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: weekMinutes / 5 - 1 }), { minLength: 4, maxLength: 24 })
  .map((cuts) => {
    const minutes = cuts.toSorted((a, b) => a - b).map((cut) => cut * 5);
    return minutes.flatMap((from, index): OpenBlock[] => {
      const until = Math.min(minutes[index + 1] ?? from, from + 1440);
      if (index % 2 === 1 || until === from) return [];
      return [{ weekday: (Math.floor(from / 1440) + 1) as Weekday, from: clock(from), to: clock(until) }];
    });
  });

type Situation = { calendar: Calendar; around: Instant };

/** A calendar and the midnight of a night on which something happens to the clocks there. */
const situation: fc.Arbitrary<Situation> = fc
  .tuple(fc.constantFrom(...leaps), fc.nat(), week, fc.integer({ min: -2, max: 2 }), fc.boolean())
  .map(([[timeZone, ...dates], pick, blocks, shift, hasException]) => {
    const date = Temporal.PlainDate.from(dates[pick % dates.length] ?? "2026-03-29");
    const odd: CalendarDay = { on: date.add({ days: shift }).toString(), blocks: [{ from: "22:10", to: "03:20" }] };
    const calendar = { timeZone, week: blocks, days: hasException ? [odd] : [] };
    return { calendar, around: instantOf(date.toZonedDateTime(timeZone)) };
  });

const withinDays = (days: number) => fc.integer({ min: -days * 86_400, max: days * 86_400 });
const work = fc.integer({ min: 0, max: 60 * 3600 });

function always(check: (s: Situation, a: Instant, b: Instant) => void, numRuns = 200): void {
  const property = fc.property(situation, withinDays(4), withinDays(4), (s, a, b) =>
    check(s, plusSeconds(s.around, Math.min(a, b)), plusSeconds(s.around, Math.max(a, b))),
  );
  fc.assert(property, { numRuns });
}

function alwaysWithWork(check: (calendar: Calendar, from: Instant, one: number, two: number) => void): void {
  const property = fc.property(situation, withinDays(4), work, work, (s, from, one, two) =>
    check(s.calendar, plusSeconds(s.around, from), one, two),
  );
  fc.assert(property, { numRuns: 200 });
}

function added(calendar: Calendar, from: Instant, seconds: number): Instant {
  const result = addWorkingTime(calendar, from, seconds);
  assert.ok(result, "a calendar that opens has so much time");
  return result;
}

test("working time that is added is found again between the two times", () => {
  alwaysWithWork((calendar, from, seconds) => {
    assert.equal(workingTimeBetween(calendar, from, added(calendar, from, seconds)), seconds);
    assert.equal(workingTimeBetween(calendar, from, added(calendar, from, -seconds)), seconds === 0 ? 0 : -seconds);
  });
});

test("adding twice is adding the sum", () => {
  alwaysWithWork((calendar, from, one, two) => {
    const inSteps = added(calendar, added(calendar, from, one), two);
    assert.ok(isSame(inSteps, added(calendar, from, one + two)));
  });
});

test("more work never ends sooner, and a later start never ends sooner", () => {
  alwaysWithWork((calendar, from, one, two) => {
    const [less, more] = one < two ? [one, two] : [two, one];
    assert.ok(!isBefore(added(calendar, from, more), added(calendar, from, less)));
    assert.ok(!isBefore(added(calendar, plusSeconds(from, two), one), added(calendar, from, one)));
  });
});

test("working time adds up over any time between, and never exceeds clock time", () => {
  always(({ calendar, around }, a, b) => {
    const parts = workingTimeBetween(calendar, a, around) + workingTimeBetween(calendar, around, b);
    assert.equal(workingTimeBetween(calendar, a, b), parts);
    assert.ok(workingTimeBetween(calendar, a, b) <= secondsBetween(a, b));
  });
});

test("the next open time is open, is not before, and has no open time before it", () => {
  always(({ calendar }, at) => {
    const next = nextOpen(calendar, at);
    assert.ok(next && isOpen(calendar, next) && !isBefore(next, at));
    assert.ok(isSame(nextOpen(calendar, next), next));
    assert.equal(workingTimeBetween(calendar, at, next), 0);
  });
});

test("the last open time is not after, is open or a closing, and has no open time after it", () => {
  always(({ calendar }, at) => {
    const last = lastOpen(calendar, at);
    assert.ok(last && !isAfter(last, at));
    assert.ok(isOpen(calendar, last) || isOpen(calendar, plusSeconds(last, -0.001)));
    assert.ok(isSame(lastOpen(calendar, last), last));
    assert.equal(workingTimeBetween(calendar, last, at), 0);
  });
});

test("counted minute by minute with Temporal itself, it is the same", () => {
  const twoDays = 2 * 86_400;
  always(({ calendar, around }) => {
    const start = plusSeconds(around, -twoDays / 2);
    const isOpenByTheBook = byTheBook(calendar, around);
    let minutes = 0;
    for (let passed = 0; passed < twoDays; passed += 60) {
      const at = start.epochMilliseconds + passed * 1000;
      if (isOpenByTheBook(at)) minutes++;
      if (passed % 3600 === 0) assert.equal(isOpen(calendar, plusSeconds(start, passed)), isOpenByTheBook(at));
    }
    assert.equal(workingTimeBetween(calendar, start, plusSeconds(start, twoDays)), minutes * 60);
  }, 60);
});

/** Every block of the days around, as Temporal places it on the world's clock; nothing of our own arithmetic. */
function byTheBook({ timeZone, week: blocks, days }: Calendar, around: Instant): (epochMs: number) => boolean {
  const spans: [from: number, until: number][] = [];
  const middle = around.toZonedDateTimeISO(timeZone).toPlainDate();
  for (let shift = -4; shift <= 4; shift++) {
    const date = middle.add({ days: shift });
    if (!date.toZonedDateTime(timeZone).toPlainDate().equals(date)) continue;
    const exception = days.find((day) => day.on === date.toString());
    for (const { from, to } of exception?.blocks ?? blocks.filter((block) => block.weekday === date.dayOfWeek)) {
      const closing = to > from ? date : date.add({ days: 1 });
      const placed = [date.toPlainDateTime(from), closing.toPlainDateTime(to)].map(
        (local) => local.toZonedDateTime(timeZone).epochMilliseconds,
      );
      spans.push([placed[0] ?? 0, placed[1] ?? 0]);
    }
  }
  return (epochMs) => spans.some(([from, until]) => from <= epochMs && epochMs < until);
}

test("a week of the year 9999 and one long ago are counted too", () => {
  const calendar: Calendar = {
    timeZone: "Europe/Berlin",
    week: [{ weekday: 1, from: "09:00", to: "17:00" }],
    days: [],
  };
  for (const day of ["1900-01-01T00:00Z", "9999-12-01T00:00Z"]) {
    const from = instant(day);
    assert.equal(workingTimeBetween(calendar, from, plusSeconds(from, 7 * 86_400)), 8 * 3600);
  }
});
