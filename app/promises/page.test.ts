import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { defaultPolicy } from "#app/workspaces/policy.ts";
import { newId } from "#base/id.ts";
import { plusSeconds } from "#base/instant.ts";
import { anyPromise, later } from "#test/harness/any-promise.ts";
import { aPromise, office, on } from "#test/harness/promise-life.ts";
import type { Move } from "./move.ts";
import { type Beside, forCustomer, maySee } from "./page.ts";
import type { Told } from "./page-story.ts";

const reader = { contactIds: ["contact"], customerIds: ["customer"] };
const nothing: Beside = { moves: [], tellings: [], verdicts: [] };
const names = new Map([
  ["owner", "Ana"],
  ["ben", "Ben"],
  ["other contact", "Tom"],
]);
const around = (time: string) => ({ names, policy: defaultPolicy, houseHours: office, now: on(time) });

const told = (different: Partial<Told>): Told => ({
  id: "telling",
  promiseId: "promise",
  messageId: null,
  about: "update",
  channel: "phone",
  author: "human",
  byMemberId: "owner",
  at: on("Mon 10:00"),
  loggedAt: on("Mon 10:00"),
  note: null,
  nextWordAt: null,
  undoneAt: null,
  messageBody: null,
  ...different,
});

const moved: Move = {
  id: "move",
  promiseId: "promise",
  tellingId: "telling",
  fromDueAt: on("Mon 13:00"),
  toDueAt: on("Mon 16:00"),
  opensAt: null,
  reason: "the price list is late",
  byMemberId: "owner",
  askedAt: on("Mon 10:00"),
  toldAt: on("Mon 10:00"),
  notice: "in_time",
  acceptedAt: null,
  contestedAt: null,
  contestWords: null,
  undoneAt: null,
};

describe("a customer sees", () => {
  test("what was promised to them, and to nobody of them by name", () => {
    assert.ok(maySee(aPromise({}), reader));
    assert.ok(maySee(aPromise({ contactId: null }), reader));
  });

  test("what was promised to a colleague only where it is shared, and then may ask but not answer", () => {
    const toTom = aPromise({ contactId: "other contact" });
    assert.equal(forCustomer(toTom, nothing, reader, around("Mon 11:00")), null);
    const shared = forCustomer({ ...toTom, isShared: true }, nothing, reader, around("Mon 11:00"));
    assert.equal(shared?.givenTo, "Tom");
    assert.deepEqual(shared?.acts, ["asking"]);
  });

  test("nothing that is invisible, internal, of another customer, or undone before anybody saw it", () => {
    assert.ok(!maySee(aPromise({ isVisible: false }), reader));
    assert.ok(!maySee(aPromise({ audience: "internal", customerId: null }), reader));
    assert.ok(!maySee(aPromise({ customerId: "another" }), reader));
    assert.ok(!maySee(aPromise({ state: "void", settledAt: on("Mon 9:05"), settledVia: "member" }), reader));
    assert.ok(maySee(aPromise({ state: "void", settledAt: on("Mon 9:05"), settledVia: "correction" }), reader));
  });

  test("never what is ours: estimates, notes, rings, reasons for a short quote, whatever state it is in", () => {
    const secret = "nobody's business";
    const people = { workspaceId: newId(), customerIds: ["customer"], memberIds: ["owner"] };
    const note = told({ note: secret });
    fc.assert(
      fc.property(anyPromise(people), (any) => {
        const p = { ...any, contactId: "contact", estimateSeconds: 987_654, shortQuoteReason: secret, kind: secret };
        const seen = forCustomer(p, { ...nothing, tellings: [note] }, reader, { ...around("Mon 11:00"), now: later });
        assert.equal(seen === null, !maySee(p, reader));
        assert.doesNotMatch(JSON.stringify(seen), /nobody's business|987654|ring|estimate/i);
      }),
      { numRuns: 200 },
    );
  });
});

describe("the story of a promise", () => {
  const story = (beside: Partial<Beside>, p = aPromise({}), time = "Mon 11:00") =>
    forCustomer(p, { ...nothing, ...beside }, reader, around(time))?.story.map(({ what, words }) => [what, words]);

  test("tells of a move with its reason once they were told of it", () => {
    const reason = moved.reason;
    const expected = [
      ["promised", null],
      ["moved", reason],
    ];
    assert.deepEqual(story({ moves: [moved], tellings: [told({ about: "move" })] }), expected);
  });

  test("is silent on a word that has not reached them or bounced", () => {
    const waiting = told({ messageId: "m", at: null, messageBody: "not yet" });
    const bounced = told({ messageId: "m", undoneAt: on("Mon 10:30"), messageBody: "gone" });
    assert.deepEqual(story({ tellings: [waiting, bounced] }), [["promised", null]]);
  });

  test("keeps what stood there before a correction", () => {
    const item = forCustomer(
      aPromise({}),
      { ...nothing, tellings: [told({ about: "correction", note: "Send the\nsketch\nit was a drawing" })] },
      reader,
      around("Mon 11:00"),
    )?.story.at(-1);
    assert.deepEqual([item?.before, item?.words], ["Send the\nsketch", "it was a drawing"]);
  });

  test("names nobody as its giver once it was handed on, since the owner is another now", () => {
    const handedOn = told({ about: "hand_on", byMemberId: "ben" });
    const seen = forCustomer(
      aPromise({ ownerId: "ben" }),
      { ...nothing, tellings: [handedOn] },
      reader,
      around("Mon 11:00"),
    );
    assert.deepEqual(
      seen?.story.map(({ what, by }) => [what, by]),
      [
        ["promised", null],
        ["handed_on", "Ben"],
      ],
    );
  });

  test("lets a logged call be contradicted for five working days, a message never", () => {
    const contradicts = (telling: Told, time: string) =>
      forCustomer(aPromise({}), { ...nothing, tellings: [telling] }, reader, around(time))?.story.at(-1)?.contradicts;
    assert.equal(contradicts(told({}), "Fri 16:00"), "telling");
    assert.equal(contradicts(told({}), "next Mon 16:00"), null);
    assert.equal(contradicts(told({ messageId: "m", messageBody: "hello" }), "Mon 11:00"), null);
    assert.equal(contradicts(told({ undoneAt: on("Mon 10:30") }), "Mon 11:00"), null);
  });

  test("says when a call was logged afterwards", () => {
    const late = told({ loggedAt: on("Mon 10:30") });
    const seen = forCustomer(aPromise({}), { ...nothing, tellings: [late] }, reader, around("Mon 11:00"));
    assert.equal(seen?.story.at(-1)?.isLoggedAfterwards, true);
  });
});

describe("what a customer can say", () => {
  const acts = (p = aPromise({}), beside: Partial<Beside> = {}, time = "Mon 11:00") =>
    forCustomer(p, { ...nothing, ...beside }, reader, around(time))?.acts;
  const settled = { settledAt: on("Mon 12:00"), settledVia: "said" };

  test("about an open one: that it is done, that they ask, that it can be let go", () => {
    assert.deepEqual(acts(), ["yes", "asking", "let_go"]);
  });

  test("about a new time, until they have said that it is fine", () => {
    assert.deepEqual(acts(aPromise({}), { moves: [moved] })?.slice(0, 2), ["fits", "does_not_suit"]);
    const contested = { ...moved, contestedAt: on("Mon 10:30") };
    assert.deepEqual(acts(aPromise({}), { moves: [contested] })?.slice(0, 2), ["fits", "yes"]);
    assert.deepEqual(acts(aPromise({}), { moves: [{ ...moved, acceptedAt: on("Mon 10:30") }] }), acts());
  });

  test("that they do not hold it up, while it is said that they do", () => {
    assert.ok(acts(aPromise({ heldUpAt: on("Mon 10:00") }))?.includes("not_holding_up"));
  });

  test("whether it was kept, for thirty days, and another answer after the first", () => {
    const kept = aPromise({ ...settled, state: "kept" });
    assert.deepEqual(acts(kept), ["yes", "not_yet"]);
    assert.deepEqual(acts({ ...kept, verdict: "yes", verdictAt: on("Mon 13:00") }), ["not_yet"]);
    const given = { verdict: "not_yet", verdictAt: on("Mon 13:00") } as const;
    assert.deepEqual(acts(aPromise({ ...settled, state: "not_kept", ...given })), ["yes"]);
    const longAgo = plusSeconds(on("Mon 12:00"), -31 * 86_400);
    assert.deepEqual(acts({ ...kept, settledAt: longAgo }), []);
  });

  test("that they still need what we took as no longer needed", () => {
    assert.deepEqual(acts(aPromise({ ...settled, state: "released" })), ["not_yet"]);
  });

  test("nothing about what we gave up ourselves", () => {
    assert.deepEqual(acts(aPromise({ ...settled, state: "not_kept" })), []);
  });
});
