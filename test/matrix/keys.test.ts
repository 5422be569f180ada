import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Endpoint, scopes } from "#base/contract.ts";
import { newId } from "#base/id.ts";
import { newSecret, readToken, writeToken } from "#base/token.ts";
import { served } from "#served.ts";
import { openContractHouse } from "#test/harness/contract-house.ts";
import { nameOf, pathOf } from "#test/harness/contract-sample.ts";

const { as, url, furnish } = await openContractHouse();
const ours = await furnish("Kestrel");
const theirs = await furnish("Puffin");
let tried = 0;

const events: Endpoint = { ...served[0]?.endpoint, method: "GET", path: "/events", scope: "promises:read" } as Endpoint;
const endpoints = [...served.map(({ endpoint }) => endpoint), events];

// The proprietor's own keys: one lacks the scope, one has no other.
const lacking = new Map<string, string>();
const only = new Map<string, string>();
for (const scope of scopes) {
  const others = scopes.filter((one) => one !== scope);
  lacking.set(scope, (await ours.keyFor(ours.memberId, { scopes: others })).secret);
  only.set(scope, (await ours.keyFor(ours.memberId, { scopes: [scope] })).secret);
}
const before = await ours.heldBy();

const [good, other] = [tokenOf(ours.apiKey), tokenOf(theirs.apiKey)];
const strangers: [who: string, authorization: string | null, code: string][] = [
  ["nobody", null, "no_credentials"],
  ["an empty header", "", "no_credentials"],
  ["a word without a key", "Bearer", "bad_credentials"],
  ["another way to sign in", `Basic ${Buffer.from(`ana:${ours.apiKey}`).toString("base64")}`, "bad_credentials"],
  ["a key that has not its form", "Bearer tp_nothing", "bad_credentials"],
  ["a key cut off at its end", `Bearer ${ours.apiKey.slice(0, -1)}`, "bad_credentials"],
  ["a key with more behind it", `Bearer ${ours.apiKey}A`, "bad_credentials"],
  ["two keys in one header", `Bearer ${ours.apiKey}, Bearer ${theirs.apiKey}`, "bad_credentials"],
  ["a guessed secret", `Bearer ${writeToken({ ...good, secret: newSecret() })}`, "bad_credentials"],
  [
    "the secret of another business's key",
    `Bearer ${writeToken({ ...good, secret: other.secret })}`,
    "bad_credentials",
  ],
  [
    "a key named in another workspace",
    `Bearer ${writeToken({ ...good, workspaceId: other.workspaceId })}`,
    "bad_credentials",
  ],
  ["an unknown key", `Bearer ${writeToken({ ...good, id: newId() })}`, "bad_credentials"],
  ["an unknown workspace", `Bearer ${writeToken({ ...good, workspaceId: newId() })}`, "bad_credentials"],
  ["a key that has run out", `Bearer ${ours.keys.expired}`, "bad_credentials"],
  ["a key that was revoked", `Bearer ${ours.keys.revoked}`, "bad_credentials"],
  ["the key of a member who left", `Bearer ${ours.keys.left}`, "bad_credentials"],
];

describe("whoever holds no key that opens is told so, and nothing else", () => {
  for (const endpoint of endpoints) {
    test(nameOf(endpoint), async () => {
      const path = pathOf(endpoint, idOf(endpoint));
      for (const [who, authorization, code] of strangers) {
        const headers = authorization === null ? {} : { authorization };
        const { status, body, headers: said } = await as(null)(endpoint.method, path, bodyFor(endpoint), headers);
        assert.deepEqual([status, body.code], [401, code], who);
        assert.match(said.get("www-authenticate") ?? "", /^Bearer realm="Truepenny"/, who);
        tried++;
      }
      if (endpoint.method === "GET" && endpoint !== events)
        assert.equal((await fetch(`${url}/api/v1${path}`, { method: "HEAD" })).status, 401);
    });
  }
});

describe("a key does what its scopes say, whoever's it is", () => {
  for (const endpoint of endpoints) {
    test(nameOf(endpoint), async () => {
      const path = pathOf(endpoint, idOf(endpoint));
      const barred = await as(lacking.get(endpoint.scope) ?? "")(endpoint.method, path, bodyFor(endpoint));
      assert.deepEqual([barred.status, barred.body.code], [403, "scope_missing"]);
      assert.ok(String(barred.body.detail).includes(endpoint.scope), "the sentence names what is missing");
      tried++;
      if (endpoint === events) return;
      const opened = await as(only.get(endpoint.scope) ?? "")(
        endpoint.method,
        pathOf(endpoint, newId),
        impossible(endpoint),
      );
      assert.ok(opened.status !== 401 && opened.body.code !== "scope_missing", "that scope alone opens it");
    });
  }
});

describe("a viewer changes nothing, and a member no settings", () => {
  for (const endpoint of endpoints.filter(({ method }) => method !== "GET")) {
    test(nameOf(endpoint), async () => {
      const path = pathOf(endpoint, idOf(endpoint));
      const { status, body } = await as(ours.keys.viewer)(endpoint.method, path, bodyFor(endpoint));
      assert.equal(status, 403, JSON.stringify(body));
      assert.match(String(body.code), /^(?:scope_missing|viewers_only_read)$/);
      tried++;
      if (endpoint.scope !== "settings:write") return;
      const member = await as(ours.keys.member)(endpoint.method, path, bodyFor(endpoint));
      assert.deepEqual([member.status, member.body.code], [403, "scope_missing"]);
      tried++;
    });
  }
});

test("every cell was tried, and nothing came of any", async () => {
  assert.ok(served.length > 80);
  const settings = served.filter(({ endpoint }) => endpoint.scope === "settings:write").length;
  const writes = served.filter(({ endpoint }) => endpoint.method !== "GET").length;
  assert.equal(tried, endpoints.length * (strangers.length + 1) + writes + settings);
  assert.deepEqual(await ours.heldBy(), before);
});

/** Ours, and of a merge the one of customers or of contacts. */
function idOf({ path }: Endpoint) {
  return (noun: string) => ours.idOf(noun === "merges" && path.startsWith("/contacts") ? "contact_merges" : noun);
}

/** Refused before anybody reads it. */
function bodyFor({ method }: Endpoint): object | undefined {
  return method === "GET" ? undefined : {};
}

/** Refused by whoever reads it, so that it changes nothing. */
function impossible({ method }: Endpoint): object | undefined {
  return method === "GET" ? undefined : { nothing_of_that_name: true };
}

function tokenOf(text: string) {
  const token = readToken(text);
  assert.ok(token);
  return token;
}
