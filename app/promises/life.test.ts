import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { flagsOf, partOf, parts } from "#app/record/outcome.ts";
import { earliest, isAfter, isBefore, isSame, plusSeconds, secondsBetween } from "#base/instant.ts";
import {
  type Act,
  acted,
  aLife,
  aPromise,
  asleep,
  awake,
  everyAct,
  type Life,
  office,
  on,
  policy,
} from "#test/harness/promise-life.ts";
import { caughtUp } from "./lateness.ts";
import { type Promise_, stages } from "./promise.ts";
import { nextRing } from "./ring.ts";
import { earlySeconds } from "./settling.ts";

const hour = 3600;
const day = 24 * hour;

const spans = fc.oneof(
  fc.constant(20),
  fc.integer({ min: 60, max: 8 * hour }),
  fc.integer({ min: hour, max: 20 * day }),
);
const estimate = fc.option(
  fc.record({ seconds: fc.integer({ min: 60, max: 3 * day }), in: fc.constantFrom("working", "clock") }),
);

/** Promises of all kinds, said at any time of the week, recorded then or later. */
const promise: fc.Arbitrary<Promise_> = fc
  .record({
    made: fc.integer({ min: 0, max: 7 * day }),
    span: spans,
    estimate,
    recorded: fc.oneof(
      fc.constant(0),
      fc.integer({ min: 0, max: 150 }).map((n) => n / 100),
    ),
    kind: fc.constantFrom("other", "callback", "email", "visit"),
    isVisible: fc.constantFrom(true, true, true, false),
  })
  .map((any) => {
    const madeAt = plusSeconds(on("Mon 0:00"), any.made);
    return aPromise({
      madeAt,
      firstDueAt: plusSeconds(madeAt, any.span),
      recordedAt: plusSeconds(madeAt, Math.round(any.recorded * any.span)),
      estimateSeconds: any.estimate?.seconds ?? null,
      estimateIn: any.estimate?.in === "working" ? "working" : any.estimate ? "clock" : null,
      kind: any.kind,
      isVisible: any.isVisible,
    });
  });

/** Times of an act are shares of the promise's span, so that much happens around its due. */
const share = (from: number, to: number) => fc.integer({ min: from * 1000, max: to * 1000 }).map((n) => n / 1000);
const often = ["move", "move", "update", "contest", "accept", "keep", "openAgain", "goOn"] as const;
const act: fc.Arbitrary<Act> = fc.record({
  do: fc.constantFrom(...everyAct, ...often),
  after: fc.oneof(share(0, 0.2), share(0, 1)),
  amount: share(0, 3),
  lag: fc.oneof(fc.constant(0), share(-0.2, 0.4)),
});
const acts = fc.array(act, { maxLength: 12, size: "max" });

type Course = (life: Life, until: Life["now"]) => Life;

/** Its life after each step: time passing to the next act, and the act. Afterwards a year goes by. */
function lived(p: Promise_, all: Act[], by = policy, course: Course = awake): Life[] {
  const span = secondsBetween(p.madeAt, p.firstDueAt);
  const steps = [aLife(p, by)];
  const last = () => steps.at(-1) ?? aLife(p, by);
  for (const each of all) {
    const [after, amount, lag] = [each.after, each.amount, each.lag].map((of) => Math.round(of * span));
    steps.push(course(last(), plusSeconds(last().now, after ?? 0)));
    steps.push(acted(last(), { do: each.do, after: 0, amount: amount ?? 0, lag: lag ?? 0 }));
  }
  steps.push(awake(last(), plusSeconds(last().now, 366 * day)));
  return steps;
}

/** Checks what is said of each step of any life, and of the step before. */
function always(check: (now: Life, before: Life) => void, numRuns = 250): void {
  const property = fc.property(promise, acts, fc.boolean(), fc.boolean(), (p, all, holdingMessage, sleeps) => {
    const steps = lived(p, all, { ...policy, holdingMessage }, sleeps ? asleep : awake);
    for (const [index, life] of steps.entries()) check(life, steps[index - 1] ?? life);
  });
  fc.assert(property, { numRuns });
}

const isKept = ({ p }: Life) => p.state === "kept" || p.state === "kept_late";

test("nothing is ever kept without a keep, ours or the customer's yes", () => {
  always((life, before) => {
    if (isKept(life) && !isKept(before)) assert.ok(life.keeps > before.keeps);
  });
});

test("what was first said never changes", () => {
  always(({ p }, before) => {
    assert.ok(isSame(p.firstDueAt, before.p.firstDueAt));
    assert.ok(isSame(p.madeAt, before.p.madeAt));
    assert.ok(isSame(p.recordedAt, before.p.recordedAt));
  });
});

test("once late, it was late, since the same instant and in the same manner; once disputed, disputed", () => {
  always(({ p }, before) => {
    if (before.p.lateAt) assert.ok(isSame(p.lateAt, before.p.lateAt));
    if (before.p.silentlyLateAt) assert.ok(isSame(p.silentlyLateAt, before.p.silentlyLateAt));
    if (before.p.disputedAt) assert.ok(isSame(p.disputedAt, before.p.disputedAt));
    if (p.lateAt) assert.notEqual(p.state, "kept");
  });
});

test("what is still open when its due has passed is late, unless the customer owes us something", () => {
  const property = fc.property(promise, acts, (p, all) => {
    const end = lived(p, all).at(-1);
    if (end?.p.state !== "open" || end.p.heldUpAt) return;
    assert.ok(end.p.lateAt && !isAfter(end.p.lateAt, end.now));
    assert.equal(end.p.nextRingAt, null);
  });
  fc.assert(property, { numRuns: 250 });
});

test("a ring that warns comes before its due, none before the promise was written down", () => {
  always(({ rings, p }, before) => {
    const rang = rings.slice(before.rings.length);
    for (const { stage, at, plannedAt, forDue } of rang) {
      if (stage !== "due") assert.ok(isBefore(at, forDue), `${stage} at ${at} for ${forDue}`);
      assert.ok(!isAfter(plannedAt, forDue));
      assert.ok(!isBefore(at, p.recordedAt));
      assert.ok(!isBefore(at, plannedAt));
    }
  });
});

test("rings for one due come in their order, each once", () => {
  const property = fc.property(promise, fc.boolean(), (p, holdingMessage) => {
    const { rings } = awake(aLife(p, { ...policy, holdingMessage }), plusSeconds(p.dueAt, day));
    const order = rings.map(({ stage }) => stages.indexOf(stage as (typeof stages)[number]));
    assert.deepEqual(
      order,
      [...new Set(order)].toSorted((a, b) => a - b),
    );
    const times = rings.map(({ at }) => at.epochMilliseconds);
    assert.deepEqual(
      times,
      times.toSorted((a, b) => a - b),
    );
    assert.equal(rings.at(-1)?.stage, "due");
    if (isSame(p.recordedAt, p.madeAt)) assert.equal(rings[0]?.stage, "first");
  });
  fc.assert(property, { numRuns: 300 });
});

test("who slept over several rings rings once", () => {
  const property = fc.property(promise, fc.integer({ min: 0, max: 30 * day }), (p, slept) => {
    const woken = asleep(aLife(p), plusSeconds(p.recordedAt, slept));
    const rings = awake(woken, woken.now).rings;
    assert.ok(rings.length <= 1, rings.map(({ stage }) => stage).join());
  });
  fc.assert(property, { numRuns: 300 });
});

test("the next alarm of an open promise lies between its beginning and its due; nothing settled is rung for", () => {
  always(({ p, policy: by }) => {
    const alarm = nextRing(p, by, office);
    if (!alarm) return;
    assert.ok(isSame(p.nextRingAt, alarm.at));
    if (alarm.stage === "ask") return assert.ok(isSame(alarm.at, p.settledAt));
    assert.equal(p.state, "open");
    const due = p.heldToDueAt ?? p.dueAt;
    assert.ok(!isAfter(alarm.at, due));
    assert.ok(!isBefore(alarm.at, earliest(p.spanFromAt, due)));
  });
});

test("a customer is asked about one keep once", () => {
  always((life, before) => {
    if (before.p.askedAt && isKept(life) && isKept(before)) assert.ok(isSame(life.p.askedAt, before.p.askedAt));
  });
});

test("looking once at the end is the same as looking ever so often in between", () => {
  const looks = fc.array(fc.integer({ min: 0, max: 30 * day }), { maxLength: 6 });
  const property = fc.property(promise, acts, looks, (p, all, seconds) => {
    for (const { p: then, now } of lived(p, all)) {
      const end = plusSeconds(now, 30 * day);
      const times = seconds.toSorted((a, b) => a - b).map((after) => plusSeconds(now, after));
      const often = [...times, end, end].reduce(caughtUp, then);
      assert.deepEqual(often, caughtUp(then, end));
    }
  });
  fc.assert(property, { numRuns: 150 });
});

test("how it ends does not hang on whether the machine slept", () => {
  const property = fc.property(promise, acts, (p, all) => {
    const [woken, slept] = [lived(p, all, policy, awake), lived(p, all, policy, asleep)].map((life) => life.at(-1)?.p);
    for (const fact of [
      "state",
      "lateAt",
      "dueAt",
      "settledAt",
      "moveCount",
      "lateMoveCount",
      "heldUpSeconds",
    ] as const) {
      assert.deepEqual(slept?.[fact]?.toString(), woken?.[fact]?.toString(), fact);
    }
  });
  fc.assert(property, { numRuns: 250 });
});

test("every promise is in exactly one part of the record, and it is the true one", () => {
  always(({ p, now }) => {
    const part = partOf(p);
    assert.equal(parts.filter((each) => each === part).length, 1);
    if (part === "kept_as_first_promised" || part === "kept_as_moved_in_time") {
      assert.equal(p.state, "kept");
      assert.equal(p.lateAt, null);
    }
    if (part === "kept_as_moved_in_time") assert.ok(p.moveCount > 0 && p.lateMoveCount === 0);
    if (part === "late") assert.ok(p.state === "kept_late" || p.lateMoveCount > 0);
    if (part === "open") assert.equal(p.state, "open");
    const flags = flagsOf(p, now);
    if (flags.includes("silently_late")) assert.ok(flags.includes("past_due"));
    if (flags.includes("early")) assert.equal(part, "kept_as_first_promised");
    if (earlySeconds(p) !== null) assert.ok(p.settledAt && isBefore(p.settledAt, p.firstDueAt));
  });
});
