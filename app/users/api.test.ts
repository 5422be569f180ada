import assert from "node:assert/strict";
import { test } from "node:test";
import { lobby, served } from "#served.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { startDoors } from "#test/harness/server.ts";
import { giveWayIn, signIn } from "#test/harness/signed-in.ts";
import { newWorkspace } from "#test/harness/workspace.ts";

const { db } = await freshDatabase();
const logged: string[] = [];
const { url, as } = await startDoors(db, served, { lobby, logged });
const ana = await newWorkspace(db);
await giveWayIn(db, ana.workspaceId, { id: ana.memberId, name: "Ana Lima", email: "ana@plumbing.example" });

test("a member signs in and is who they are", async () => {
  const { status, body } = await as(null)("GET", "/me", undefined, headers);
  assert.equal(status, 200);
  const made = await as(null)("POST", "/customers", { name: "X", kind: "person" }, headers);
  assert.equal(made.status, 201);
});
