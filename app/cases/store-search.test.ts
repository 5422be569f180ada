import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { newId } from "#base/id.ts";
import { instant } from "#base/instant.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { newPeople } from "#test/harness/people.ts";
import { asUser, plansOf } from "#test/harness/plans.ts";
import { searchCases } from "./store-list.ts";

const { db, owner, app } = await freshDatabase();
const now = instant("2026-11-24T15:00:00Z");
const [ours, theirs] = [await newPeople(db, 1, now), await newPeople(db, 1, now)];

describe("the search for cases", () => {
  before(async () => {
    await asUser(owner, async (client) => {
      for (const { workspaceId, customerIds } of [ours, theirs]) {
        await client.query(manyCases, [workspaceId, customerIds[0], now.toString(), newId()]);
      }
      await client.query("vacuum analyze cases");
    });
  });

  test("never shows another workspace, whatever is asked", async () => {
    for (const wanted of ["thermostat", "boiler", "Customer 1"]) {
      const found = await search(ours.workspaceId, wanted);
      assert.ok(found.length > 0, wanted);
      assert.equal(await countOf(found, ours.workspaceId), found.length, wanted);
    }
  });

  test("answers nothing where no workspace is set, or none that exists", async () => {
    await asUser(app, async (client) => {
      const find = "select * from find_cases('thermostat', 10)";
      assert.equal((await client.query(find)).rowCount, 0);
      await client.query("set app.workspace_id = ''");
      assert.equal((await client.query(find)).rowCount, 0);
      await client.query("set app.workspace_id = '019aa3f0-0000-7000-8000-000000000000'");
      assert.equal((await client.query(find)).rowCount, 0);
    });
  });

  test("is not led astray by tables of the same name in a session of its own", async () => {
    await asUser(app, async (client) => {
      await client.query(`set app.workspace_id = '${ours.workspaceId}'`);
      await client.query("create temporary table cases as select * from public.cases limit 0");
      await client.query("set search_path = pg_temp, public");
      assert.equal((await client.query("select * from find_cases('thermostat', 10)")).rowCount, 1);
    });
  });

  test("is open to the application alone", async () => {
    await asUser(owner, async (client) => {
      const { rows } = await client.query(
        "select proacl::text as acl, prosecdef, proconfig::text from pg_proc where proname = 'find_cases'",
      );
      assert.deepEqual(rows[0].acl.match(/[^{,]*=X/g), [`${owner.user}=X`, "truepenny_app=X"]);
      assert.equal(rows[0].prosecdef, true);
      assert.match(rows[0].proconfig, /search_path=pg_catalog, public, pg_temp/);
    });
  });

  test("takes any text at all", async () => {
    const all = [
      "%",
      "''; drop table cases --",
      "\\",
      "a:*",
      "& | !",
      " ",
      "",
      "🦊",
      "x".repeat(10_000),
      "é ".repeat(5_000),
    ];
    for (const wanted of all) assert.ok((await search(ours.workspaceId, wanted)).length <= 50, wanted.slice(0, 20));
  });

  test("uses its indexes among ten thousand cases", async () => {
    const plans = await plansOf(owner, ours.workspaceId, "select * from find_cases('thermostat', 50)");
    for (const index of ["cases_search", "cases_words"]) {
      assert.match(plans, new RegExp(`Index Scan on ${index}`));
    }
    assert.doesNotMatch(plans, /Seq Scan on cases/);
  });
});

// Words in turn, so that trigrams are as common as they are in life; one case alone speaks of a thermostat.
const manyCases = `
  insert into cases (workspace_id, id, kind, subject, words, customer_id, channel, raised_at, recorded_at, state)
  select $1, case when n = 1 then $4::uuid else gen_random_uuid() end, 'request',
    (array['The boiler','A tap','The bath','The roof','Our pump'])[1 + n % 5] || ' ' ||
      (array['drips','is cold','is loud','leaks'])[1 + n % 4] || ' ' || n,
    case when n = 1 then 'Since the thermostat was changed' else 'Nothing works since ' || n end,
    $2, 'phone', $3, $3, 'open'
  from generate_series(1, 5000) n`;

function search(workspaceId: string, wanted: string): Promise<string[]> {
  return inWorkspace(db, workspaceId, (tx) => searchCases(tx, wanted, 50));
}

async function countOf(ids: string[], workspaceId: string): Promise<number> {
  return asUser(owner, async (client) => {
    const { rows } = await client.query(
      "select count(*)::int as n from cases where workspace_id = $1 and id = any($2::uuid[])",
      [workspaceId, ids],
    );
    return rows[0].n;
  });
}
