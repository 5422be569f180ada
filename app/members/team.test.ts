import assert from "node:assert/strict";
import { test } from "node:test";
import { dutyPerson, type Manager, mayBeTeam, nearestManagers } from "./team.ts";

const team = { memberIds: ["ana", "ben", "cleo"], managerIds: ["ana"], dutyIds: ["ben", "cleo"] };
const there = (memberId: string, nearness: Manager["nearness"]): Manager => ({ memberId, nearness, isAway: false });
const away = (memberId: string, nearness: Manager["nearness"]): Manager => ({ memberId, nearness, isAway: true });

test("the first on duty is rung, then the next, then the manager, never everybody", () => {
  assert.equal(dutyPerson(team, new Set()), "ben");
  assert.equal(dutyPerson(team, new Set(["ben"])), "cleo");
  assert.equal(dutyPerson(team, new Set(["ben", "cleo"])), "ana");
  assert.equal(dutyPerson(team, new Set(["ben", "cleo", "ana"])), null);
});

test("those on duty and those who manage belong to the team", () => {
  assert.equal(mayBeTeam(team), null);
  assert.equal(mayBeTeam({ ...team, dutyIds: ["dora"] })?.code, "not_in_team");
  assert.equal(mayBeTeam({ ...team, managerIds: ["dora"] })?.field, "manager_ids");
  assert.equal(mayBeTeam({ ...team, dutyIds: ["ben", "ben"] })?.code, "named_twice");
});

test("the team's managers hear of it before the workspace's", () => {
  assert.deepEqual(nearestManagers([there("pat", "proprietor"), there("ana", "team"), there("max", "manager")]), [
    "ana",
  ]);
  assert.deepEqual(nearestManagers([there("pat", "proprietor"), there("max", "manager")]), ["max"]);
  assert.deepEqual(nearestManagers([there("pat", "proprietor"), there("adi", "admin")]), ["adi"]);
  assert.deepEqual(nearestManagers([]), []);
});

test("a manager who is away is passed over while there is another", () => {
  assert.deepEqual(nearestManagers([away("ana", "team"), there("max", "manager")]), ["max"]);
  assert.deepEqual(nearestManagers([away("ana", "team"), there("eva", "team")]), ["eva"]);
  assert.deepEqual(nearestManagers([away("ana", "team"), away("max", "manager")]), ["ana"]);
});
