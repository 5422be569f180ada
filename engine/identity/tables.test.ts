import assert from "node:assert/strict";
import { test } from "node:test";
import { getAuthTables } from "better-auth/db";
import { householdOf } from "#app/users/actions-household.ts";
import { roleConnections } from "#engine/db/roles.ts";
import { pg } from "#engine/db/types.ts";
import { openLog } from "#engine/log.ts";
import { freshDatabase, testSecret } from "#test/harness/database.ts";
import { thisInstant } from "#test/harness/server.ts";
import { openAuth } from "./auth.ts";

const { db, owner, app, clock } = await freshDatabase();
const house = { publicUrl: "http://localhost:3000", secret: testSecret };
const household = householdOf(db, house, thisInstant);
const oidc = { issuer: "http://127.0.0.1:1", clientId: "x", clientSecret: "y" };

test("every column that better-auth knows is in our migration, of the right kind, and what it may leave out may be null", async () => {
  const { options } = openAuth({ db, house, household, oidc, log: openLog("silent") });
  const { rows } = await asked<{ name: string; type: string; optional: boolean }>(
    `select table_name || '.' || column_name as name, data_type as type, is_nullable = 'YES' or column_default is not null as optional
     from information_schema.columns where table_schema = 'auth'`,
  );
  const ours = new Map(rows.map((row) => [row.name, row]));
  const kinds = {
    string: ["text"],
    boolean: ["boolean"],
    number: ["integer", "bigint"],
    date: ["timestamp with time zone"],
  };
  let known = 0;
  for (const { modelName, fields } of Object.values(getAuthTables(options))) {
    for (const [field, { fieldName, type, required }] of Object.entries(fields)) {
      const column = ours.get(`${modelName}.${fieldName ?? field}`);
      assert.ok(column, `${modelName}.${fieldName ?? field} is missing`);
      assert.ok(kinds[type as keyof typeof kinds].includes(column.type), `${column.name} is ${column.type}`);
      if (required === false) assert.ok(column.optional, `${column.name} must not be demanded`);
      known++;
    }
  }
  assert.ok(known > 40);
});

test("the roles of the business cannot look in, and identity's sees of the business only who works where", async () => {
  for (const role of [app, clock]) {
    for (const table of ["users", "accounts", "sessions", "verifications", "two_factors", "passkeys"]) {
      await assert.rejects(asked(`select 1 from auth.${table}`, role), { code: "42501" });
    }
  }
  const own = roleConnections(owner, testSecret).auth;
  await asked("select user_id, email, left_at from public.members", own);
  for (const text of [
    "select role from public.members",
    "select 1 from public.customers",
    "select 1 from public.journal",
    "select mail_url_sealed from public.workspaces",
  ]) {
    await assert.rejects(asked(text, own), { code: "42501" }, text);
  }
  await assert.rejects(asked("update public.members set user_id = null", own), { code: "42501" });
});

async function asked<Row extends pg.QueryResultRow>(text: string, as: pg.ClientConfig = owner) {
  const client = new pg.Client(as);
  await client.connect();
  try {
    return await client.query<Row>(text);
  } finally {
    await client.end();
  }
}
