import assert from "node:assert/strict";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { served } from "#served.ts";
import { openContractHouse } from "#test/harness/contract-house.ts";
import { attack } from "./attack.ts";
import { anyRequest } from "./requests.ts";

const requests = Number(process.env.FUZZ_REQUESTS ?? 5_000);
const seed = Number(process.env.FUZZ_SEED ?? 20_261_123);
const mebibyte = 1024 * 1024;
// What is kept per process: prepared statements, limits, metrics. The rest of it must not grow with what is asked.
const mostGrowth = 64;

const house = await openContractHouse();

test(`${requests} requests made from the contracts, valid and broken, meet no bug, no hang and no leak`, async (t) => {
  const shop = await house.furnish("Kestrel");
  const endpoints = served.map(({ endpoint }) => endpoint);
  const arbitrary = anyRequest(endpoints, await shop.link(shop.people.contactId));
  const told: string[] = [];
  const sizes = [];
  // The first part compiles and fills what is kept; what grows in the others grows with what is asked.
  for (const part of [0, 1, 2, 3]) {
    const from = performance.now();
    const done = await attack(house, shop, arbitrary, { requests: requests / 4, seed: seed + part * 1_000_000 });
    const seconds = (performance.now() - from) / 1000;
    sizes.push(memory());
    t.diagnostic(`${JSON.stringify(done.byStatus)}, ${done.repeated} done twice, in ${seconds.toFixed(1)} s`);
    told.push(...done.complaints);
    assert.ok(done.repeated > requests / 400 && (done.byStatus[201] ?? 0) > requests / 100, "some were valid");
    assert.ok((done.byStatus[422] ?? 0) > requests / 100, "some were broken");
  }
  t.diagnostic(`memory: ${sizes.map(({ heap, rss }) => `${heap} MiB of heap (RSS ${rss})`).join(", ")}`);

  const bugs = house.logged.filter((line) => line.includes('"msg":"bug"')).slice(0, 10);
  assert.equal(told.length, 0, `seed ${seed}\n\n${told.join("\n\n")}\n\n${bugs.join("\n")}`);
  assert.deepEqual(bugs, []);
  assert.ok((sizes.at(-1)?.heap ?? 0) < (sizes[0]?.heap ?? 0) + mostGrowth, "memory grows with what is asked");
});

/** After the garbage is gone, in MiB. */
function memory(): { heap: number; rss: number } {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: Math.round(heapUsed / mebibyte), rss: Math.round(rss / mebibyte) };
}
