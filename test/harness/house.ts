import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { after } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { type Instant, instantOf, isAfter, latest, Temporal } from "#base/instant.ts";
import { pg } from "#engine/db/types.ts";
import { startHouse } from "#main.ts";
import { freshDatabase, testSecret } from "./database.ts";
import { startMailServer } from "./mail-server.ts";

/** What else its operator may have set: another mail server than the test's own, and networks that it may call. */
export type Besides = { smtpUrl?: string; privateNetworks?: string[] };

/** Exit code and what was said; `json` is the last line that the command wrote, as `--json` promises it. */
type Said = { code: number; out: string; err: string; json: unknown };

const program = join(import.meta.dirname, "../../truepenny");

/**
 * The whole house of `main.ts` on a database of its own: doors, clock, customers' pages and mail through a real server, by
 * a clock that only the test moves. It begins on the coming Monday at nine in Berlin; what the command line does happens
 * now, so before.
 */
export async function openHouse(besides: Besides = {}) {
  const opened = new AsyncDisposableStack();
  // Asked for first, so that the house is closed before its database goes.
  after(() => opened.disposeAsync());
  const { owner, db } = await freshDatabase();
  const dataFolder = mkdtempSync(join(tmpdir(), "truepenny-house-"));
  opened.defer(() => rmSync(dataFolder, { recursive: true, force: true }));
  const databaseUrl = databaseUrlOf(owner);

  const mail = await startMailServer();
  let now = on("Mon 09:00");
  const config = { host: "127.0.0.1", port: 0, dataFolder, databaseUrl, smtpUrl: mail.url, secret: testSecret };
  const unset = {
    publicUrl: undefined,
    oidc: null,
    metricsToken: undefined,
    trustedProxies: [],
    privateNetworks: [],
    drainSeconds: 0,
    logLevel: "error",
  };
  const house = await startHouse({ ...config, ...unset, ...besides }, () => now);
  opened.defer(house.stop);
  const client = new pg.Client(owner);
  await client.connect();
  opened.defer(() => client.end());

  /** Moves the clock to that instant, through each alarm on the way, and waits until everything due has happened. */
  async function advanceTo(to: Instant): Promise<void> {
    for (let next = await settled(); next && !isAfter(next, to); next = await settled()) now = latest(now, next);
    now = latest(now, to);
    await settled();
  }

  /** Waits until nothing is due and no mail is in hand; gives when the next thing will be due. */
  async function settled(): Promise<Instant | null> {
    for (let waits = 0; waits < mostWaits; waits++) {
      const { rows } = await client.query<{ next: Instant | null; is_sending: boolean }>(alarms);
      const { next = null, is_sending: isSending = false } = rows[0] ?? {};
      if (!isSending && (next === null || isAfter(next, now))) return next;
      await client.query("notify truepenny_due");
      await sleep(20);
    }
    throw new Error(`at ${now} something that is due does not happen`);
  }

  const run = (...words: string[]) => command(words, { DATABASE_URL: databaseUrl, TRUEPENNY_DATA: dataFolder });
  return { url: house.url, now: () => now, db, mail, run, advanceTo, settle: () => advanceTo(now) };
}

const mostWaits = 1_000;

/** Every alarm there is, as `dueRows` and `ringMailsDue` look for them. */
const alarms = `select exists (select from messages where leased_until is not null) as is_sending, least(
  (select min(next_ring_at) from promises), (select min(next_ring_at) from promise_series),
  (select min(next_ring_at) from cases), (select min(mail_at) from case_rings),
  (select min(least(next_attempt_at, heed_at)) from messages), (select min(mail_at) from rings),
  (select min(holidays_at) from calendars), (select min(file_at) from arrivals),
  (select min(next_push_at) from pushes)) as next`;

/** As `DATABASE_URL` names it: a socket in a folder is a host as well. */
export function databaseUrlOf({ user, host, port, database }: pg.ClientConfig): string {
  return `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(String(host))}`;
}

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const berlin = "Europe/Berlin";
const today = Temporal.Now.zonedDateTimeISO(berlin).toPlainDate();
const monday = today.add({ days: 8 - today.dayOfWeek });

/** The instant that the clocks of Berlin show in the week that the house begins with: `on("Tue 12:00")`. */
export function on(said: string): Instant {
  const [weekday = "", plainTime = ""] = said.split(" ");
  const days = weekdays.indexOf(weekday);
  return instantOf(monday.add({ days }).toZonedDateTime({ timeZone: berlin, plainTime }));
}

/** The real command line, through its boot script, on the house's database. */
export async function command(words: string[], environment: Record<string, string>): Promise<Said> {
  const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
  const child = spawn(program, words, {
    env: { HOME: process.env.HOME, PATH, TRUEPENNY_SECRET: testSecret, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  const last = out.trimEnd().split("\n").at(-1) ?? "";
  return { code, out, err, json: last.startsWith("{") ? JSON.parse(last) : null };
}
