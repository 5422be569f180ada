import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { newId } from "#base/id.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { type Serving, startServing } from "#test/harness/serving.ts";
import { newWorkspace } from "#test/harness/workspace.ts";
import { startBalancer } from "./balancer.ts";

const { db, owner } = await freshDatabase();
const { workspaceId, apiKey } = await newWorkspace(db);
// Longer than a busy machine needs to ask /readyz once.
const drain = { DRAIN_SECONDS: "2" };

test("both processes are restarted one after the other under load, and no request fails", async () => {
  const balancer = await startBalancer();
  const start = async () => {
    const serving = await startServing(owner, drain);
    await balancer.add(serving.url);
    return serving;
  };
  const running: Serving[] = [await start(), await start()];
  const load = startLoad(balancer.url, 3);
  for (const old of running.splice(0)) {
    await sleep(300);
    running.push(await start());
    assert.equal(await old.stop(), 0, old.said());
  }
  await sleep(300);
  const { failed, written, read } = await load.end();
  for (const { said } of running) assert.doesNotMatch(said(), /"level":50/);
  await Promise.all(running.map(({ stop }) => stop()));

  assert.deepEqual(failed, []);
  assert.ok(written.length > 50 && read > 50, `only ${written.length} writes and ${read} reads`);
  const rows = await inWorkspace(db, workspaceId, (tx) =>
    tx.selectFrom("customers").select("name").where("workspace_id", "=", workspaceId).execute(),
  );
  assert.deepEqual(rows.map(({ name }) => name).toSorted(), written.toSorted());
});

test("a stopping process says so on /readyz, serves who still comes, and then closes its doors", async () => {
  const { url, stop } = await startServing(owner, drain);
  const ready = async () => {
    const answer = await fetch(`${url}/readyz`);
    return [answer.status, answer.headers.get("connection"), ((await answer.json()) as { code?: string }).code];
  };
  assert.deepEqual((await ready())[0], 200);
  const stopped = stop();
  while ((await ready())[0] === 200) await sleep(10);
  assert.deepEqual(await ready(), [503, "close", "leaving"]);
  assert.equal((await fetch(`${url}/healthz`)).status, 200);
  const call = await fetch(`${url}/api/v1/customers`, { headers: { authorization: `Bearer ${apiKey}` } });
  assert.deepEqual([call.status, call.headers.get("connection")], [200, "close"]);
  assert.equal(await stopped, 0);
  await assert.rejects(fetch(`${url}/readyz`));
});

test("metrics asked for all through a restart are whole or not there at all", async () => {
  const seen = new Map<string, number>();
  let url: string | null = null;
  let isOver = false;
  const scraping = (async () => {
    for (; !isOver; await sleep(5)) {
      if (!url) continue;
      const what = await fetch(`${url}/metrics`).then(wholeness, () => "nobody there");
      seen.set(what, (seen.get(what) ?? 0) + 1);
    }
  })();
  for (let round = 0; round < 2; round++) {
    const serving = await startServing(owner);
    url = serving.url;
    await sleep(200);
    assert.equal(await serving.stop(), 0);
    await sleep(50);
  }
  isOver = true;
  await scraping;
  assert.deepEqual([...seen.keys()].toSorted(), ["nobody there", "whole"]);
});

async function wholeness(answer: Response): Promise<string> {
  const text = await answer.text();
  const isWhole = answer.status === 200 && /^truepenny_database_up [01]$/m.test(text) && text.endsWith("\n");
  return isWhole ? "whole" : `${answer.status} ${text.slice(0, 200)}`;
}

/** So many callers at once, each writing and reading by turns, until `end`. */
function startLoad(url: string, callers: number) {
  const failed: string[] = [];
  const written: string[] = [];
  let read = 0;
  let isOver = false;
  const call = async (method: string, name: string) => {
    const body = method === "POST" ? JSON.stringify({ name, kind: "person" }) : null;
    const headers = { authorization: `Bearer ${apiKey}`, ...(body && { "content-type": "application/json" }) };
    const answer = await fetch(`${url}/api/v1/customers`, { method, headers, body }).catch(String);
    if (typeof answer === "string") return void failed.push(answer);
    const text = await answer.text();
    if (!answer.ok) failed.push(`${answer.status} ${text}`);
    else if (method === "POST") written.push(name);
    else read++;
  };
  const caller = async () => {
    for (; !isOver; await sleep(20)) {
      await call("POST", `Customer ${newId()}`);
      await call("GET", "");
    }
  };
  const all = Array.from({ length: callers }, caller);
  const end = async () => {
    isOver = true;
    await Promise.all(all);
    return { failed, written, read };
  };
  return { end };
}
