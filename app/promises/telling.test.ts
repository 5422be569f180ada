import assert from "node:assert/strict";
import { test } from "node:test";
import { aPromise, office, on, policy } from "#test/harness/promise-life.ts";
import { checkLogged, type KeptTelling, mayContradict, mustTell, noticeOf } from "./telling.ts";

const notice = (spanFrom: string, due: string, told: string, opens: string | null = null) =>
  noticeOf(
    { dueAt: on(due), opensAt: opens ? on(opens) : null, spanFromAt: on(spanFrom), toldAt: on(told) },
    policy,
    office,
  );

test("a new time is told in time when a quarter of the span is left, at most one working day", () => {
  const table: [what: string, spanFrom: string, due: string, told: string, notice: string][] = [
    ["a quarter of four hours", "Mon 9:00", "Mon 13:00", "Mon 12:00", "in_time"],
    ["a second less", "Mon 9:00", "Mon 13:00", "Mon 12:00:01", "late_notice"],
    ["on the stroke", "Mon 9:00", "Mon 13:00", "Mon 13:00", "late_notice"],
    ["a second after the due", "Mon 9:00", "Mon 13:00", "Mon 13:00:01", "after_due"],
    ["of eleven days one working day is enough", "Mon 9:00", "next Fri 12:00", "next Thu 12:00", "in_time"],
    ["not less", "Mon 9:00", "next Fri 12:00", "next Thu 12:01", "late_notice"],
    ["one working day over the weekend", "Mon 9:00", "next Mon 12:00", "Fri 12:00", "in_time"],
    ["not by the clock", "Mon 9:00", "next Mon 12:00", "Sun 11:00", "late_notice"],
    ["a quarter of a week-end's span, if that is less", "Fri 16:00", "next Mon 12:00", "Sun 19:00", "in_time"],
  ];
  for (const [what, spanFrom, due, told, expected] of table) assert.equal(notice(spanFrom, due, told), expected, what);
});

test("who waits for us from ten to twelve is told of a delay before ten, or not in time", () => {
  assert.equal(notice("Mon 8:00", "Mon 12:00", "Mon 9:59", "Mon 10:00"), "in_time");
  assert.equal(notice("Mon 8:00", "Mon 12:00", "Mon 10:30", "Mon 10:00"), "late_notice");
  assert.equal(notice("Mon 8:00", "Mon 12:00", "Mon 12:01", "Mon 10:00"), "after_due");
  assert.equal(notice("Mon 8:00", "Mon 12:00", "Mon 11:15", "Mon 11:30"), "late_notice");
});

test("a customer hears of it by a message or a logged call, a colleague need not", () => {
  assert.equal(mustTell(aPromise(), null)?.code, "customer_not_told");
  assert.equal(mustTell(aPromise(), { message: { body: "It will be later." } }), null);
  assert.equal(mustTell(aPromise(), { told: { channel: "phone", at: on("Mon 12:00") } }), null);
  assert.equal(mustTell(aPromise({ audience: "internal" }), null), null);
});

test("a call is logged of what has happened, and not before there was a promise", () => {
  const call = (at: string) => checkLogged(aPromise(), { channel: "phone", at: on(at) }, on("Mon 12:00"))?.code;
  assert.equal(call("Mon 8:59"), "told_before_made");
  assert.equal(call("Mon 9:00"), undefined);
  assert.equal(call("Mon 12:00"), undefined);
  assert.equal(call("Mon 12:01"), "told_in_future");
});

test("'nobody called me' can be said once, for some days, and of logged calls alone", () => {
  const call: KeptTelling = {
    id: "t",
    promiseId: "p",
    messageId: null,
    about: "move",
    channel: "phone",
    author: "human",
    byMemberId: "owner",
    at: on("Mon 12:00"),
    loggedAt: on("Mon 12:00"),
    note: null,
    nextWordAt: null,
    undoneAt: null,
  };
  const until = on("next Mon 12:00");
  assert.equal(mayContradict(call, until, until), null);
  assert.equal(mayContradict(call, null, on("next Fri 12:00")), null);
  assert.equal(mayContradict(call, until, on("next Mon 12:01"))?.code, "contradiction_too_late");
  assert.equal(mayContradict({ ...call, messageId: "m" }, until, on("Tue 9:00"))?.code, "not_logged");
  assert.equal(mayContradict({ ...call, at: null }, until, on("Tue 9:00"))?.code, "not_logged");
  assert.equal(
    mayContradict({ ...call, undoneAt: on("Mon 13:00") }, until, on("Tue 9:00"))?.code,
    "already_contradicted",
  );
});
