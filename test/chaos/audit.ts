import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { type Instant, isAfter, secondsBetween } from "#base/instant.ts";
import { pg } from "#engine/db/types.ts";
import { command } from "#test/harness/house.ts";
import type { Arrived } from "#test/harness/mail-server.ts";
import { type Desk, type Ledger, trySending } from "./writers.ts";

/** What a run leaves behind, and who can say so: the ledger of the writers, the mailbox, the database. */
export type Scene = {
  desk: Desk;
  ledger: Ledger;
  /** What the house logged as errors. */
  logged: string[];
  inbox: Arrived[];
  owner: pg.ClientConfig;
  environment: Record<string, string>;
};

export type Figures = Record<string, number | string>;

/** Every alarm there is that still has something to do. */
const alarms = `select exists (select from messages where leased_until is not null) as is_sending, least(
  (select min(next_ring_at) from promises), (select min(next_ring_at) from promise_series),
  (select min(least(next_attempt_at, heed_at)) from messages), (select min(mail_at) from rings)) as next`;

const settlingSeconds = 120;
// Alarm by alarm an hour full of them would take minutes.
const strideSeconds = 900;

/** Lets the clock run ahead until that instant, in strides, and waits until nothing is left to do by then. */
export async function settle(
  { owner }: Pick<Scene, "owner">,
  house: { now: () => Instant; step: (seconds: number) => void },
  until: Instant,
): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    for (let quietSince = performance.now(); performance.now() - quietSince < settlingSeconds * 1000; await sleep(50)) {
      const { rows } = await client.query<{ next: Instant | null; is_sending: boolean }>(alarms);
      const { next = null, is_sending: isSending = false } = rows[0] ?? {};
      if (next !== null && !isAfter(next, house.now())) {
        await client.query("notify truepenny_due");
        continue;
      }
      if (!isSending && (next === null || isAfter(next, until))) return;
      // What a dead process had in hand is due again when its lease is over.
      const ahead = next === null ? strideSeconds : secondsBetween(house.now(), next);
      house.step(Math.max(strideSeconds, ahead));
      quietSince = performance.now();
    }
    throw new Error("something that is due does not happen");
  } finally {
    await client.end();
  }
}

/** Holds what is there against what was acknowledged: all of it, once; gives the figures. */
export async function audit(scene: Scene, now: Instant): Promise<Figures> {
  const client = new pg.Client(scene.owner);
  await client.connect();
  try {
    const ask = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
      (await client.query<Row>(sql, values)).rows;
    const bugs = scene.logged.filter((line) => line.includes('"msg":"bug"'));
    assert.deepEqual([bugs, scene.ledger.surprises], [[], []], "bugs, and answers that should not have been given");
    await everyWriteOnce(scene, ask);
    const rings = await everyRingOnce(ask, now);
    const mails = await everyMail(scene, ask);
    await aRepeatChangesNothing(scene, ask);
    const { code, err, out } = await command(["verify", "--json"], scene.environment);
    assert.equal(code, 0, `${err}${out}`);
    const { writes } = scene.ledger;
    const again = writes.filter(({ tries }) => tries > 1);
    return {
      "writes acknowledged": writes.length,
      "of them sent again": again.length,
      "of them done already at the first try": again.filter(({ isReplayed }) => isReplayed).length,
      rings: rings,
      ...mails,
    };
  } finally {
    await client.end();
  }
}

type Ask = <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<Row[]>;

/** The key of each write stands in what it left, as often as it was done. */
async function everyWriteOnce({ ledger }: Scene, ask: Ask): Promise<void> {
  const left = {
    record: "select text as said from promises",
    move: "select reason as said from promise_moves",
    keep: "select subject_id::text as said from journal where what = 'promise kept'",
  };
  for (const is of ["record", "move", "keep"] as const) {
    const rows = await ask<{ said: string }>(left[is]);
    const found = rows.map(({ said }) => /\((s\d[\w-]+)\)/.exec(said)?.[1] ?? said).sort();
    const written = ledger.writes
      .filter((write) => write.is === is)
      .map((write) => (is === "keep" ? write.id : write.key));
    assert.deepEqual(found, written.sort(), `what was ${is === "keep" ? "kept" : `${is}d`}, each once`);
  }
}

/** At each due that passed while it was open every promise rang, once, and the journal says so once. */
async function everyRingOnce(ask: Ask, now: Instant): Promise<number> {
  const silent = await ask(
    `select p.text, p.due_at from promises p where p.state = 'open' and p.due_at <= $1 and not exists
      (select from rings r where r.promise_id = p.id and r.stage = 'due' and r.for_due_at = p.due_at)`,
    [now],
  );
  assert.deepEqual(silent, [], "promises that did not ring at their due");
  const twice = await ask(`select promise_id, member_id, stage, for_due_at, count(*) from rings
    group by 1, 2, 3, 4 having count(*) > 1`);
  assert.deepEqual(twice, [], "rings that rang twice");
  const journalled = await ask<{ subject_id: string; stage: string; due: string; times: number }>(`
    select subject_id, entry::jsonb->'facts'->>'stage' as stage, entry::jsonb->'facts'->>'for_due_at' as due,
      count(*)::int as times from journal where what = 'owner rung' group by 1, 2, 3`);
  assert.deepEqual(
    journalled.filter(({ times }) => times !== 1),
    [],
    "rings that the journal knows twice",
  );
  const [counted] = await ask<{ rings: number; waiting: number }>(
    "select count(*)::int as rings, count(*) filter (where mail_at is not null)::int as waiting from rings",
  );
  assert.deepEqual(counted, { rings: journalled.length, waiting: 0 }, "rings, and those whose mail still waits");
  return journalled.length;
}

/** What was to be sent arrived, and what arrived twice is known by its Message-ID to be the same. */
async function everyMail({ inbox }: Scene, ask: Ask): Promise<Figures> {
  const messages = await ask<{ id: string; state: string; attempts: number }>(
    "select id, state, attempts from messages",
  );
  const arrived = Map.groupBy(inbox, ({ messageId }) => /^<([\w-]+)@/.exec(messageId ?? "")?.[1] ?? "");
  const notSent = messages.filter(
    ({ id, state }) => state !== "withdrawn" && !(state === "accepted" && arrived.has(id)),
  );
  assert.deepEqual(notSent, [], "messages that did not leave");
  const known = new Set(messages.map(({ id }) => id));
  assert.deepEqual(
    [...arrived.keys()].filter((id) => !known.has(id)),
    [],
    "mails of which nothing is known",
  );
  for (const copies of arrived.values()) {
    assert.equal(
      new Set(copies.map(({ subject, text }) => `${subject}\n${text}`)).size,
      1,
      "a repeat with other words",
    );
  }
  return {
    "mails written": messages.length,
    "mails arrived": inbox.length,
    "repeats of them": inbox.length - arrived.size,
  };
}

/** Whoever asks again with the same key, even now, gets the same answer and makes nothing new. */
async function aRepeatChangesNothing({ desk, ledger }: Scene, ask: Ask): Promise<void> {
  const count = () =>
    ask("select (select count(*) from journal) as entries, (select count(*) from messages) as messages");
  const before = await count();
  for (const write of ledger.writes.filter((_, place) => place % 10 === 0)) {
    const again = await trySending(desk, write);
    assert.deepEqual([again?.isReplayed, again?.body.id], [true, write.id], write.key);
  }
  assert.deepEqual(await count(), before);
}
