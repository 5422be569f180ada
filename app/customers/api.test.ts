import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { verifyWorkspace } from "#app/journal/actions.ts";
import { actorOfKey } from "#app/members/store-keys.ts";
import type { AnswerOf } from "#base/contract.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { type Reply, startDoors } from "#test/harness/server.ts";
import { newWorkspace } from "#test/harness/workspace.ts";
import { customersApi } from "./api.ts";
import type { customersContract } from "./wire.ts";
import type { contactsContract } from "./wire-contacts.ts";
import type { journalContract } from "./wire-journal.ts";
import type { linksContract } from "./wire-links.ts";
import type { profileContract } from "./wire-profile.ts";

const { db } = await freshDatabase();
const { apiKey, workspaceId, memberId } = await newWorkspace(db);
const other = await newWorkspace(db);
const doors = await startDoors(db, customersApi, { authenticate: actorOfKey });
const call = doors.as(apiKey);
const stranger = doors.as(other.apiKey);

type Customer = AnswerOf<typeof customersContract.getCustomer>;
type Contact = AnswerOf<typeof contactsContract.getContact>;
type Customers = AnswerOf<typeof customersContract.listCustomers>;
type Profile = AnswerOf<typeof profileContract.writeProfile>;
type Profiles = AnswerOf<typeof profileContract.listProfile>;
type Journal = AnswerOf<typeof journalContract.readJournal>;
type Link = AnswerOf<typeof linksContract.makeLink>;
type Links = AnswerOf<typeof linksContract.listLinks>;

describe("a customer", () => {
  test("is created with contacts and their addresses in normal form", async () => {
    const made = await post<Customer>("/customers", {
      name: "Lindqvist Bygg AB",
      kind: "organisation",
      time_zone: "europe/stockholm",
      language: "SV-se",
      tier: "gold",
      tags: ["roof", "roof", "north"],
      why_us: "We came on a Sunday.",
      account_owner_id: memberId,
      contacts: [
        {
          name: "Lisa Berg",
          preferred_channel: "email",
          quiet_from: "21:30",
          quiet_until: "07:00",
          addresses: [
            { channel: "email", address: " Lisa.Berg@Bücher.Example " },
            { channel: "sms", address: "0046 (0) 70 / 123-45-67" },
          ],
        },
        { name: "Nils" },
      ],
    });
    assert.deepEqual([made.time_zone, made.language, made.tags], ["Europe/Stockholm", "sv-SE", ["roof", "north"]]);
    const [lisa, nils] = [contactOf(made), contactOf(made, 1)];
    assert.deepEqual(lisa.addresses, [
      { channel: "email", address: "lisa.berg@xn--bcher-kva.example" },
      { channel: "sms", address: "+46701234567" },
    ]);
    assert.deepEqual([lisa.quiet_from, lisa.quiet_until, nils.preferred_channel], ["21:30", "07:00", null]);
    assert.deepEqual(await get<Customer>(`/customers/${made.id}`), made);
  });

  test("that is a person is their own contact", async () => {
    const made = await post<Customer>("/customers", { name: "Ana Silva", kind: "person" });
    assert.deepEqual(
      made.contacts.map((one) => one.name),
      ["Ana Silva"],
    );
    const table = await post<Customer>("/customers", { name: "table 7", kind: "organisation", is_stand_in: true });
    assert.deepEqual(table.contacts, []);
  });

  test("is changed by who saw how it stands, and not by who did not", async () => {
    const { id } = await post<Customer>("/customers", { name: "Old Name", kind: "organisation", tier: "gold" });
    const renamed = await call("PATCH", `/customers/${id}`, { name: "New Name", tier: null }, { "if-match": '"1"' });
    assert.deepEqual(
      [renamed.status, renamed.body.name, renamed.body.tier, renamed.body.version],
      [200, "New Name", null, 2],
    );
    assertRefused(
      await call("PATCH", `/customers/${id}`, { name: "Other" }, { "if-match": '"1"' }),
      412,
      "edited_meanwhile",
    );
    const same = await call("PATCH", `/customers/${id}`, { name: "New Name" }, { "if-match": '"2"' });
    assert.equal(same.body.version, 2, "what changes nothing makes no version");
    const journal = await get<Journal>(`/customers/${id}/journal`);
    assert.deepEqual(
      journal.items.map((entry) => [entry.seq, entry.what, entry.for_customer]),
      [
        [4, "customer seen differently", false],
        [3, "customer changed", true],
        [2, "customer seen differently", false],
        [1, "customer created", true],
      ],
    );
    assert.deepEqual(journal.items[1]?.words, { name: "New Name" });
    assert.deepEqual(journal.items[0]?.by, { member_id: memberId });
    assert.deepEqual([journal.head.seq, journal.head.hash], [4, journal.items[0]?.hash]);
  });

  test("is listed newest first, page by page, by tag, tier and kind", async () => {
    const ids: string[] = [];
    for (const n of [1, 2, 3, 4, 5]) {
      ids.unshift(
        (await post<Customer>("/customers", { name: `Paged ${n}`, kind: "organisation", tags: ["paged"], tier: "p" }))
          .id,
      );
    }
    const seen: string[] = [];
    let next: string | null = "";
    while (next !== null) {
      const page: Customers = await get<Customers>(
        `/customers?tag=paged&tier=p&kind=organisation&limit=2${next && `&after=${next}`}`,
      );
      assert.ok(page.items.length <= 2);
      seen.push(...page.items.map((one) => one.id));
      next = page.next;
    }
    assert.deepEqual(seen, ids);
    assert.deepEqual((await get<Customers>("/customers?tag=paged&kind=person")).items, []);
  });

  test("is found in spite of a typo, by name, contact, address or number, best first", async () => {
    const muller = await post<Customer>("/customers", {
      name: "Müller & Söhne",
      kind: "organisation",
      contacts: [{ name: "Jürgen Groß", addresses: [{ channel: "phone", address: "+49 89 5551234" }] }],
    });
    const lind = await get<Customers>("/customers?find=Lindqist");
    assert.equal(lind.items[0]?.name, "Lindqvist Bygg AB");
    for (const wanted of ["mueller", "muler", "MÜLLER", "juergen gross", "089 555 1234", "müller söhne"]) {
      const { items } = await get<Customers>(`/customers?find=${encodeURIComponent(wanted)}`);
      assert.equal(items[0]?.id, muller.id, wanted);
    }
    assert.equal((await get<Customers>("/customers?find=lisa.berg%40b")).items[0]?.id, lind.items[0]?.id);
    assert.deepEqual((await get<Customers>("/customers?find=mueller&kind=person")).items, []);
    assert.deepEqual((await get<Customers>("/customers?find=zzyzx")).items, []);
  });

  test("of another workspace does not exist", async () => {
    const ours = await post<Customer>("/customers", { name: "Only Ours", kind: "person" });
    const { id } = ours;
    const { body: mine } = await stranger("POST", "/customers", { name: "Theirs", kind: "person" });
    const contact = `/contacts/${contactOf(ours).id}`;
    for (const [method, path, body] of [
      ["GET", `/customers/${id}`],
      ["PATCH", `/customers/${id}`, { name: "Mine" }],
      ["GET", `/customers/${id}/journal`],
      ["GET", `/customers/${id}/profile`],
      ["POST", `/customers/${id}/profile`, { topic: "common_ground", text: "x" }],
      ["POST", `/customers/${id}/contacts`, { name: "x" }],
      ["POST", `/customers/${id}/merges`, { alias_id: mine.id }],
      ["POST", `/customers/${mine.id}/merges`, { alias_id: id }],
      ["GET", contact],
      ["PATCH", contact, { name: "Mine" }],
      ["POST", `${contact}/links`, {}],
      ["GET", `${contact}/links`],
      ["DELETE", `${contact}/links`],
      ["POST", `${contact}/addresses`, { channel: "email", address: "x@example.com" }],
    ] as const) {
      assertRefused(await stranger(method, path, body), 404, "not_found", `${method} ${path}`);
    }
    assert.deepEqual((await stranger("GET", "/customers?find=Only%20Ours")).body.items, []);
    assertRefused(await call("GET", `/customers/${workspaceId}/journal`), 404, "not_found", "the house's own journal");
  });

  test("is refused with a sentence, a code and the field", async () => {
    const person = { name: "X", kind: "person" };
    const with_ = (contact: object) => ({ ...person, contacts: [{ name: "Y" }, { name: "Z", ...contact }] });
    const mail = (address: string) => with_({ addresses: [{ channel: "email", address }] });
    const at = "contacts.1.addresses.0.address";
    for (const [body, code, field] of [
      [{ kind: "person" }, "invalid_field", "name"],
      [{ ...person, name: "  " }, "invalid_field", "name"],
      [{ ...person, name: "a\nb" }, "invalid_field", "name"],
      [{ ...person, kind: "robot" }, "invalid_field", "kind"],
      [{ ...person, surname: "Y" }, "invalid_field", "surname"],
      [{ ...person, time_zone: "Mars/Olympus" }, "unknown_time_zone", "time_zone"],
      [{ ...person, language: "klingon-" }, "unknown_language", "language"],
      [with_({ time_zone: "+02:00" }), "unknown_time_zone", "contacts.1.time_zone"],
      [with_({ quiet_from: "21:00" }), "quiet_hours_incomplete", "contacts.1.quiet_until"],
      [with_({ quiet_from: "25:00", quiet_until: "07:00" }), "invalid_field", "contacts.1.quiet_from"],
      [with_({ preferred_channel: "pigeon" }), "invalid_field", "contacts.1.preferred_channel"],
      [mail("no at sign"), "bad_email", at],
      [mail("a@b@example.com"), "bad_email", at],
      [mail("ana@example.com\r\nBcc: all@example.com"), "bad_email", at],
      [
        mail(`${"a".repeat(60)}@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.${"e".repeat(60)}`),
        "bad_email",
        at,
      ],
      [with_({ addresses: [{ channel: "phone", address: "call me" }] }), "bad_number", at],
      [with_({ addresses: [{ channel: "portal", address: "x" }] }), "invalid_field", "contacts.1.addresses.0.channel"],
    ] as const) {
      assertRefused(await call("POST", "/customers", body), 422, code, JSON.stringify(body), field);
    }
    const nobody = "019aa3f0-0000-7000-8000-000000000000";
    assertRefused(await call("POST", "/customers", { ...person, account_owner_id: nobody }), 404, "not_found");
  });
});

describe("an address", () => {
  test("never makes two contacts, whatever its capitals and on a phone as in a message", async () => {
    const vera = contactOf(
      await post<Customer>("/customers", {
        name: "Vera Holm",
        kind: "person",
        contacts: [
          {
            name: "Vera Holm",
            addresses: [
              { channel: "email", address: "vera@holm.example" },
              { channel: "phone", address: "+46 8 123456" },
            ],
          },
        ],
      }),
    );
    const nils = contactOf(await post<Customer>("/customers", { name: "Nils Holm", kind: "person" }));
    for (const address of [
      { channel: "email", address: "VERA@holm.example" },
      { channel: "sms", address: "0046 8 123 456" },
    ]) {
      const no = await call("POST", `/contacts/${nils.id}/addresses`, address);
      assertRefused(no, 409, "address_taken", "", "address");
      assert.match(String(no.body.detail), /Vera Holm/);
      assert.equal((no.body.data as { contact_id?: string }).contact_id, vera.id);
    }
    const again = await post<Contact>(`/contacts/${vera.id}/addresses`, {
      channel: "email",
      address: "Vera@Holm.example",
    });
    assert.equal(again.addresses.length, 2, "one they have already stays as it is");
    const sms = await post<Contact>(`/contacts/${vera.id}/addresses`, { channel: "sms", address: "+468123456" });
    assert.equal(sms.addresses.length, 3);
  });

  test("given to two contacts at the same moment is one's and refused to the other", async () => {
    const made = await Promise.all(
      ["One", "Two", "Three"].map((name) =>
        call("POST", "/customers", {
          name,
          kind: "person",
          contacts: [{ name, addresses: [{ channel: "email", address: "race@example.com" }] }],
        }),
      ),
    );
    assert.deepEqual(made.map(({ status }) => status).sort(), [201, 409, 409]);
  });

  test("is free again once it was taken away", async () => {
    const mail = { channel: "email", address: "desk@firm.example" };
    const first = contactOf(
      await post<Customer>("/customers", { name: "F", kind: "person", contacts: [{ name: "F", addresses: [mail] }] }),
    );
    const gone = await call("DELETE", `/contacts/${first.id}/addresses?channel=email&address=DESK%40firm.example`);
    assert.deepEqual([gone.status, gone.body.addresses], [200, []]);
    assertRefused(
      await call("DELETE", `/contacts/${first.id}/addresses?channel=email&address=desk%40firm.example`),
      404,
      "not_found",
    );
    await post<Customer>("/customers", { name: "G", kind: "person", contacts: [{ name: "G", addresses: [mail] }] });
  });
});

describe("a contact", () => {
  test("is added and changed", async () => {
    const { id } = await post<Customer>("/customers", { name: "Crew", kind: "organisation" });
    const made = await post<Contact>(`/customers/${id}/contacts`, {
      name: "Kim",
      preferred_channel: "sms",
      language: "de",
    });
    assert.equal(made.customer_id, id);
    const changed = await call(
      "PATCH",
      `/contacts/${made.id}`,
      { language: null, quiet_from: "20:00", quiet_until: "09:00" },
      { "if-match": '"1"' },
    );
    assert.deepEqual(
      [changed.status, changed.body.language, changed.body.quiet_from, changed.body.version],
      [200, null, "20:00", 2],
    );
    assertRefused(
      await call("PATCH", `/contacts/${made.id}`, { quiet_until: null }),
      422,
      "quiet_hours_incomplete",
      "",
      "quiet_until",
    );
    assertRefused(
      await call("PATCH", `/contacts/${made.id}`, { name: "K" }, { "if-match": '"1"' }),
      412,
      "edited_meanwhile",
    );
  });
});

test("the profile is written, shared one by one, withdrawn and kept", async () => {
  const { id } = await post<Customer>("/customers", { name: "Profiled", kind: "organisation" });
  const pain = await post<Profile>(`/customers/${id}/profile`, {
    topic: "their_pain",
    text: "They are never told when we are late.",
    what_we_heard: "Just call me!",
  });
  assert.deepEqual([pain.is_shared, pain.author_id, pain.what_we_heard], [false, memberId, "Just call me!"]);
  const demanding = { topic: "how_demanding", text: "Very.", is_shared: true };
  assertRefused(await call("POST", `/customers/${id}/profile`, demanding), 422, "not_shareable", "", "is_shared");
  const shared = await call("PATCH", `/profile/${pain.id}`, { is_shared: true }, { "if-match": '"1"' });
  assert.deepEqual([shared.status, shared.body.is_shared, shared.body.version], [200, true, 2]);
  await post<Profile>(`/profile/${pain.id}/withdrawals`, {});
  assertRefused(await call("POST", `/profile/${pain.id}/withdrawals`, {}), 409, "already_withdrawn");
  assert.deepEqual((await get<Profiles>(`/customers/${id}/profile`)).items, []);
  assert.equal((await get<Profiles>(`/customers/${id}/profile?withdrawn=true&topic=their_pain`)).items.length, 1);
});

test("a link is shown once, listed without what opens it, and closed with all others", async () => {
  const contact = contactOf(await post<Customer>("/customers", { name: "Linked", kind: "person" }));
  const made = await post<Link>(`/contacts/${contact.id}/links`, { days: 30 });
  assert.match(made.url, /^http:\/\/localhost:3000\/c\/[A-Za-z0-9_-]{64}$/);
  await post<Link>(`/contacts/${contact.id}/links`, {});
  const { items } = await get<Links>(`/contacts/${contact.id}/links`);
  assert.deepEqual(
    items.map((link) => link.state),
    ["open", "open"],
  );
  assert.ok(!JSON.stringify(items).includes(made.url.slice(-64)));
  assert.deepEqual((await call("DELETE", `/contacts/${contact.id}/links`)).body, { revoked: 2 });
  assert.deepEqual(
    (await get<Links>(`/contacts/${contact.id}/links`)).items.map((link) => link.state),
    ["revoked", "revoked"],
  );
  assertRefused(await call("POST", `/contacts/${contact.id}/links`, { days: 0 }), 422, "invalid_field", "", "days");
});

test("after all of this the journal of the workspace is whole", async () => {
  const { faults, entries } = await inWorkspace(db, workspaceId, (tx) => verifyWorkspace(tx, workspaceId));
  assert.deepEqual(faults, []);
  assert.ok(entries > 30);
});

function contactOf(customer: Customer, n = 0): Contact {
  return customer.contacts[n] ?? assert.fail("there is no such contact");
}

async function post<T>(path: string, body: unknown): Promise<T> {
  const reply = await call("POST", path, body);
  assert.equal(reply.status, 201, JSON.stringify(reply.body));
  return reply.body as T;
}

async function get<T>(path: string): Promise<T> {
  const reply = await call("GET", path);
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  return reply.body as T;
}

function assertRefused({ status, body }: Reply, expected: number, code: string, because = "", field?: string): void {
  assert.deepEqual([status, body.code], [expected, code], `${because} ${JSON.stringify(body)}`);
  if (field !== undefined) assert.equal(body.field, field, because);
  assert.match(String(body.detail), /^[`\p{Lu}].*\.$/u, because);
}
