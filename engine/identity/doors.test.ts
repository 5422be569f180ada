import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { householdOf } from "#app/users/actions-household.ts";
import { plusSeconds } from "#base/instant.ts";
import { openLog } from "#engine/log.ts";
import { testSecret } from "#test/harness/database.ts";
import { startDoors, thisInstant } from "#test/harness/server.ts";
import { giveWayIn, password, signIn } from "#test/harness/signed-in.ts";
import { openStaffHouse } from "#test/harness/staff-house.ts";
import { newWorkspace } from "#test/harness/workspace.ts";
import { openIdentity } from "./identity.ts";
import { passwordOf } from "./users.ts";

const trustedProxies = ["127.0.0.1"];
const { db, url, browser, logged } = await openStaffHouse({ trustedProxies });
const { workspaceId, memberId } = await newWorkspace(db);
const email = "ana@plumbing.example";
const userId = await giveWayIn(db, workspaceId, { id: memberId, name: "Ana Lima", email });

let visitors = 0;
/** Everybody comes from an address of their own, through the proxy that we trust, unless a test says otherwise. */
const from = (address = `203.0.113.${++visitors}`) => ({ "x-forwarded-for": address });
const post = (path: string, body: unknown, headers: Record<string, string> = from()) =>
  browser("POST", `/api/auth${path}`, body, headers);
const enter = (given: object, headers?: Record<string, string>) =>
  post("/sign-in/email", { email, password, ...given }, headers);

describe("signing in", () => {
  test("sets a cookie that no script reads and no other site sends, and shows its token nowhere", async () => {
    const answer = await enter({});
    const [cookie = ""] = answer.headers.getSetCookie();
    assert.match(cookie, /^truepenny\.session_token=[^;]{40,}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    assert.doesNotMatch(JSON.stringify(answer.body), /token/);
    assert.equal((answer.body.user as { email: string }).email, email);
  });

  test("over https sets a cookie that travels no other way", async () => {
    const house = { publicUrl: "https://word.example", secret: testSecret };
    const secure = await startDoors(db, [], { house });
    const answer = await secure.as(null)("POST", "/api/auth/sign-in/email", { email, password });
    assert.match(answer.headers.getSetCookie()[0] ?? "", /^__Secure-truepenny\.session_token=.*; Secure;? ?/);
  });

  test("answers a wrong password and an unknown address alike, and with as much work", async () => {
    const now = thisInstant;
    const house = { publicUrl: "http://localhost:3000", secret: testSecret };
    const household = householdOf(db, house, now);
    const { hash, isRight } = household.passwords;
    const work: string[] = [];
    Object.assign(household.passwords, {
      hash: (given: string) => hash(given).finally(() => work.push("argon2")),
      isRight: (given: string, kept: string) => isRight(given, kept).finally(() => work.push("argon2")),
    });
    const identity = openIdentity({ db, house, household, oidc: null, log: openLog("silent") });
    const ask = (await startDoors(db, [], { house, identity })).as(null);
    const refused = async (given: object) => {
      work.length = 0;
      const { status, body } = await ask("POST", "/api/auth/sign-in/email", given);
      const { request_id: _, ...said } = body;
      return { status, said, work: [...work] };
    };
    const wrong = await refused({ email, password: "not the password" });
    const unknown = await refused({ email: "nobody@plumbing.example", password: "not the password" });
    assert.deepEqual(unknown, wrong);
    assert.deepEqual([wrong.status, wrong.said.code, wrong.work], [401, "invalid_email_or_password", ["argon2"]]);
  });

  test("begins a session of its own, whatever cookie the browser brought along", async () => {
    const planted = (await signIn(url, email)).cookie;
    const answer = await enter({}, { ...from(), cookie: planted });
    const own = answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    assert.ok(own.startsWith("truepenny.session_token=") && own !== planted);
  });

  test("leads nowhere out of the house", async () => {
    const ways = [
      "https://evil.example",
      "//evil.example",
      "/\\evil.example",
      "javascript:alert(1)",
      "http://localhost:3000.evil.example",
      "https:evil.example",
    ];
    for (const way of ways) {
      const first = await enter({ callbackURL: way });
      assert.deepEqual([first.status, first.body.field], [403, undefined], way);
      const second = await post("/request-password-reset", { email: `${visitors}@x.example`, redirectTo: way });
      assert.equal(second.status, 403, way);
    }
    assert.equal((await enter({ callbackURL: "/today" })).status, 200);
  });

  test("is refused to a page of another site", async () => {
    for (const foreign of [{ origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }]) {
      const { status, body } = await enter({}, { ...from(), ...foreign });
      assert.deepEqual([status, body.code], [403, "cross_site"]);
    }
  });
});

describe("tries are counted", () => {
  test("for one account, from however many addresses; who knows the password sets them back", async () => {
    const guess = (n: number) => enter({ password: `guess number ${n}` });
    for (let n = 0; n < 3; n++) assert.equal((await guess(n)).status, 401);
    assert.equal((await enter({})).status, 200);
    for (let n = 0; n < 20; n++) assert.equal((await guess(n)).status, 401);
    const { status, body, headers } = await guess(20);
    assert.deepEqual([status, body.code], [429, "too_many_tries"]);
    assert.match(String(body.detail), /^That was tried too often\. Wait \d+ minutes, then try again\.$/);
    assert.ok(Number(headers.get("retry-after")) > 60);
    const unknown = async () => enter({ email: "nobody.else@plumbing.example", password: "x" });
    for (let n = 0; n < 20; n++) await unknown();
    assert.equal((await unknown()).status, 429, "an address that nobody has is counted alike");
  });

  test("for one address behind the proxy, and for no other; what a caller writes about themself is not heard", async () => {
    const mallory = { ...from("198.51.100.7"), "x-truepenny-address": "10.0.0.1" };
    const answers = [];
    for (let n = 0; n < 40; n++) {
      const headers = { ...mallory, "x-truepenny-address": `10.0.0.${n}`, "x-real-ip": `10.0.1.${n}` };
      answers.push((await enter({ email: `guess${n}@plumbing.example` }, headers)).status);
    }
    assert.deepEqual([answers.filter((status) => status === 401).length, answers.at(-1)], [30, 429]);
    assert.equal((await enter({ email: "somebody@plumbing.example" }, from("198.51.100.8"))).status, 401);
  });
});

test("what is not used here is not there: no sign-up, no magic link, no API keys, no users to change", async () => {
  const closed = [
    ...["POST /sign-up/email", "POST /sign-in/magic-link", "GET /magic-link/verify", "POST /api-key/create"],
    ...["GET /api-key/list", "POST /api-key/verify", "POST /api-key/update", "GET /get-session", "GET /list-sessions"],
    ...["POST /update-user", "POST /change-email", "POST /delete-user", "POST /set-password", "GET /list-accounts"],
    ...["POST /link-social", "POST /unlink-account", "POST /two-factor/send-otp", "POST /two-factor/get-totp-uri"],
    ...["POST /sign-in/anonymous", "POST /sign-in/username", "GET /error", "GET /ok", "GET /reset-password/abc"],
    ...["POST /sign-in/email/", "POST /../v1/me", "POST /admin/create-user", "POST /organization/create"],
  ];
  const { cookie } = await signIn(url, email).catch(() => ({ cookie: "" }));
  for (const line of closed) {
    const [method = "", path = ""] = line.split(" ");
    const body = { name: "x", email: "new@x.example", password, userId };
    const sent = method === "POST" ? body : undefined;
    const { status } = await browser(method, `/api/auth${path}`, sent, { ...from(), cookie });
    assert.ok(status === 404 || status === 405 || status === 401, `${line}: ${status}`);
  }
  const users = await db.auth.selectFrom("auth.users").select("email").execute();
  assert.deepEqual(
    users.map((user) => user.email),
    [email],
  );
});

test("whatever is sent to any of its doors is refused in words, and no door breaks", async () => {
  const paths = [
    ...["/sign-in/email", "/sign-in/social", "/sign-out", "/request-password-reset", "/reset-password"],
    ...["/change-password", "/two-factor/enable", "/two-factor/verify-totp", "/two-factor/verify-backup-code"],
    ...["/two-factor/generate-backup-codes", "/two-factor/disable", "/passkey/verify-registration"],
    ...["/passkey/verify-authentication", "/passkey/update-passkey", "/passkey/delete-passkey"],
  ];
  const odd = [
    "",
    "{",
    "[]",
    "null",
    "3",
    '"x"',
    "{}",
    '{"email":3,"password":[],"token":{},"id":{}}',
    JSON.stringify({ email: "a\u0000@x.example", password: "\u0000", token: "\u0000", code: "\u0000", id: "\u0000" }),
    JSON.stringify({ email, password: "x".repeat(20_000), code: "x".repeat(20_000) }),
    JSON.stringify({
      email: "'; drop table users; --@x.example",
      id: "' or 1=1",
      token: "%00",
      code: "½½½½½½",
      newPassword: "😀".repeat(30),
      response: { id: "x", response: {} },
      provider: "__proto__",
      name: "x",
    }),
  ];
  for (const path of paths) {
    for (const body of odd) {
      const { status, body: said, headers } = await post(path, body, { ...from(), "content-type": "application/json" });
      assert.ok(status < 500, `${path} ${body.slice(0, 60)}: ${status} ${JSON.stringify(said)}`);
      if (status < 400) continue;
      assert.match(headers.get("content-type") ?? "", /^application\/problem\+json/);
      assert.match(String(said.detail), /[.?!]$/, `${path} ${body.slice(0, 60)}`);
    }
    const form = await post(path, "email=x", { ...from(), "content-type": "application/x-www-form-urlencoded" });
    assert.equal(form.status, 415);
  }
  assert.deepEqual(
    logged.filter((line) => line.includes('"msg":"bug"')),
    [],
  );
});

describe("a passkey", () => {
  test("is asked for by the house's own name, and one that nobody registered opens nothing", async () => {
    const options = await browser("GET", "/api/auth/passkey/generate-authenticate-options", undefined, from());
    assert.deepEqual([options.status, options.body.rpId], [200, "localhost"]);
    assert.ok(String(options.body.challenge).length > 20);
    const cookie = options.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; ");
    const credential = { id: "AAAA", rawId: "AAAA", type: "public-key", clientExtensionResults: {} };
    const response = {
      ...credential,
      response: { clientDataJSON: "e30", authenticatorData: "AAAA", signature: "AAAA" },
    };
    const { status, body } = await post("/passkey/verify-authentication", { response }, { ...from(), cookie });
    assert.ok(status >= 400 && status < 500, `${status} ${JSON.stringify(body)}`);
    assert.match(String(body.detail), /[.?!]$/);
  });

  test("is added only by somebody who has just signed in", async () => {
    const stranger = await browser("GET", "/api/auth/passkey/generate-register-options", undefined, from());
    assert.equal(stranger.status, 401);
    await db.auth.deleteFrom("auth.tries").execute();
    const { headers } = await signIn(url, email);
    const { status, body } = await browser("GET", "/api/auth/passkey/generate-register-options", undefined, {
      ...from(),
      ...headers,
    });
    assert.equal(status, 200);
    assert.partialDeepStrictEqual(body, { rp: { id: "localhost", name: "Truepenny" }, user: { name: email } });
    await db.auth
      .updateTable("auth.sessions")
      .set({ created_at: plusSeconds(thisInstant(), -48 * 3600) })
      .execute();
    const stale = await browser("GET", "/api/auth/passkey/generate-register-options", undefined, {
      ...from(),
      ...headers,
    });
    assert.deepEqual([stale.status, stale.body.code], [403, "session_not_fresh"]);
  });
});

test("a password is changed by who knows the old one, and the other sessions end if they say so", async () => {
  await db.auth.deleteFrom("auth.tries").execute();
  const [here, there] = [await signIn(url, email), await signIn(url, email)];
  const change = (given: object) =>
    post(
      "/change-password",
      { currentPassword: password, newPassword: "a new long password", ...given },
      { ...from(), ...here.headers },
    );
  const before = await passwordOf(db.auth, userId);
  assert.equal((await change({ currentPassword: "not this" })).body.code, "invalid_password");
  assert.equal((await change({ newPassword: "short" })).body.code, "password_too_short");
  assert.equal(await passwordOf(db.auth, userId), before);
  const changed = await change({ revokeOtherSessions: true });
  assert.equal(changed.status, 200, JSON.stringify(changed.body));
  assert.equal((await browser("GET", "/me", undefined, there.headers)).body.code, "session_ended");
  assert.equal((await enter({})).status, 401);
  assert.equal((await enter({ password: "a new long password" })).status, 200);
});
