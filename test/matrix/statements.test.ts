import assert from "node:assert/strict";
import { before, test } from "node:test";
import { exportWorkspace } from "#app/exports/actions.ts";
import { eraseCustomer } from "#app/exports/actions-erase.ts";
import { verifyWorkspace } from "#app/journal/actions.ts";
import { acts } from "#app/promises/page-acts.ts";
import { newId } from "#base/id.ts";
import { plusSeconds } from "#base/instant.ts";
import { everyDeed } from "#test/harness/contract-deeds.ts";
import { monday, openContractHouse } from "#test/harness/contract-house.ts";
import { nameOf } from "#test/harness/contract-sample.ts";
import { listenToStatements } from "#test/harness/contract-statements.ts";

const statements = listenToStatements();
const house = await openContractHouse();
const { admin, url, furnish } = house;
const shop = await furnish("Kestrel");
const { deeds, runUntil } = await everyDeed(house, shop);

/** What names no workspace, and why it may. */
const exceptions: [text: RegExp, because: string][] = [
  [/^begin; set local app\.workspace_id = '[0-9a-f-]{36}'$/, "the workspace itself, said to the second wall"],
  [
    /^(?:commit|rollback)$|^set (?:transaction|local (?:statement_timeout|plan_cache_mode)) /,
    "the frame of a transaction",
  ],
  [
    /^select [^()]* from (?:unnest\(.*lateral )?find_(?:customers|cases)\(/,
    "the audited function takes the workspace from the setting",
  ],
  [/^select 1 from workspaces limit 0$/, "asks whether the database is there, and reads no row"],
];

const failed: string[] = [];

before(async () => {
  for await (const { endpoint, ask } of deeds()) {
    const { status, body } = await ask();
    if (status >= 300) failed.push(`${nameOf(endpoint)}: ${status} ${body.code} ${body.field ?? ""}`);
    if (endpoint.method === "POST") await ask();
  }
  for (const path of ["", "/channel", "/export"]) await page("GET", path);
  for (const act of acts) {
    const { id } = await shop.promise();
    await page("GET", `/promises/${id}?answer=${act}`);
    await page("POST", `/promises/${id}/${act}`, { outcome: "not_kept", words: "mine", key: newId() });
  }
  await page("POST", "/channel", { channel: "phone" });
  await streamOfEvents();
  await fetch(`${url}/readyz`);
  for (let day = 1; day < 15; day += 0.5) await runUntil(plusSeconds(monday, day * 86_400));
  await atTheCommandLine();
});

test("every statement names its workspace", () => {
  const strays = statements.all().filter(({ text }) => !/\bworkspace_id\b/.test(text) && !isExcepted(text));
  assert.deepEqual(strays, []);
});

test("what is asked for one workspace compares with it or writes it, and does not only give it back", () => {
  const bound = /\bworkspace_id"? (?:=|in\b)|\binsert into [^(]+\([^)]*\bworkspace_id\b/;
  const strays = statements.all().filter(({ role, text }) => role === "app" && !bound.test(text) && !isExcepted(text));
  assert.deepEqual(strays, []);
});

test("the statements were heard: each endpoint did its deed, and every table was asked", async () => {
  assert.deepEqual(failed, []);
  const { rows } = await admin.query<{ name: string }>(tables);
  const texts = statements.all().map(({ text }) => text);
  const unheard = rows.filter(({ name }) => !texts.some((text) => new RegExp(`\\b${name}\\b`).test(text)));
  assert.deepEqual(unheard, []);
  assert.ok(texts.length > 150, `${texts.length} statements`);
  for (const [text, because] of exceptions)
    assert.ok(
      texts.some((one) => text.test(one)),
      `not needed: ${because}`,
    );
});

const tables = `
  select table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
  where table_schema = 'public' and column_name = 'workspace_id' and table_type = 'BASE TABLE' order by 1`;

function isExcepted(text: string): boolean {
  return exceptions.some(([allowed]) => allowed.test(text));
}

async function atTheCommandLine(): Promise<void> {
  const { workspaceId, within } = shop;
  assert.deepEqual((await within((tx) => verifyWorkspace(tx, workspaceId))).faults, []);
  await within((tx) => exportWorkspace(tx, workspaceId, async () => undefined, monday));
  const { id } = await shop.add("/customers", { name: "Who goes", kind: "person" }, "forgotten");
  await within((tx) => eraseCustomer(tx, workspaceId, id, monday));
}

let link: string | undefined;

async function page(method: string, path: string, form?: Record<string, string>): Promise<void> {
  link ??= await shop.link(shop.people.contactId);
  const answer = await fetch(url + link + path, {
    method,
    redirect: "manual",
    ...(form && { body: new URLSearchParams(form) }),
  });
  assert.ok(answer.status < 500, `${path}: ${answer.status}`);
}

async function streamOfEvents(): Promise<void> {
  const ending = new AbortController();
  const headers = { authorization: `Bearer ${shop.apiKey}` };
  const { body } = await fetch(`${url}/api/v1/events`, { headers, signal: ending.signal });
  let told = "";
  for await (const chunk of body ?? []) {
    told += Buffer.from(chunk).toString();
    if (told.includes("data: ")) break;
  }
  ending.abort();
}
