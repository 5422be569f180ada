import assert from "node:assert/strict";
import { test } from "node:test";
import { scopes } from "#base/contract.ts";
import { instant } from "#base/instant.ts";
import type { Ruling } from "#base/refusal.ts";
import { mayExpireAt, mayGive, scopesOf } from "./key.ts";
import {
  type Acting,
  mayAct,
  mayArrange,
  mayManage,
  mayManageMembers,
  mayStepDown,
  type Role,
  roles,
} from "./member.ts";

const now = instant("2026-11-23T09:00:00Z");
const acting = (role: Role, given = scopesOf(role)): Acting => ({ memberId: `the ${role}`, role, scopes: given });
const codeOf = (ruling: Ruling) => ruling?.code ?? "yes";

test("proprietors and admins manage members, and nobody else does", () => {
  const answers = roles.map((role) => codeOf(mayManageMembers(acting(role))));
  assert.deepEqual(answers, ["yes", "yes", "admins_only", "admins_only", "admins_only"]);
});

test("an admin's key without that scope manages nobody", () => {
  assert.equal(codeOf(mayManageMembers(acting("admin", ["promises:write"]))), "admins_only");
});

test("only a proprietor changes or makes a proprietor", () => {
  assert.equal(codeOf(mayManage(acting("admin"), "proprietor")), "proprietors_only");
  assert.equal(codeOf(mayManage(acting("proprietor"), "proprietor")), "yes");
  assert.equal(codeOf(mayManage(acting("admin"), "manager")), "yes");
});

test("whoever sits at the machine itself may do everything", () => {
  assert.equal(codeOf(mayManage("machine", "proprietor")), "yes");
});

test("members arrange what is their own, not what is others'", () => {
  const ben = acting("member");
  assert.equal(codeOf(mayArrange(ben, { id: "the member", role: "member" })), "yes");
  assert.equal(codeOf(mayArrange(ben, { id: "the viewer", role: "viewer" })), "admins_only");
});

test("the last proprietor stays", () => {
  assert.equal(codeOf(mayStepDown({ role: "proprietor", leftAt: null }, 0)), "last_proprietor");
  assert.equal(codeOf(mayStepDown({ role: "proprietor", leftAt: null }, 1)), "yes");
  assert.equal(codeOf(mayStepDown({ role: "admin", leftAt: null }, 0)), "yes");
});

test("who has left does nothing any more", () => {
  assert.equal(codeOf(mayAct({ leftAt: now })), "member_left");
  assert.equal(codeOf(mayAct({ leftAt: null })), "yes");
});

test("a key never does more than its member's role", () => {
  const proprietor = acting("proprietor");
  assert.equal(codeOf(mayGive(proprietor, ["promises:write"], "viewer")), "beyond_role");
  assert.equal(codeOf(mayGive(proprietor, ["settings:write"], "member")), "beyond_role");
  assert.equal(codeOf(mayGive(proprietor, scopes, "admin")), "yes");
  for (const role of roles) assert.equal(codeOf(mayGive("machine", scopesOf(role), role)), "yes");
});

test("a key never does more than the key by which it was made", () => {
  const narrow = acting("admin", ["settings:write", "promises:read"]);
  assert.equal(codeOf(mayGive(narrow, ["promises:write"], "admin")), "beyond_own_scopes");
  assert.equal(codeOf(mayGive(narrow, ["promises:read"], "viewer")), "yes");
});

test("a key that had run out before it was made is refused", () => {
  assert.equal(codeOf(mayExpireAt(now, now)), "expired_already");
  assert.equal(codeOf(mayExpireAt(instant("2026-11-23T09:00:00.001Z"), now)), "yes");
  assert.equal(codeOf(mayExpireAt(null, now)), "yes");
});
