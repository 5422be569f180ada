import assert from "node:assert/strict";
import { test } from "node:test";
import { stepNames } from "#app/cases/case.ts";
import { caseActs, mayNow, offered, others } from "./rulings.ts";

const nobodys = {
  ...{ state: "open" as const, owner_id: null, handler_id: null, next_owner_id: null, done_at: null },
  ...{ first_word_at: null, waiting_reason: null, snoozed_until: null },
  steps: stepNames.map((name) => ({ name, at: null, by: null })),
};
const mine = { ...nobodys, owner_id: "ana", handler_id: "ana" };
const ana = { memberId: "ana", openPlans: 0 };
const code = (...asked: Parameters<typeof mayNow>) => mayNow(...asked)?.code ?? "yes";

test("what nobody owns is owned first, and handed on by nobody", () => {
  assert.equal(offered(nobodys, ana)[0], "own");
  assert.equal(code("own", nobodys, ana), "yes");
  assert.equal(code("hand_on", nobodys, ana), "nobody_owns_it");
});

test("it is told only once it is done, and done only once nothing in it is open", () => {
  assert.equal(code("tell", mine, ana), "not_done_yet");
  assert.equal(code("done", mine, { ...ana, openPlans: 1 }), "plan_open");
  assert.equal(code("done", mine, ana), "yes");
  assert.equal(code("tell", { ...mine, done_at: "2026-12-01T09:00:00Z" }, ana), "yes");
});

test("whoever is asked to take it over is offered that, and nobody else", () => {
  const asked = { ...mine, next_owner_id: "ben" };
  assert.equal(offered(asked, { memberId: "ben" })[0], "take_over");
  assert.equal(code("take_over", asked, { ...ana, memberId: "ben" }), "yes");
  assert.equal(code("take_over", asked, { ...ana, memberId: "cem" }), "has_an_owner");
});

test("told, they have the last word; closed, it can only be opened again or answered", () => {
  const told = { ...mine, state: "told" as const };
  assert.deepEqual(offered(told, ana), ["answer", "ask", "reopen"]);
  assert.equal(code("ask", { ...mine, state: "satisfied" }, ana), "not_told");
  assert.equal(code("snooze", { ...mine, state: "satisfied" }, ana), "case_not_open");
  assert.equal(code("reopen", { ...mine, state: "satisfied" }, ana), "yes");
});

test("each act is offered at most once, in sight or behind the button", () => {
  for (const c of [nobodys, mine, { ...mine, waiting_reason: "the key" }, { ...mine, state: "told" as const }]) {
    const all = [...offered(c, ana), ...others(offered(c, ana), c)];
    assert.equal(new Set(all).size, all.length);
    assert.ok(all.length >= caseActs.length - 4);
  }
});
