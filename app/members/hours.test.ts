import assert from "node:assert/strict";
import { test } from "node:test";
import { calendarsApi } from "#app/calendars/api.ts";
import { instant } from "#base/instant.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { startDoors } from "#test/harness/server.ts";
import { newWorkspace } from "#test/harness/workspace.ts";
import { membersApi } from "./api.ts";
import { actorOfKey } from "./store-keys.ts";

const { db } = await freshDatabase();
const now = () => instant("2026-11-23T09:00:00Z");
const doors = await startDoors(db, [...membersApi, ...calendarsApi], { authenticate: actorOfKey, now });
const { apiKey } = await newWorkspace(db);
const call = doors.as(apiKey);

const evenings = [{ weekday: 1, from: "18:00", to: "23:00" }];

async function newMember(name: string) {
  const { body } = await call("POST", "/members", { name, email: `${name}@plumbing.example`, role: "member" });
  const key = await call("POST", "/api_keys", { name: "key", member_id: body.id });
  return { id: String(body.id), as: doors.as(String(key.body.api_key)) };
}

const calendarCount = async () => ((await call("GET", "/calendars")).body.items as unknown[]).length;

test("a member keeps to the hours of the business until they have their own, which stand in no list", async () => {
  const { id, as } = await newMember("ben");
  const before = (await as("GET", `/members/${id}/hours`)).body;
  assert.deepEqual([before.whose, before.reach_hours], ["workspace", "Mon–Fri 9:00–17:00"]);
  const shared = await calendarCount();
  const own = (await as("PATCH", `/members/${id}/hours`, { week: evenings })).body;
  assert.deepEqual([own.whose, own.reach_hours, own.name], ["own", "Mon 18:00–23:00", "ben"]);
  assert.deepEqual((await as("GET", `/members/${id}/hours`)).body, own);
  assert.equal(await calendarCount(), shared);
});

test("two who change the same hours do not overwrite each other", async () => {
  const { id, as } = await newMember("dora");
  const { headers } = await as("PATCH", `/members/${id}/hours`, { week: evenings });
  const seen = { "if-match": headers.get("etag") ?? "" };
  assert.equal((await as("PATCH", `/members/${id}/hours`, { week: [] }, seen)).status, 200);
  assert.equal((await as("PATCH", `/members/${id}/hours`, { week: evenings }, seen)).body.code, "edited_meanwhile");
});

test("somebody's own hours are chosen for nobody else, and go once they keep to others again", async () => {
  const [{ id, as }, other] = [await newMember("emil"), await newMember("fred")];
  const own = (await as("PATCH", `/members/${id}/hours`, { week: evenings })).body;
  const choice = { calendar_id: own.calendar_id };
  assert.equal((await other.as("PATCH", `/members/${other.id}`, choice)).status, 404);
  assert.equal((await call("POST", "/teams", { name: "Nights", ...choice })).status, 404);
  assert.equal((await as("PATCH", `/members/${id}`, { name: "Emil", ...choice })).status, 200);
  assert.equal((await other.as("PATCH", `/members/${id}/hours`, { week: [] })).status, 403);
  assert.equal((await as("PATCH", `/members/${id}`, { calendar_id: null })).status, 200);
  assert.equal((await as("GET", `/members/${id}/hours`)).body.whose, "workspace");
  assert.equal((await call("GET", `/calendars/${own.calendar_id}`)).status, 404);
});
