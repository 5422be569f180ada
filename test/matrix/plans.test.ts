import assert from "node:assert/strict";
import { before, test } from "node:test";
import { promiseDuties } from "#app/promises/clock.ts";
import { acts } from "#app/promises/page-acts.ts";
import { newId } from "#base/id.ts";
import { plusSeconds } from "#base/instant.ts";
import { alarms } from "#engine/clock/alarms.ts";
import { runDue } from "#engine/clock/clock.ts";
import { glance } from "#engine/clock/glance.ts";
import { everyDeed } from "#test/harness/contract-deeds.ts";
import { monday, openContractHouse } from "#test/harness/contract-house.ts";
import { listenToStatements, type Statement } from "#test/harness/contract-statements.ts";
import { multiply } from "#test/harness/multiplied.ts";

const statements = listenToStatements();
const house = await openContractHouse();
const { admin, url, furnish } = house;
const shop = await furnish("Kestrel");
const { deeds } = await everyDeed(house, shop);

/** The tables that grow with the work. */
const large = new Set<string>();

/** What reads a whole table on a request's path, and why it may. */
const exceptions: [text: RegExp, because: string][] = [
  [
    /^select from contact_merges m join contacts a\b/,
    "taking a merge back, which is seldom, looks at all that were merged",
  ],
  [
    /\(customer_id = any\(\$\d+::uuid\[\]\) or contact_id = any\(\$\d+::uuid\[\]\)\)/,
    "forgetting a person, which is seldom, looks at all that was theirs or names them",
  ],
  [/^with stated as \( select to_char\(made_at\b/, "how odds came true counts every promise of a year"],
];

before(async () => {
  for await (const { ask } of deeds()) await ask();
  for (const path of ["", "/channel", "/export"]) await fetch(url + (await link()) + path);
  for (const act of acts) {
    const { id } = await shop.promise();
    await fetch(`${url}${await link()}/promises/${id}?answer=${act}`);
    const body = new URLSearchParams({ outcome: "not_kept", words: "mine", key: newId() });
    await fetch(`${url}${await link()}/promises/${id}/${act}`, { method: "POST", body, redirect: "manual" });
  }
  // What falls due on the same day, as far as nothing leaves the house.
  await runDue(promiseDuties(house.db), plusSeconds(monday, 86_400));
  await glance(house.db, Object.values(alarms), monday);
  for (const table of await multiply(admin, shop.workspaceId, 20_000)) large.add(table);
});

test("no statement that a request or the clock sends reads a large table from end to end", async () => {
  const asked = statements
    .all()
    .filter(
      ({ role, text }) => (role === "app" || role === "clock") && /^(?:with|select|insert|update|delete)\b/.test(text),
    );
  const scans: string[] = [];
  for (const statement of asked) {
    const tables = await largeTablesScanned(statement);
    if (tables.length > 0 && !exceptions.some(([text]) => text.test(statement.text))) {
      scans.push(`${tables.join(", ")}: ${statement.text}`);
    }
  }
  assert.ok(asked.length > 150, `${asked.length} statements`);
  assert.ok(large.has("promises") && large.has("journal") && large.has("customers"), [...large].join(", "));
  assert.deepEqual(scans, []);
  for (const [text, because] of exceptions)
    assert.ok(
      asked.some((one) => text.test(one.text)),
      `not needed: ${because}`,
    );
});

let page: Promise<string> | undefined;

function link(): Promise<string> {
  page ??= shop.link(shop.people.contactId);
  return page;
}

/**
 * What the plan would read from end to end, for the role that asks: the one for what was really asked, and the
 * one for whatever is asked where PostgreSQL would take that for no dearer and settle for it.
 */
async function largeTablesScanned({ role, text, values }: Statement): Promise<string[]> {
  await admin.query(`begin; set local role truepenny_${role}; set local app.workspace_id = '${shop.workspaceId}'`);
  try {
    const own = await planOf(`explain (format json) ${text}`, values);
    const general = values.length > 0 ? await planOf(`explain (format json, generic_plan) ${text}`) : own;
    const plans = general["Total Cost"] <= own["Total Cost"] ? [own, general] : [own];
    return [...new Set(plans.flatMap(scansIn))].filter((table) => large.has(table));
  } finally {
    await admin.query("rollback");
  }
}

async function planOf(text: string, values: readonly unknown[] = []): Promise<Plan> {
  const { rows } = await admin.query(values.length > 0 ? { text, values: [...values] } : text);
  return rows[0]["QUERY PLAN"][0].Plan;
}

type Plan = { "Node Type": string; "Total Cost": number; "Relation Name"?: string; Plans?: Plan[] };

function scansIn(plan: Plan): string[] {
  const scanned = plan["Node Type"] === "Seq Scan" ? plan["Relation Name"] : undefined;
  return [...(scanned ? [scanned] : []), ...(plan.Plans ?? []).flatMap(scansIn)];
}
