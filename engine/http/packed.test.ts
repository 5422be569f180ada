import assert from "node:assert/strict";
import { get } from "node:http";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { customersApi } from "#app/customers/api.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { startDoors } from "#test/harness/server.ts";
import { newWorkspace } from "#test/harness/workspace.ts";

const { db } = await freshDatabase();
const { url, as } = await startDoors(db, customersApi);
const { apiKey } = await newWorkspace(db);
const call = as(apiKey);
for (let n = 0; n < 30; n++) await call("POST", "/customers", { name: `Customer ${n}`, kind: "person" });

test("a long list is packed for whoever takes it so, and says the same", async () => {
  const plain = await ask("/customers");
  const packed = await ask("/customers", "br, gzip");
  assert.equal(plain.encoding, undefined);
  assert.equal(packed.encoding, "gzip");
  assert.ok(packed.body.length < plain.body.length / 4);
  assert.deepEqual(gunzipSync(packed.body), plain.body);
});

test("a short answer, and one for a reader who does not want it packed, is sent as it is", async () => {
  assert.equal((await ask("/customers?limit=1", "gzip")).encoding, undefined);
  assert.equal((await ask("/customers", "gzip;q=0, br")).encoding, undefined);
});

/** Not with fetch, which unpacks by itself. */
function ask(path: string, accepted?: string): Promise<{ encoding: string | undefined; body: Buffer }> {
  const headers = { authorization: `Bearer ${apiKey}`, ...(accepted && { "accept-encoding": accepted }) };
  return new Promise((resolve, reject) => {
    const asked = get(`${url}/api/v1${path}`, { headers }, (answer) => {
      const { "content-encoding": encoding } = answer.headers;
      answer.toArray().then((parts) => resolve({ encoding, body: Buffer.concat(parts) }), reject);
    });
    asked.once("error", reject);
  });
}
