import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { defaultPolicy } from "#app/workspaces/policy.ts";
import { businessHours } from "#base/calendar.ts";
import { type Instant, instant, isAfter, isBefore, plusSeconds, secondsBetween } from "#base/instant.ts";
import type { Ruling } from "#base/refusal.ts";
import type { Around } from "./around.ts";
import type { Case } from "./case.ts";
import {
  asked,
  completed,
  mayAnswer,
  mayComplete,
  mayReopen,
  mayTell,
  reopened,
  satisfied,
  told,
  unconfirmed,
  untold,
} from "./closing.ts";
import { handedOn, mayHandOn, mayOwn, owned } from "./owning.ts";
import { newCase, type Raised, subjectOf } from "./raising.ts";
import { nextRing, withRing } from "./ring.ts";
import { withTheirWord, withWord } from "./saying.ts";
import { caughtUp, goneOn, mayGoOn, mayWait, waiting, withStatusFrom } from "./status.ts";

const office = businessHours("Europe/Berlin");
const monday = instant("2026-03-02T08:00:00Z");
const around: Around = {
  houseName: "Kranich Heating",
  houseLanguage: "en",
  policy: defaultPolicy,
  hours: office,
  teamHours: office,
  customer: { id: "customer", name: "Baker" },
  contact: {
    name: "Mrs Baker",
    hasAddress: true,
    writtenBy: "email",
    preferredChannel: null,
    quiet: { from: "21:00", until: "08:00", timeZone: "Europe/Berlin" },
  },
  ownerName: null,
  planDueAt: null,
};
const raised: Raised = {
  ...{ kind: "complaint", subject: null, words: "It drips.\nAgain.", customerId: "customer", contactId: "contact" },
  ...{ channel: "phone", teamId: null, raisedAt: monday },
};

const fresh = () => withStatusFrom(newCase(raised, { workspaceId: "w", memberId: "ana" }, monday), monday, around);

test("the day ends before the customer's night, by the clock on their wall and not on ours", () => {
  const late = instant("2026-03-02T10:00:00Z");
  const dueIn = (timeZone: string) => {
    const contact = around.contact && { ...around.contact, quiet: { from: "21:00", until: "08:00", timeZone } };
    const c = newCase({ ...raised, raisedAt: late }, { workspaceId: "w", memberId: "ana" }, late);
    return String(withStatusFrom(c, late, { ...around, contact }).statusDueAt);
  };
  assert.equal(dueIn("Europe/Berlin"), "2026-03-03T10:00:00Z", "11:00 on the next day");
  assert.equal(dueIn("Pacific/Auckland"), "2026-03-03T08:00:00Z", "21:00, since a day later they sleep");
});

type Deed = { may: (c: Case, now: Instant) => Ruling; does: (c: Case, now: Instant) => Case };
const human = (about: "status" | "waiting" | "told") => ({ about, author: "human", byMemberId: "ana" }) as const;
const yes = () => null;
const isTold = (c: Case) => c.state === "told";

/** Whatever can happen to a case, each under its own rule. */
const deeds: Record<string, Deed> = {
  own: { may: (c) => mayOwn(c, "ana"), does: (c, now) => owned(c, "ana", now) },
  "own by another": { may: (c) => mayOwn(c, "ben"), does: (c, now) => owned(c, "ben", now) },
  "hand on": { may: (c) => mayHandOn(c, "ben"), does: (c, now) => handedOn(c, "ben", now, "ana") },
  "hand on again": { may: (c) => mayHandOn(c, "gina"), does: (c, now) => handedOn(c, "gina", now, "ben") },
  status: { may: yes, does: (c, now) => withWord(c, human("status"), now, around) },
  machine: { may: yes, does: (c, now) => withWord(c, { ...human("status"), author: "automatic" }, now, around) },
  "their word": { may: yes, does: (c, now) => withTheirWord(c, "How is it?", now, around) },
  thanks: { may: yes, does: (c, now) => withTheirWord(c, "Thanks", now, around) },
  wait: { may: mayWait, does: (c, now) => waiting({ ...caughtUp(c, now, around), waitingReason: "the key" }, now) },
  "go on": { may: mayGoOn, does: goneOn },
  done: { may: (c) => mayComplete(c, 0), does: (c, now) => completed(c, "A seal", now, "ana") },
  tell: { may: mayTell, does: (c, now) => told(withWord(c, human("told"), now, around), now, "ana", around) },
  bounce: { may: yes, does: (c, now) => untold(c, now, around) },
  ask: { may: (c) => (isTold(c) ? null : mayReopen(c)), does: (c, now) => (isTold(c) ? asked(c, now, around) : c) },
  silence: { may: yes, does: (c, now) => (isTold(c) ? unconfirmed(c, now) : c) },
  "not satisfied": {
    may: (c, now) => mayAnswer(c, "not_satisfied", defaultPolicy, now),
    does: (c, now) => reopened(c, now, around),
  },
  clock: { may: yes, does: (c, now) => caughtUp(c, now, around) },
};
const theirYes: Deed = {
  may: (c, now) => mayAnswer(c, "satisfied", defaultPolicy, now),
  does: (c, now) => satisfied(c, now, { contactId: "contact" }),
};

const course = (names: readonly string[]) =>
  fc.array(fc.record({ deed: fc.constantFrom(...names), after: fc.integer({ min: 1, max: 200_000 }) }), {
    maxLength: 40,
  });

/** Every case along a course of deeds, what was refused left out. */
function lived(steps: readonly { deed: string; after: number }[]): { c: Case; now: Instant; deed: string }[] {
  let [c, now] = [fresh(), monday];
  return steps.flatMap(({ deed, after }) => {
    now = plusSeconds(now, after);
    const { may, does } = deeds[deed] ?? theirYes;
    if (may(c, now) !== null) return [];
    c = withRing(does(c, now), around);
    return [{ c, now, deed }];
  });
}

test("once somebody owns it somebody always does, whoever has it in hand", () => {
  fc.assert(
    fc.property(course([...Object.keys(deeds), "satisfied"]), (steps) => {
      let owner: string | null = null;
      for (const { c } of lived(steps)) {
        assert.equal(c.ownerId === null, c.handlerId === null);
        if (owner !== null) assert.equal(c.ownerId, owner, "ownership passes only by accepting");
        owner = c.ownerId;
      }
    }),
  );
});

test("nobody is told before somebody confirmed that it is done, and nothing is satisfied but by their word", () => {
  fc.assert(
    fc.property(course(Object.keys(deeds)), (steps) => {
      for (const { c } of lived(steps)) {
        if (c.state === "told") assert.ok(c.doneAt && c.toldAt && !isAfter(c.doneAt, c.toldAt));
        assert.notEqual(c.state, "satisfied");
      }
    }),
  );
});

test("elapsed time survives every pause: what was left of the day is left when it goes on", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 80_000 }), fc.integer({ min: 1, max: 900_000 }), (worked, waited) => {
      const at = plusSeconds(monday, worked);
      const paused = waiting({ ...fresh(), waitingReason: "the key" }, at);
      assert.equal(paused.statusDueAt, null);
      const on = goneOn(paused, plusSeconds(at, waited));
      assert.equal(on.waitedSeconds, waited);
      const left = (c: Case, from: Instant) => (c.statusDueAt ? secondsBetween(from, c.statusDueAt) : null);
      assert.equal(left(on, plusSeconds(at, waited)), left(fresh(), at));
    }),
  );
});

test("a word of theirs moves no date, and neither does a machine's", () => {
  fc.assert(
    fc.property(course(["status", "clock", "own"]), fc.integer({ min: 1, max: 50_000 }), (steps, after) => {
      const last = lived(steps).at(-1);
      const [c, now] = [last?.c ?? fresh(), plusSeconds(last?.now ?? monday, after)];
      const before = caughtUp(c, now, around).statusDueAt?.toString();
      const machine = withWord(c, { ...human("status"), author: "automatic" }, now, around);
      assert.equal(withTheirWord(c, "How is it?", now, around).statusDueAt?.toString(), before);
      assert.equal(machine.statusDueAt?.toString(), before);
      assert.equal(machine.lastWordAt?.toString(), c.lastWordAt?.toString());
    }),
  );
});

test("whenever somebody looks, the same words were missed", () => {
  const due = fresh().statusDueAt ?? monday;
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 400_000 }), { maxLength: 10 }), (looks) => {
      const end = plusSeconds(due, 500_000);
      const often = looks
        .toSorted((a, b) => a - b)
        .reduce((c, at) => caughtUp(c, plusSeconds(due, at), around), fresh());
      assert.equal(caughtUp(often, end, around).statusMissedCount, caughtUp(fresh(), end, around).statusMissedCount);
    }),
  );
});

test("an open case that we have in hand always rings again, and a closed one never", () => {
  fc.assert(
    fc.property(course([...Object.keys(deeds), "satisfied"]), (steps) => {
      for (const { c } of lived(steps)) {
        const isClosed = c.state === "satisfied" || c.state === "unconfirmed";
        const isTheirTurn = c.state === "open" && c.waitingSinceAt !== null && c.ownerId !== null;
        assert.equal(nextRing(c, around) === null, isClosed || isTheirTurn, JSON.stringify(c));
      }
    }),
  );
});

test("who spoke first is counted by each word: before they asked, or after", () => {
  const hours = (n: number) => plusSeconds(monday, n * 3600);
  const first = withWord(fresh(), human("status"), hours(1), around);
  assert.deepEqual([first.spokeFirstCount, first.spokeAfterCount], [0, 0], "the first word answers what was raised");
  const unasked = withWord(first, human("status"), hours(2), around);
  assert.deepEqual([unasked.spokeFirstCount, unasked.spokeAfterCount], [1, 0]);
  const chased = withTheirWord(unasked, "How is it?", hours(3), around);
  const answered = withWord(chased, human("status"), hours(4), around);
  assert.deepEqual([answered.chaseCount, answered.spokeFirstCount, answered.spokeAfterCount], [1, 1, 1]);
  const thanked = withTheirWord(answered, "Thanks", hours(5), around);
  assert.equal(thanked.chaseCount, 1, "a thanks asks for nothing");
  assert.ok(answered.statusDueAt && isBefore(hours(4), answered.statusDueAt));
});

test("its first line is its name, where nobody gave it one", () => {
  assert.equal(subjectOf("It drips.\nAgain."), "It drips.");
  assert.equal(subjectOf("\n"), "…");
  assert.equal([...subjectOf("x".repeat(300))].length, 100);
});
