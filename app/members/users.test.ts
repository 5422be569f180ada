import assert from "node:assert/strict";
import { test } from "node:test";
import { inWorkspace } from "#engine/db/database.ts";
import { findUserByEmail, makeUser, passwordOf } from "#engine/identity/users.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { startDoors, thisInstant } from "#test/harness/server.ts";
import { newWorkspace } from "#test/harness/workspace.ts";
import { addMember } from "./actions.ts";
import { linkMembers, userFor } from "./actions-users.ts";
import { membersApi } from "./api.ts";
import { hashPassword, isPassword } from "./password.ts";
import { workspacesOf } from "./store-users.ts";

const now = thisInstant();
const { db } = await freshDatabase();
const { as } = await startDoors(db, membersApi);
const [ours, theirs] = [await newWorkspace(db), await newWorkspace(db, { name: "Next Door" })];
const email = "ben@plumbing.example";
const add = (house: typeof ours, password?: string) =>
  as(house.apiKey)("POST", "/members", { name: "Ben", email, role: "member", ...(password && { password }) });
const opens = async (password: string) => {
  const user = await findUserByEmail(db.auth, email);
  return user !== undefined && isPassword(password, (await passwordOf(db.auth, user.id)) ?? "");
};

test("an admin who adds a member with a password makes their user, and another business's admin cannot take it over", async () => {
  const added = await add(ours, "chosen by our admin");
  assert.deepEqual([added.status, added.body.signs_in], [201, true]);
  const elsewhere = await add(theirs, "chosen by a stranger");
  assert.deepEqual([elsewhere.status, elsewhere.body.signs_in], [201, false]);
  assert.deepEqual([await opens("chosen by our admin"), await opens("chosen by a stranger")], [true, false]);
});

test("whoever has not shown that an address is theirs is no other member of that address", async () => {
  const user = await findUserByEmail(db.auth, email);
  assert.ok(user);
  await linkMembers(db, user, now);
  assert.deepEqual(
    (await workspacesOf(db.auth, user.id)).map(({ id }) => id),
    [ours.workspaceId],
  );
  await linkMembers(db, { ...user, isVerified: true }, now);
  await linkMembers(db, { ...user, isVerified: true }, now);
  assert.equal((await workspacesOf(db.auth, user.id)).length, 2);
  const journal = await inWorkspace(db, theirs.workspaceId, (tx) =>
    tx.selectFrom("journal").select("what").where("workspace_id", "=", theirs.workspaceId).execute(),
  );
  assert.equal(journal.filter(({ what }) => what === "member signed in first").length, 1);
});

test("a user left over from a member who was never made is taken again, with the password given last", async () => {
  const wanted = { name: "Cleo", email: "cleo@plumbing.example" };
  const first = await userFor(db.auth, { ...wanted, password: "the first of two" }, ours.member, now);
  const second = await userFor(db.auth, { ...wanted, password: "the second of two" }, ours.member, now);
  assert.equal(second, first);
  assert.ok(await isPassword("the second of two", (await passwordOf(db.auth, first ?? "")) ?? ""));
});

test("nobody is given a way in by a member without a password, and no user of two is made at once", async () => {
  assert.equal(await userFor(db.auth, { name: "Dora", email: "dora@plumbing.example" }, "machine", now), null);
  const wanted = {
    name: "Emil",
    email: "Emil@plumbing.example",
    isVerified: false,
    passwordHash: await hashPassword("x"),
  };
  const made = await Promise.all([1, 2, 3].map(() => makeUser(db.auth, wanted, now)));
  assert.equal(made.filter(Boolean).length, 1);
});

test("a member may be of the same user only once in a workspace", async () => {
  const user = await findUserByEmail(db.auth, email);
  const twin = { name: "Twin", email: "twin@plumbing.example", role: "member" as const, userId: user?.id ?? null };
  const { workspaceId } = ours;
  await assert.rejects(
    inWorkspace(db, workspaceId, (tx) => addMember(tx, workspaceId, "machine", twin, now)),
    { code: "23505" },
  );
});
