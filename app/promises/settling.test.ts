import assert from "node:assert/strict";
import { test } from "node:test";
import { plusSeconds } from "#base/instant.ts";
import { aPromise, on, wall } from "#test/harness/promise-life.ts";
import { caughtUp } from "./lateness.ts";
import { isLate, type Promise_ } from "./promise.ts";
import { answered, checkAnswer, type Deed, earlySeconds, ended, goneOn, kept, mayKeep, notHeldUp } from "./settling.ts";

const call = { told: { channel: "phone", at: on("Mon 12:00") } } as const;
const lateCall = { told: { channel: "phone", at: on("Mon 13:30") } } as const;
const letter = { message: { body: "Here it is." } };
const keptAt = (at: string, different: Partial<Promise_> = {}) => kept(aPromise(different), {}, on(at), "said");

test("a promise is kept by what was promised: a callback by a call, a visit by an arrival", () => {
  const table: [what: string, kind: string, deed: Deed, refused: string | null][] = [
    ["a call that reached them", "callback", { telling: call, reached: true }, null],
    ["a call on time, and a message left", "callback", { telling: call, reached: false, leftMessage: true }, null],
    ["a call that reached nobody", "callback", { telling: call, reached: false }, "reached"],
    ["a late call that reached them", "callback", { telling: lateCall, reached: true }, null],
    ["a late call, and a message left", "callback", { telling: lateCall, leftMessage: true }, "reached"],
    ["a mail instead of a call", "callback", { telling: letter, reached: true }, "told"],
    [
      "a talk in the street",
      "callback",
      { telling: { told: { ...call.told, channel: "in_person" } }, reached: true },
      "told",
    ],
    ["nothing but a word of ours", "callback", { telling: null, reached: true }, "told"],
    ["an e-mail", "email", { telling: letter }, null],
    ["an e-mail sent from elsewhere", "email", { telling: { told: { ...call.told, channel: "email" } } }, null],
    ["a call instead of an e-mail", "email", { telling: call }, "told.channel"],
    ["no e-mail", "email", { telling: null }, "message"],
    ["an update by any word", "update", { telling: call }, null],
    ["an update by none", "update", { telling: null }, "message"],
    ["a visit by an arrival", "visit", { telling: null, arrivedAt: on("Mon 12:00") }, null],
    ["a visit without one", "visit", { telling: letter }, "arrived_at"],
    ["a visit that has not happened", "visit", { telling: null, arrivedAt: on("Mon 14:01") }, "arrived_at"],
    ["a visit before there was a promise", "visit", { telling: null, arrivedAt: on("Mon 9:00") }, "arrived_at"],
    ["anything else by saying so", "delivery", { telling: null }, null],
    ["an own kind by saying so", "chimney sweep", { telling: null }, null],
  ];
  for (const [what, kind, deed, refused] of table) {
    assert.equal(mayKeep(aPromise({ kind }), deed, on("Mon 14:00"))?.field ?? null, refused, what);
  }
});

test("a call on time is one, though it was logged after the due", () => {
  const late = caughtUp(aPromise({ kind: "callback" }), on("Mon 13:30"));
  assert.equal(mayKeep(late, { telling: call, leftMessage: true }, on("Mon 13:30")), null);
});

test("what is settled cannot be kept again", () => {
  for (const state of ["kept", "kept_late", "not_kept", "released", "declined", "void"] as const) {
    assert.equal(mayKeep(aPromise({ state }), { telling: null }, on("Mon 12:00"))?.code, "promise_settled", state);
  }
});

test("kept at or before the due it is kept, after it or once late it is kept late", () => {
  assert.equal(keptAt("Mon 12:59").state, "kept");
  assert.equal(keptAt("Mon 13:00").state, "kept");
  assert.equal(kept(aPromise(), {}, plusSeconds(on("Mon 13:00"), 0.001), "said").state, "kept_late");
  assert.equal(keptAt("Tue 9:00", { dueAt: on("Tue 13:00") }).state, "kept");
  assert.equal(keptAt("Tue 9:00", { dueAt: on("Tue 13:00"), lateAt: on("Mon 13:00") }).state, "kept_late");
  assert.equal(keptAt("Tue 9:00", { dueAt: on("Tue 13:00"), heldToDueAt: on("Mon 13:00") }).state, "kept_late");
});

test("a keep says when, by what, and what was added", () => {
  const done = kept(aPromise({ needsNewDue: true }), { more: "the spare part, too" }, on("Mon 12:00"), "phone", true);
  assert.equal(wall(done.settledAt), "Mon 12:00");
  assert.equal(done.settledVia, "phone");
  assert.equal(done.more, "the spare part, too");
  assert.equal(done.isTried, true);
  assert.equal(done.needsNewDue, false);
});

test("written down after it was done, it stands outside the rates", () => {
  const recordedAt = on("Mon 11:00");
  assert.equal(keptAt("Mon 10:00", { recordedAt }).isRecordedAfterwards, true);
  assert.equal(keptAt("Mon 11:00", { recordedAt }).isRecordedAfterwards, false);
  assert.equal(keptAt("Mon 12:00", { recordedAt }).isRecordedAfterwards, false);
  assert.equal(keptAt("Mon 12:00", { isRecordedAfterwards: true }).isRecordedAfterwards, true);
});

test("early is a tenth of its time or more before it was first due, and not before the customer expects us", () => {
  const early = (at: string, different: Partial<Promise_> = {}) => earlySeconds(keptAt(at, different));
  assert.equal(early("Mon 12:36"), 24 * 60);
  assert.equal(early("Mon 12:36:01"), null);
  assert.equal(early("Mon 11:59", { opensAt: on("Mon 12:00") }), null);
  assert.equal(early("Mon 12:10", { opensAt: on("Mon 12:00") }), 50 * 60);
  assert.equal(early("Mon 12:00", { dueAt: on("Tue 13:00") }), 3600);
  assert.equal(early("Mon 12:00", { lateAt: on("Mon 11:00") }), null);
  assert.equal(earlySeconds(aPromise()), null);
});

test("the customer's yes keeps what is open, by them", () => {
  const yes = answered(aPromise(), "kept", on("Mon 12:00"));
  assert.deepEqual([yes.state, yes.settledVia, yes.verdict], ["kept", "customer", "yes"]);
  assert.equal(answered(aPromise(), "kept", on("Mon 14:00")).state, "kept_late");
});

test("the customer's yes changes nothing of what is kept", () => {
  const done = keptAt("Mon 12:00");
  assert.deepEqual(answered(done, "kept", on("Tue 9:00")), { ...done, verdict: "yes", verdictAt: on("Tue 9:00") });
});

test("the customer's 'not yet' ends it as not kept, or opens it again, as they choose", () => {
  const notKept = answered(keptAt("Mon 12:00"), "not_kept", on("Mon 12:30"));
  assert.deepEqual([notKept.state, notKept.verdict, wall(notKept.disputedAt)], ["not_kept", "not_yet", "Mon 12:30"]);

  const open = answered(keptAt("Mon 12:00"), "open_again", on("Mon 12:30"));
  assert.deepEqual([open.state, open.needsNewDue, open.settledAt, open.settledVia], ["open", true, null, null]);
  assert.equal(wall(open.reopenedAt), "Mon 12:30");
  assert.equal(open.lateAt, null);
  assert.equal(kept(open, {}, on("Mon 12:50"), "said").state, "kept");
});

test("opened again after its due it is late since that due, for it was never done", () => {
  const open = answered(keptAt("Mon 12:00"), "open_again", on("Wed 9:00"));
  assert.equal(wall(open.lateAt), "Mon 13:00");
  assert.equal(caughtUp(open, on("Wed 10:00")), open);
  assert.equal(kept(open, {}, on("Wed 11:00"), "said").state, "kept_late");
});

test("the last answer stands, and that it was disputed stays", () => {
  const no = answered(keptAt("Mon 12:00"), "not_kept", on("Tue 9:00"));
  const yes = answered(no, "kept", on("Tue 10:00"));
  assert.deepEqual([yes.state, yes.verdict, wall(yes.disputedAt)], ["kept", "yes", "Tue 9:00"]);
  const again = answered(yes, "not_kept", on("Tue 11:00"));
  assert.deepEqual([again.state, again.verdict, wall(again.disputedAt)], ["not_kept", "not_yet", "Tue 9:00"]);
  const reopened = answered(again, "open_again", on("Tue 12:00"));
  assert.deepEqual([reopened.state, wall(reopened.disputedAt)], ["open", "Tue 9:00"]);
});

test("about what is open one asks, instead of saying 'not yet'", () => {
  assert.equal(checkAnswer(aPromise(), "not_kept")?.code, "still_open");
  assert.equal(checkAnswer(aPromise(), "open_again")?.code, "still_open");
  assert.equal(checkAnswer(aPromise(), "kept"), null);
  assert.equal(checkAnswer(keptAt("Mon 12:00"), "open_again"), null);
});

test("while the customer owes us something the clock stands, and the due moves on by as long", () => {
  const held = aPromise({ heldUpAt: on("Mon 12:00"), heldUpReason: "the key", opensAt: on("Mon 12:30") });
  assert.equal(isLate(held, on("Mon 15:00")), false);
  const on2 = goneOn(held, on("Mon 15:00"));
  assert.deepEqual([wall(on2.dueAt), wall(on2.opensAt), wall(on2.firstDueAt)], ["Mon 16:00", "Mon 15:30", "Mon 13:00"]);
  assert.deepEqual([on2.heldUpAt, on2.heldUpReason, on2.heldUpSeconds], [null, null, 3 * 3600]);
  assert.equal(caughtUp(on2, on("Mon 16:00")).lateAt, null);
  assert.equal(wall(caughtUp(on2, on("Mon 16:01")).lateAt), "Mon 16:00");
  assert.equal(goneOn(aPromise(), on("Mon 12:00")).dueAt, aPromise().dueAt);
});

test("what the customer contests moves on with the rest", () => {
  const held = aPromise({ dueAt: on("Tue 13:00"), heldToDueAt: on("Mon 13:00"), heldUpAt: on("Mon 12:00") });
  assert.equal(wall(goneOn(held, on("Mon 15:00")).heldToDueAt), "Mon 16:00");
});

test("kept while the clock stood still is kept in time", () => {
  const done = keptAt("Mon 15:00", { heldUpAt: on("Mon 12:00") });
  assert.deepEqual([done.state, done.heldUpAt, done.heldUpSeconds], ["kept", null, 3 * 3600]);
  const before = keptAt("Mon 11:30", { heldUpAt: on("Mon 12:00") });
  assert.deepEqual([before.state, before.heldUpAt, before.heldUpSeconds], ["kept", null, 0]);
});

test("a due that had passed before the clock stood still is not decided again", () => {
  const warned = caughtUp(aPromise({ lastWordAt: on("Mon 12:30") }), on("Mon 14:00"));
  assert.equal(warned.silentlyLateAt, null);
  const told = { lastWordAt: on("Mon 14:00"), heldUpAt: on("Mon 14:00") };
  const went = goneOn({ ...warned, ...told }, on("Mon 14:10"));
  assert.equal(caughtUp(went, on("Mon 14:10")).silentlyLateAt, null);
});

test("a part that is done counts as the whole would, by the first due of both", () => {
  const whole = aPromise({ dueAt: on("Tue 13:00"), lateAt: on("Mon 13:00"), moveCount: 1 });
  const part = kept({ ...whole, id: "part", splitFromId: whole.id }, {}, on("Tue 9:00"), "said");
  assert.deepEqual([part.state, wall(part.firstDueAt), part.splitFromId], ["kept_late", "Mon 13:00", whole.id]);
  assert.deepEqual([whole.state, wall(whole.firstDueAt)], ["open", "Mon 13:00"]);
});

test("if the customer did not hold it up after all, the clock never stopped", () => {
  const contested = notHeldUp(aPromise({ heldUpAt: on("Mon 12:00"), heldUpReason: "the key" }));
  assert.equal(wall(contested.dueAt), "Mon 13:00");
  assert.equal(wall(caughtUp(contested, on("Mon 14:00")).lateAt), "Mon 13:00");
});

test("what ends otherwise is not kept, whatever was before", () => {
  for (const state of ["not_kept", "released", "void"] as const) {
    const over = ended(aPromise({ needsNewDue: true, heldUpAt: on("Mon 10:00") }), state, on("Mon 12:00"), "member");
    assert.deepEqual(
      [over.state, wall(over.settledAt), over.needsNewDue, over.heldUpAt],
      [state, "Mon 12:00", false, null],
    );
  }
});
