import assert from "node:assert/strict";
import { test } from "node:test";
import { instant } from "#base/instant.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { startDoors } from "#test/harness/server.ts";
import { newWorkspace } from "#test/harness/workspace.ts";
import { membersApi } from "./api.ts";
import { actorOfKey } from "./store-keys.ts";

const { db } = await freshDatabase();
const now = () => instant("2026-11-23T09:00:00Z");
const doors = await startDoors(db, membersApi, { authenticate: actorOfKey, now });
const ana = await newWorkspace(db);
const call = doors.as(ana.apiKey);

const added = async (name: string, role = "member") =>
  String((await call("POST", "/members", { name, email: `${name}@plumbing.example`, role })).body.id);
const keyOf = async (member_id: string) =>
  doors.as(String((await call("POST", "/api_keys", { name: "key", member_id })).body.api_key));

test("a member is added, found and changed, and their password is no part of any answer", async () => {
  const wanted = { name: "Ben", email: "ben@plumbing.example", role: "member", password: "correct horse battery" };
  const made = await call("POST", "/members", wanted);
  assert.equal(made.status, 201);
  assert.ok(!("password" in made.body) && !JSON.stringify(made.body).includes("argon2"));
  const night = { quiet_from: "20:30", quiet_until: "07:00", time_zone: "europe/lisbon" };
  const { body } = await call("PATCH", `/members/${made.body.id}`, night);
  assert.deepEqual([body.quiet_from, body.quiet_until, body.time_zone], ["20:30", "07:00", "Europe/Lisbon"]);
  assert.deepEqual((await call("GET", `/members/${made.body.id}`)).body, body);
  const list = await call("GET", "/members");
  assert.equal((list.body.items as unknown[]).length, 2);
});

test("what no member can be is refused with the field that is wrong", async () => {
  const refused = async (change: object, status: number, code: string, field?: string) => {
    const wanted = { name: "Cleo", email: "cleo@plumbing.example", role: "member", ...change };
    const { status: answered, body } = await call("POST", "/members", wanted);
    assert.deepEqual([answered, body.code, body.field], [status, code, field]);
  };
  await refused({ email: "ANA@plumbing.example" }, 409, "email_taken", "email");
  await refused({ email: "cleo" }, 422, "invalid_field", "email");
  await refused({ role: "boss" }, 422, "invalid_field", "role");
  await refused({ time_zone: "Mars/Olympus" }, 422, "unknown_time_zone", "time_zone");
  await refused({ password: "short" }, 422, "password_too_short", "password");
  await refused({ calendar_id: ana.memberId }, 404, "not_found");
});

test("a key is shown once, when it is made, also under an idempotency key", async () => {
  const twice = { "idempotency-key": "make-my-key" };
  const first = await call("POST", "/api_keys", { name: "screen" }, twice);
  const again = await call("POST", "/api_keys", { name: "screen" }, twice);
  assert.match(String(first.body.api_key), /^tp_/);
  assert.equal(again.body.id, first.body.id);
  assert.doesNotMatch(JSON.stringify(again.body), /tp_[0-9a-f]/);
  assert.doesNotMatch(JSON.stringify((await call("GET", "/api_keys")).body), /tp_[0-9a-f]/);
});

test("a revoked key opens nothing from that moment on", async () => {
  const { body } = await call("POST", "/api_keys", { name: "lost phone" });
  const phone = doors.as(String(body.api_key));
  assert.equal((await phone("GET", "/members")).status, 200);
  assert.ok((await call("DELETE", `/api_keys/${body.id}`)).body.revoked_at);
  assert.equal((await phone("GET", "/members")).status, 401);
});

test("a member sets their own quiet hours and absences, and manages nobody", async () => {
  const [dora, emil] = [await added("dora"), await added("emil")];
  const asDora = await keyOf(dora);
  assert.equal((await asDora("PATCH", `/members/${dora}`, { quiet_from: "19:00", quiet_until: "09:00" })).status, 200);
  const week = { from_at: "2026-12-01T00:00:00Z", until_at: "2026-12-08T00:00:00Z" };
  const away = await asDora("POST", `/members/${dora}/absences`, { ...week, cover_id: emil });
  assert.deepEqual([away.status, away.body.cover_id], [201, emil]);
  assert.deepEqual((await asDora("GET", `/members/${dora}/absences`)).body.items, [away.body]);
  assert.equal((await asDora("DELETE", `/absences/${away.body.id}`)).status, 200);
  const refused = [
    await asDora("PATCH", `/members/${emil}`, { quiet_from: "00:00" }),
    await asDora("PATCH", `/members/${dora}`, { role: "admin" }),
    await asDora("POST", `/members/${emil}/absences`, week),
    await asDora("POST", `/members/${emil}/departures`),
    await asDora("POST", "/api_keys", { name: "more" }),
    await asDora("POST", "/teams", { name: "Dora's" }),
  ];
  assert.deepEqual(
    refused.map(({ status }) => status),
    refused.map(() => 403),
  );
});

test("an admin cannot make themselves a proprietor, nor take a proprietor's place by a key", async () => {
  const adi = await added("adi", "admin");
  const asAdi = await keyOf(adi);
  const refused = [
    await asAdi("PATCH", `/members/${adi}`, { role: "proprietor" }),
    await asAdi("POST", "/members", { name: "Puppet", email: "puppet@x.example", role: "proprietor" }),
    await asAdi("POST", "/api_keys", { name: "as Ana", member_id: ana.memberId }),
    await asAdi("POST", `/members/${ana.memberId}/departures`),
  ];
  assert.deepEqual(
    refused.map(({ body }) => body.code),
    refused.map(() => "proprietors_only"),
  );
});

test("a team is made, changed as a whole list, and read again", async () => {
  const [fred, gina] = [await added("fred"), await added("gina")];
  const made = await call("POST", "/teams", { name: "Vans", member_ids: [fred, gina], duty_ids: [gina, fred] });
  assert.deepEqual([made.status, made.body.duty_ids], [201, [gina, fred]]);
  const { body } = await call("PATCH", `/teams/${made.body.id}`, { duty_ids: [fred], manager_ids: [gina] });
  assert.deepEqual([body.duty_ids, body.manager_ids, body.version], [[fred], [gina], 2]);
  assert.deepEqual((await call("GET", `/teams/${made.body.id}`)).body, body);
  assert.equal((await call("POST", "/teams", { name: "vans" })).body.code, "name_taken");
});

test("nobody and nothing of another business is there", async () => {
  const stranger = doors.as((await newWorkspace(db)).apiKey);
  assert.equal((await stranger("GET", `/members/${ana.memberId}`)).status, 404);
  assert.equal((await stranger("GET", `/members/${ana.memberId}/absences`)).status, 404);
  assert.equal((await stranger("PATCH", `/members/${ana.memberId}`, { name: "Mine" })).status, 404);
  assert.equal((await stranger("POST", `/members/${ana.memberId}/departures`)).status, 404);
  assert.equal(
    (await stranger("POST", "/teams", { name: "Ours", member_ids: [ana.memberId] })).body.code,
    "no_such_member",
  );
  assert.equal(((await stranger("GET", "/members")).body.items as unknown[]).length, 1);
});
