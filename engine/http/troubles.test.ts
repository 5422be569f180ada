import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "kysely";
import * as z from "zod/mini";
import { post } from "#base/contract.ts";
import { openDatabase } from "#engine/db/database.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { startDoors } from "#test/harness/server.ts";
import { newWorkspace } from "#test/harness/workspace.ts";
import { serve } from "./call.ts";
import { problemOf } from "./problem.ts";

const { db, app } = await freshDatabase();
const { apiKey } = await newWorkspace(db);
let standingInTheWay = 0;
let tries = 0;

const contract = {
  lend: post("/loans", {
    summary: "Lend",
    scope: "settings:write",
    body: z.strictObject({ failing: z.optional(z.string()) }),
    gives: z.object({ ok: z.boolean() }),
  }),
};
const served = serve(contract, {
  lend: async ({ tx, body }) => {
    tries++;
    if (body.failing)
      await sql.raw(`do $$ begin raise exception 'planted' using errcode = '${body.failing}'; end $$`).execute(tx);
    if (standingInTheWay-- > 0)
      await sql`do $$ begin raise exception 'planted' using errcode = '40P01'; end $$`.execute(tx);
    return { ok: true };
  },
});
const ana = (await startDoors(db, served)).as(apiKey);

test("who stood in another's way tries again by itself, and says so when that does not help", async () => {
  standingInTheWay = 2;
  tries = 0;
  assert.equal((await ana("POST", "/loans", {})).status, 201);
  assert.equal(tries, 3);
  standingInTheWay = 5;
  const { status, body, headers } = await ana("POST", "/loans", {});
  assert.deepEqual([status, body.code, headers.get("retry-after")], [503, "in_the_way", "2"]);
});

test("each trouble of the database is told as what it means to the caller", async () => {
  standingInTheWay = 0;
  const cases: [string, number, string][] = [
    ["53100", 507, "disk_full"],
    ["57014", 503, "took_too_long"],
    ["25006", 503, "database_away"],
    ["23505", 409, "already_there"],
    ["23503", 422, "no_such_reference"],
    ["23514", 422, "impossible_value"],
    ["22021", 422, "unkeepable_value"],
    ["42703", 500, "bug"],
  ];
  for (const [failing, status, code] of cases) {
    const answer = await ana("POST", "/loans", { failing });
    assert.deepEqual([answer.status, answer.body.code], [status, code], failing);
    assert.doesNotMatch(JSON.stringify(answer.body), /planted/);
  }
});

test("while the database is away every call is told so, and the house itself still lives", async () => {
  const nowhere = { ...app, host: "127.0.0.1", port: 1 };
  const away = openDatabase({ app: nowhere, clock: nowhere });
  const { url, as } = await startDoors(away, served);
  const { status, body, headers } = await as(apiKey)("POST", "/loans", {});
  assert.deepEqual([status, body.code, headers.get("retry-after")], [503, "database_away", "2"]);
  assert.equal((await fetch(`${url}/readyz`)).status, 503);
  assert.equal((await fetch(`${url}/healthz`)).status, 200);
  await away.close();
});

test("a missing file of ours is a bug, not an absent database", () => {
  const missing = Object.assign(new Error("ENOENT: no such file"), { code: "ENOENT", path: "/somewhere" });
  assert.equal(problemOf(missing).code, "bug");
});
