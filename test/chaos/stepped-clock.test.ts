import { test } from "node:test";
import { plusSeconds } from "#base/instant.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { temporaryFolder } from "#test/harness/embedded-owner.ts";
import { databaseUrlOf, on } from "#test/harness/house.ts";
import { startMailServer } from "#test/harness/mail-server.ts";
import { audit, settle } from "./audit.ts";
import { openDesk } from "./desk.ts";
import { openKillableHouse } from "./killable-house.ts";
import { chosen, report, say } from "./report.ts";
import { startWriters } from "./writers.ts";

const hours = [1, -1, -1, 1, 1, -1];

test("a clock that is set by an hour, forward and back, while the house runs rings nothing twice and loses nothing", async () => {
  const { owner } = await freshDatabase();
  const mail = await startMailServer();
  const environment = { TRUEPENNY_DATA: temporaryFolder(), DATABASE_URL: databaseUrlOf(owner), SMTP_URL: mail.url };
  const house = await openKillableHouse(environment, on("Mon 10:00"));
  await house.untilItServes();
  const desk = await openDesk(house, environment);
  const { ledger, stop, untilMore } = startWriters(desk, { count: 4, seed: chosen.seed });
  for (const by of hours) {
    await untilMore(chosen.load);
    house.step(by * 3600);
    say(`${ledger.writes.length} writes; now the clock is set by ${by} h`);
  }
  await untilMore(chosen.load);
  await stop();
  await settle({ owner }, house, plusSeconds(house.now(), 12 * 3600));
  const { logged } = house;
  const figures = await audit({ desk, ledger, logged, inbox: mail.inbox, owner, environment }, house.now());
  await house.stop();
  report("clock set by an hour, both ways", { "times it was set": hours.length, ...figures });
});
