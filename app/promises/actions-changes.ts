import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { isBefore } from "#base/instant.ts";
import { conflict, demand, invalid } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { answered, type Doer, note } from "./actions-deed.ts";
import { finish } from "./actions-finish.ts";
import { handedOn, hear } from "./actions-hear.ts";
import { demandMembers } from "./actions-people.ts";
import { ringMembers } from "./actions-ring-members.ts";
import { takeUp } from "./actions-take-up.ts";
import { tell } from "./actions-tell.ts";
import { mayBeKind } from "./making.ts";
import { mayAct, mayVoid, type Promise_ } from "./promise.ts";
import { ended, kept } from "./settling.ts";
import { findForUpdate, insertPromise } from "./store.ts";
import { insertTelling, tellingsOf } from "./store-tellings.ts";
import { mustTell, type Telling } from "./telling.ts";

const member = ({ workspaceId, memberId }: Doer) => ({ workspaceId, by: { memberId } });

/** Hands on the work at once, or asks somebody to take over the promise itself: that stands when they accept it. */
export async function handOn(
  tx: Tx,
  by: Doer,
  id: string,
  to: { handlerId: string | null; ownerId: string | null; note: string | null },
  now: Instant,
): Promise<Promise_> {
  const { deed, promise } = await takeUp(tx, member(by), id, now);
  demand(mayAct(promise));
  if (!to.handlerId && !to.ownerId)
    throw invalid("hand_on_to_whom", "Say who does it now, or who shall own it.", "handler_id");
  await demandMembers(tx, by.workspaceId, { handler_id: to.handlerId, owner_id: to.ownerId });
  const after = {
    ...promise,
    handlerId: to.handlerId ?? promise.handlerId,
    nextOwnerId: to.ownerId ?? promise.nextOwnerId,
  };
  note(deed, after, "promise hand-on asked", {
    facts: { handler_id: to.handlerId, next_owner_id: to.ownerId },
    words: { note: to.note },
    forCustomer: false,
  });
  const asked = to.ownerId ?? to.handlerId ?? after.ownerId;
  await ringMembers(deed, { ...after, ownerId: asked, handlerId: to.handlerId ?? asked, coverId: null }, "handed_on");
  return finish(deed, after);
}

/** Takes over a promise: owned once the customer was told by whom. A colleague's needs no telling. */
export async function acceptPromise(
  tx: Tx,
  by: Doer,
  id: string,
  telling: Telling | null,
  now: Instant,
): Promise<Promise_> {
  const { deed, promise } = await takeUp(tx, member(by), id, now);
  demand(mayAct(promise));
  if (promise.nextOwnerId !== by.memberId) {
    throw conflict("not_asked_to_own", "Nobody asked you to take this over. Ask its owner to hand it on to you.");
  }
  demand(mustTell(promise, telling));
  const told = await tell(deed, promise, telling, { about: "hand_on" });
  await answered(deed, promise, "accepted");
  if (told && !told.at) return finish(deed, promise);
  if (told?.at) return finish(deed, await hear(deed, promise, told, told.at));
  return finish(deed, await handedOn(deed, promise, by.memberId));
}

/** Undoes a mistake in recording, while nobody was told or saw it. */
export async function voidPromise(tx: Tx, by: Doer, id: string, reason: string, now: Instant): Promise<Promise_> {
  const { deed, promise } = await takeUp(tx, member(by), id, now);
  const tellings = await tellingsOf(tx, by.workspaceId, [id]);
  demand(mayVoid(promise, deed.setting.policy, tellings.length > 0, now));
  await answered(deed, promise, "void");
  note(deed, promise, "promise voided", { words: { reason } });
  return finish(deed, ended(promise, "void", now, "member"));
}

export type Correction = { text: string | null; kind: string | null; void: boolean; reason: string };

/** Puts right what was written down wrongly, and shows the customer what stood there before. */
export async function correctPromise(tx: Tx, by: Doer, id: string, to: Correction, now: Instant): Promise<Promise_> {
  const { deed, promise } = await takeUp(tx, member(by), id, now);
  if (!to.text && !to.kind && !to.void)
    throw invalid("nothing_to_correct", "Say what to put right: the text, the kind, or void.", "text");
  if (to.void || promise.state === "void") demand(mayAct(promise));
  if (to.kind) demand(mayBeKind(to.kind, deed.setting.policy.kinds));
  const corrected = { ...promise, text: to.text ?? promise.text, kind: to.kind ?? promise.kind };
  await insertTelling(tx, by.workspaceId, {
    id: newId(),
    promiseId: id,
    messageId: null,
    about: "correction",
    channel: "portal",
    author: "human",
    byMemberId: by.memberId,
    at: now,
    loggedAt: now,
    note: to.text ? `${promise.text}\n${to.reason}` : to.reason,
    nextWordAt: null,
    undoneAt: null,
  });
  note(deed, corrected, "promise corrected", {
    facts: { kind: corrected.kind, void: to.void },
    words: { before: promise.text, after: corrected.text, reason: to.reason },
  });
  if (to.void) await answered(deed, promise, "void");
  return finish(deed, to.void ? ended(corrected, "void", now, "correction") : corrected);
}

/** Part is done and stands as a kept promise of its own; the rest stays, with its first due. Answers the part. */
export async function splitPromise(
  tx: Tx,
  by: Doer,
  id: string,
  parts: { done: string; rest: string },
  now: Instant,
): Promise<Promise_> {
  const { deed, promise } = await takeUp(tx, member(by), id, now);
  demand(mayAct(promise));
  const part = kept(
    { ...promise, id: newId(), version: 1, text: parts.done, splitFromId: id, rest: null },
    {},
    now,
    "said",
  );
  await insertPromise(tx, { ...part, nextRingAt: null });
  note(deed, promise, "promise split", { facts: { part_id: part.id }, words: { done: parts.done, rest: parts.rest } });
  note(deed, part, "promise kept", { facts: { kept_at: now, via: "said", state: part.state, split_from_id: id } });
  await finish(deed, { ...promise, rest: parts.rest });
  return part;
}

/** Two records of one promise become one: the one with the earlier first due survives. Answers the survivor. */
export async function joinPromises(tx: Tx, by: Doer, id: string, otherId: string, now: Instant): Promise<Promise_> {
  if (id === otherId) throw invalid("join_itself", "A promise cannot be joined with itself.", "other_id");
  // Both are locked in the order of their ids, so that two joins never wait for each other.
  for (const each of [id, otherId].toSorted()) await findForUpdate(tx, by.workspaceId, each);
  const one = await takeUp(tx, member(by), id, now);
  const other = await takeUp(tx, member(by), otherId, now);
  demand(mayAct(one.promise) ?? mayAct(other.promise));
  if (one.promise.customerId !== other.promise.customerId || one.promise.toMemberId !== other.promise.toMemberId) {
    throw invalid("join_strangers", "Both must be promises to the same customer.", "other_id");
  }
  const oneIsFirst = !isBefore(other.promise.firstDueAt, one.promise.firstDueAt);
  const [survivor, joined] = oneIsFirst ? [one, other] : [other, one];
  await answered(joined.deed, joined.promise, "joined");
  note(joined.deed, joined.promise, "promise joined", { facts: { into_id: survivor.promise.id } });
  await finish(joined.deed, { ...ended(joined.promise, "void", now, "joined"), joinedIntoId: survivor.promise.id });
  return finish(survivor.deed, survivor.promise);
}
