import assert from "node:assert/strict";
import { test } from "node:test";
import { keysApi } from "#app/members/api-keys.ts";
import { actorOfKey } from "#app/members/store-keys.ts";
import { policyPreviewApi } from "#app/promises/api-policy-preview.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { startDoors } from "#test/harness/server.ts";
import { newWorkspace } from "#test/harness/workspace.ts";
import { workspacesApi } from "./api.ts";
import { policyFor } from "./store-policies.ts";

const { db } = await freshDatabase();
const doors = await startDoors(db, [...workspacesApi, ...policyPreviewApi, ...keysApi], { authenticate: actorOfKey });
const ana = await newWorkspace(db);
const call = doors.as(ana.apiKey);

test("a mail server's password goes in and never comes out again", async () => {
  const smtp_url = "smtp://ana:my-password@mail.example.com:587";
  const edited = await call("PATCH", "/workspace", { smtp_url, mail_from: "ana@plumbing.example" });
  assert.equal(edited.body.smtp_host, "mail.example.com:587");
  const { body } = await call("GET", "/workspace");
  assert.equal(body.smtp_host, "mail.example.com:587");
  assert.doesNotMatch(JSON.stringify(body), /my-password/);
  const kept = await inWorkspace(db, ana.workspaceId, (tx) =>
    tx.selectFrom("workspaces").select("mail_url_sealed").executeTakeFirst(),
  );
  assert.ok(!kept?.mail_url_sealed?.includes("my-password"));
  assert.equal((await call("PATCH", "/workspace", { smtp_url: null })).body.smtp_host, null);
});

test("a business that moves to another zone keeps its opening times on the wall there", async () => {
  const before = await call("GET", "/workspace");
  const { status, body } = await call("PATCH", "/workspace", { time_zone: "Europe/London" });
  assert.deepEqual([status, body.time_zone], [200, "Europe/London"]);
  const calendar = await inWorkspace(db, ana.workspaceId, (tx) =>
    tx.selectFrom("calendars").select("time_zone").where("id", "=", String(before.body.calendar_id)).executeTakeFirst(),
  );
  assert.equal(calendar?.time_zone, "Europe/London");
});

test("what no workspace can be is refused", async () => {
  const refused = async (change: object, status: number, code: string) => {
    const { status: answered, body } = await call("PATCH", "/workspace", change);
    assert.deepEqual([answered, body.code], [status, code]);
  };
  await refused({ time_zone: "Europe/Atlantis" }, 422, "unknown_time_zone");
  await refused({ smtp_url: "https://mail.example.com" }, 422, "bad_smtp_url");
  await refused({ calendar_id: ana.memberId }, 404, "not_found");
  await refused({ currency: "euro" }, 422, "invalid_field");
  await refused({ colour: "red" }, 422, "invalid_field");
});

test("settings are overridden for the workspace and a kind, and taken back with null", async () => {
  await call("PATCH", "/policies", { settings: { verdict_within_days: 14, kinds: ["drain_check"] } });
  await call("PATCH", "/policies", { scope: "kind", name: "drain_check", settings: { verdict_within_days: 3 } });
  const { body } = await call("GET", "/policies?kind=drain_check");
  assert.deepEqual(pick(body, "verdict_within_days"), { defaults: 30, effective: 3 });
  assert.equal((body.overrides as unknown[]).length, 2);
  const policy = await inWorkspace(db, ana.workspaceId, (tx) => policyFor(tx, ana.workspaceId));
  assert.equal(policy.verdictWithinDays, 14);
  await call("PATCH", "/policies", { settings: { verdict_within_days: null } });
  assert.deepEqual(pick((await call("GET", "/policies")).body, "verdict_within_days"), { defaults: 30, effective: 30 });
});

test("an override of nothing that is there is refused", async () => {
  const refused = async (body: object, status: number, code: string) => {
    const answer = await call("PATCH", "/policies", body);
    assert.deepEqual([answer.status, answer.body.code], [status, code]);
  };
  const settings = { link_days: 10 };
  await refused({ scope: "kind", name: "serenade", settings }, 422, "unknown_kind");
  await refused({ scope: "tier", settings }, 422, "name_needed");
  await refused({ scope: "workspace", name: "us", settings }, 422, "name_not_needed");
  await refused({ scope: "customer", name: ana.memberId, settings }, 404, "not_found");
  await refused({ scope: "tier", name: "gold", settings: { kinds: ["song"] } }, 422, "kinds_are_the_workspaces");
  await refused({ settings: { unheard_of: 1 } }, 422, "invalid_field");
});

test("an own kind is called otherwise from now on and takes its settings along", async () => {
  await call("PATCH", "/policies", { settings: { kinds: ["inspection", "loan_car"] } });
  await call("PATCH", "/policies", { scope: "kind", name: "inspection", settings: { verdict_within_days: 5 } });
  const rename = (from: string, to: string) => call("POST", "/policies/kind_renames", { from, to });
  assert.equal((await rename("inspection", "yearly_inspection")).status, 201);
  const { body } = await call("GET", "/policies?kind=yearly_inspection");
  assert.deepEqual(pick(body, "verdict_within_days"), { defaults: 30, effective: 5 });
  assert.deepEqual(pick(body, "kinds").effective, ["yearly_inspection", "loan_car"]);
  const refused = [await rename("inspection", "other_car"), await rename("loan_car", "yearly_inspection")];
  assert.deepEqual(
    refused.map(({ status, body: { code } }) => [status, code]),
    [
      [404, "not_found"],
      [422, "kind_taken"],
    ],
  );
  assert.equal((await rename("loan_car", "visit")).status, 422);
});

test("two who change the same policy at once do not overwrite each other", async () => {
  const gold = (settings: object, version: string) =>
    call("PATCH", "/policies", { scope: "tier", name: "gold", settings }, { "if-match": version });
  const first = await gold({ link_days: 10 }, '"0"');
  const second = await gold({ link_days: 20 }, '"0"');
  assert.deepEqual([first.status, second.status, second.body.code], [200, 412, "edited_meanwhile"]);
});

test("a key that may only read changes nothing", async () => {
  const { body } = await call("POST", "/api_keys", { name: "screen", scopes: ["settings:read"] });
  const reader = doors.as(String(body.api_key));
  assert.equal((await reader("GET", "/policies")).status, 200);
  assert.equal((await reader("PATCH", "/policies", { settings: { link_days: 1 } })).status, 403);
  assert.equal((await reader("PATCH", "/workspace", { name: "Mine now" })).status, 403);
});

test("each trade shows how it speaks", async () => {
  const { body } = await call("GET", "/trades");
  const items = body.items as { name: string; wording: { en: { customer: string } } }[];
  assert.equal(items.find(({ name }) => name === "restaurant")?.wording.en.customer, "guest");
});

function pick(body: Record<string, unknown>, setting: string) {
  const of = (part: string) => (body[part] as Record<string, unknown>)[setting];
  return { defaults: of("defaults"), effective: of("effective") };
}
