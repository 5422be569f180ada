import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { addMember, leave } from "#app/members/actions.ts";
import { hashPassword } from "#app/members/password.ts";
import { workspacesOf } from "#app/members/store-users.ts";
import { plusSeconds } from "#base/instant.ts";
import { newSecret, readToken, writeToken } from "#base/token.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { findUserByEmail, makeUser } from "#engine/identity/users.ts";
import { thisInstant } from "#test/harness/server.ts";
import { giveWayIn, password, signIn } from "#test/harness/signed-in.ts";
import { openStaffHouse, pathIn } from "#test/harness/staff-house.ts";
import { newWorkspace } from "#test/harness/workspace.ts";

let now = thisInstant();
const { db, url, as, mails, browser } = await openStaffHouse({ now: () => now });
const house = await newWorkspace(db);
const { workspaceId } = house;
const ana = as(house.apiKey);

/** Invites them, and gives the token in the mail. */
async function invited(name: string, more: object = {}) {
  const email = `${name.toLowerCase()}@plumbing.example`;
  const { status, body } = await ana("POST", "/invitations", { name, email, role: "member", ...more });
  assert.equal(status, 201, JSON.stringify(body));
  return { id: String(body.id), email, token: await tokenInMail() };
}

async function tokenInMail(): Promise<string> {
  const [mail] = await mails();
  assert.ok(mail);
  return pathIn(mail, "/invitation/").slice("/invitation/".length);
}

const open = (token: string) => browser("GET", `/api/invitations/${token}`);
const come = (token: string, body: object = { password }, headers = {}) =>
  browser("POST", `/api/invitations/${token}`, body, headers);

describe("an invitation", () => {
  test("comes by mail, says who asks, and lets them in with a password of their own", async () => {
    const { body: team } = await ana("POST", "/teams", { name: "Vans" });
    const { token, email, id } = await invited("Ben", { role: "manager", team_ids: [team.id] });
    const { body } = await open(token);
    assert.partialDeepStrictEqual(body, { name: "Ben", email, business: "Ana's Plumbing", invited_by: "Ana Lima" });
    assert.equal(body.has_account, false);
    const came = await come(token);
    assert.equal(came.status, 201, JSON.stringify(came.body));
    const cookie = came.headers.getSetCookie().map((line) => line.split(";")[0]);
    const me = await browser("GET", "/me", undefined, { cookie: cookie.join("; ") });
    assert.partialDeepStrictEqual(me.body, { member: { name: "Ben", role: "manager" }, team_ids: [team.id] });
    assert.equal((await signIn(url, email)).csrfToken.length, 43);
    const { items } = (await ana("GET", "/invitations")).body as { items: { id: string; state: string }[] };
    assert.equal(items.find((one) => one.id === id)?.state, "accepted");
  });

  test("is in the language that was named, or the business's", async () => {
    await ana("POST", "/invitations", { name: "Uwe", email: "uwe@plumbing.example", role: "member", language: "de" });
    const [mail] = await mails();
    assert.match(mail?.subject ?? "", /^Ana Lima lädt Sie zu Ana's Plumbing ein$/);
    assert.match(mail?.text ?? "", /http:\/\/localhost:3000\/invitation\/tp_/);
  });

  test("opens once", async () => {
    const { token } = await invited("Cleo");
    assert.equal((await come(token)).status, 201);
    for (const again of [await open(token), await come(token)]) {
      assert.deepEqual([again.status, again.body.code], [409, "accepted_already"]);
    }
  });

  test("opens nothing once it is taken back, replaced, guessed or a week old", async () => {
    const revoked = await invited("Dora");
    assert.equal((await ana("DELETE", `/invitations/${revoked.id}`)).body.state, "revoked");
    const replaced = await invited("Emil");
    assert.equal((await ana("POST", `/invitations/${replaced.id}/resends`)).status, 201);
    const renewed = await tokenInMail();
    const parts = readToken(renewed);
    assert.ok(parts);
    const shut = [revoked.token, replaced.token, writeToken({ ...parts, secret: newSecret() }), house.apiKey, "x"];
    for (const token of shut) {
      assert.deepEqual([(await open(token)).status, (await come(token)).status], [404, 404], token);
    }
    assert.equal((await open(renewed)).status, 200);
    const before = now;
    now = plusSeconds(now, 8 * 86_400);
    assert.deepEqual((await come(renewed)).body.code, "invitation_expired");
    now = before;
  });

  test("is kept without what opens it: neither the row nor the outbox lets a reader in", async () => {
    const { token } = await invited("Fred");
    const secret = readToken(token)?.secret ?? "";
    const kept = await inWorkspace(db, workspaceId, async (tx) => [
      ...(await tx.selectFrom("invitations").selectAll().where("workspace_id", "=", workspaceId).execute()),
      ...(await tx.selectFrom("messages").selectAll().where("workspace_id", "=", workspaceId).execute()),
      ...(await tx.selectFrom("journal").selectAll().where("workspace_id", "=", workspaceId).execute()),
    ]);
    assert.ok(secret.length === 43 && !JSON.stringify(kept).includes(secret));
  });

  test("is written by who may make such a member, and stands only while they may", async () => {
    const adi = await inWorkspace(db, workspaceId, (tx) =>
      addMember(tx, workspaceId, "machine", { name: "Adi", email: "adi@plumbing.example", role: "admin" }, now),
    );
    await giveWayIn(db, workspaceId, adi);
    const { headers } = await signIn(url, adi.email);
    const asAdi = (role: string) =>
      browser("POST", "/invitations", { name: "Gina", email: "gina@plumbing.example", role }, headers);
    assert.equal((await asAdi("proprietor")).body.code, "proprietors_only");
    assert.equal((await asAdi("viewer")).status, 201);
    const token = await tokenInMail();
    await inWorkspace(db, workspaceId, (tx) => leave(tx, workspaceId, "machine", adi.id, now));
    assert.equal((await come(token)).body.code, "inviter_gone");
  });

  test("is for one who is not here yet, and only one waits for each", async () => {
    await invited("Hal");
    const again = { name: "Hal", email: "HAL@plumbing.example", role: "member" };
    assert.equal((await ana("POST", "/invitations", again)).body.code, "invited_already");
    const herself = { name: "Ana", email: "ana@plumbing.example", role: "member" };
    assert.equal((await ana("POST", "/invitations", herself)).body.code, "email_taken");
  });

  test("asks for a password that is one", async () => {
    const { token } = await invited("Ida");
    const short = await come(token, { password: "short" });
    assert.deepEqual([short.status, short.body.code, short.body.field], [422, "password_too_short", "password"]);
    assert.equal((await come(token, {})).body.code, "password_too_short");
    assert.equal((await come(token)).status, 201);
  });
});

describe("somebody who has an account here already", () => {
  test("comes in by the password they have, or signed in; the mail alone does not open their account", async () => {
    const other = await newWorkspace(db, { name: "Next Door" });
    const jo = { name: "Jo", email: "jo@plumbing.example", role: "member" as const };
    const member = await inWorkspace(db, other.workspaceId, (tx) =>
      addMember(tx, other.workspaceId, "machine", jo, now),
    );
    const userId = await giveWayIn(db, other.workspaceId, member);
    const { token } = await invited("Jo");
    assert.equal((await open(token)).body.has_account, true);
    const stolen = await come(token, { password: "another long password" });
    assert.deepEqual([stolen.status, stolen.body.code], [422, "own_password_needed"]);
    assert.equal((await come(token, {})).status, 422);
    const { cookie } = await signIn(url, jo.email);
    assert.equal((await come(token, {}, { cookie })).status, 201);
    assert.deepEqual((await workspacesOf(db.auth, userId)).map(({ name }) => name).toSorted(), [
      "Ana's Plumbing",
      "Next Door",
    ]);
  });

  test("that others made under their address, with a password of their own, gets it out of their hands", async () => {
    const email = "kim@plumbing.example";
    const passwordHash = await hashPassword("chosen by a stranger");
    await makeUser(db.auth, { name: "Kim", email, isVerified: false, passwordHash }, now);
    const enter = (given: string) => browser("POST", "/api/auth/sign-in/email", { email, password: given });
    const before = await enter("chosen by a stranger");
    assert.equal(before.status, 200);
    const { token } = await invited("Kim");
    assert.equal((await come(token)).status, 201);
    assert.equal((await enter("chosen by a stranger")).status, 401);
    const cookie = before.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; ");
    assert.equal((await browser("GET", "/me", undefined, { cookie })).body.code, "session_ended");
    assert.equal((await findUserByEmail(db.auth, email))?.isVerified, true);
  });
});

test("whoever tries links is slowed down, with a sentence that says how long", async () => {
  const tries = await Promise.all(Array.from({ length: 60 }, () => open("tp_nothing")));
  const refused = tries.filter(({ status }) => status === 429);
  assert.ok(refused.length > 20);
  assert.match(
    String(refused[0]?.body.detail),
    /^That was tried too often\. Wait \d+ (?:minutes|seconds?), then try again\.$/,
  );
  assert.ok(Number(refused[0]?.headers.get("retry-after")) > 0);
});
