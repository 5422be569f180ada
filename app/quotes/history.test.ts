import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { secondsFor, shareWithin } from "./curve.ts";
import { endWork, foresee, type History, knowsEnough, newHistory, openWork } from "./history.ts";
import type { Work } from "./work.ts";

const hour = 3600;
const shares = [0.5, 0.8, 0.9, 0.95];
const runs = { numRuns: 25 };

const callback: Omit<Work, "id" | "openedAt"> = {
  hourOfWeek: 34,
  kind: "callback",
  subkind: "",
  customer: "",
  owner: "ana",
  priority: "",
  queue: "",
  channel: "",
  wantedSeconds: null,
  estimateSeconds: null,
};

type Told = { openedAt: number; seconds: number | null; kind?: string };

/** Tells a history what happened, in the order in which it did; `null` seconds is still open. */
function told(cases: Told[], until = Number.POSITIVE_INFINITY): History {
  const history = newHistory({ hasNights: false });
  const events = cases.flatMap(({ openedAt, seconds, kind = "callback" }, i) => [
    { at: openedAt, rank: 1, tell: () => openWork(history, { ...callback, kind, id: `${i}`, openedAt }) },
    ...(seconds === null
      ? []
      : [{ at: openedAt + seconds * 1000, rank: 0, tell: () => endWork(history, `${i}`, seconds) }]),
  ]);
  for (const { at, tell } of events.toSorted((a, b) => a.at - b.at || b.rank - a.rank)) if (at < until) tell();
  return history;
}

function quoted(history: History, openedAt: number, kind = "callback"): number[] {
  const curve = foresee(history, { ...callback, kind, id: "asked", openedAt });
  return shares.map((share) => secondsFor(curve, share) ?? Number.POSITIVE_INFINITY);
}

/** A steady business: one each hour, each taking as long as the chance given says, from a minute to some days. */
function steady(count: number, secondsOf: (chance: number) => number, from = 0): Told[] {
  const golden = 0.6180339887;
  return Array.from({ length: count }, (_, i) => ({
    openedAt: (from + i) * hour * 1000,
    seconds: secondsOf((0.5 + i * golden) % 1),
  }));
}

const exponential = (meanSeconds: number) => (chance: number) => -meanSeconds * Math.log1p(-chance);
const anyCases = fc.array(
  fc.record({
    openedAt: fc.integer({ min: 0, max: 9e8 }),
    seconds: fc.option(fc.integer({ min: 0, max: 2e6 })),
    kind: fc.constantFrom("callback", "visit", ""),
  }),
  { maxLength: 120 },
);

test("more odds never mean an earlier quote, and the odds of a quote are the odds it was made for", () => {
  fc.assert(
    fc.property(anyCases, fc.array(fc.double({ min: 0, max: 0.99, noNaN: true }), { maxLength: 8 }), (cases, asked) => {
      const curve = foresee(told(cases, 1e9), { ...callback, id: "asked", openedAt: 1e9 });
      const times = asked.toSorted((a, b) => a - b).map((share) => secondsFor(curve, share) ?? 1e12);
      assert.deepEqual(
        times,
        times.toSorted((a, b) => a - b),
      );
      for (const share of asked) {
        const back = shareWithin(curve, secondsFor(curve, share) ?? 1e12);
        assert.ok(Math.abs(back - share) < 1e-6, `${share} came back as ${back}`);
      }
    }),
    runs,
  );
});

test("a longer history of the same law comes nearer to it", () => {
  const mean = 6 * hour;
  const off = (count: number) => {
    const history = told(steady(count, exponential(mean)));
    return Math.max(
      ...quoted(history, 9e10).map((t, i) =>
        Math.abs(Math.log(t / (-mean * Math.log(0.05 + 0.95 - (shares[i] ?? 0))))),
      ),
    );
  };
  const [few, some, many] = [off(40), off(400), off(6000)];
  assert.ok(many < some && some < few, `${few} ${some} ${many}`);
  // It leans a little to the modest side, and means to.
  assert.ok(many < 0.12, `after 6000 cases still ${many} off`);
});

test("open work only ever lengthens", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 2, max: 400 }), (count, hours) => {
      const past = steady(120, exponential(3 * hour));
      const now = 130 * hour * 1000 + hours * hour * 1000;
      const stuck = Array.from({ length: count }, () => ({ openedAt: 125 * hour * 1000, seconds: null }));
      const without = quoted(told(past), now);
      const withOpen = quoted(told([...past, ...stuck]), now);
      withOpen.forEach((seconds, i) => {
        assert.ok(seconds >= (without[i] ?? 0) * 0.999, `${withOpen} after ${without}`);
      });
    }),
    runs,
  );
});

test("one case that took a year moves nothing absurdly", () => {
  const past = steady(300, exponential(3 * hour));
  const before = quoted(told(past), 1e11);
  const after = quoted(told([...past, { openedAt: 0, seconds: 365 * 24 * hour }]), 1e11);
  after.forEach((seconds, i) => {
    const grown = seconds / (before[i] ?? 1);
    assert.ok(grown > 0.9 && grown < 1.4, `${shares[i]}: ${before[i]} became ${seconds}`);
  });
});

test("with no history, or one case, it does not claim to know", () => {
  assert.equal(knowsEnough(newHistory({ hasNights: true })), false);
  assert.equal(knowsEnough(told([{ openedAt: 0, seconds: hour }])), false);
  assert.equal(knowsEnough(told(steady(20, exponential(hour)))), true);
});

test("when all took equally long, that is the quote", () => {
  const [half, , , most] = quoted(told(steady(400, () => 2 * hour)), 1e10);
  assert.ok(half !== undefined && half > 1.6 * hour && half <= 2.4 * hour, `half within ${half}`);
  assert.ok(most !== undefined && most < 2.8 * hour, `95 % within ${most}`);
});

test("durations of zero are quoted as next to nothing, never as less", () => {
  for (const seconds of quoted(told(steady(400, () => 0)), 1e10))
    assert.ok(seconds >= 0 && seconds < 300, `${seconds}`);
});

test("a clock that went backwards teaches nothing and breaks nothing", () => {
  const past = steady(60, exponential(hour));
  const backwards = told([...past, { openedAt: 70 * hour * 1000, seconds: -hour }]);
  assert.equal(backwards.endedCount, 60);
  openWork(backwards, { ...callback, id: "late", openedAt: -5 * hour * 1000 });
  openWork(backwards, { ...callback, id: "never", openedAt: Number.NaN });
  endWork(backwards, "nobody", hour);
  for (const seconds of quoted(backwards, 1e9)) assert.ok(Number.isFinite(seconds) && seconds > 0);
});

test("nobody peeks: whatever comes later changes no quote made before", () => {
  fc.assert(
    fc.property(anyCases, anyCases, fc.integer({ min: 1, max: 9e8 }), (past, future, now) => {
      const later = future.map((one) => ({ ...one, openedAt: one.openedAt + now }));
      // A case still open now may end in any way later.
      const otherwise = past.map((one) =>
        one.seconds !== null && one.openedAt + one.seconds * 1000 >= now ? { ...one, seconds: null } : one,
      );
      assert.deepEqual(quoted(told([...otherwise, ...later], now), now), quoted(told(past, now), now));
    }),
    runs,
  );
});

test("a kind that became slower is quoted longer within weeks, without being told", () => {
  const before = steady(1500, exponential(2 * hour));
  const after = steady(700, exponential(8 * hour), 1500);
  const [, , nine = 0] = quoted(told([...before, ...after]), 2300 * hour * 1000);
  assert.ok(nine > 12 * hour, `nine of ten within ${nine / hour} hours`);
});

test("over a year of three kinds, 95 of 100 quotes made at 95 % are kept, and about as many of each kind", () => {
  let seed = 42;
  const chance = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed / 2 ** 31;
  };
  const means = { callback: hour, visit: 30 * hour, fix: 90 * hour };
  const year = Array.from({ length: 4000 }, (_, i) => {
    const kind = (["callback", "callback", "visit", "fix"] as const)[Math.floor(chance() * 4)] ?? "fix";
    // In summer all takes half as long again.
    const slower = i > 1800 && i < 2600 ? 1.5 : 1;
    const seconds = slower * means[kind] * Math.exp(1.36 * (chance() + chance() + chance() + chance() - 2));
    return { id: `${i}`, kind, openedAt: i * 2.2 * hour * 1000, seconds };
  });
  const history = newHistory({ hasNights: false });
  const ends = year.toSorted((a, b) => a.openedAt + a.seconds * 1000 - b.openedAt - b.seconds * 1000);
  const kept = new Map<string, boolean[]>();
  for (const { id, kind, openedAt, seconds } of year) {
    while (ends[0] && ends[0].openedAt + ends[0].seconds * 1000 < openedAt) {
      endWork(history, ends[0].id, ends[0].seconds);
      ends.shift();
    }
    const work = { ...callback, id, kind, openedAt };
    const quote = secondsFor(foresee(history, work), 0.95) ?? 0;
    openWork(history, work);
    if (Number(id) >= 800) kept.set(kind, [...(kept.get(kind) ?? []), seconds <= quote]);
  }
  const share = (of: boolean[]) => of.filter(Boolean).length / of.length;
  const all = share([...kept.values()].flat());
  assert.ok(all > 0.94 && all < 0.96, `${all} of all`);
  for (const [kind, of] of kept) {
    const band = 2.58 * Math.sqrt((0.95 * 0.05) / of.length);
    assert.ok(Math.abs(share(of) - 0.95) < band, `${share(of)} of ${of.length} of ${kind}, band ${band}`);
  }
});

test("two kinds keep their own time, and a few cases of a third are enough to tell it from both", () => {
  const calls = steady(300, exponential(hour / 2));
  const visits = steady(300, exponential(48 * hour)).map((one) => ({ ...one, kind: "visit" }));
  const deliveries = steady(8, exponential(6 * hour), 200).map((one) => ({ ...one, kind: "delivery" }));
  const history = told([...calls, ...visits, ...deliveries]);
  const kinds = ["callback", "delivery", "visit"];
  const [call = 0, delivery = 0, visit = 0] = kinds.map((kind) => quoted(history, 1e10, kind)[2]);
  assert.ok(2 * call < delivery && 2 * delivery < visit, `${call} ${delivery} ${visit}`);
});

test("however many cases end in one cell, the quote stays theirs and takes no more room", () => {
  const history = newHistory({ hasNights: false });
  const endOne = (i: number) => {
    openWork(history, { ...callback, id: `${i}`, openedAt: i * 60_000 });
    endWork(history, `${i}`, ((i * 7919) % 100) * 360);
  };
  for (let i = 0; i < 1000; i++) endOne(i);
  const [few, room] = [quoted(history, 60_000_000), history.beliefs.count];
  for (let i = 1000; i < 20_000; i++) endOne(i);
  assert.equal(history.beliefs.count, room);
  quoted(history, 1_200_000_000).forEach((seconds, i) => {
    assert.ok(Math.abs(Math.log(seconds / (few[i] ?? 0))) < 0.15, `${shares[i]}: ${few[i]} became ${seconds}`);
    assert.ok(Math.abs(seconds - 36_000 * (shares[i] ?? 0)) < 5400, `${shares[i]}: ${seconds}`);
  });
});

test("ever more cases and customers take no more room than the bound says", () => {
  const sizes = [1000, 14_000].map((count) => {
    const history = newHistory({ hasNights: true });
    for (let i = 0; i < count; i++) {
      openWork(history, { ...callback, id: `${i}`, openedAt: i * 60_000, customer: `${i}` });
      endWork(history, `${i}`, (i * 7919) % 40_000);
    }
    return { open: history.open.size, traits: history.ground.traits.places.size, beliefs: history.beliefs.count };
  });
  assert.ok((sizes[1]?.traits ?? 0) <= 20_000, "the customers longest unheard of make room");
  assert.ok((sizes[1]?.beliefs ?? 0) < 300_000, "two megabytes and a half, whatever comes");
  assert.equal(sizes[1]?.open, 0);
});
