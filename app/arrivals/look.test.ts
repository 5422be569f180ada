import assert from "node:assert/strict";
import { test } from "node:test";
import { listMailboxes } from "#app/mailboxes/store.ts";
import { Instant } from "#base/instant.ts";
import { runDue } from "#engine/clock/clock.ts";
import type { Duty } from "#engine/clock/duty.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { startImapServer } from "#test/harness/imap-server.ts";
import { mailFrom, startMailIn } from "#test/harness/mail-in.ts";
import type { Body, Shop } from "#test/harness/promises.ts";
import { watchMailboxes } from "./clock.ts";

const house = await startMailIn();
const { db, now, duties } = house;
const networks = { ...house.sending.house, privateNetworks: ["127.0.0.1"] };
const never = (problem: unknown) => assert.fail(String(problem));
const once = watchMailboxes({ db, house: networks, now, restMs: null }, never);
const marta = "marta@example.com";

/** A quarter of an hour later, everything due has happened and every mailbox was looked into once. */
async function later() {
  house.setTime(new Instant(now().epochMilliseconds + 15 * 60_000));
  await runDue([once.duty as Duty, ...duties], now());
}

async function opened(more: Body = {}) {
  const server = await startImapServer();
  const shop = await house.newShop();
  const settings = {
    address: "help@ortiz.example",
    host: "127.0.0.1",
    port: server.port,
    encryption: "none",
    password: "right",
  };
  const { id } = await shop.post("/mailboxes", { ...settings, ...more });
  return { server, shop, id };
}

const wordsOf = async (shop: Shop) =>
  ((await shop.get(`/messages?customer_id=${shop.marta.id}`)).items as Body[]).map(({ body }) => body).toReversed();
const mailboxOf = async (shop: Shop) => ((await shop.get("/mailboxes")).items as Body[])[0];

test("what lay in the folder before stays there; what comes after is filed, each once, and nothing in it is changed", async () => {
  const { server, shop } = await opened();
  server.deliver(mailFrom(marta, "long ago"));
  await later();
  server.deliver(mailFrom(marta, "one"));
  server.deliver(mailFrom(marta, "two"));
  await later();
  await later();
  assert.deepEqual(await wordsOf(shop), ["one", "two"]);
  assert.equal((await mailboxOf(shop))?.problem, null);
  assert.equal(server.state.fetched, 2);
});

test("a server that drops the line all the time loses nothing and doubles nothing", async () => {
  const { server, shop } = await opened();
  await later();
  const all = Array.from({ length: 12 }, (_, n) => `mail ${n}`);
  for (const words of all) server.deliver(mailFrom(marta, words));
  server.state.dropAfter = 10;
  await later();
  assert.match(String((await mailboxOf(shop))?.problem), /cannot be reached, or it cut the line/);
  for (let tries = 0; tries < 15; tries++) await later();
  assert.deepEqual(await wordsOf(shop), all);
  server.state.dropAfter = Number.POSITIVE_INFINITY;
  await later();
  assert.equal((await mailboxOf(shop))?.problem, null);
});

test("a folder that is rebuilt under new numbers is looked through again, and nothing is filed twice", async () => {
  const { server, shop } = await opened();
  await later();
  server.deliver(mailFrom(marta, "before"));
  await later();
  server.deliver(mailFrom(marta, "meanwhile"));
  server.renumber();
  await later();
  assert.deepEqual(await wordsOf(shop), ["before", "meanwhile"]);
});

test("of a mail of 40 MB the words are filed, and it is said that the rest lies in the mailbox", async () => {
  const { server, shop } = await opened();
  await later();
  const head = `Content-Type: multipart/mixed; boundary=b`;
  const mail = mailFrom(marta, "", { "MIME-Version": "1.0" }).replace(
    "\r\n\r\n",
    `\r\n${head}\r\n\r\n--b\r\n\r\nSee the film.\r\n--b\r\nContent-Type: video/mp4; name=film.mp4\r\nContent-Transfer-Encoding: base64\r\n\r\n`,
  );
  server.deliver(Buffer.concat([Buffer.from(mail), Buffer.alloc(40 * 1024 * 1024, `${"AAAA".repeat(19)}\r\n`)]));
  await later();
  assert.deepEqual(await wordsOf(shop), ["See the film."]);
  const [arrival] = (await shop.get("/arrivals")).items as { troubles: string[]; bytes: number }[];
  assert.ok(arrival?.troubles.includes("too_large"));
  assert.ok((arrival?.bytes ?? 0) > 40_000_000);
});

test("while one process looks into a mailbox no other does; changed settings end the look", async () => {
  const { server, shop, id } = await opened();
  const first = watchMailboxes({ db, house: networks, now, restMs: 50 }, never);
  const second = watchMailboxes({ db, house: networks, now, restMs: 50 }, never);
  await runDue([first.duty as Duty], now());
  await runDue([second.duty as Duty], now());
  const held = async () =>
    (await inWorkspace(db, shop.workspaceId, (tx) => listMailboxes(tx, shop.workspaceId)))[0]?.watchId;
  const by = await held();
  server.deliver(mailFrom(marta, "hello"));
  await until(async () => server.state.calls === 1 && (await mailboxOf(shop))?.looked_at !== null);
  server.deliver(mailFrom(marta, "hello"));
  await until(() => server.state.fetched >= 1);
  assert.equal(await held(), by);
  const { status } = await shop.call("PATCH", `/mailboxes/${id}`, { folder: "Nowhere" });
  assert.equal(status, 200);
  await runDue([second.duty as Duty], now());
  await until(async () => (await mailboxOf(shop))?.problem !== null);
  assert.match(
    String((await mailboxOf(shop))?.problem),
    /The folder Nowhere cannot be read\. It says: there is no such folder/,
  );
  await Promise.all([first.stop(), second.stop()]);
  assert.equal(await held(), null);
});

test("what is wrong with a mailbox is said by its name", async () => {
  const { shop, id } = await opened();
  const { status, body } = await shop.call("POST", `/mailboxes/${id}/tests`);
  assert.deepEqual([status, body.step], [200, "connection"], "the doors of this house reach no private network");
  assert.match(String(body.says), /may not be called/);
  const { server: locked, shop: wrong } = await opened({ password: "wrong" });
  await later();
  assert.match(String((await mailboxOf(wrong))?.problem), /does not let us in/);
  assert.equal(locked.state.fetched, 0);
  const elsewhere = await shop.call("PATCH", `/mailboxes/${id}`, { host: "imap.thief.example" });
  assert.deepEqual(
    [elsewhere.status, elsewhere.body.code],
    [422, "secret_missing"],
    "no other server is shown its secret",
  );
  const gone = await shop.call("DELETE", `/mailboxes/${id}`);
  assert.equal(gone.status, 200);
  assert.deepEqual((await shop.get("/mailboxes")).items, []);
});

async function until(is: () => boolean | Promise<boolean>): Promise<void> {
  for (let waits = 0; waits < 500; waits++) {
    if (await is()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.fail("it does not happen");
}
