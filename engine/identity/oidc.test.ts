import assert from "node:assert/strict";
import { test } from "node:test";
import { addMember } from "#app/members/actions.ts";
import { householdOf } from "#app/users/actions-household.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { openLog } from "#engine/log.ts";
import { lobby, served } from "#served.ts";
import { freshDatabase, testSecret } from "#test/harness/database.ts";
import { startIdentityProvider } from "#test/harness/identity-provider.ts";
import { startDoors, thisInstant } from "#test/harness/server.ts";
import { newWorkspace } from "#test/harness/workspace.ts";
import { openIdentity } from "./identity.ts";
import { makeUser } from "./users.ts";

const { db } = await freshDatabase();
const provider = await startIdentityProvider();
const house = { publicUrl: "http://localhost:3000", secret: testSecret };
const identity = openIdentity({
  db,
  house,
  household: householdOf(db, house, thisInstant),
  oidc: { issuer: provider.url, clientId: "truepenny", clientSecret: "between us" },
  log: openLog("silent"),
});
const { url, as } = await startDoors(db, served, { lobby, house, identity });
const { workspaceId } = await newWorkspace(db);
const browser = as(null);
const add = (name: string) =>
  inWorkspace(db, workspaceId, (tx) =>
    addMember(tx, workspaceId, "machine", { name, email: `${name}@plumbing.example`, role: "member" }, thisInstant()),
  );

/** The whole way: from our door to the other house, and back with what it says. Gives where it leads and the cookies. */
async function comeBack(callbackURL = "/today"): Promise<{ to: string; cookie: string }> {
  const begun = await browser("POST", "/api/auth/sign-in/social", {
    provider: "oidc",
    callbackURL,
    errorCallbackURL: "/sign-in",
  });
  assert.equal(begun.status, 200, JSON.stringify(begun.body));
  const away = await fetch(String(begun.body.url), { redirect: "manual" });
  const back = new URL(away.headers.get("location") ?? "");
  assert.equal(back.origin, house.publicUrl);
  const cookie = begun.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const arrived = await fetch(`${url}${back.pathname}${back.search}`, {
    headers: { cookie, "sec-fetch-site": "cross-site" },
    redirect: "manual",
  });
  const set = arrived.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  return { to: arrived.headers.get("location") ?? "", cookie: set };
}

const me = (cookie: string) => browser("GET", "/me", undefined, { cookie });

test("a member whom another house vouches for comes in, and is that member from then on", async () => {
  await add("ben");
  assert.deepEqual((await browser("GET", "/api/first-run")).body.ways, { password: true, passkey: true, oidc: true });
  provider.is({ sub: "ben-1", email: "Ben@plumbing.example", email_verified: true, name: "Ben" });
  for (const _ of ["the first time", "and again"]) {
    const { to, cookie } = await comeBack();
    assert.match(to, /\/today$/);
    assert.partialDeepStrictEqual((await me(cookie)).body, { member: { name: "ben", email: "ben@plumbing.example" } });
  }
});

test("nobody comes in who does not work here, or by an address that the other house has not verified", async () => {
  await add("cleo");
  provider.is({ sub: "eve-1", email: "eve@evil.example", email_verified: true });
  const stranger = await comeBack();
  assert.match(stranger.to, /\/sign-in\?error=/);
  provider.is({ sub: "eve-2", email: "cleo@plumbing.example", email_verified: false });
  const unverified = await comeBack();
  assert.match(unverified.to, /\/sign-in\?error=/);
  for (const { cookie } of [stranger, unverified]) assert.equal((await me(cookie)).status, 401);
  const users = await db.auth.selectFrom("auth.users").select("email").execute();
  assert.deepEqual(users, [{ email: "ben@plumbing.example" }]);
});

test("an account that others made under their address is not joined by another house's word", async () => {
  await add("dora");
  const wanted = { name: "Dora", email: "dora@plumbing.example", isVerified: false, passwordHash: null };
  await makeUser(db.auth, wanted, thisInstant());
  provider.is({ sub: "dora-1", email: "dora@plumbing.example", email_verified: true });
  const { to, cookie } = await comeBack();
  assert.match(to, /\/sign-in\?error=account_not_linked/);
  assert.equal((await me(cookie)).status, 401);
});

test("the way back leads nowhere out of the house, and opens once and only in the browser that went", async () => {
  const away = await browser("POST", "/api/auth/sign-in/social", {
    provider: "oidc",
    callbackURL: "https://evil.example",
  });
  assert.deepEqual([away.status, away.body.code], [403, "invalid_callback_url"]);
  const other = await browser("POST", "/api/auth/sign-in/social", { provider: "github" });
  assert.equal(other.status, 404);
  provider.is({ sub: "ben-1", email: "ben@plumbing.example", email_verified: true });
  const begun = await browser("POST", "/api/auth/sign-in/social", { provider: "oidc", callbackURL: "/today" });
  const answer = await fetch(String(begun.body.url), { redirect: "manual" });
  const { pathname, search } = new URL(answer.headers.get("location") ?? "");
  const elsewhere = await fetch(`${url}${pathname}${search}`, { redirect: "manual" });
  assert.match(elsewhere.headers.get("location") ?? "", /error=/);
  assert.ok(!elsewhere.headers.getSetCookie().some((cookie) => /session_token=[^;]/.test(cookie)));
});
