import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { addContact } from "#app/customers/actions-contacts.ts";
import { revokeLinks } from "#app/customers/actions-links.ts";
import { actorOfKey } from "#app/members/store-keys.ts";
import { type Instant, plusSeconds } from "#base/instant.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { day, hour, type Marta, newMarta, thursday } from "#test/harness/marta.ts";
import { startDoors } from "#test/harness/server.ts";
import { holdUp, keepPromise, movePromise } from "./actions-acts.ts";
import { customerPages } from "./portal.ts";
import { findPromise } from "./store.ts";
import { movesOf, tellingsOf } from "./store-tellings.ts";
import { verdictsOf } from "./store-verdicts.ts";

const { db } = await freshDatabase();
const nothing = async () => {};
let time: Instant = thursday;
const { url } = await startDoors(db, [], {
  authenticate: actorOfKey,
  pages: [customerPages(nothing)],
  now: () => time,
});

const get = async (path: string, headers: Record<string, string> = {}, method = "GET") => {
  const response = await fetch(url + path, { method, headers, redirect: "manual" });
  return { status: response.status, headers: response.headers, page: await response.text() };
};
const post = async (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) => {
  const response = await fetch(url + path, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers,
    redirect: "manual",
  });
  return { status: response.status, to: response.headers.get("location"), page: await response.text() };
};
const keyIn = (page: string) => /name="key" value="([^"]+)"/.exec(page)?.[1] ?? "";
const stands = (m: Marta, id: string) => m.within((tx) => findPromise(tx, m.workspaceId, id));
const call = { told: { channel: "phone" as const, at: plusSeconds(thursday, -hour) } };
const move = async (m: Marta, id: string) => {
  const to = {
    due: () => ({ dueAt: plusSeconds(thursday, 6 * hour), opensAt: null }),
    reason: "the price list is late",
    telling: call,
  };
  await m.within((tx) => movePromise(tx, m.ana, id, to, plusSeconds(thursday, -hour / 2)));
};
const keep = (m: Marta, id: string) =>
  m.within((tx) => keepPromise(tx, m.ana, id, { telling: null }, plusSeconds(thursday, -hour / 2)));

const m = await newMarta(db);
const link = await m.link();

describe("the link", () => {
  test("opens the page, which keeps itself from caches, referrers, search engines and scripts", async () => {
    const { status, headers, page } = await get(link);
    assert.equal(status, 200);
    assert.match(page, /What we promised you, <bdi>Marta<\/bdi>/);
    assert.equal(headers.get("cache-control"), "no-store");
    assert.equal(headers.get("referrer-policy"), "no-referrer");
    assert.match(headers.get("x-robots-tag") ?? "", /noindex/);
    assert.match(
      headers.get("content-security-policy") ?? "",
      /default-src 'none'; style-src 'sha256-.+'; form-action 'self'/,
    );
    assert.equal(headers.get("set-cookie"), null);
    assert.doesNotMatch(page, /<script|https?:/);
  });

  test("that nobody made is no page, said in the reader's language", async () => {
    for (const path of [
      "/c/nonsense",
      `/c/${"A".repeat(64)}`,
      `${link.slice(0, -1)}${link.endsWith("A") ? "B" : "A"}`,
    ]) {
      const { status, page } = await get(path, { "accept-language": "de" });
      assert.equal(status, 404);
      assert.match(page, /<html lang="de"/);
      assert.match(page, /Hier ist keine Seite/);
    }
  });

  test("that has expired says so and sends a new one to their own address, once an hour, and tells nobody more", async () => {
    const marta = await newMarta(db);
    const old = await marta.link(1, plusSeconds(thursday, -5 * day));
    const { status, page } = await get(old);
    assert.equal(status, 410);
    assert.doesNotMatch(page, /Marta/, "who holds an old link need not be who it was made for");
    assert.match(page, /action="renewals"/);
    assert.equal((await post(`${old}/promises/${marta.customerId}/yes`)).status, 410);
    const first = await post(`${old}/renewals`);
    assert.equal(first.status, 200);
    assert.match(first.page, /a new link is on its way/);
    await post(`${old}/renewals`);
    assert.equal(await lettersTo(marta), 1);
    time = plusSeconds(thursday, 2 * hour);
    await post(`${old}/renewals`);
    time = thursday;
    assert.equal(await lettersTo(marta), 2);
    const nameless = await newMarta(db, { contacts: [{ name: "Nobody" }] });
    const { page: same } = await post(`${await nameless.link(1, plusSeconds(thursday, -5 * day))}/renewals`);
    assert.match(same, /a new link is on its way/);
    assert.equal(await lettersTo(nameless), 0);
  });

  test("that was revoked offers nothing but to write to us", async () => {
    const marta = await newMarta(db);
    const closed = await marta.link();
    await marta.within((tx) =>
      revokeLinks(tx, marta.workspaceId, { memberId: marta.ana.memberId }, marta.contactId, thursday),
    );
    const { status, page } = await get(closed);
    assert.equal(status, 410);
    assert.doesNotMatch(page, /<form|<button/);
    assert.equal((await post(`${closed}/renewals`)).status, 410);
    assert.equal(await lettersTo(marta), 0);
  });
});

describe("an answer", () => {
  test("that the new time is fine, or does not suit", async () => {
    const p = await m.promise("Estimate");
    await move(m, p.id);
    const { status, to } = await post(`${link}/promises/${p.id}/does_not_suit`, { words: "I am out then" });
    assert.deepEqual([status, to], [303, `${link}?done=does_not_suit&promise=${p.id}`]);
    const [contested] = await m.within((tx) => movesOf(tx, m.workspaceId, [p.id]));
    assert.equal(contested?.contestWords, "I am out then");
    assert.ok((await stands(m, p.id)).heldToDueAt);
    assert.match((await get(to ?? "")).page, /<p class="notice" role="status">Thank you. <bdi>Ana<\/bdi> was told/);
    await post(`${link}/promises/${p.id}/fits`);
    assert.equal((await stands(m, p.id)).heldToDueAt, null);
  });

  test("that they are asking counts, and they see that the owner was told", async () => {
    const p = await m.promise("Call me about the boiler");
    await post(`${link}/promises/${p.id}/asking`, { words: "" });
    assert.equal((await stands(m, p.id)).chaseCount, 1);
    assert.match((await get(link)).page, /You asked; <bdi>Ana Lima<\/bdi> was told/);
  });

  test("that it can be let go releases it, and they can take that back", async () => {
    const p = await m.promise("Second offer");
    await post(`${link}/promises/${p.id}/let_go`);
    assert.equal((await stands(m, p.id)).state, "released");
    await post(`${link}/promises/${p.id}/not_yet`, { outcome: "open_again" });
    assert.equal((await stands(m, p.id)).state, "open");
  });

  test("yes, or not yet in their words, and the last one stands", async () => {
    const p = await m.promise("Valve replaced");
    await keep(m, p.id);
    await post(`${link}/promises/${p.id}/yes`);
    assert.equal((await stands(m, p.id)).verdict, "yes");
    await post(`${link}/promises/${p.id}/not_yet`, { outcome: "not_kept", words: "It still\r\ndrips" });
    assert.equal((await stands(m, p.id)).state, "not_kept");
    const verdicts = await m.within((tx) => verdictsOf(tx, m.workspaceId, [p.id]));
    assert.deepEqual(
      verdicts.map(({ words }) => words),
      [null, "It still\ndrips"],
    );
  });

  test("that a call did not happen undoes what was told by it", async () => {
    const p = await m.promise("Pipes");
    await move(m, p.id);
    const [telling] = await m.within((tx) => tellingsOf(tx, m.workspaceId, [p.id]));
    const other = await m.promise("Another");
    const wrong = await post(`${link}/promises/${other.id}/did_not_happen`, { telling: telling?.id ?? "" });
    assert.equal(wrong.status, 409, "a call about another promise");
    await post(`${link}/promises/${p.id}/did_not_happen`, { telling: telling?.id ?? "" });
    assert.equal((await stands(m, p.id)).moveCount, 0);
    assert.match((await get(`${link}/promises/${p.id}`)).page, /You said that it did not happen/);
  });

  test("that they do not hold it up starts the clock again", async () => {
    const p = await m.promise("Thermostat");
    await m.within((tx) =>
      holdUp(tx, m.ana, p.id, { reason: "its maker", telling: call }, plusSeconds(thursday, -hour / 2)),
    );
    await post(`${link}/promises/${p.id}/not_holding_up`);
    assert.equal((await stands(m, p.id)).heldUpAt, null);
  });

  test("sent twice from one form acts once, and other words in the same form are another answer", async () => {
    const p = await m.promise("Tiles");
    const key = keyIn((await get(`${link}/promises/${p.id}?answer=asking`)).page);
    assert.ok(key);
    const ask = (words: string) => post(`${link}/promises/${p.id}/asking`, { key, words });
    const both = await Promise.all([ask("today?"), ask("today?")]);
    assert.deepEqual(
      both.map(({ status }) => status),
      [303, 303],
    );
    assert.equal((await stands(m, p.id)).chaseCount, 1);
    await ask("or tomorrow?");
    assert.equal((await stands(m, p.id)).chaseCount, 2);
  });

  test("from a letter's link asks once more and never acts by itself", async () => {
    const p = await m.promise("Radiator");
    await keep(m, p.id);
    for (const answer of ["yes", "not_yet", "fits", "does_not_suit", "asking", "let_go", "nonsense"]) {
      assert.equal((await get(`${link}/promises/${p.id}?answer=${answer}`)).status, 200);
      assert.equal((await get(`${link}/promises/${p.id}?answer=${answer}`, {}, "HEAD")).status, 200);
    }
    assert.equal((await stands(m, p.id)).verdict, null);
    const { page } = await get(`${link}/promises/${p.id}?answer=yes`);
    assert.match(page, /Did we do what you asked\?/);
    assert.equal(page.match(/<button/g)?.length, 1);
    const reloaded = await get(`${link}/promises/${p.id}/yes`);
    assert.equal(reloaded.headers.get("location"), `${link}/promises/${p.id}?answer=yes`);
  });
});

describe("what cannot be", () => {
  test("shows the form again with a sentence beside the field and their words still in it", async () => {
    const p = await m.promise("Kitchen tap");
    await keep(m, p.id);
    const undecided = await post(`${link}/promises/${p.id}/not_yet`, { words: "It <drips>" });
    assert.equal(undecided.status, 422);
    assert.match(undecided.page, /role="alert"[^>]*>Please choose one of the two/);
    assert.match(undecided.page, /It &lt;drips&gt;<\/textarea>/);
    const wordy = await post(`${link}/promises/${p.id}/not_yet`, { outcome: "open_again", words: "x".repeat(4001) });
    assert.equal(wordy.status, 422);
    assert.match(wordy.page, /aria-describedby="trouble"/);
    assert.equal((await stands(m, p.id)).verdict, null);
  });

  test("says so when it is too late for an answer", async () => {
    const p = await m.promise("Gutter");
    await post(`${link}/promises/${p.id}/let_go`);
    const { status, page } = await post(`${link}/promises/${p.id}/asking`, { words: "still?" });
    assert.equal(status, 409);
    assert.match(page, /This is settled meanwhile/);
    assert.match(page, /still\?/);
  });

  test("comes from another site", async () => {
    const p = await m.promise("Sink");
    const { status } = await post(`${link}/promises/${p.id}/let_go`, {}, { "sec-fetch-site": "cross-site" });
    assert.equal(status, 403);
    assert.equal((await stands(m, p.id)).state, "open");
  });

  test("is another customer's, and looks like nothing at all", async () => {
    const other = await newMarta(db);
    const theirs = await other.promise("Not hers");
    for (const id of [theirs.id, m.customerId, "nonsense"]) {
      assert.equal((await get(`${link}/promises/${id}`)).status, 404);
      assert.equal((await post(`${link}/promises/${id}/yes`)).status, 404);
    }
    assert.equal((await stands(other, theirs.id)).state, "open");
  });

  test("is a colleague's and not shared; shared, it can be read and asked about, not answered", async () => {
    const tom = await m.within((tx) =>
      addContact(tx, m.workspaceId, m.ana, m.customerId, { name: "Tom Berg" }, thursday),
    );
    const his = await m.promise("For Tom alone", { contactId: tom.id });
    const shared = await m.promise("For Tom, shared", { contactId: tom.id, isShared: true });
    const { page } = await get(link);
    assert.doesNotMatch(page, /For Tom alone/);
    assert.match(page, /For Tom, shared/);
    assert.equal((await post(`${link}/promises/${his.id}/asking`)).status, 404);
    assert.equal((await post(`${link}/promises/${shared.id}/let_go`)).status, 409);
    assert.equal((await post(`${link}/promises/${shared.id}/asking`)).status, 303);
    assert.equal((await stands(m, shared.id)).state, "open");
  });

  test("is a way that a page is not used, or an act that there is not", async () => {
    const p = await m.promise("Drain");
    assert.equal((await get(link, {}, "PUT")).status, 405);
    assert.equal((await get(`${link}/promises/${p.id}/yes`, {}, "DELETE")).status, 405);
    assert.equal((await post(`${link}/promises/${p.id}/forgive`)).status, 404);
    assert.equal((await post(link)).status, 404);
    assert.equal((await get(`${link}?after=nonsense&done=nonsense`)).status, 200);
  });
});

describe("the page", () => {
  test("marks what it shows as seen, but not for a browser that only loads ahead, nor for HEAD", async () => {
    const marta = await newMarta(db);
    const [own, p] = [await marta.link(), await marta.promise("Seen")];
    await get(own, { "sec-purpose": "prefetch;prerender" });
    await get(own, {}, "HEAD");
    assert.equal((await stands(marta, p.id)).seenAt, null);
    await get(own);
    assert.deepEqual((await stands(marta, p.id)).seenAt, thursday);
    time = plusSeconds(thursday, hour);
    await get(own);
    time = thursday;
    assert.deepEqual((await stands(marta, p.id)).seenAt, thursday);
  });

  test("keeps to fifteen kilobytes with thirty promises on it, and shows each of them", async () => {
    const marta = await newMarta(db);
    for (let n = 1; n <= 30; n++) {
      await marta.promise(`Promise number ${n} of many that we gave you`, { dueAt: plusSeconds(thursday, n * hour) });
    }
    const own = await marta.link();
    const shown = new Set<string>();
    let next: string | null = own;
    while (next) {
      const { page } = await get(next);
      assert.ok(Buffer.byteLength(page) <= 15_000, `${Buffer.byteLength(page)} bytes`);
      for (const [, number] of page.matchAll(/Promise number (\d+)/g)) shown.add(number ?? "");
      next = /href="([^"]+\?after=[^"]+)"/.exec(page)?.[1] ?? null;
    }
    assert.equal(shown.size, 30);
  });

  test("takes their wish how to be reached, and the journal says that it was theirs", async () => {
    const marta = await newMarta(db);
    const own = await marta.link();
    assert.match((await get(`${own}/channel`)).page, /value="email" required checked/);
    assert.equal((await post(`${own}/channel`)).status, 422);
    assert.equal((await post(`${own}/channel`, { channel: "pigeon" })).status, 422);
    assert.equal((await post(`${own}/channel`, { channel: "phone" })).to, `${own}?done=channel`);
    assert.match((await get(own)).page, /You prefer a call/);
  });

  test("speaks the customer's language, else the browser's, else the house's", async () => {
    const german = await (await newMarta(db, { language: "de-AT" })).link();
    assert.match((await get(german, { "accept-language": "en" })).page, /Was wir Ihnen versprochen haben/);
    assert.match((await get(link, { "accept-language": "de" })).page, /Was wir Ihnen versprochen haben/);
    const house = await (await newMarta(db, {}, { language: "de" })).link();
    assert.match((await get(house)).page, /Was wir Ihnen versprochen haben/);
  });
});

async function lettersTo({ within, workspaceId, contactId }: Marta): Promise<number> {
  const rows = await within((tx) =>
    tx
      .selectFrom("messages")
      .select("id")
      .where("workspace_id", "=", workspaceId)
      .where("contact_id", "=", contactId)
      .where("letter", "=", "linkRenewed")
      .execute(),
  );
  return rows.length;
}
