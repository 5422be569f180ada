import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { actorOfKey } from "#app/members/store-keys.ts";
import type { AnswerOf } from "#base/contract.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { startDoors } from "#test/harness/server.ts";
import { newWorkspace } from "#test/harness/workspace.ts";
import { customersApi } from "./api.ts";
import { contactIdsOf, customerIdsOf } from "./store-merges.ts";
import type { customersContract } from "./wire.ts";
import type { mergesContract } from "./wire-merges.ts";

type Customer = AnswerOf<typeof customersContract.getCustomer>;
type Merge = AnswerOf<typeof mergesContract.mergeCustomers>;

const { db } = await freshDatabase();
const { apiKey, workspaceId } = await newWorkspace(db);
const call = (await startDoors(db, customersApi, { authenticate: actorOfKey })).as(apiKey);

describe("a merge of customers", () => {
  test("reads the alias as the other, with its contacts, and rewrites no row", async () => {
    const [firm, twin] = [await person("Firm"), await person("Firm Ltd")];
    const before = await rowsOf(twin.id);
    await merge("customers", firm.id, twin.id);
    const answer = await read(twin.id);
    assert.deepEqual([answer.id, answer.merged_from, answer.version], [firm.id, twin.id, 1]);
    assert.deepEqual(
      answer.contacts.map(({ name, customer_id }) => [name, customer_id]),
      [
        ["Firm", firm.id],
        ["Firm Ltd", firm.id],
      ],
    );
    assert.deepEqual(
      answer.merges.map(({ alias_id }) => alias_id),
      [twin.id],
    );
    assert.deepEqual(await rowsOf(twin.id), before);
    assert.deepEqual(await idsOf(firm.id), [firm.id, twin.id]);
    assert.deepEqual(await idsOf(twin.id), [firm.id, twin.id]);
    const { items } = (await call("GET", "/customers?find=Firm")).body as { items: Customer[] };
    assert.deepEqual(
      items.map(({ id }) => id),
      [firm.id],
      "found once, under either name",
    );
    const listed = (await call("GET", "/customers?limit=200")).body as { items: Customer[] };
    assert.ok(!listed.items.some(({ id }) => id === twin.id));
  });

  test("can be taken back, and both are what they were", async () => {
    const [a, b] = [await person("A"), await person("B")];
    const { id } = await merge("customers", a.id, b.id);
    const undone = await call("DELETE", `/customers/${a.id}/merges/${id}`);
    assert.equal(undone.status, 200, JSON.stringify(undone.body));
    assert.deepEqual([await read(a.id), await read(b.id)], [a, b]);
    assert.equal((await call("DELETE", `/customers/${a.id}/merges/${id}`)).status, 404);
    const journal = (await call("GET", `/customers/${b.id}/journal`)).body as { items: { what: string }[] };
    assert.deepEqual(
      journal.items.slice(0, 2).map(({ what }) => what),
      ["customer merge undone", "customer merged"],
    );
  });

  test("follows aliases of aliases, and what is done to an alias is done to the whole", async () => {
    const [a, b, c] = [await person("A1"), await person("B1"), await person("C1")];
    await merge("customers", b.id, c.id);
    const { id } = await merge("customers", a.id, b.id);
    assert.equal((await read(c.id)).id, a.id);
    assert.deepEqual(new Set(await idsOf(c.id)), new Set([a.id, b.id, c.id]));
    assert.equal((await call("PATCH", `/customers/${c.id}`, { tier: "gold" })).body.id, a.id);
    assert.equal((await read(a.id)).tier, "gold");
    await call("DELETE", `/customers/${a.id}/merges/${id}`);
    assert.equal((await read(c.id)).id, b.id);
  });

  test("is refused with itself, of an alias, into an alias, and of nobody", async () => {
    const [a, b, c] = [await person("A2"), await person("B2"), await person("C2")];
    await merge("customers", a.id, b.id);
    assert.deepEqual(await refused("customers", a.id, a.id), [422, "merge_with_itself"]);
    assert.deepEqual(await refused("customers", c.id, b.id), [409, "already_merged"]);
    assert.deepEqual(await refused("customers", b.id, c.id), [409, "merged_away"]);
    assert.deepEqual(await refused("customers", b.id, a.id), [409, "merged_away"]);
    assert.deepEqual(await refused("customers", a.id, workspaceId), [404, "not_found"]);
  });

  test("of each into the other at the same moment makes no circle", async () => {
    const [a, b] = [await person("A3"), await person("B3")];
    const both = await Promise.all([tryMerge("customers", a.id, b.id), tryMerge("customers", b.id, a.id)]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [201, 409]);
  });
});

describe("a merge of contacts", () => {
  test("unites their addresses at one customer, and can be taken back", async () => {
    const { contacts } = await customer({
      name: "Office",
      kind: "organisation",
      contacts: [
        { name: "Eva", addresses: [{ channel: "email", address: "eva@office.example" }] },
        { name: "E. Ek", addresses: [{ channel: "phone", address: "+46 8 5550000" }] },
      ],
    });
    const [eva, ek] = [contacts[0] ?? assert.fail(), contacts[1] ?? assert.fail()];
    const { id } = await merge("contacts", eva.id, ek.id);
    const answer = (await call("GET", `/contacts/${ek.id}`)).body;
    assert.equal(answer.id, eva.id);
    assert.deepEqual(
      (answer.addresses as { address: string }[]).map(({ address }) => address),
      ["eva@office.example", "+4685550000"],
    );
    assert.equal((await read(eva.customer_id)).contacts.length, 1);
    const family = await inWorkspace(db, workspaceId, (tx) => contactIdsOf(tx, workspaceId, ek.id));
    assert.deepEqual(family, [eva.id, ek.id]);
    const phone = "channel=phone&address=%2B4685550000";
    assert.equal((await call("DELETE", `/contacts/${eva.id}/addresses?${phone}`)).status, 200);
    await call("DELETE", `/contacts/${eva.id}/merges/${id}`);
    assert.equal((await read(eva.customer_id)).contacts.length, 2);
  });

  test("of two customers waits until the customers are merged, and holds them together", async () => {
    const [a, b] = [await person("A4"), await person("B4")];
    const [one, two] = [a.contacts[0]?.id ?? "", b.contacts[0]?.id ?? ""];
    assert.deepEqual(await refused("contacts", one, two), [409, "different_customers"]);
    const whole = await merge("customers", a.id, b.id);
    const people = await merge("contacts", one, two);
    const undo = `/customers/${a.id}/merges/${whole.id}`;
    assert.deepEqual((await call("DELETE", undo)).body.code, "contacts_merged");
    assert.equal((await read(b.id)).id, a.id, "a refused undo changes nothing");
    await call("DELETE", `/contacts/${one}/merges/${people.id}`);
    assert.equal((await call("DELETE", undo)).status, 200);
  });
});

function person(name: string): Promise<Customer> {
  return customer({ name, kind: "person" });
}

async function customer(body: object): Promise<Customer> {
  return (await call("POST", "/customers", body)).body as Customer;
}

async function read(id: string): Promise<Customer> {
  return (await call("GET", `/customers/${id}`)).body as Customer;
}

function tryMerge(what: "customers" | "contacts", into: string, alias: string) {
  return call("POST", `/${what}/${into}/merges`, { alias_id: alias });
}

async function merge(what: "customers" | "contacts", into: string, alias: string): Promise<Merge> {
  const { status, body } = await tryMerge(what, into, alias);
  assert.equal(status, 201, JSON.stringify(body));
  return body as Merge;
}

async function refused(what: "customers" | "contacts", into: string, alias: string) {
  const { status, body } = await tryMerge(what, into, alias);
  return [status, body.code];
}

function idsOf(id: string): Promise<string[]> {
  return inWorkspace(db, workspaceId, (tx) => customerIdsOf(tx, workspaceId, id));
}

function rowsOf(customerId: string) {
  return inWorkspace(db, workspaceId, async (tx) => [
    await tx.selectFrom("customers").selectAll().where("id", "=", customerId).execute(),
    await tx.selectFrom("contacts").selectAll().where("customer_id", "=", customerId).execute(),
  ]);
}
