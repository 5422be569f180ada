import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { inWorkspace } from "#engine/db/database.ts";
import { password } from "#test/harness/signed-in.ts";
import { openStaffHouse } from "#test/harness/staff-house.ts";
import { setupCodeOf } from "./setup-code.ts";

const wanted = {
  business_name: "Ortiz Heizung & Wasser",
  member_name: "Ana Ortiz",
  member_email: "ana@ortiz.example",
  password,
  time_zone: "Europe/Berlin",
  language: "de",
  country: "DE-BE",
  trade: "contractor",
};

describe("a house in which nobody lives yet", async () => {
  const { db, browser } = await openStaffHouse();
  const begin = (change: object = {}) => browser("POST", "/api/first-run", { ...wanted, ...change });

  test("says so, with the trades to choose from", async () => {
    const { body } = await browser("GET", "/api/first-run");
    assert.deepEqual([body.needed, body.needs_code], [true, false]);
    assert.deepEqual((body.trades as { name: string }[]).map(({ name }) => name).slice(0, 2), [
      "restaurant",
      "contractor",
    ]);
  });

  test("refuses what cannot be, and stays empty", async () => {
    const refused = async (change: object, code: string, field?: string) => {
      const { status, body } = await begin(change);
      assert.deepEqual([status, body.code, body.field], [422, code, field]);
    };
    await refused({ password: "short" }, "password_too_short", "password");
    await refused({ time_zone: "Mars/Olympus" }, "unknown_time_zone", "time_zone");
    await refused({ trade: "astronaut" }, "unknown_trade", "trade");
    await refused({ country: "XX" }, "unknown_holiday_region", "country");
    await refused({ business_name: "" }, "invalid_field", "business_name");
    assert.equal((await browser("GET", "/api/first-run")).body.needed, true);
  });

  test("is moved into by one of those who come at once, who is in at once, with hours, holidays and a trade", async () => {
    await db.auth.deleteFrom("auth.tries").execute();
    await db.auth.deleteFrom("auth.users").execute();
    const emails = ["ana@ortiz.example", "eve@evil.example", "mallory@evil.example"];
    const came = await Promise.all(emails.map((member_email) => begin({ member_email })));
    assert.deepEqual(
      came.map(({ status }) => status).toSorted(),
      [201, 409, 409],
      JSON.stringify(came.map(({ body }) => body)),
    );
    const first = came.find(({ status }) => status === 201);
    const cookie = first?.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const me = await browser("GET", "/me", undefined, { cookie });
    assert.partialDeepStrictEqual(me.body, {
      member: { name: "Ana Ortiz", role: "proprietor" },
      workspace: { name: wanted.business_name, trade: "contractor", language: "de", time_zone: "Europe/Berlin" },
      workspaces: [{ id: first?.body.workspace_id }],
    });
    const { items } = (await browser("GET", "/calendars", undefined, { cookie })).body as {
      items: { days: unknown[] }[];
    };
    assert.ok((items[0]?.days.length ?? 0) > 20, "three years of Berlin's holidays");
    const users = await db.auth.selectFrom("auth.users").select("email_verified as isVerified").execute();
    assert.deepEqual(users, [{ isVerified: true }], "who came too late left nothing behind");
    const keys = await inWorkspace(db, String(first?.body.workspace_id), (tx) =>
      tx.selectFrom("api_keys").select("id").where("workspace_id", "=", String(first?.body.workspace_id)).execute(),
    );
    assert.deepEqual(keys, [], "nobody asked for a key");
  });

  test("is set up once", async () => {
    assert.equal((await browser("GET", "/api/first-run")).body.needed, false);
    const { status, body } = await begin({ member_email: "late@evil.example" });
    assert.deepEqual([status, body.code], [409, "first_run_over"]);
  });
});

describe("a house that strangers can reach", async () => {
  const code = setupCodeOf("a secret for tests only");
  const { browser } = await openStaffHouse({ setupCode: code });
  const begin = (change: object = {}) => browser("POST", "/api/first-run", { ...wanted, ...change });

  test("asks for the code that it said when it was started", async () => {
    assert.match(code, /^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    assert.equal((await browser("GET", "/api/first-run")).body.needs_code, true);
    for (const setup_code of [undefined, "", "aaaa-bbbb-cccc"]) {
      const { status, body } = await begin({ setup_code });
      assert.deepEqual([status, body.code], [403, "setup_code_wrong"]);
    }
    const setup_code = code;
    const failed = await begin({ setup_code, country: "XX", password: "what was typed first" });
    assert.equal(failed.status, 422, "the password of a try that failed counts no more");
    assert.equal((await begin({ setup_code: ` ${code.toUpperCase().replaceAll("-", " ")}` })).status, 201);
  });

  test("lets nobody guess for long", async () => {
    const answers = [];
    for (let n = 0; n < 12; n++) answers.push((await begin({ setup_code: `guess-${n}` })).status);
    assert.equal(answers.at(-1), 429);
  });
});
