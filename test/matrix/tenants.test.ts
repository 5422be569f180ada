import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Endpoint } from "#base/contract.ts";
import { served } from "#served.ts";
import { openContractHouse } from "#test/harness/contract-house.ts";
import { type IdOf, idFieldsOf, nameOf, pathOf, sampleOf } from "#test/harness/contract-sample.ts";

const { furnish } = await openContractHouse();
const ours = await furnish("Kestrel");
const theirs = await furnish("Puffin");
const { browse } = await theirs.signedIn();
const endpoints = served.map(({ endpoint }) => endpoint);
const before = await ours.heldBy();

const ourIds = [...new Set([...Object.values(ours.ids).flat(), ...Object.values(ours.people), ours.workspaceId])];
const tried = { paths: 0, fields: 0, plain: 0 };

describe("another business with ours in its hands finds nothing", () => {
  for (const endpoint of endpoints) {
    test(nameOf(endpoint), async () => {
      if (endpoint.path.includes(":")) await ourIdInThePath(endpoint);
      for (const part of ["body", "query"] as const) {
        for (const [field, noun, isList] of idFieldsOf(endpoint, part)) {
          await ourIdIn(endpoint, part, field, isList ? [ours.idOf(noun)] : ours.idOf(noun));
        }
      }
      assert.deepEqual(await ours.heldBy(), before, "and changes nothing of ours");
    });
  }

  test("PATCH /policies, for a customer of ours by its name", async () => {
    const policy = { scope: "customer", name: ours.idOf("customers"), settings: { link_days: 1 } };
    assert.equal((await theirs.call("PATCH", "/policies", policy)).status, 404);
    assert.deepEqual(await ours.heldBy(), before);
  });
});

describe("asked for their own, they get their own and nothing of ours", () => {
  for (const endpoint of endpoints) {
    test(nameOf(endpoint), async () => {
      const reply = await send(endpoint, pathOf(endpoint, idOf(theirs, endpoint)));
      assert.ok(reply.status < 500 && reply.status !== 401 && reply.status !== 403, JSON.stringify(reply.body));
      holdsNothingOfOurs(reply.body, []);
      tried.plain++;
    });
  }
});

test("no column of the matrix was empty", () => {
  const withIds = endpoints.filter(({ path }) => path.includes(":"));
  assert.equal(tried.paths, withIds.length + 2, "of a merge each id is tried alone");
  assert.equal(tried.plain, endpoints.length);
  const fields = endpoints.flatMap((endpoint) => [...idFieldsOf(endpoint, "body"), ...idFieldsOf(endpoint, "query")]);
  assert.equal(tried.fields, fields.length);
  assert.ok(withIds.length > 45 && fields.length > 45);
});

async function ourIdInThePath(endpoint: Endpoint): Promise<void> {
  const [our, their] = [idOf(ours, endpoint), idOf(theirs, endpoint)];
  const isMerge = endpoint.path.includes(":merge_id");
  const mixed: IdOf[] = isMerge
    ? [(noun) => (noun === "merges" ? their(noun) : our(noun)), (noun) => (noun === "merges" ? our(noun) : their(noun))]
    : [];
  for (const id of isMerge ? mixed : [our]) {
    const reply = await send(endpoint, pathOf(endpoint, id));
    assert.deepEqual([reply.status, reply.body.code], [404, "not_found"], JSON.stringify(reply.body));
    holdsNothingOfOurs(reply.body, []);
    tried.paths++;
  }
}

/** All is their own but one id, which is ours: refused as what is not there, or a list on which nothing stands. */
async function ourIdIn(endpoint: Endpoint, part: "body" | "query", field: string, value: string | string[]) {
  const reply = await send(endpoint, pathOf(endpoint, idOf(theirs, endpoint)), { [part]: { [field]: value } });
  const isFilter = endpoint.method === "GET" && reply.status === 200;
  // Whose figures are asked for is not looked up: whoever is not there reads as one of a team that is too small.
  const isUnshown = reply.status === 403 && reply.body.code === "small_team";
  assert.ok(
    isFilter || isUnshown || reply.status === 404 || reply.status === 422,
    `${field}: ${reply.status} ${JSON.stringify(reply.body)}`,
  );
  if (isFilter) {
    // A week of which nothing is counted still stands in its place.
    const listed = (reply.body.items ?? []) as { counts?: { total: number } }[];
    assert.deepEqual(
      listed.filter(({ counts }) => counts?.total !== 0),
      [],
      field,
    );
    const { total = 0 } = (reply.body.counts ?? {}) as { total?: number };
    assert.equal(total, 0, field);
  }
  holdsNothingOfOurs(reply.body, [value].flat());
  tried.fields++;
}

async function send(endpoint: Endpoint, path: string, ourPart: { body?: object; query?: object } = {}) {
  const own = idOf(theirs, endpoint);
  const given = (part: "body" | "query") => ({ ...sampleOf(endpoint, part, own), ...ourPart[part] });
  const query = Object.entries(given("query")).filter(([, value]) => value !== undefined);
  const asked = query.length > 0 ? `?${new URLSearchParams(query as [string, string][])}` : "";
  // Sessions belong to a browser; a key has none.
  const call = endpoint.path.startsWith("/me/") ? browse : theirs.call;
  return call(endpoint.method, path + asked, endpoint.body ? given("body") : undefined);
}

function holdsNothingOfOurs(answer: unknown, said: readonly string[]): void {
  const text = JSON.stringify(answer);
  assert.doesNotMatch(text, /kestrel/i);
  for (const id of ourIds) assert.ok(said.includes(id) || !text.includes(id), text);
}

/** Theirs or ours; of a merge the one of customers or of contacts. */
function idOf(house: typeof ours, { path }: Endpoint): IdOf {
  return (noun) => house.idOf(noun === "merges" && path.startsWith("/contacts") ? "contact_merges" : noun);
}
