import { findMember } from "#app/members/store.ts";
import { type Instant, instantOf } from "#base/instant.ts";
import { demand, missing, type Refusal } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { movePromise } from "./actions-acts.ts";
import type { Doer } from "./actions-deed.ts";
import { readyLetter } from "./actions-drafts.ts";
import { checkDelay, type Delay, delayed, isHit } from "./delay.ts";
import { caughtUp } from "./lateness.ts";
import { mayMove } from "./move.ts";
import type { Promise_ } from "./promise.ts";
import { type Hit, lateWish } from "./ready-letter.ts";
import { findForUpdate } from "./store.ts";
import { dueInHandsOf } from "./store-delays.ts";
import { settingOf } from "./store-setting.ts";
import type { Telling } from "./telling.ts";

const mostHit = 50;

/** What is left of a member's visits of today, by their own wall, and what each customer would be told. Changes nothing. */
export async function whomDelayHits(
  tx: Tx,
  by: Doer,
  { memberId, ...delay }: Delay & { memberId: string },
  now: Instant,
): Promise<Hit[]> {
  demand(checkDelay(delay.seconds));
  if (!(await findMember(tx, by.workspaceId, memberId))) throw missing("member");
  const nobody = { customerId: null, contactId: null, ownerId: memberId, speakerId: memberId, kind: "visit" };
  const { speaker } = await settingOf(tx, by.workspaceId, nobody);
  const day = dayOf(now, speaker.timeZone);
  const hits: Hit[] = [];
  for (const p of await dueInHandsOf(tx, by.workspaceId, memberId, day, mostHit)) {
    if (isHit(p, memberId, day)) hits.push(await hitBy(tx, by, caughtUp(p, now), delay, undefined, now));
  }
  return hits;
}

export type Delaying = { promiseId: string; telling: Telling | null };
export type Delayed = { moved: Promise_[]; notMoved: { promiseId: string; problem: Refusal }[] };

/**
 * Moves these promises together by one delay, each with its own letter: with the words that stand ready, unless others
 * were written or a call was held. Whom nothing can be written to is left as it was, and named, so that somebody calls.
 */
export async function runLate(
  tx: Tx,
  by: Doer,
  delay: Delay & { items: readonly Delaying[] },
  now: Instant,
): Promise<Delayed> {
  demand(checkDelay(delay.seconds));
  const tellings = new Map(delay.items.map(({ promiseId, telling }) => [promiseId, telling]));
  const found: Promise_[] = [];
  // The promises first and in the order of their ids, then the journals in the order of their customers.
  for (const id of [...tellings.keys()].toSorted()) found.push(await findForUpdate(tx, by.workspaceId, id));
  const done: Delayed = { moved: [], notMoved: [] };
  for (const p of found.toSorted(byCustomer)) {
    const own = tellings.get(p.id) ?? null;
    const words = own && "message" in own ? own.message : undefined;
    const { dueAt, opensAt, ready, problem } = await hitBy(tx, by, caughtUp(p, now), delay, words, now);
    const telling = own && "told" in own ? own : { message: ready.message };
    const no = "told" in telling ? mayMove(caughtUp(p, now), dueAt, telling, now) : problem;
    if (no) done.notMoved.push({ promiseId: p.id, problem: no });
    else
      done.moved.push(
        await movePromise(tx, by, p.id, { due: () => ({ dueAt, opensAt }), reason: delay.reason, telling }, now),
      );
  }
  return done;
}

async function hitBy(
  tx: Tx,
  by: Doer,
  promise: Promise_,
  { seconds, reason }: Delay,
  words: { body: string; subject?: string } | undefined,
  now: Instant,
): Promise<Hit> {
  const then = delayed(promise, seconds);
  const ready = await readyLetter(tx, by, promise, { ...lateWish(promise, seconds, reason), words }, now);
  const problem = mayMove(promise, then.dueAt, { message: ready.message }, now) ?? ready.unwritable;
  return { promise, ...then, ready, problem };
}

function byCustomer(a: Promise_, b: Promise_): number {
  const [one, other] = [a.customerId ?? "", b.customerId ?? ""];
  return one < other ? -1 : one > other ? 1 : 0;
}

function dayOf(now: Instant, timeZone: string): { startsAt: Instant; endsAt: Instant } {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const startOf = (date: typeof today) => instantOf(date.toZonedDateTime(timeZone));
  return { startsAt: startOf(today), endsAt: startOf(today.add({ days: 1 })) };
}
