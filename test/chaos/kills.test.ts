import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { plusSeconds } from "#base/instant.ts";
import { ask, serverPid, temporaryFolder } from "#test/harness/embedded-owner.ts";
import { on } from "#test/harness/house.ts";
import { type Manner, startMailServer } from "#test/harness/mail-server.ts";
import { audit, settle } from "./audit.ts";
import { openDesk } from "./desk.ts";
import { diceOf } from "./dice.ts";
import { openKillableHouse } from "./killable-house.ts";
import { chosen, report, say } from "./report.ts";
import { startWriters } from "./writers.ts";

const { kills, seed } = chosen;
const victims = ["server", "postgres", "session", "both"] as const;
/** What the mail server is like meanwhile, so that senders die with a mail in hand. */
const manners: Manner[] = [
  { is: "well" },
  { is: "slow", seconds: 0.3 },
  { is: "refusing", code: 451, at: "data" },
  { is: "cutting", kept: true },
  { is: "cutting" },
];

test(`killed ${kills} times under load, the server, PostgreSQL or both, it loses nothing and does nothing twice`, async () => {
  const dice = diceOf(seed);
  const mail = await startMailServer();
  const dataFolder = temporaryFolder();
  const environment = { TRUEPENNY_DATA: dataFolder, SMTP_URL: mail.url };
  const owner = { host: join(dataFolder, "socket"), port: 5432, user: "postgres", database: "postgres" };
  const house = await openKillableHouse(environment, on("Mon 10:00"));
  await house.untilItServes();
  const desk = await openDesk(house, environment);
  const { ledger, stop, untilMore } = startWriters(desk, { count: 4, seed });
  const killed: Record<string, number> = {};
  const away: number[] = [];
  const kill = async (victim: (typeof victims)[number]) => {
    if (victim === "session" && (await killSession(owner))) return;
    if (victim !== "server") killIfThere(serverPid(dataFolder));
    if (victim === "server" || victim === "both") await house.kill().then(house.start);
  };

  for (let count = 1; count <= kills; count++) {
    mail.behave(dice.oneOf(manners));
    await sleep(dice.between(50, 1_500));
    // Every victim comes once before any comes again.
    const victim = victims[(count + seed) % victims.length] ?? "both";
    const from = performance.now();
    await kill(victim);
    killed[victim] = (killed[victim] ?? 0) + 1;
    // Sometimes it dies again before it has come back.
    const isLetLive = count === kills || !dice.isLucky(0.2);
    if (isLetLive) {
      await house.untilItServes();
      if (chosen.isWhole) await untilMore();
      away.push((performance.now() - from) / 1000);
    }
    say(
      `${count}. kill (${victim}): ${isLetLive ? `writes again after ${away.at(-1)?.toFixed(1)} s` : "again at once"}, ${ledger.writes.length} writes`,
    );
  }
  mail.behave({ is: "well" });
  await sleep(1_000);
  await stop();
  const end = plusSeconds(house.now(), 8 * 3600);
  await settle({ owner }, house, end);
  const { logged } = house;
  const figures = await audit({ desk, ledger, logged, inbox: mail.inbox, owner, environment }, house.now());
  assert.ok(ledger.writes.length > kills, "somebody wrote something meanwhile");
  await house.stop();
  const [longest = 0, median = 0] = [
    away.toSorted((a, b) => b - a)[0],
    away.toSorted((a, b) => a - b)[away.length >> 1],
  ];
  const serves = `${median.toFixed(1)} (median), ${longest.toFixed(1)} (longest)`;
  report("killed under load", { kills, ...killed, ...figures, "seconds until some more writes": serves });
});

/** One of PostgreSQL's sessions that serve us: all others fall with it. */
async function killSession(owner: Parameters<typeof ask>[0]): Promise<boolean> {
  const sessions = "select pid from pg_stat_activity where usename = 'truepenny_app' order by random() limit 1";
  const [row] = await ask(owner, sessions).catch(() => []);
  return killIfThere(Number(row?.pid ?? 0));
}

function killIfThere(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, "SIGKILL");
  } catch {
    return false;
  }
}
