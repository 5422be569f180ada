import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { codeAt } from "#test/harness/one-time-codes.ts";
import { giveWayIn, password, signIn } from "#test/harness/signed-in.ts";
import { openStaffHouse } from "#test/harness/staff-house.ts";
import { newWorkspace } from "#test/harness/workspace.ts";

const { db, url, browser } = await openStaffHouse();
const { workspaceId, memberId } = await newWorkspace(db);
const email = "ana@plumbing.example";
const userId = await giveWayIn(db, workspaceId, { id: memberId, name: "Ana Lima", email });

const post = (path: string, body: object, cookie = "") => browser("POST", `/api/auth${path}`, body, { cookie });
const cookiesOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .filter((pair) => !pair?.endsWith("="))
    .join("; ");
const isHere = async (cookie: string) => (await browser("GET", "/me", undefined, { cookie })).status === 200;

/** The password is right, and a code is asked for. */
async function halfWay(): Promise<string> {
  await db.auth.deleteFrom("auth.tries").execute();
  const { status, body, headers } = await post("/sign-in/email", { email, password });
  assert.deepEqual([status, body.twoFactorRedirect], [200, true]);
  return cookiesOf(headers);
}

describe("a second factor", async () => {
  const first = await signIn(url, email);
  const enabled = await post("/two-factor/enable", { password }, first.cookie);
  const { totpURI, backupCodes } = enabled.body as { totpURI: string; backupCodes: string[] };

  test("is set up with the password, and counts from the first right code on", async () => {
    assert.equal(
      (await post("/two-factor/enable", { password: "not this" }, first.cookie)).body.code,
      "invalid_password",
    );
    assert.match(totpURI, /^otpauth:\/\/totp\/Truepenny/);
    assert.equal(backupCodes.length, 10);
    const confirmed = await post("/two-factor/verify-totp", { code: codeAt(totpURI, Date.now()) }, first.cookie);
    assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body));
    const { body } = await browser("GET", "/me", undefined, { cookie: cookiesOf(confirmed.headers) || first.cookie });
    assert.equal(body.second_factor, true);
  });

  test("is kept so that whoever reads the table cannot make its codes", async () => {
    const rows = await db.auth.selectFrom("auth.two_factors").selectAll().where("user_id", "=", userId).execute();
    const key = new URL(totpURI).searchParams.get("secret") ?? "";
    assert.equal(rows.length, 1);
    for (const secret of [key, ...backupCodes]) assert.ok(!JSON.stringify(rows).includes(secret));
  });

  test("stands between the password and the house", async () => {
    const cookie = await halfWay();
    assert.ok(!(await isHere(cookie)));
    const { status, headers, body } = await post(
      "/two-factor/verify-totp",
      { code: codeAt(totpURI, Date.now()) },
      cookie,
    );
    assert.equal(status, 200, JSON.stringify(body));
    assert.doesNotMatch(JSON.stringify(body), /token/);
    assert.ok(await isHere(cookiesOf(headers)));
  });

  test("opens by each backup code once", async () => {
    const [code = ""] = backupCodes;
    const { status, headers } = await post("/two-factor/verify-backup-code", { code }, await halfWay());
    assert.equal(status, 200);
    assert.ok(await isHere(cookiesOf(headers)));
    const again = await post("/two-factor/verify-backup-code", { code }, await halfWay());
    assert.deepEqual([again.status, again.body.code], [401, "invalid_backup_code"]);
  });

  test("that is wrong ten times is locked for a while, in words, also for the right code and for new sign-ins", async () => {
    await db.auth.updateTable("auth.two_factors").set({ failed_verification_count: 0 }).execute();
    const wrong = codeAt(totpURI, Date.now()) === "000000" ? "111111" : "000000";
    const said: string[] = [];
    for (let n = 0; n < 10; n++) {
      const { status, body } = await post("/two-factor/verify-totp", { code: wrong }, await halfWay());
      assert.ok(status === 401 || status === 429, `${status} ${body.code}`);
      said.push(String(body.detail));
    }
    assert.match(said[0] ?? "", /^This code is not right/);
    const locked = await post("/two-factor/verify-totp", { code: codeAt(totpURI, Date.now()) }, await halfWay());
    assert.deepEqual([locked.status, locked.body.code], [429, "account_temporarily_locked"]);
    assert.equal(locked.body.detail, "There were ten wrong codes. Wait 15 minutes, then sign in again.");
    assert.ok(Number(locked.headers.get("retry-after")) > 0);
  });

  test("is tried a few times only in one sign-in", async () => {
    await db.auth.updateTable("auth.two_factors").set({ failed_verification_count: 0, locked_until: null }).execute();
    const cookie = await halfWay();
    const answers = [];
    for (let n = 0; n < 8; n++) {
      await db.auth.updateTable("auth.two_factors").set({ failed_verification_count: 0 }).execute();
      answers.push((await post("/two-factor/verify-totp", { code: "000000" }, cookie)).body.code);
    }
    assert.ok(
      answers.some((code) => code !== "invalid_code"),
      String(answers),
    );
  });

  test("is taken away with the password", async () => {
    await db.auth.updateTable("auth.two_factors").set({ failed_verification_count: 0, locked_until: null }).execute();
    const { headers } = await post("/two-factor/verify-totp", { code: codeAt(totpURI, Date.now()) }, await halfWay());
    const cookie = cookiesOf(headers);
    assert.equal((await post("/two-factor/disable", { password: "not this" }, cookie)).status, 422);
    assert.equal((await post("/two-factor/disable", { password }, cookie)).status, 200);
    assert.ok(await signIn(url, email));
  });
});
