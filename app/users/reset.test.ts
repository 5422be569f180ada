import assert from "node:assert/strict";
import { test } from "node:test";
import { addMember } from "#app/members/actions.ts";
import { hashPassword } from "#app/members/password.ts";
import { linkUser } from "#app/members/store-users.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { findUserByEmail, makeUser } from "#engine/identity/users.ts";
import { thisInstant } from "#test/harness/server.ts";
import { giveWayIn, password, signIn } from "#test/harness/signed-in.ts";
import { openStaffHouse, pathIn } from "#test/harness/staff-house.ts";
import { newWorkspace } from "#test/harness/workspace.ts";

const now = thisInstant();
const { db, url, browser, mails } = await openStaffHouse();
const { workspaceId, memberId } = await newWorkspace(db, { language: "de" });
const email = "ana@plumbing.example";
await giveWayIn(db, workspaceId, { id: memberId, name: "Ana Lima", email });
const post = (path: string, body: object) => browser("POST", `/api/auth${path}`, body);
const ask = (whose: string) => post("/request-password-reset", { email: whose, redirectTo: "/new-password" });
const newPassword = "a quite new password";

async function tokenIn(): Promise<string> {
  const [mail] = await mails();
  assert.ok(mail);
  return new URL(pathIn(mail, "http://localhost:3000/new-password")).searchParams.get("token") ?? "";
}

test("a forgotten password is set anew by a mail in the member's language, once, and whoever was in is out", async () => {
  const before = await signIn(url, email);
  assert.equal((await ask(email.toUpperCase())).status, 200);
  const token = await tokenIn();
  const short = await post("/reset-password", { token, newPassword: "short" });
  assert.deepEqual([short.status, short.body.code, short.body.field], [422, "password_too_short", "newPassword"]);
  assert.equal((await post("/reset-password", { token, newPassword })).status, 200);
  assert.equal((await browser("GET", "/me", undefined, before.headers)).body.code, "session_ended");
  assert.equal((await post("/sign-in/email", { email, password })).status, 401);
  assert.equal((await post("/sign-in/email", { email, password: newPassword })).status, 200);
  const again = await post("/reset-password", { token, newPassword: "yet another password" });
  assert.deepEqual([again.status, again.body.code], [400, "invalid_token"]);
});

test("it is asked for by anybody for anybody, and the answer does not say whether there is such an account", async () => {
  const [known, unknown] = [await ask(email), await ask("nobody@plumbing.example")];
  assert.deepEqual([known.status, known.body], [unknown.status, unknown.body]);
  const [mail, ...others] = await mails();
  assert.deepEqual([mail?.to?.[0]?.address, others.length], [email, 0]);
  assert.match(mail?.subject ?? "", /^Ein neues Passwort/);
  assert.doesNotMatch(mail?.text ?? "", /undefined|null/);
});

test("neither the outbox nor a table lets a reader set a password", async () => {
  await ask(email);
  const kept = [
    ...(await inWorkspace(db, workspaceId, (tx) =>
      tx.selectFrom("messages").selectAll().where("workspace_id", "=", workspaceId).execute(),
    )),
    ...(await db.auth.selectFrom("auth.verifications").selectAll().execute()),
  ];
  const token = await tokenIn();
  assert.ok(token.length >= 20 && !JSON.stringify(kept).includes(token));
});

test("whoever asks for many mails to one address is stopped before it is a nuisance", async () => {
  const victim = "victim@plumbing.example";
  const answers = [];
  for (let n = 0; n < 6; n++) answers.push((await ask(victim)).status);
  assert.deepEqual(answers, [200, 200, 200, 200, 200, 429]);
});

test("the mail shows that the address is theirs: from then on they are every member who has it", async () => {
  await db.auth.deleteFrom("auth.tries").execute();
  const add = (id: string, name: string) =>
    inWorkspace(db, id, (tx) =>
      addMember(tx, id, "machine", { name, email: "Ben@plumbing.example", role: "member" }, now),
    );
  const other = await newWorkspace(db, { name: "Next Door" });
  const [here] = [await add(workspaceId, "Ben"), await add(other.workspaceId, "Benjamin")];
  const wanted = { name: "Ben", email: "ben@plumbing.example", isVerified: false };
  const user = await makeUser(db.auth, { ...wanted, passwordHash: await hashPassword(password) }, now);
  assert.ok(user);
  await inWorkspace(db, workspaceId, (tx) => linkUser(tx, workspaceId, here.id, user.id));
  const placesOf = async (given: string) => {
    const { headers, status } = await post("/sign-in/email", { email: "ben@plumbing.example", password: given });
    assert.equal(status, 200);
    const cookie = headers.getSetCookie()[0]?.split(";")[0] ?? "";
    return (await browser("GET", "/me", undefined, { cookie })).body.workspaces as unknown[];
  };
  assert.equal((await placesOf(password)).length, 1, "an address that nobody has shown to be theirs opens no more");
  await ask("ben@plumbing.example");
  assert.equal((await post("/reset-password", { token: await tokenIn(), newPassword })).status, 200);
  assert.equal((await findUserByEmail(db.auth, "BEN@plumbing.example"))?.isVerified, true);
  assert.equal((await placesOf(newPassword)).length, 2);
});
