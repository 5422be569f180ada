import { newId } from "#base/id.ts";
import { type Instant, isAfter } from "#base/instant.ts";
import { conflict, demand, invalid, type Ruling, yes } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { answered, type Doer, note } from "./actions-deed.ts";
import { finish } from "./actions-finish.ts";
import { hear } from "./actions-hear.ts";
import { takeUp } from "./actions-take-up.ts";
import { tell } from "./actions-tell.ts";
import { mayMove, movedAndTold } from "./move.ts";
import { mayAct, measuredDue, type Promise_ } from "./promise.ts";
import type { Setting } from "./setting.ts";
import { ended, goneOn, type Deed as KeepDeed, kept, mayKeep } from "./settling.ts";
import { insertMove } from "./store-tellings.ts";
import { mustTell, type Telling } from "./telling.ts";

const member = ({ workspaceId, memberId }: Doer) => ({ workspaceId, by: { memberId } });

export type MoveTo = {
  due: (setting: Setting) => { dueAt: Instant; opensAt: Instant | null };
  reason: string;
  telling: Telling | null;
};

/** A new due with its reason. It is awaiting told until the customer's server accepts the message, or the call was held. */
export async function movePromise(tx: Tx, by: Doer, id: string, to: MoveTo, now: Instant): Promise<Promise_> {
  const { deed, promise } = await takeUp(tx, member(by), id, now);
  const { dueAt, opensAt } = to.due(deed.setting);
  demand(mayMove(promise, dueAt, to.telling, now));
  const telling = await tell(deed, promise, to.telling, { about: "move", dueAt, reason: to.reason });
  if (!telling) {
    const facts = { from_due_at: measuredDue(promise), to_due_at: dueAt };
    note(deed, promise, "promise moved", { facts, words: { reason: to.reason } });
    await answered(deed, promise, "moved");
    const { policy, hours } = deed.setting;
    return finish(deed, movedAndTold(promise, { toDueAt: dueAt, opensAt }, now, policy, hours).promise);
  }
  await insertMove(tx, by.workspaceId, {
    ...unanswered,
    id: newId(),
    promiseId: id,
    tellingId: telling.id,
    fromDueAt: measuredDue(promise),
    toDueAt: dueAt,
    opensAt,
    reason: to.reason,
    byMemberId: by.memberId,
    askedAt: now,
  });
  note(deed, promise, "promise move asked", {
    facts: { to_due_at: dueAt, telling_id: telling.id },
    words: { reason: to.reason },
  });
  await answered(deed, promise, "moved");
  return finish(deed, telling.at ? await hear(deed, promise, telling, telling.at) : promise);
}

const unanswered = {
  toldAt: null,
  notice: null,
  acceptedAt: null,
  contestedAt: null,
  contestWords: null,
  undoneAt: null,
} as const;

/** A word to the customer on how it stands. Once the due has passed it says when the next word comes. */
export async function updateCustomer(
  tx: Tx,
  by: Doer,
  id: string,
  word: { telling: Telling | null; nextWordAt: Instant | null },
  now: Instant,
): Promise<Promise_> {
  const { deed, promise } = await takeUp(tx, member(by), id, now);
  demand(mayAct(promise) ?? mustTell(promise, word.telling));
  if (isAfter(now, promise.dueAt) && !word.nextWordAt) {
    throw invalid(
      "next_word_missing",
      "The due time has passed: say when they will hear from you next.",
      "next_word_at",
    );
  }
  const telling = await tell(deed, promise, word.telling, { about: "update", nextWordAt: word.nextWordAt });
  return finish(deed, telling?.at ? await hear(deed, promise, telling, telling.at) : promise);
}

/** It was done. An e-mail or an update that was promised is kept when the customer's server accepts it. */
export async function keepPromise(tx: Tx, by: Doer, id: string, deedDone: KeepDeed, now: Instant): Promise<Promise_> {
  const { deed, promise } = await takeUp(tx, member(by), id, now);
  demand(mayKeep(promise, deedDone, now));
  const isKeptByWord = ["callback", "email", "update"].includes(promise.kind) && deedDone.telling !== null;
  const telling = await tell(deed, promise, deedDone.telling, { about: isKeptByWord ? "keep" : "update" });
  await answered(deed, promise, "kept");
  if (isKeptByWord && !telling?.at) return finish(deed, { ...promise, more: deedDone.more ?? null });
  const heard = telling?.at && !isKeptByWord ? await hear(deed, promise, telling, telling.at) : promise;
  const at = (isKeptByWord ? telling?.at : (deedDone.arrivedAt ?? deedDone.doneAt)) ?? now;
  const isTried = promise.kind === "callback" && !deedDone.reached;
  const done = kept(heard, deedDone, at, telling?.channel ?? (deedDone.arrivedAt ? "arrival" : "said"), isTried);
  const withWord = isKeptByWord && telling ? { ...done, lastWordAt: at } : done;
  note(deed, withWord, "promise kept", {
    facts: { kept_at: at, via: done.settledVia, state: done.state, tried: isTried },
    words: { more: deedDone.more },
  });
  return finish(deed, withWord);
}

/** "Still on time": silences this ring alone and tells nobody. */
export async function answerRing(tx: Tx, by: Doer, id: string, remark: string | null, now: Instant): Promise<Promise_> {
  const { deed, promise } = await takeUp(tx, member(by), id, now);
  demand(mayAct(promise));
  const rings = await answered(deed, promise, "on_track");
  if (rings === 0)
    throw conflict("nothing_rang", "Nothing rings for this promise just now, so there is nothing to answer.");
  note(deed, promise, "ring answered", {
    facts: { answer: "on_track", stage: promise.ringStage },
    words: { note: remark },
    forCustomer: false,
  });
  return finish(deed, { ...promise, ringAnsweredAt: now });
}

/** Ended by the customer's wish, or by us. Neither ever counts as kept; failing is impossible without telling them. */
export async function endPromise(
  tx: Tx,
  by: Doer,
  id: string,
  end: { as: "released" | "not_kept"; reason: string; telling: Telling | null },
  now: Instant,
): Promise<Promise_> {
  const { deed, promise } = await takeUp(tx, member(by), id, now);
  const isFailure = end.as === "not_kept";
  demand(mayAct(promise) ?? (isFailure ? mustTell(promise, end.telling) : null));
  const about = isFailure ? "failure" : "release";
  const telling = await tell(deed, promise, end.telling, { about, reason: end.reason });
  const heard = telling?.at ? await hear(deed, promise, telling, telling.at) : promise;
  const done = ended(heard, end.as, now, "member");
  await answered(deed, promise, end.as);
  note(deed, done, isFailure ? "promise not kept" : "promise released", { words: { reason: end.reason } });
  return finish(deed, done);
}

/** The customer owes us something: the clock stops from when they were told what. */
export async function holdUp(
  tx: Tx,
  by: Doer,
  id: string,
  what: { reason: string; telling: Telling | null },
  now: Instant,
): Promise<Promise_> {
  const { deed, promise } = await takeUp(tx, member(by), id, now);
  demand(mayAct(promise) ?? mayHoldUp(promise) ?? mustTell(promise, what.telling));
  const told = await tell(deed, promise, what.telling, { about: "hold_up", reason: what.reason });
  const waiting = { ...promise, heldUpReason: what.reason };
  note(deed, promise, "promise held up", { words: { reason: what.reason } });
  if (!told) return finish(deed, { ...waiting, heldUpAt: now });
  return finish(deed, told.at ? await hear(deed, waiting, told, told.at) : waiting);
}

/** What was missing came: the due moves on by as long as the clock stood. */
export async function goOn(tx: Tx, by: Doer, id: string, now: Instant): Promise<Promise_> {
  const { deed, promise } = await takeUp(tx, member(by), id, now);
  demand(mayAct(promise) ?? mayGoOn(promise));
  const on = goneOn(promise, now);
  note(deed, on, "promise went on", { facts: { due_at: on.dueAt, held_up_seconds: on.heldUpSeconds } });
  return finish(deed, on);
}

function mayHoldUp(p: Promise_): Ruling {
  return p.heldUpAt
    ? conflict("held_up", "Its clock stands still already. Write to them in an update, or let it go on.")
    : yes;
}

function mayGoOn(p: Promise_): Ruling {
  return p.heldUpAt ? yes : conflict("not_held_up", "Its clock runs: the customer holds nothing up here.");
}
