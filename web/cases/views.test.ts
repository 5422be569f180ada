import assert from "node:assert/strict";
import { test } from "node:test";
import { stepNames } from "#app/cases/case.ts";
import { queryOf, stepNow } from "./views.ts";

const asked = { me: "ana", teamId: "", find: "" };
const standing = (...taken: string[]) => ({
  state: "open" as const,
  owner_id: taken.includes("owned") ? "ana" : null,
  done_at: null,
  steps: stepNames.map((name) => ({ name, at: taken.includes(name) ? "2026-12-01T09:00:00Z" : null })),
});

test("words are looked for everywhere, also among what is closed", () => {
  assert.deepEqual(queryOf("mine", { ...asked, teamId: "t", find: "boiler" }), { find: "boiler" });
});

test("mine and nobody's leave out what is laid aside, and a team narrows each", () => {
  const mine = { team_id: "t", order: "urgent", laid_aside: "false", member_id: "ana" };
  assert.deepEqual(queryOf("mine", { ...asked, teamId: "t" }), mine);
  assert.deepEqual(queryOf("aside", asked), { order: "urgent", laid_aside: "true" });
});

test("the step that comes next is the first that was not taken; handing on is only where needed", () => {
  assert.equal(stepNow(standing("contact", "channel"))?.step, "owned");
  assert.equal(stepNow(standing("owned"))?.step, "contact");
  assert.equal(stepNow(standing("owned", "contact", "channel"))?.step, "fixing");
  assert.equal(stepNow(standing("owned", "contact", "channel", "fixing"))?.step, "status");
  assert.equal(stepNow({ ...standing("owned"), done_at: "2026-12-01T09:00:00Z" })?.step, "told");
  assert.equal(stepNow({ ...standing("owned"), state: "told" })?.step, "satisfied");
  assert.equal(stepNow({ ...standing("owned"), state: "satisfied" }), null);
});
