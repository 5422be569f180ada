import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { plusSeconds } from "#base/instant.ts";
import { temporaryFolder } from "#test/harness/embedded-owner.ts";
import { on } from "#test/harness/house.ts";
import { startMailServer } from "#test/harness/mail-server.ts";
import { audit, settle } from "./audit.ts";
import { openDesk } from "./desk.ts";
import { openKillableHouse } from "./killable-house.ts";
import { debiansPrograms, startPair } from "./pair.ts";
import { chosen, report, say } from "./report.ts";
import { startWriters } from "./writers.ts";

const quick = [{ is: "killed", kind: "the embedded", mostSeconds: 10 }] as const;
const whole = [
  ...quick,
  { is: "killed", kind: "Debian's", mostSeconds: 10 },
  // No line is cut: each is known to be dead only when it was silent for longer than any statement may take.
  { is: "frozen", kind: "Debian's", mostSeconds: 60 },
] as const;

for (const { is, kind, mostSeconds } of chosen.isWhole ? whole : quick) {
  test(`when the primary is ${is} and its standby promoted, nothing acknowledged is lost (${kind} PostgreSQL)`, async () => {
    const mail = await startMailServer();
    const pair = await startPair(kind === "Debian's" ? debiansPrograms() : undefined);
    const environment = { TRUEPENNY_DATA: temporaryFolder(), DATABASE_URL: pair.url, SMTP_URL: mail.url };
    const house = await openKillableHouse(environment, on("Mon 10:00"));
    await house.untilItServes();
    const desk = await openDesk(house, environment);
    const { ledger, stop, untilMore } = startWriters(desk, { count: 6, seed: chosen.seed });
    await untilMore(chosen.load);

    await (is === "killed" ? pair.killPrimary() : pair.freezePrimary());
    const before = ledger.writes.length;
    await sleep(1_000);
    const promoting = performance.now();
    await pair.promote();
    await untilMore();
    const away = (performance.now() - promoting) / 1000;
    say(
      `${before} writes before the primary was ${is}; the standby was promoted and took writes after ${away.toFixed(1)} s`,
    );
    assert.ok(!chosen.isWhole || away < mostSeconds, `it serves only after ${away} s`);
    await untilMore(chosen.load);

    // The former primary comes back and believes that it still is one; a new process must not fall for it.
    await pair.startPrimary();
    await house.kill();
    house.start();
    await house.untilItServes();
    await untilMore(chosen.load);
    await stop();

    const owner = pair.standby;
    await settle({ owner }, house, plusSeconds(house.now(), 8 * 3600));
    const { logged } = house;
    const figures = await audit({ desk, ledger, logged, inbox: mail.inbox, owner, environment }, house.now());
    await house.stop();
    report(`primary ${is}, synchronous standby promoted (${kind} PostgreSQL)`, {
      ...figures,
      "seconds from the promotion to the next write": away.toFixed(1),
    });
  });
}
