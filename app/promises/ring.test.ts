import assert from "node:assert/strict";
import { test } from "node:test";
import { alwaysOpen, type Calendar } from "#base/calendar.ts";
import { plusSeconds } from "#base/instant.ts";
import { aPromise, office, on, policy, wall } from "#test/harness/promise-life.ts";
import { caughtUp } from "./lateness.ts";
import type { Promise_ } from "./promise.ts";
import { nextRing, ringNow, ringTimes, withRing } from "./ring.ts";

const holding = { ...policy, holdingMessage: true };
const night = alwaysOpen("Europe/Berlin");
const span = (made: string, due: string, more: Partial<Promise_> = {}) =>
  aPromise({
    madeAt: on(made),
    spanFromAt: on(made),
    recordedAt: on(made),
    firstDueAt: on(due),
    dueAt: on(due),
    ...more,
  });
const estimated = (hours: number, by: "working" | "clock") => ({ estimateSeconds: hours * 3600, estimateIn: by });
const rings = (p: Promise_, hours: Calendar = office, by = policy) =>
  ringTimes(p, by, hours).map(({ stage, at }) => `${stage} ${wall(at)}`);
const next = (p: Promise_, by = policy) => {
  const alarm = nextRing(p, by, office);
  return alarm && `${alarm.stage} ${wall(alarm.at)}`;
};

test("a promise rings first when a quarter of its time is left, again nearer to the due, and at the due", () => {
  assert.deepEqual(rings(span("Mon 9:00", "Mon 13:00")), ["first Mon 12:00", "second Mon 12:36", "due Mon 13:00"]);
});

test("where we know how long it takes, it rings one and a half times as long before", () => {
  const table: [what: string, Promise_, first: string][] = [
    ["two hours by the clock", span("Mon 9:00", "Mon 17:00", estimated(2, "clock")), "Mon 14:00"],
    ["four working hours", span("Mon 9:00", "Wed 11:00", estimated(4, "working")), "Tue 13:00"],
    ["over a weekend", span("Wed 9:00", "next Mon 12:00", estimated(4, "working")), "Fri 14:00"],
    [
      "five minutes, still a quarter of an hour",
      span("Mon 9:00", "Mon 11:00", estimated(1 / 12, "clock")),
      "Mon 10:45",
    ],
    ["more than there is: at once", span("Mon 9:00", "Mon 11:00", estimated(8, "clock")), "Mon 9:00"],
  ];
  for (const [what, p, first] of table) assert.equal(rings(p)[0], `first ${first}`, what);
});

test("an hour's notice of anything is at least a quarter of an hour, a shorter promise rings nearer", () => {
  assert.equal(rings(span("Mon 9:00", "Mon 10:00"))[0], "first Mon 9:45");
  assert.equal(rings(span("Mon 9:00", "Mon 9:40"))[0], "first Mon 9:30");
  assert.equal(rings(span("Mon 9:00", "Mon 10:00", estimated(0.1, "clock")))[0], "first Mon 9:45");
});

test("nobody is rung more than two working days ahead", () => {
  assert.equal(rings(span("Mon 9:00", "next Sun 12:00"))[0], "first next Thu 9:00");
  assert.equal(rings(span("Mon 9:00", "next Tue 12:00", estimated(200, "clock")))[0], "first Fri 12:00");
});

test("a ring at night comes at closing the evening before", () => {
  assert.equal(rings(span("Mon 9:00", "Tue 10:00"))[0], "first Mon 17:00");
  assert.equal(rings(span("Mon 9:00", "Tue 10:00"), night)[0], "first Tue 3:45");
});

test("where the evening before is before the promise, the ring comes at the next opening before the due", () => {
  assert.equal(rings(span("Mon 20:00", "Tue 10:00"))[0], "first Tue 9:00");
});

test("where nobody is there before the due, the ring comes when it must", () => {
  assert.deepEqual(rings(span("Sun 20:00", "Sun 22:00")), ["first Sun 21:30", "second Sun 21:48", "due Sun 22:00"]);
});

test("a promise of 20 seconds first rings at 15, in the office and on a Sunday night", () => {
  for (const made of ["Mon 10:00:00", "Sun 23:10:00"]) {
    const p = aPromise({ madeAt: on(made), firstDueAt: plusSeconds(on(made), 20) });
    assert.equal(nextRing(p, policy, office)?.at.toString(), plusSeconds(on(made), 15).toString(), made);
    assert.equal(withRing(p, policy, office).nextRingAt?.toString(), plusSeconds(on(made), 15).toString());
    assert.equal(ringNow(p, policy, office, plusSeconds(on(made), 14.999)), null);
    assert.equal(ringNow(p, policy, office, plusSeconds(on(made), 15)), "first");
    assert.equal(ringNow(p, policy, office, plusSeconds(on(made), 18)), "second");
  }
});

test("what was written down later than it was said rings from then on only", () => {
  const p = span("Mon 9:00", "Mon 13:00", { recordedAt: on("Mon 12:20") });
  assert.deepEqual(rings(p), ["first Mon 12:20", "second Mon 12:44", "due Mon 13:00"]);
});

test("two that fall together ring once", () => {
  assert.deepEqual(rings(span("Mon 20:00", "Tue 9:10")), ["first Tue 9:00", "due Tue 9:10"]);
  assert.equal(next({ ...span("Mon 20:00", "Tue 9:10"), ringStage: "first" }, holding), "due Tue 9:10");
});

test("an answer silences that ring alone", () => {
  const p = span("Mon 9:00", "Mon 13:00");
  const unanswered = { ...p, ringStage: "first", rangFirstAt: on("Mon 12:00") } as const;
  assert.equal(next(unanswered), "second Mon 12:36");
  assert.equal(next({ ...unanswered, ringAnsweredAt: on("Mon 12:05") }), "due Mon 13:00");
  assert.equal(next({ ...unanswered, ringStage: "second", ringAnsweredAt: on("Mon 12:40") }, holding), "due Mon 13:00");
  assert.equal(next({ ...p, ringAnsweredAt: on("Mon 10:00") }), "first Mon 12:00");
});

test("after the due has rung there is nothing left to ring", () => {
  assert.equal(next({ ...span("Mon 9:00", "Mon 13:00"), ringStage: "due" }), null);
});

test("rung on the stroke it is looked at once more, silently, when it is late", () => {
  const rang = span("Mon 9:00", "Mon 13:00", { ringStage: "due" });
  const moment = plusSeconds(on("Mon 13:00"), 0.001);
  assert.equal(withRing(rang, policy, office).nextRingAt?.toString(), moment.toString());
  assert.equal(ringNow(rang, policy, office, moment), null);
  assert.equal(withRing(caughtUp(rang, moment), policy, office).nextRingAt, null);
  assert.equal(withRing({ ...rang, heldUpAt: on("Mon 12:00") }, policy, office).nextRingAt, null);
});

test("the honest holding message goes out only by policy and after a second ring that nobody answered", () => {
  const rang = { ...span("Mon 9:00", "Mon 13:00"), ringStage: "second" } as const;
  assert.equal(next(rang), "due Mon 13:00");
  assert.equal(next(rang, holding), "holding Mon 12:48");
  assert.equal(next({ ...rang, isVisible: false }, holding), "due Mon 13:00");
  assert.equal(next({ ...rang, contactId: null }, holding), "due Mon 13:00");
});

test("who slept through all of them rings once, the last", () => {
  const p = span("Mon 9:00", "Mon 13:00");
  const table: [now: string, stage: string | null][] = [
    ["Mon 11:59", null],
    ["Mon 12:00", "first"],
    ["Mon 12:36", "second"],
    ["Mon 13:00", "due"],
    ["Tue 13:00", "due"],
  ];
  for (const [now, stage] of table) assert.equal(ringNow(p, policy, office, on(now)), stage, now);
});

test("who slept through the second ring rings it before any message goes out", () => {
  const p = span("Mon 9:00", "Mon 13:00");
  assert.equal(ringNow(p, holding, office, on("Mon 12:50")), "second");
  assert.equal(ringNow({ ...p, ringStage: "first" }, holding, office, on("Mon 12:50")), "second");
  assert.equal(ringNow({ ...p, ringStage: "second" }, holding, office, on("Mon 12:50")), "holding");
  assert.equal(ringNow(p, holding, office, on("Mon 13:00")), "due");
});

test("what was answered before it rang still rings once for a machine that slept", () => {
  const answeredEarly = span("Mon 9:00", "Mon 13:00", { ringAnsweredAt: on("Mon 10:00") });
  assert.equal(ringNow(answeredEarly, policy, office, on("Mon 12:50")), "second");
});

test("nothing rings while the customer owes us something, nor when it is over", () => {
  const p = span("Mon 9:00", "Mon 13:00");
  assert.equal(next({ ...p, heldUpAt: on("Mon 10:00") }), null);
  for (const state of ["not_kept", "released", "declined", "void"] as const) {
    assert.equal(next({ ...p, state, settledAt: on("Mon 10:00") }), null, state);
  }
});

test("a kept promise asks the customer once", () => {
  const kept = span("Mon 9:00", "Mon 13:00", { state: "kept", settledAt: on("Mon 11:00") });
  assert.equal(next(kept), "ask Mon 11:00");
  assert.equal(ringNow(kept, policy, office, on("Mon 11:00")), "ask");
  assert.equal(next({ ...kept, askedAt: on("Mon 11:00") }), null);
  assert.equal(next({ ...kept, verdict: "yes", verdictAt: on("Mon 11:00") }), null);
  assert.equal(next({ ...kept, isVisible: false }), null);
  assert.equal(next({ ...kept, contactId: null }), null);
  assert.equal(next(kept, { ...policy, askForVerdict: false }), null);
});

test("who said 'not yet' is asked again when it is kept anew", () => {
  const again = { state: "kept", settledAt: on("Tue 11:00"), verdict: "not_yet", verdictAt: on("Mon 12:00") } as const;
  assert.equal(next(span("Mon 9:00", "Mon 13:00", again)), "ask Tue 11:00");
});
