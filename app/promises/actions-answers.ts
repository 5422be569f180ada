import type { By } from "#app/journal/entry.ts";
import { noteAnswer } from "#app/messages/actions.ts";
import { newId } from "#base/id.ts";
import { type Instant, isAfter, isBefore } from "#base/instant.ts";
import { conflict, demand, invalid, missing, type Ruling, yes } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { answered, catchUp, note } from "./actions-deed.ts";
import { finish } from "./actions-finish.ts";
import { ringMembers } from "./actions-ring-members.ts";
import { takeUp } from "./actions-take-up.ts";
import { type Move, mayAnswerMove, moveAccepted, moveContested } from "./move.ts";
import { mayAct, mayAnswer, type Promise_ } from "./promise.ts";
import { type Answer, checkAnswer, ended, notHeldUp, answered as withAnswer } from "./settling.ts";
import { movesOf, saveMove } from "./store-tellings.ts";
import { insertVerdict } from "./store-verdicts.ts";

/** Who answers: the customer's contact on their page, or a member who records what the customer said. */
export type Answerer = { workspaceId: string; by: Exclude<By, "machine"> };

/** The customer's answer, the last one standing and all kept. "Not yet" opens it again or ends it, as they choose. */
export async function recordVerdict(
  tx: Tx,
  who: Answerer,
  id: string,
  said: { answer: Answer; words: string | null },
  now: Instant,
): Promise<Promise_> {
  const { deed, promise } = await takeUp(tx, who, id, now);
  demand(mayAnswer(promise, deed.setting.policy, now) ?? checkAnswer(promise, said.answer));
  const after = withAnswer(promise, said.answer, now);
  await insertVerdict(tx, who.workspaceId, {
    id: newId(),
    promiseId: id,
    answer: said.answer === "kept" ? "yes" : "not_yet",
    outcome: said.answer,
    words: said.words,
    byContactId: "contactId" in who.by ? who.by.contactId : null,
    byMemberId: "memberId" in who.by ? who.by.memberId : null,
    at: now,
  });
  note(deed, after, "customer answered", {
    facts: { answer: said.answer, state: after.state },
    words: { words: said.words },
  });
  const answeredBy = "contactId" in who.by ? who.by.contactId : promise.contactId;
  if (answeredBy) await noteAnswer(tx, who.workspaceId, answeredBy, now);
  if (said.answer === "kept") await answered(deed, promise, "kept");
  if (said.answer !== "kept") await ringMembers(deed, after, "reopened", { words: said.words });
  if (after.state === "open" && said.answer === "open_again") note(deed, after, "promise reopened");
  return finish(deed, after);
}

/** "That is fine" or "that does not suit me", about the new time that stands. The second rings the owner at once. */
export async function answerMove(
  tx: Tx,
  who: Answerer,
  id: string,
  said: { suits: boolean; words: string | null },
  now: Instant,
): Promise<Promise_> {
  const { deed, promise } = await takeUp(tx, who, id, now);
  const move = await standingMove(tx, who.workspaceId, id);
  demand(mayAnswerMove(promise, move));
  if (!move) throw missing("move");
  if (said.suits) {
    await saveMove(tx, who.workspaceId, move.id, { acceptedAt: now });
    note(deed, promise, "move accepted", { facts: { move_id: move.id } });
    return finish(deed, moveAccepted(promise));
  }
  await saveMove(tx, who.workspaceId, move.id, { contestedAt: now, contestWords: said.words });
  note(deed, promise, "move contested", {
    facts: { move_id: move.id, held_to_due_at: move.fromDueAt },
    words: { words: said.words },
  });
  const contested = catchUp(deed, moveContested(promise, move));
  await ringMembers(deed, contested, "contested", { words: said.words });
  return finish(deed, contested);
}

/** The customer no longer needs it: their own word. */
export async function releaseByCustomer(
  tx: Tx,
  who: Answerer,
  id: string,
  words: string | null,
  now: Instant,
): Promise<Promise_> {
  const { deed, promise } = await takeUp(tx, who, id, now);
  demand(mayAct(promise));
  const done = ended(promise, "released", now, "customer");
  await answered(deed, promise, "released");
  note(deed, done, "promise released", { facts: { via: "customer" }, words: { reason: words } });
  return finish(deed, done);
}

/** The customer asked before we told them. It is counted, and the owner is rung: somebody is waiting for a word. */
export async function recordChase(
  tx: Tx,
  who: Answerer,
  id: string,
  chase: { channel: string; words: string | null; at: Instant },
  now: Instant,
): Promise<Promise_> {
  const { deed, promise } = await takeUp(tx, who, id, now);
  demand(mayAct(promise) ?? checkAsked(promise, chase.at, now));
  const chased = { ...promise, chasedAt: promise.chasedAt ?? chase.at, chaseCount: promise.chaseCount + 1 };
  note(deed, chased, "customer asked", {
    facts: { channel: chase.channel, asked_at: chase.at },
    words: { words: chase.words },
  });
  if ("contactId" in who.by) await ringMembers(deed, chased, "chased", { words: chase.words });
  return finish(deed, chased);
}

/** The customer says that it was not they who held it up: the clock never stopped. */
export async function contestHoldUp(
  tx: Tx,
  who: Answerer,
  id: string,
  words: string | null,
  now: Instant,
): Promise<Promise_> {
  const { deed, promise } = await takeUp(tx, who, id, now);
  demand(mayAct(promise));
  if (!promise.heldUpAt) throw conflict("not_held_up", "Nothing is waiting for you here.");
  note(deed, promise, "hold-up contested", { words: { words } });
  const running = catchUp(deed, notHeldUp(promise));
  await ringMembers(deed, running, "contested", { words });
  return finish(deed, running);
}

/** They have opened their page: from now on nothing of it can be undone silently. Written once. */
export async function markSeen(tx: Tx, workspaceId: string, id: string, now: Instant): Promise<void> {
  const { deed, promise } = await takeUp(tx, { workspaceId, by: "machine" }, id, now);
  if (!promise.seenAt) await finish(deed, { ...promise, seenAt: now });
}

/** The last move that was told and not undone. */
async function standingMove(tx: Tx, workspaceId: string, id: string): Promise<Move | null> {
  const moves = await movesOf(tx, workspaceId, [id]);
  return moves.findLast((move) => move.toldAt !== null && move.undoneAt === null) ?? null;
}

function checkAsked(p: Promise_, at: Instant, now: Instant): Ruling {
  if (isAfter(at, now)) return invalid("asked_in_future", "That has not happened yet.", "at");
  return isBefore(at, p.madeAt) ? invalid("asked_before_made", "That was before the promise was made.", "at") : yes;
}
