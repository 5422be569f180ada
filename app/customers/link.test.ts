import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { newId } from "#base/id.ts";
import { instant, plusSeconds } from "#base/instant.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { freshDatabase, testSecret } from "#test/harness/database.ts";
import { newWorkspace } from "#test/harness/workspace.ts";
import { createCustomer } from "./actions.ts";
import { linkFor, revokeLinks } from "./actions-links.ts";
import { isWorthSending, linkState, linkUrl, readLinkToken, writeLinkToken } from "./link.ts";
import { contactsAt } from "./store-contacts.ts";
import { findLink } from "./store-links.ts";

const now = instant("2026-11-24T15:00:00Z");
const day = 86_400;

describe("a contact's link", () => {
  test("opens only in the house that wrote it, and only as it was written", () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.uuid(),
        fc.nat(63),
        fc.constantFrom(..."AZaz09-_"),
        (workspaceId, linkId, at, letter) => {
          const token = writeLinkToken(workspaceId, linkId, "ours");
          assert.match(token, /^[A-Za-z0-9_-]{64}$/);
          assert.deepEqual(readLinkToken(token, "ours"), { workspaceId, linkId });
          assert.equal(readLinkToken(token, "another's"), null);
          const changed = token.slice(0, at) + letter + token.slice(at + 1);
          if (changed !== token) assert.equal(readLinkToken(changed, "ours"), null);
        },
      ),
      { numRuns: 100 },
    );
    for (const text of ["", "x", "a".repeat(63), "a".repeat(65), `${"a".repeat(63)}=`, "é".repeat(64)]) {
      assert.equal(readLinkToken(text, "ours"), null);
    }
  });

  test("stands at /c/ under the house's address", () => {
    assert.equal(linkUrl("https://word.example/", "abc"), "https://word.example/c/abc");
  });

  test("expires at its time, and revoked it opens nothing before or after", () => {
    const link = { expiresAt: now, revokedAt: null };
    assert.equal(linkState(link, plusSeconds(now, -0.001)), "open");
    assert.equal(linkState(link, now), "expired");
    assert.equal(linkState({ ...link, revokedAt: now }, plusSeconds(now, 1)), "revoked");
  });

  test("is no longer sent in its last two weeks, a short one in its second half", () => {
    const long = { madeAt: now, expiresAt: plusSeconds(now, 180 * day), revokedAt: null };
    assert.equal(isWorthSending(long, plusSeconds(now, 166 * day - 1)), true);
    assert.equal(isWorthSending(long, plusSeconds(now, 166 * day)), false);
    const short = { madeAt: now, expiresAt: plusSeconds(now, 2 * day), revokedAt: null };
    assert.equal(isWorthSending(short, plusSeconds(now, day - 1)), true);
    assert.equal(isWorthSending(short, plusSeconds(now, day)), false);
  });

  test("goes with every mail: the same while it lasts, then a new one, and a new one after all were revoked", async () => {
    const { db } = await freshDatabase();
    const { workspaceId, member } = await newWorkspace(db);
    const house = { publicUrl: "https://word.example", secret: testSecret };
    await inWorkspace(db, workspaceId, async (tx) => {
      const customer = await createCustomer(tx, workspaceId, member, { name: "Ida", kind: "person" }, now);
      const [contact] = await contactsAt(tx, workspaceId, [customer.id]);
      const at = (days: number) =>
        linkFor(tx, workspaceId, contact?.id ?? newId(), plusSeconds(now, days * day), 180, house);
      const first = await at(0);
      assert.deepEqual(await at(165), first);
      const second = await at(167);
      assert.notEqual(second.url, first.url);
      assert.deepEqual(await at(168), second);
      const { linkId } = readLinkToken(first.url.slice(-64), testSecret) ?? assert.fail();
      assert.equal((await findLink(tx, workspaceId, linkId))?.contactId, contact?.id);
      assert.equal(await revokeLinks(tx, workspaceId, "machine", contact?.id ?? "", plusSeconds(now, 169 * day)), 2);
      assert.notEqual((await at(169)).url, second.url);
    });
  });
});
