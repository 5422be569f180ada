import assert from "node:assert/strict";
import { test } from "node:test";
import { served } from "#served.ts";
import { everyDeed } from "#test/harness/contract-deeds.ts";
import { openContractHouse } from "#test/harness/contract-house.ts";
import { nameOf } from "#test/harness/contract-sample.ts";

const house = await openContractHouse();
const shop = await house.furnish("Kestrel");

test("every deed that is posted again under its key is done once, and answered the same", async () => {
  const { deeds } = await everyDeed(house, shop);
  const done: string[] = [];
  for await (const { endpoint, ask } of deeds()) {
    if (endpoint.method !== "POST") continue;
    const first = await ask();
    assert.equal(first.status, endpoint.status, `${nameOf(endpoint)}: ${JSON.stringify(first.body)}`);
    const before = await shop.heldBy();
    const again = await ask();
    assert.deepEqual(await shop.heldBy(), before, nameOf(endpoint));
    for (const secret of endpoint.secrets ?? []) {
      assert.ok(secret in first.body && !(secret in again.body), `${nameOf(endpoint)} shows its ${secret} once`);
      delete first.body[secret];
    }
    assert.deepEqual([again.status, again.body], [first.status, first.body], nameOf(endpoint));
    assert.equal(again.headers.get("idempotency-replayed"), "true", nameOf(endpoint));
    done.push(nameOf(endpoint));
  }
  const posts = served.filter(({ endpoint }) => endpoint.method === "POST").map(({ endpoint }) => nameOf(endpoint));
  assert.ok(posts.length > 40);
  assert.deepEqual(done, posts);
});
