import assert from "node:assert/strict";
import { test } from "node:test";
import { newId } from "#base/id.ts";
import { newSecret, writeToken } from "#base/token.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { startDoors } from "#test/harness/server.ts";

const { db } = await freshDatabase();
const logged: string[] = [];
const { as } = await startDoors(db, [], { logged });

test("who is not let in is in the log with the address they came from, and without the key they tried", async () => {
  const key = writeToken({ workspaceId: newId(), id: newId(), secret: newSecret() });
  const { status, headers } = await as(key)("GET", "/events");
  assert.equal(status, 401);
  const line = logged.find((one) => one.includes('"msg":"refused"')) ?? "";
  const { time, level, ...said } = JSON.parse(line);
  const route = "/api/v1/events";
  const id = headers.get("x-request-id");
  assert.deepEqual(said, { request_id: id, status: 401, method: "GET", route, address: "127.0.0.1", msg: "refused" });
});
