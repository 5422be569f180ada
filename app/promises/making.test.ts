import assert from "node:assert/strict";
import { test } from "node:test";
import { businessHours } from "#base/calendar.ts";
import { isSame, plusSeconds } from "#base/instant.ts";
import { aPromise, office, on, said, setting, wall } from "#test/harness/promise-life.ts";
import { type Given, mayMake, newPromise } from "./making.ts";
import { checkPeople } from "./setting.ts";
import { needsCover, warningsOf } from "./warnings.ts";

const by = { workspaceId: "house", memberId: "ada" };
const make = (different: Partial<Given> = {}, now = "Mon 9:00", around = setting) =>
  newPromise({ ...said, ...different }, around, by, on(now));
const estimate = { seconds: 3 * 3600, in: "working" } as const;

test("a new promise is open, with what was said, and its first due is its due", () => {
  const p = make();
  assert.equal(p.state, "open");
  assert.equal(p.text, "Send the drawing");
  assert.deepEqual([wall(p.firstDueAt), wall(p.dueAt), wall(p.spanFromAt)], ["Mon 13:00", "Mon 13:00", "Mon 9:00"]);
  assert.deepEqual([p.audience, p.isVisible, p.lateAt, p.settledAt, p.moveCount], ["customer", true, null, null, 0]);
  assert.equal(p.recordedById, "ada");
  assert.notEqual(make().id, p.id);
});

test("what was promised to a colleague no customer sees", () => {
  const p = make({ customerId: null, contactId: null, toMemberId: "ben" });
  assert.deepEqual([p.audience, p.isVisible], ["internal", false]);
});

test("what cannot be a promise is refused, and it is said why", () => {
  const century = plusSeconds(said.madeAt, 100 * 366 * 86_400);
  const table: [code: string, field: string, different: Partial<Given>][] = [
    ["to_whom", "customer_id", { customerId: null }],
    ["to_whom", "customer_id", { toMemberId: "ben" }],
    ["made_in_future", "made_at", { madeAt: on("Mon 9:01") }],
    ["unknown_kind", "kind", { kind: "miracle" }],
    ["due_before_made", "due_at", { dueAt: on("Mon 8:00") }],
    ["due_before_made", "due_at", { dueAt: on("Mon 9:00") }],
    ["due_too_far", "due_at", { dueAt: century }],
    ["bad_window", "opens_at", { opensAt: on("Mon 13:00") }],
    ["bad_estimate", "estimate", { estimate: { seconds: 0, in: "working" } }],
    ["bad_estimate", "estimate", { estimate: { seconds: 100 * 366 * 86_400, in: "clock" } }],
  ];
  for (const [code, field, different] of table) {
    const no = mayMake({ ...said, ...different }, [], on("Mon 9:00"));
    assert.deepEqual([no?.code, no?.field], [code, field], JSON.stringify(different));
    assert.match(no?.message ?? "", /^[A-Z].*\.$/);
    assert.throws(() => make(different), { code });
  }
});

test("every kind of the house can be promised, and its own ones", () => {
  assert.equal(mayMake({ ...said, kind: "price_quote" }, [], said.madeAt), null);
  assert.equal(mayMake({ ...said, kind: "chimney sweep" }, ["chimney sweep"], said.madeAt), null);
  assert.match(
    mayMake({ ...said, kind: "x" }, ["chimney sweep"], said.madeAt)?.message ?? "",
    /callback.*chimney sweep/,
  );
});

test("written down in the last tenth of its time, or later, it is recorded afterwards", () => {
  assert.equal(make({}, "Mon 12:00").isRecordedAfterwards, false);
  assert.equal(make({}, "Mon 12:36").isRecordedAfterwards, false);
  assert.equal(make({}, "Mon 12:36:01").isRecordedAfterwards, true);
  assert.equal(make({}, "Tue 9:00").isRecordedAfterwards, true);
});

test("what the advisor says is kept beside what was promised, with the odds that it stated", () => {
  const quote = { advisedDueAt: on("Mon 14:00"), rule: "history" as const, shares: [0.83], odds: [] };
  const p = make({ estimate, quote });
  assert.deepEqual([wall(p.advisedDueAt), p.quoteRule, p.statedShare], ["Mon 14:00", "history", 0.83]);
  assert.deepEqual([p.advisedShare, make({ estimate }).advisedShare], [setting.policy.odds, null]);
  assert.deepEqual([make({ estimate }).quoteRule, make({ estimate }).statedShare], ["modest", null]);
  assert.deepEqual([make().advisedDueAt, make().quoteRule], [null, null]);
});

test("the modest quote is kept beside what was promised, counted from when it was said", () => {
  assert.equal(wall(make({ estimate }).advisedDueAt), "Mon 15:00");
  assert.equal(make().advisedDueAt, null);
  const never = { ...setting, hours: { ...office, week: [] } };
  assert.equal(make({ estimate }, "Mon 9:00", never).advisedDueAt, null);
});

test("a shorter time than advised is warned of, and may be given", () => {
  const codes = (different: Partial<Given>) =>
    warningsOf(make(different), setting, on("Mon 9:00")).map(({ code }) => code);
  assert.deepEqual(codes({ estimate }), ["shorter_than_advised"]);
  assert.deepEqual(codes({ estimate, dueAt: on("Mon 15:00") }), []);
  assert.deepEqual(codes({}), []);
});

test("sooner than half of such work is done it is promised with why; what was said already is written down as it was", () => {
  const odds = [
    { share: 0.5, dueAt: on("Mon 14:00") },
    { share: 0.95, dueAt: on("Tue 9:00") },
  ];
  const quote = { advisedDueAt: on("Tue 9:00"), rule: "history" as const, shares: [0.4], odds };
  const refused = (different: Partial<Given>) => {
    const no = mayMake({ ...said, quote, ...different }, [], on("Mon 9:00"));
    return no && [no.code, no.field];
  };
  assert.deepEqual(refused({}), ["why_so_soon", "short_quote_reason"]);
  assert.equal(refused({ shortQuoteReason: "The part is in the car" }), null);
  assert.equal(refused({ dueAt: on("Mon 14:00") }), null);
  assert.equal(refused({ isQuoted: false }), null);
  assert.equal(refused({ quote: { ...quote, odds: [] } }), null);
  assert.equal(make({ quote, shortQuoteReason: "The part is in the car" }).shortQuoteReason, "The part is in the car");
});

test("a time at which nobody is there is warned of, with the last time before; closing itself is none", () => {
  const closed = (due: string) => warningsOf(make({ dueAt: on(due) }), setting, on("Mon 9:00"))[0];
  assert.equal(closed("Mon 17:00"), undefined);
  assert.equal(closed("Sat 12:00")?.code, "closed_at_due");
  assert.match(closed("Sat 12:00")?.sentence ?? "", /last open time before/);
});

test("an owner with no working hour before the due needs a cover", () => {
  assert.equal(needsCover(make({ dueAt: on("Mon 13:00") }), office, on("Mon 9:00")), false);
  assert.equal(needsCover({ dueAt: on("Sun 12:00") }, office, on("Fri 17:00")), true);
  assert.equal(needsCover({ dueAt: on("Sun 12:00") }, office, on("Fri 16:59")), false);
  assert.equal(needsCover({ dueAt: on("Fri 12:00") }, office, on("Sun 12:00")), false);
  const away = { ...setting, hours: { ...businessHours("Europe/Berlin"), week: [] } };
  const sentence = (coverId: string | null) =>
    warningsOf(make({ coverId }), away, on("Mon 9:00")).find(({ code }) => code === "owner_away")?.sentence;
  assert.match(sentence(null) ?? "", /name a cover/);
  assert.match(sentence("ben") ?? "", /cover is rung/);
});

test("what is settled is warned of no more", () => {
  assert.deepEqual(warningsOf(aPromise({ state: "kept", dueAt: on("Sat 12:00") }), setting, on("Mon 9:00")), []);
});

test("everybody whom a promise names is there and belongs together", () => {
  const given = { customerId: "customer", contactId: "contact" };
  assert.equal(checkPeople(setting, given), null);
  const { customer, contact, owner } = setting;
  const table: [code: string, around: Partial<typeof setting>][] = [
    ["no_such_customer", { customer: null }],
    ["customer_merged", { customer: customer && { ...customer, mergedIntoId: "other" } }],
    ["no_such_contact", { contact: null }],
    ["no_such_contact", { contact: contact && { ...contact, customerId: "other" } }],
    ["no_such_member", { owner: null }],
    ["no_such_member", { owner: owner && { ...owner, hasLeft: true } }],
  ];
  for (const [code, around] of table) assert.equal(checkPeople({ ...setting, ...around }, given)?.code, code);
});

test("the span of a promise that was said earlier counts from when it was said", () => {
  const p = make({ madeAt: on("Mon 9:00") }, "Mon 11:00");
  assert.ok(isSame(p.spanFromAt, on("Mon 9:00")));
  assert.ok(isSame(p.recordedAt, on("Mon 11:00")));
});
