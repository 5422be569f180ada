import { after } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { type Instant, plusSeconds } from "#base/instant.ts";
import { type Dice, diceOf } from "./dice.ts";

/** Where the writers write, by whose key and about whom. */
export type Desk = { urls: string[]; now: () => Instant; apiKey: string; customerId: string; contactId: string };

/** A write that was acknowledged. Its key stands in its text, so that what it left can be counted. */
export type Write = {
  is: "record" | "move" | "keep";
  key: string;
  path: string;
  body: Record<string, unknown>;
  id: string;
  tries: number;
  isReplayed: boolean;
};

export type Ledger = {
  writes: Write[];
  /** What was said instead of a yes, and how often: "503 database_away". */
  troubles: Record<string, number>;
  surprises: string[];
  isAbandoned: boolean;
};

/**
 * Several clients that record, move and keep promises, as careful programs do: each deed has a key, and is sent again
 * under it until there is an answer. A refusal is a surprise, since nothing here is to be refused, and so is a bug.
 */
export function startWriters(
  desk: Desk,
  { count, seed, pauseMs = 50 }: { count: number; seed: number; pauseMs?: number },
) {
  const ledger: Ledger = { writes: [], troubles: {}, surprises: [], isAbandoned: false };
  const ending = new AbortController();
  const lines = Array.from({ length: count }, async (_, number) => {
    const dice = diceOf(seed * 100 + number);
    const open: { id: string; isMoved: boolean }[] = [];
    for (let turn = 0; !ending.signal.aborted; turn++) {
      await write(desk, ledger, dice, open, `s${seed}-w${number}-${turn}`);
      await sleep(pauseMs * dice.between(0.5, 1.5));
    }
  });
  const stop = async () => {
    ending.abort();
    await Promise.all(lines);
  };
  after(() => {
    ledger.isAbandoned = true; // by a test that failed: nobody answers them any more
    ending.abort();
  });
  /** Resolves when so many more were acknowledged, so that some of them began after this. */
  const untilMore = async (more = 1) => {
    for (const goal = ledger.writes.length + count + more; ledger.writes.length < goal; await sleep(20)) {
      if (ledger.isAbandoned) return;
    }
  };
  return { ledger, stop, untilMore };
}

/** One deed: mostly a new promise; else one that is open is moved, or kept. */
async function write(desk: Desk, ledger: Ledger, dice: Dice, open: { id: string; isMoved: boolean }[], key: string) {
  const chosen = open.length > 3 && dice.isLucky(0.55) ? dice.oneOf(open) : undefined;
  if (!chosen) {
    const { id } =
      (await send(desk, ledger, { is: "record", key, path: "/promises", body: newPromise(desk, dice, key) })) ?? {};
    if (id) open.push({ id, isMoved: false });
  } else if (!chosen.isMoved && dice.isLucky(0.6)) {
    chosen.isMoved = true;
    await send(desk, ledger, { is: "move", key, path: `/promises/${chosen.id}/moves`, body: move(desk, dice, key) });
  } else {
    open.splice(open.indexOf(chosen), 1);
    const body = dice.isLucky(0.3) ? { message: { body: `Done. (${key})` } } : {};
    await send(desk, ledger, { is: "keep", key, path: `/promises/${chosen.id}/keeps`, body });
  }
}

/** Due between fifteen seconds from now and an hour: many ring while things are killed, all before the end. */
function newPromise({ customerId, contactId, now }: Desk, dice: Dice, key: string) {
  const seconds = dice.isLucky(0.5) ? dice.between(15, 60) : dice.between(60, 3600);
  const due_at = plusSeconds(now(), Math.round(seconds)).toString();
  return { customer_id: customerId, contact_id: contactId, text: `Mend the tap (${key})`, kind: "fix", due_at };
}

function move({ now }: Desk, dice: Dice, key: string) {
  const due_at = plusSeconds(now(), Math.round(dice.between(2 * 3600, 4 * 3600))).toString();
  return { due_at, reason: `The part is late (${key})`, message: { body: `It comes a little later. (${key})` } };
}

type Sent = Pick<Write, "is" | "key" | "path" | "body">;

async function send(desk: Desk, ledger: Ledger, sent: Sent): Promise<Write | null> {
  for (let tries = 1; !ledger.isAbandoned; tries++) {
    const answer = await trySending(desk, sent, tries);
    if (answer === null) {
      ledger.troubles["no answer"] = (ledger.troubles["no answer"] ?? 0) + 1;
      await sleep(Math.min(50 * tries, 500));
      continue;
    }
    const { status, body, isReplayed } = answer;
    if (status < 300) {
      const write = { ...sent, id: String(body.id), tries, isReplayed };
      ledger.writes.push(write);
      return write;
    }
    const trouble = `${status} ${body.code}`;
    ledger.troubles[trouble] = (ledger.troubles[trouble] ?? 0) + 1;
    // It came so late, or the clock jumped so far, that the due is over: the promise was never made.
    if (body.code === "due_before_made") return null;
    // These ask to come back later; whatever else is not a yes should not have happened.
    const isPassing = [408, 503, 507].includes(status);
    if (!isPassing) ledger.surprises.push(`${sent.is} ${sent.key}: ${status} ${body.detail}`);
    if (!isPassing && status < 500) return null;
    await sleep(Math.min(50 * tries, 500));
  }
  return null;
}

/** One try, at each house in turn; null when the line broke or stayed silent. */
export async function trySending({ urls, apiKey }: Desk, { key, path, body }: Sent, tries = 1) {
  const headers = { authorization: `Bearer ${apiKey}`, "content-type": "application/json", "idempotency-key": key };
  const signal = AbortSignal.timeout(15_000);
  const url = `${urls[tries % urls.length]}/api/v1${path}`;
  try {
    const answer = await fetch(url, { method: "POST", headers, signal, body: JSON.stringify(body) });
    const isReplayed = answer.headers.get("idempotency-replayed") === "true";
    return { status: answer.status, isReplayed, body: (await answer.json()) as Record<string, unknown> };
  } catch {
    return null;
  }
}
