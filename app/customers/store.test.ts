import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { instant } from "#base/instant.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { asUser, plansOf } from "#test/harness/plans.ts";
import { newWorkspace } from "#test/harness/workspace.ts";
import { createCustomer } from "./actions.ts";
import { findCustomers, searchCustomers } from "./store.ts";

const { db, owner, app } = await freshDatabase();
const [ours, theirs] = [await newWorkspace(db), await newWorkspace(db)];
const now = instant("2026-11-24T15:00:00Z");

describe("the search for customers", () => {
  before(async () => {
    for (const { workspaceId, member } of [ours, theirs]) {
      await inWorkspace(db, workspaceId, async (tx) => {
        const addresses = [{ channel: "email" as const, address: "info@lindqvist.example" }];
        const wanted = {
          name: "Lindqvist Bygg",
          kind: "organisation" as const,
          contacts: [{ name: "Lena Öst", addresses }],
        };
        await createCustomer(tx, workspaceId, member, wanted, now);
      });
    }
    await asUser(owner, async (client) => {
      for (const { workspaceId } of [ours, theirs]) await client.query(manyCustomers, [workspaceId, now.toString()]);
      await client.query("vacuum analyze customers, contacts, contact_addresses");
    });
  });

  test("finds in spite of a typo, an accent, and how an umlaut is written", async () => {
    for (const wanted of ["Lindqist", "lindkvist bygg", "LINDQVIST", "Lena Ost", "lena oest", "info@lindqvist.ex"]) {
      const names = await namesOf(ours.workspaceId, await search(ours.workspaceId, wanted));
      assert.equal(names[0], "Lindqvist Bygg", wanted);
    }
  });

  test("never shows another workspace, whatever is asked", async () => {
    for (const wanted of ["Lindqvist", "Firm", "a"]) {
      const names = await namesOf(ours.workspaceId, await search(ours.workspaceId, wanted));
      assert.ok(names.length > 0 && !names.includes(undefined), wanted);
    }
  });

  test("answers nothing where no workspace is set, or none that exists", async () => {
    await asUser(app, async (client) => {
      const find = "select * from find_customers('Lindqvist', 10)";
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
      await client.query("create temporary table customers as select * from public.customers limit 0");
      await client.query("set search_path = pg_temp, public");
      assert.equal((await client.query("select * from find_customers('Lindqvist', 10)")).rowCount, 1);
    });
  });

  test("is open to the application alone", async () => {
    await asUser(owner, async (client) => {
      const { rows } = await client.query("select proacl::text as acl from pg_proc where proname = 'find_customers'");
      assert.deepEqual(rows[0].acl.match(/[^{,]*=X/g), [`${owner.user}=X`, "truepenny_app=X"]);
      const { rows: kinds } = await client.query(
        "select prosecdef, provolatile, proconfig::text from pg_proc where proname = 'find_customers'",
      );
      assert.equal(kinds[0].prosecdef, true);
      assert.match(kinds[0].proconfig, /search_path=pg_catalog, public, pg_temp/);
    });
  });

  test("takes any text at all", async () => {
    const all = [
      "%",
      "_",
      "'",
      "''; drop table customers --",
      "\\",
      "%%%%",
      "(",
      "*",
      " ",
      "",
      "🦊",
      "a\u0301",
      "\u202e",
    ];
    for (const wanted of [
      ...all,
      "x".repeat(10_000),
      "Lindqvist ".repeat(1_000),
      "%".repeat(10_000),
      "é".repeat(10_000),
    ]) {
      const found = await search(ours.workspaceId, wanted);
      assert.ok(found.length <= 50, wanted.slice(0, 20));
    }
    assert.deepEqual(await search(ours.workspaceId, "%"), []);
    assert.equal((await search(ours.workspaceId, "Firm", 7)).length, 7);
  });

  test("uses its indexes among twenty thousand customers", async () => {
    const plans = await plansOf(owner, ours.workspaceId, "select * from find_customers('Lindqist', 50)");
    for (const index of ["customers_search", "contacts_search", "contact_addresses_search"]) {
      assert.match(plans, new RegExp(`Bitmap Index Scan on ${index}`));
    }
    assert.doesNotMatch(plans, /Seq Scan/);
  });
});

// Names of real words in turn, so that trigrams are as common as they are in life.
const manyCustomers = `with made as (
    insert into customers (workspace_id, id, kind, name, created_at)
    select $1, gen_random_uuid(), 'organisation',
      (array['Firm','Berg','Holm','Sun','North','River','Stone','Oak'])[1 + n % 8] || ' ' ||
      (array['Works','Trade','Build','Foods','Paint','Cars','Books'])[1 + n % 7] || ' ' || n, $2
    from generate_series(1, 10000) n returning id, name
  ), people as (
    insert into contacts (workspace_id, id, customer_id, name, created_at)
    select $1, id, id, 'Chief of ' || name, $2 from made returning id
  )
  insert into contact_addresses select $1, 'email', id || '@example.com', id from people`;

function search(workspaceId: string, wanted: string, most = 50): Promise<string[]> {
  return inWorkspace(db, workspaceId, (tx) => searchCustomers(tx, wanted, most));
}

/** The names of these customers as this workspace sees them; undefined for one that it does not see. */
function namesOf(workspaceId: string, ids: string[]): Promise<(string | undefined)[]> {
  return inWorkspace(db, workspaceId, async (tx) => {
    const seen = new Map((await findCustomers(tx, workspaceId, ids)).map(({ id, name }) => [id, name]));
    return ids.map((id) => seen.get(id));
  });
}
