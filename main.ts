import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import { arrivalDuties, watchMailboxes } from "#app/arrivals/clock.ts";
import { holidaysDuty } from "#app/calendars/clock.ts";
import { hearInCases } from "#app/cases/actions-hear.ts";
import { caseDuties } from "#app/cases/clock.ts";
import { actorOfKey } from "#app/members/store-keys.ts";
import { actorOfUser } from "#app/members/store-users.ts";
import { sendDuty } from "#app/messages/clock.ts";
import { forgetAttachmentsDuty } from "#app/messages/clock-attachments.ts";
import { pushDuty } from "#app/messages/clock-pushes.ts";
import { promiseDuties } from "#app/promises/clock.ts";
import { householdOf } from "#app/users/actions-household.ts";
import { setupCodeOf } from "#app/users/setup-code.ts";
import { hasWorkspaces } from "#app/workspaces/store.ts";
import { Instant } from "#base/instant.ts";
import { conflict } from "#base/refusal.ts";
import { startClock } from "#engine/clock/clock.ts";
import { glance } from "#engine/clock/glance.ts";
import { startHerald } from "#engine/clock/herald.ts";
import type { Config } from "#engine/config.ts";
import { connectionOf } from "#engine/db/connection.ts";
import { type Connection, openDatabase } from "#engine/db/database.ts";
import { migrate } from "#engine/db/migrate.ts";
import { roleConnections } from "#engine/db/roles.ts";
import type { House } from "#engine/http/call.ts";
import { openDoors } from "#engine/http/doors.ts";
import { forgetKeysDuty } from "#engine/http/forget-keys.ts";
import { openIdentity } from "#engine/identity/identity.ts";
import { sweepDuty } from "#engine/identity/sweep.ts";
import { showLateness } from "#engine/late-gauges.ts";
import { openLog } from "#engine/log.ts";
import { houseSecret } from "#engine/secret.ts";
import { lobby, pages, served } from "./served.ts";

export type StartedHouse = { url: string; stop: () => Promise<void> };

/**
 * Starts the whole house and resolves when it answers: database, migrations, clock, doors. `stop` goes the other way
 * round: requests are finished, streams ended, what the clock has under way is done, then the database is let go.
 */
export async function startHouse(config: Config, now: () => Instant = thisInstant): Promise<StartedHouse> {
  await using opened = new AsyncDisposableStack();
  const log = openLog(config.logLevel);
  const owner = config.databaseUrl ? connectionOf(config.databaseUrl) : await embedded(config, log, opened);
  const secret = houseSecret(config.dataFolder, config.secret);
  await migrate(owner, secret);
  const roles = roleConnections(owner, secret);
  const db = openDatabase(roles);
  opened.defer(() => db.close());
  opened.defer(showLateness(db, now));

  const { privateNetworks, smtpUrl = null } = config;
  const house = { publicUrl: config.publicUrl ?? `http://localhost:${config.port}`, secret, privateNetworks, smtpUrl };
  const identity = openIdentity({ db, house, household: householdOf(db, house, now), oidc: config.oidc, log });
  const setupCode = isReachable(config) ? setupCodeOf(secret) : null;
  const sending = { db, house, smtpUrl, now, log: (sentence: string) => log.warn(sentence) };
  const failed = (err: unknown, doing: string) =>
    log.error({ err, doing }, "the clock could not do this; it tries again");
  const watching = watchMailboxes({ db, house, now, restMs: 30_000 }, failed);
  opened.defer(() => watching.stop());
  const mailIn = [watching.duty, ...arrivalDuties(db, house)];
  const others = [
    ...caseDuties(db),
    holidaysDuty(db),
    forgetKeysDuty(db),
    forgetAttachmentsDuty(db),
    sweepDuty(db.auth),
  ];
  const duties = [
    sendDuty(sending),
    pushDuty({ db, house, now }),
    ...promiseDuties(db, hearInCases),
    ...mailIn,
    ...others,
  ];
  const clock = startClock({ duties, now, log: failed, glance: (alarms, at) => glance(db, alarms, at) });
  opened.defer(() => clock.stop());
  const herald = startHerald({ connection: roles.clock, onDue: clock.wake });
  opened.defer(() => herald.stop());
  db.announce = herald.announce;

  const { trustedProxies, metricsToken, drainSeconds } = config;
  const doors = openDoors({
    db,
    house,
    served,
    pages,
    lobby,
    setupCode,
    authenticate: actorOfKey,
    recognise: actorOfUser,
    identity,
    now,
    log,
    trustedProxies,
    metricsToken,
    drainSeconds,
  });
  opened.defer(() => doors.close());
  await doors.listen({ port: config.port, host: config.host }).catch(explainPort(config));
  const { port } = doors.server.address() as AddressInfo;
  // Asked for any free port, the house learns only now where its links lead.
  house.publicUrl = config.publicUrl ?? `http://localhost:${port}`;

  if (!(await hasWorkspaces(db))) sayFirstRun(house, setupCode);

  const kept = opened.move();
  return { url: `http://localhost:${port}`, stop: () => kept.disposeAsync() };
}

/** The one place where the time comes in, to the millisecond. */
function thisInstant(): Instant {
  return new Instant(Date.now());
}

/** Can strangers reach a house before anybody lives in it? */
function isReachable({ publicUrl, host }: Config): boolean {
  return publicUrl !== undefined || !/^(?:localhost$|127\.|::1$)/.test(host);
}

/** On stderr, since stdout says only that the house is ready, and a log may go to others. */
function sayFirstRun({ publicUrl }: House, setupCode: string | null): void {
  const code = setupCode === null ? "" : ` The code that it asks for: ${setupCode}`;
  process.stderr.write(`Nobody lives here yet. Begin at ${publicUrl}/first-run.${code}\n`);
}

async function embedded({ dataFolder }: Config, log: Logger, opened: AsyncDisposableStack): Promise<Connection> {
  const { startEmbedded } = await import("#engine/db/embedded.ts");
  const server = await startEmbedded({
    dataFolder,
    log: (line) => log[/ LOG: {2}/.test(line) ? "debug" : "info"](line),
  });
  opened.defer(() => server.stop());
  return server.connection;
}

function explainPort({ port, host }: Config): (problem: NodeJS.ErrnoException) => never {
  return (problem) => {
    if (problem.code === "EADDRINUSE") {
      const sentence = `Port ${port} is in use by another program. Stop it, or choose another: PORT=${port + 1} npm start`;
      throw conflict("port_in_use", sentence);
    }
    if (problem.code === "EACCES") {
      throw conflict("port_not_ours", `This user may not listen on port ${port} of ${host}. Choose one above 1023.`);
    }
    throw problem;
  };
}
