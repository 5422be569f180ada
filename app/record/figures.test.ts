import assert from "node:assert/strict";
import { test } from "node:test";
import { instant, secondsBetween } from "#base/instant.ts";
import { type Circles, mayShow, peopleBehind, periodOf } from "./figures.ts";

const circles: Circles = new Map([
  ["big", { people: 5, isOwn: false }],
  ["small", { people: 2, isOwn: false }],
  ["own", { people: 1, isOwn: true }],
]);
const usual = { showMemberFiguresFromTeamOf: 5 };
const shown = (asked: Parameters<typeof peopleBehind>[0], policy = usual, all = circles) =>
  mayShow(peopleBehind(asked, "me", all), policy)?.code ?? "shown";

test("a person sees their own figures, and those of others only in a team of five or more", () => {
  assert.equal(shown({ ownerId: "me" }), "shown");
  assert.equal(shown({ ownerId: "me", by: "owner" }), "shown");
  assert.equal(shown({ ownerId: "somebody else" }), "small_team");
  assert.equal(shown({ by: "owner" }), "small_team");
  assert.equal(shown({ teamId: "big" }), "shown");
  assert.equal(shown({ teamId: "big", by: "owner" }), "small_team");
  assert.equal(shown({ teamId: "small" }), "small_team");
  assert.equal(shown({ teamId: "own", by: "owner" }), "shown");
});

test("the record of the whole business is everybody's, and one who works alone sees it by every name there is", () => {
  assert.equal(shown({}), "shown");
  assert.equal(shown({ by: "customer" }), "shown");
  assert.equal(shown({ by: "owner" }, usual, new Map([["", { people: 1, isOwn: true }]])), "shown");
});

test("a workspace can decide otherwise with its people", () => {
  assert.equal(shown({ by: "owner" }, { showMemberFiguresFromTeamOf: 1 }), "shown");
  assert.equal(shown({ teamId: "small" }, { showMemberFiguresFromTeamOf: 2 }), "shown");
});

test("a team that is not there is missing", () => {
  assert.throws(() => shown({ teamId: "elsewhere" }), { name: "Refusal", kind: "missing" });
});

test("unless said otherwise a period reaches back 90 days, and forward as far as anything can be promised", () => {
  const now = instant("2026-11-23T09:00:00Z");
  const { from, until } = periodOf({}, now);
  assert.equal(secondsBetween(from, now), 90 * 86_400);
  assert.ok(secondsBetween(now, until) > 3660 * 86_400);
});
