import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { addMember, leave } from "#app/members/actions.ts";
import { linkUser } from "#app/members/store-users.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { lobby, served } from "#served.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { startDoors, thisInstant } from "#test/harness/server.ts";
import { giveWayIn, signIn } from "#test/harness/signed-in.ts";
import { newWorkspace } from "#test/harness/workspace.ts";

const { db } = await freshDatabase();
const { url, as } = await startDoors(db, served, { lobby });
const house = await newWorkspace(db);
const { workspaceId } = house;
const now = thisInstant();
const ana = "ana@plumbing.example";
await giveWayIn(db, workspaceId, { id: house.memberId, name: "Ana Lima", email: ana });
const call = as(null);

async function added(name: string, role: "member" | "viewer" = "member") {
  const email = `${name.toLowerCase()}@plumbing.example`;
  const member = await inWorkspace(db, workspaceId, (tx) =>
    addMember(tx, workspaceId, "machine", { name, email, role }, now),
  );
  return { ...member, userId: await giveWayIn(db, workspaceId, member) };
}

describe("whoever is signed in", () => {
  test("is who they are, where they are", async () => {
    const { headers, csrfToken } = await signIn(url, ana);
    const { status, body } = await call("GET", "/me", undefined, headers);
    assert.equal(status, 200);
    const { member, workspace, workspaces, csrf_token, second_factor, passkeys } = body as Record<string, unknown>;
    assert.partialDeepStrictEqual(member, { name: "Ana Lima", role: "proprietor", email: ana });
    assert.partialDeepStrictEqual(workspace, { id: workspaceId, name: "Ana's Plumbing", time_zone: "Europe/Berlin" });
    assert.deepEqual(workspaces, [{ id: workspaceId, name: "Ana's Plumbing" }]);
    assert.deepEqual([csrf_token, second_factor, passkeys], [csrfToken, false, 0]);
  });

  test("does what their role may, and no more", async () => {
    await added("Vera", "viewer");
    const vera = (await signIn(url, "vera@plumbing.example")).headers;
    assert.equal((await call("GET", "/members", undefined, vera)).status, 200);
    const made = await call("POST", "/customers", { name: "X", kind: "person" }, vera);
    assert.deepEqual([made.status, made.body.code], [403, "scope_missing"]);
    const chosen = await call("POST", "/me/workspace", { workspace_id: workspaceId }, vera);
    assert.equal(chosen.status, 200, "a viewer, too, chooses where to look");
  });

  test("changes something only from a page of ours, which knows the token", async () => {
    const { headers, cookie } = await signIn(url, ana);
    const customer = { name: "Marta", kind: "person" };
    assert.equal((await call("POST", "/customers", customer, headers)).status, 201);
    const without = await call("POST", "/customers", customer, { cookie });
    assert.deepEqual([without.status, without.body.code], [403, "csrf_token_wrong"]);
    const other = (await signIn(url, ana)).csrfToken;
    const anothers = await call("POST", "/customers", customer, { cookie, "x-csrf-token": other });
    assert.equal(anothers.body.code, "csrf_token_wrong", "the token of another session is none");
    for (const foreign of [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { origin: "https://evil.example" },
      { origin: "null" },
    ]) {
      const { status, body } = await call("GET", "/me", undefined, { ...headers, ...foreign });
      assert.deepEqual([status, body.code], [403, "cross_site"], JSON.stringify(foreign));
    }
    for (const own of [{ "sec-fetch-site": "same-origin" }, { origin: url }, { origin: "http://localhost:3000" }]) {
      assert.equal((await call("POST", "/customers", customer, { ...headers, ...own })).status, 201);
    }
  });

  test("sees on which devices, and ends one of them, which is out at once", async () => {
    const [here, there] = [await signIn(url, ana), await signIn(url, ana)];
    const { items } = (await call("GET", "/me/sessions", undefined, here.headers)).body as {
      items: { id: string; is_this: boolean; seen_at: string }[];
    };
    const { session_id: thereId } = (await call("GET", "/me", undefined, there.headers)).body;
    assert.equal(items.filter(({ is_this }) => is_this).length, 1);
    assert.ok(items.some(({ id }) => id === thereId));
    assert.doesNotMatch(JSON.stringify(items), /token/);
    assert.equal((await call("DELETE", `/me/sessions/${thereId}`, {}, here.headers)).status, 200);
    const ended = await call("GET", "/me", undefined, there.headers);
    assert.deepEqual([ended.status, ended.body.code], [401, "session_ended"]);
    assert.equal((await call("DELETE", `/me/sessions/${thereId}`, {}, here.headers)).status, 404);
  });

  test("ends no session of somebody else", async () => {
    await added("Ben");
    const [own, bens] = [await signIn(url, ana), await signIn(url, "ben@plumbing.example")];
    const { session_id: id } = (await call("GET", "/me", undefined, own.headers)).body;
    assert.equal((await call("DELETE", `/me/sessions/${id}`, {}, bens.headers)).status, 404);
    assert.equal((await call("GET", "/me", undefined, own.headers)).status, 200);
  });

  test("works in several workspaces, in the one that they chose, and never in one that is not theirs", async () => {
    const ben = await added("Cleo");
    const second = await newWorkspace(db, { name: "Second" });
    const third = await newWorkspace(db, { name: "Third" });
    const there = await inWorkspace(db, second.workspaceId, (tx) =>
      addMember(
        tx,
        second.workspaceId,
        "machine",
        { name: "Cleo", email: "cleo@plumbing.example", role: "admin" },
        now,
      ),
    );
    await inWorkspace(db, second.workspaceId, (tx) => linkUser(tx, second.workspaceId, there.id, ben.userId));
    const { headers, cookie } = await signIn(url, "cleo@plumbing.example");
    const choose = (id: string) => call("POST", "/me/workspace", { workspace_id: id }, headers);
    assert.equal((await choose(third.workspaceId)).status, 404);
    const chosen = await choose(second.workspaceId);
    const [set = ""] = chosen.headers.getSetCookie();
    assert.match(set, new RegExp(`^tp_workspace=${second.workspaceId}; Path=/; HttpOnly; SameSite=Lax; Max-Age=`));
    const inThe = (id: string) => ({ ...headers, cookie: `${cookie}; tp_workspace=${id}` });
    const { body } = await call("GET", "/me", undefined, inThe(second.workspaceId));
    assert.deepEqual([(body.member as { role: string }).role, (body.workspaces as unknown[]).length], ["admin", 2]);
    const stranger = await call("GET", "/me", undefined, inThe(third.workspaceId));
    assert.deepEqual([stranger.status, stranger.body.code], [403, "no_workspace"]);
    assert.match(stranger.headers.getSetCookie()[0] ?? "", /^tp_workspace=; .*Max-Age=0/);
  });

  test("is out at once when they leave the business", async () => {
    const dora = await added("Dora");
    const { headers } = await signIn(url, "dora@plumbing.example");
    assert.equal((await call("GET", "/me", undefined, headers)).status, 200);
    await inWorkspace(db, workspaceId, (tx) => leave(tx, workspaceId, "machine", dora.id, now));
    const { status, body } = await call("GET", "/me", undefined, headers);
    assert.deepEqual([status, body.code], [403, "no_workspace"]);
  });
});

test("a key acts for a member in one workspace: it has no sessions and no token for pages", async () => {
  const { body } = await as(house.apiKey)("GET", "/me");
  assert.deepEqual([body.csrf_token, body.session_id, body.second_factor, body.passkeys], [null, null, null, null]);
  assert.equal((await as(house.apiKey)("GET", "/me/sessions")).body.code, "session_only");
});

test("a cookie that nobody signed, or that was changed, opens nothing and asks the database nothing", async () => {
  const { cookie } = await signIn(url, ana);
  const [name = "", value = ""] = cookie.split("=");
  const forged = [
    `${name}=abc`,
    `${name}=abc.def`,
    `${name}=%E0%A4%A`,
    `${name}=${value.slice(0, -6)}AAAAAA`,
    `${name}=x${value}`,
  ];
  for (const one of forged) {
    const { status, body } = await call("GET", "/me", undefined, { cookie: one });
    assert.deepEqual([status, body.code], [401, "session_ended"], one);
  }
});
