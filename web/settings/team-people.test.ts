import assert from "node:assert/strict";
import { test } from "node:test";
import { inOrder, sooner, withDuty, withManager, withMember } from "./team-people.ts";

const team = { member_ids: ["ana", "ben"], manager_ids: ["ana"], duty_ids: ["ben", "ana"] };

test("who leaves a team leads nothing there and has no duty", () => {
  assert.deepEqual(withMember(team, "ana", false), { member_ids: ["ben"], manager_ids: [], duty_ids: ["ben"] });
});

test("who takes on duty is rung last, until they are moved up", () => {
  const more = withDuty(withMember(team, "cleo", true), "cleo", true);
  assert.deepEqual(more.duty_ids, ["ben", "ana", "cleo"]);
  assert.deepEqual(sooner(sooner(more, "cleo"), "cleo").duty_ids, ["cleo", "ben", "ana"]);
  assert.deepEqual(sooner(more, "ben").duty_ids, more.duty_ids);
});

test("what was changed there and back again is unchanged", () => {
  const back = withManager(withManager(team, "ben", true), "ben", false);
  assert.deepEqual(inOrder(withMember(withMember(back, "dora", true), "dora", false)), team);
});
