import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { mailboxesContract } from "#app/mailboxes/wire.ts";
import { ask, serverPid, temporaryFolder, until } from "#test/harness/embedded-owner.ts";
import { on } from "#test/harness/house.ts";
import { startImapServer } from "#test/harness/imap-server.ts";
import { bringMail, mailFrom } from "#test/harness/mail-in.ts";
import { startMailServer } from "#test/harness/mail-server.ts";
import { staffAt } from "#test/harness/staff.ts";
import { openDesk } from "./desk.ts";
import { diceOf } from "./dice.ts";
import { openKillableHouse } from "./killable-house.ts";
import { chosen, report, say } from "./report.ts";

const { kills, seed } = chosen;

test(`killed ${kills} times while mail comes in, each mail is one case and is acknowledged once`, async () => {
  const dice = diceOf(seed);
  const [mail, folder, dataFolder] = [await startMailServer(), await startImapServer(), temporaryFolder()];
  const environment = { TRUEPENNY_DATA: dataFolder, SMTP_URL: mail.url, PRIVATE_NETWORKS: "127.0.0.1" };
  const owner = { host: join(dataFolder, "socket"), port: 5432, user: "postgres", database: "postgres" };
  const house = await openKillableHouse(environment, on("Mon 10:00"));
  await house.untilItServes();
  const { apiKey } = await openDesk(house, environment);
  const staff = staffAt(house.url, apiKey);
  const relay = await staff.ask(mailboxesContract.addRelay, { body: { address: "hello@ortiz.example" } });
  const url = house.url + new URL(relay.url).pathname;
  const looked = { address: "help@ortiz.example", host: "127.0.0.1", port: folder.port, encryption: "none" } as const;
  await staff.ask(mailboxesContract.addMailbox, { body: { ...looked, password: "right" } });
  const isLookedInto = async () =>
    (await staff.ask(mailboxesContract.listMailboxes)).items.some((box) => box.looked_at);
  await until("a first look into the folder", isLookedInto);

  /** A relay tries until it hears that the mail is kept, as they do. */
  async function bring(raw: string): Promise<void> {
    for (;;) {
      const status = await bringMail(url, raw, { key: relay.key, now: house.now() }).catch(() => 0);
      if (status === 202) return;
      assert.ok([0, 408, 500, 503].includes(status), `the relay is answered ${status}`);
      await sleep(100);
    }
  }

  const sent: string[] = [];
  const ending = new AbortController();
  const writing = (async () => {
    for (; !ending.signal.aborted; await sleep(60 * dice.between(0.5, 1.5))) {
      const subject = `Tap ${sent.length}`;
      const raw = mailFrom(`Guest <guest-${sent.length}@guests.example>`, "It drips.", { Subject: subject });
      sent.push(subject);
      if (sent.length % 2 === 0) folder.deliver(raw);
      else await bring(raw);
    }
  })();
  for (let count = 1; count <= kills; count++) {
    await sleep(dice.between(50, 1_200));
    if (dice.isLucky(0.3)) process.kill(serverPid(dataFolder), "SIGKILL");
    else await house.kill().then(house.start);
    await house.untilItServes();
    say(`${count}. kill: ${sent.length} mails so far`);
  }
  await sleep(500);
  ending.abort();
  await writing;

  const rowsOf = (sql: string) => ask(owner, sql);
  // A look that died with its process is taken up when its lease is over.
  await until(
    "every mail is filed",
    async () => {
      house.step(30);
      const [row] = await rowsOf("select count(*)::int as filed from arrivals where state <> 'new'");
      const [waiting] = await rowsOf("select count(*)::int as count from messages where next_attempt_at is not null");
      return Number(row?.filed) >= sent.length && Number(waiting?.count) === 0;
    },
    120,
  );
  assert.ok(sent.length > kills, "mail came in meanwhile");
  const cases = await rowsOf("select subject from cases order by raised_at, id");
  assert.deepEqual(cases.map(({ subject }) => String(subject)).sort(), sent.toSorted(), "each is one case");
  const words = await rowsOf("select case_id from case_messages where about = 'acknowledgement'");
  assert.equal(new Set(words.map(({ case_id }) => case_id)).size, words.length, "none is acknowledged twice");
  assert.equal(words.length, sent.length);
  const arrived = mail.inbox.filter(({ envelope }) => envelope.to.some((to) => to.endsWith("@guests.example")));
  const ids = new Map(arrived.map(({ messageId, envelope }) => [messageId, envelope.to[0]]));
  assert.equal(new Set(ids.values()).size, sent.length, "each guest has a mail");
  assert.equal(ids.size, sent.length, "and what came twice carries the same Message-ID");
  await house.stop();
  report("mail in, killed", {
    kills,
    "mails in": sent.length,
    "acknowledged again under the same Message-ID": arrived.length - ids.size,
  });
});
