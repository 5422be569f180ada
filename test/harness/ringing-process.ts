import { sendDuty } from "#app/messages/clock.ts";
import { promiseDuties } from "#app/promises/clock.ts";
import { instant } from "#base/instant.ts";
import { startClock } from "#engine/clock/clock.ts";
import type { Duty } from "#engine/clock/duty.ts";
import { openDatabase } from "#engine/db/database.ts";

/** A clock in a process of its own, which a test kills: database, mail server and time are given as JSON. */
const { app, clock, house, smtpUrl, now } = JSON.parse(process.argv[2] ?? "{}");
const db = openDatabase({ app, clock });
const log = (problem: unknown) => process.stderr.write(`${problem}\n`);
const sending = { db, house, smtpUrl, now: () => instant(now), log };
const duties = [sendDuty(sending) as Duty, ...promiseDuties(db)];
startClock({ duties, now: () => instant(now), log, pollSeconds: 0.05 });
process.stdout.write("running\n");
