import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { messagesContract } from "#app/messages/wire.ts";
import { promisesContract } from "#app/promises/wire.ts";
import { plusSeconds } from "#base/instant.ts";
import type { Connection } from "#engine/db/database.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { ask, temporaryFolder } from "#test/harness/embedded-owner.ts";
import { databaseUrlOf, on } from "#test/harness/house.ts";
import { startMailServer } from "#test/harness/mail-server.ts";
import { staffAt } from "#test/harness/staff.ts";
import { audit, settle } from "./audit.ts";
import { marta, openDesk } from "./desk.ts";
import { type KillableHouse, openKillableHouse } from "./killable-house.ts";
import { chosen, report, say } from "./report.ts";
import { startWriters } from "./writers.ts";

const leaseSeconds = 121;
// The whole command waits as long as it takes; in the short form the clock of both is set ahead instead.
const pauseSeconds = chosen.isWhole ? 60 : 4;

/** Two processes on one database, as behind a proxy. */
async function openTwo() {
  const { owner } = await freshDatabase();
  const mail = await startMailServer();
  const secret = "a secret that both processes know";
  const database = { DATABASE_URL: databaseUrlOf(owner), TRUEPENNY_SECRET: secret };
  const environment = {
    TRUEPENNY_DATA: temporaryFolder(),
    SMTP_URL: mail.url,
    PUBLIC_URL: "http://localhost:3000",
    ...database,
  };
  const sleeper = await openKillableHouse(environment, on("Mon 10:00"));
  await sleeper.untilItServes();
  const other = await openKillableHouse(environment, sleeper.now());
  await other.untilItServes();
  const desk = await openDesk(other, environment);
  const both = { now: other.now, step: (seconds: number) => stepBoth([sleeper, other], seconds) };
  return { owner, mail, environment, sleeper, other, both, desk };
}

function stepBoth(houses: KillableHouse[], seconds: number): void {
  for (const house of houses) house.step(seconds);
}

test("a message in the hands of a process that is paused is sent by another, and its waking does no harm", async () => {
  const { owner, mail, sleeper, other, both, desk } = await openTwo();
  const staff = staffAt(sleeper.url, desk.apiKey);
  const about = { customer_id: desk.customerId, contact_id: desk.contactId, text: "Mend the tap", kind: "fix" };
  const due_at = plusSeconds(other.now(), 5 * 3600).toString();
  const { id } = await staff.ask(promisesContract.makePromise, { body: { ...about, due_at } });
  // One takes the message in hand and is stopped before it hears from the mail server, which has it by then or not.
  other.pause();
  mail.behave({ is: "slow", seconds: 2 });
  await staff.ask(promisesContract.updateCustomer, { id, body: { message: { body: "It goes well." } } });
  await leased(owner);
  await sleep(500);
  sleeper.pause();
  other.wake();
  mail.behave({ is: "well" });
  if (chosen.isWhole) await sleep(leaseSeconds * 1000);
  else both.step(leaseSeconds);
  const toMarta = () => mail.inbox.filter(({ envelope }) => envelope.to.includes(marta));
  await accepted(owner);
  sleeper.wake();
  await sleeper.untilItServes();
  await settle({ owner }, both, plusSeconds(other.now(), 600));

  const { items } = await staff.ask(messagesContract.listMessages, { query: { customer_id: desk.customerId } });
  assert.deepEqual(
    items.map(({ state, attempts, problem }) => [state, attempts, problem]),
    [["accepted", 2, null]],
  );
  assert.equal(new Set(toMarta().map(({ messageId, text }) => `${messageId} ${text}`)).size, 1);
  assert.equal((await ask(owner, "select 1 from journal where what = 'message sent'")).length, 1);
  await Promise.all([sleeper.stop(), other.stop()]);
  const arrived = { "mails arrived": toMarta().length, "Message-IDs": 1 };
  report("paused with a message in hand", { "seconds paused": chosen.isWhole ? leaseSeconds : 0, ...arrived });
});

test(`a process that is paused for ${pauseSeconds} seconds under load leaves nothing undone and nothing done twice`, async () => {
  const { owner, mail, environment, sleeper, other, both, desk } = await openTwo();
  const shared = { ...desk, urls: [sleeper.url, other.url] };
  const { ledger, stop, untilMore } = startWriters(shared, { count: 6, seed: chosen.seed });
  await untilMore(chosen.load);
  const before = ledger.writes.length;
  sleeper.pause();
  await sleep(pauseSeconds * 1000);
  const meanwhile = ledger.writes.length - before;
  sleeper.wake();
  say(`${before} writes, then ${meanwhile} while one process was paused for ${pauseSeconds} s`);
  await untilMore(chosen.load);
  await stop();
  await settle({ owner }, both, plusSeconds(other.now(), 8 * 3600));
  const logged = [...sleeper.logged, ...other.logged];
  const scene = { desk: shared, ledger, logged, inbox: mail.inbox, owner, environment };
  const figures = await audit(scene, other.now());
  await Promise.all([sleeper.stop(), other.stop()]);
  report("one of two processes paused under load", { "seconds paused": pauseSeconds, ...figures });
});

const leased = (owner: Connection) => until(owner, "leased_until is not null");
const accepted = (owner: Connection) => until(owner, "state = 'accepted'");

async function until(owner: Connection, what: string): Promise<void> {
  const messages = `select 1 from messages where ${what}`;
  for (const deadline = Date.now() + 60_000; (await ask(owner, messages)).length === 0; await sleep(20)) {
    assert.ok(Date.now() < deadline, `no message of which ${what}`);
  }
}
