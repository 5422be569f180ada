import { noteAnswer } from "#app/messages/actions.ts";
import { endFirstWord } from "#app/promises/actions-first-word.ts";
import { openPlansOf } from "#app/promises/store-first-word.ts";
import type { Telling } from "#app/promises/telling.ts";
import { newId } from "#base/id.ts";
import { demand } from "#base/refusal.ts";
import { type Deed, finish, note } from "./actions-deed.ts";
import { ringFor } from "./actions-ring-members.ts";
import { mustSay, say } from "./actions-say.ts";
import type { Case } from "./case.ts";
import {
  type Answer,
  completed,
  mayAnswer,
  mayAskByHand,
  mayComplete,
  mayReopen,
  mayTell,
  mayVoid,
  reopened,
  satisfied,
  voided,
} from "./closing.ts";
import { insertAnswer } from "./store-answers.ts";
import { answerCaseRings } from "./store-rings.ts";

/** Somebody confirms that it is done, and says what was done. Nobody is told by it. */
export async function completeCase(deed: Deed, c: Case, did: string, memberId: string): Promise<Case> {
  demand(mayComplete(c, await openPlansOf(deed.tx, deed.workspaceId, c.id)));
  const done = completed(c, did, deed.now, memberId);
  note(deed, done, "case done", { words: { did } });
  return finish(deed, done);
}

/** What was done, beside what they asked. */
export async function tellDone(deed: Deed, c: Case, telling: Telling | null, memberId: string): Promise<Case> {
  demand(mayTell(c));
  const word = mustSay(telling);
  await answerCaseRings(deed.tx, deed.workspaceId, c.id, deed.now);
  return finish(deed, await say(deed, c, word, "told", memberId));
}

/** Asked by a person whether they are satisfied, as the last time should be. */
export async function askByHand(deed: Deed, c: Case, telling: Telling | null, memberId: string): Promise<Case> {
  demand(mayAskByHand(c));
  const word = mustSay(telling);
  await answerCaseRings(deed.tx, deed.workspaceId, c.id, deed.now);
  return finish(deed, await say(deed, c, word, "question", memberId));
}

/** The customer's answer: theirs, or recorded with their words. "Not satisfied" opens it again for the same owner. */
export async function answerCase(deed: Deed, c: Case, answer: Answer, words: string | null): Promise<Case> {
  const { tx, workspaceId, now, around } = deed;
  demand(mayAnswer(c, answer, around.policy, now));
  const by = deed.by === "machine" ? null : deed.by;
  await insertAnswer(tx, workspaceId, {
    ...{ id: newId(), caseId: c.id, answer, words, at: now },
    byContactId: by && "contactId" in by ? by.contactId : null,
    byMemberId: by && "memberId" in by ? by.memberId : null,
  });
  note(deed, c, "customer answered", { facts: { answer }, words: { words } });
  if (c.contactId) await noteAnswer(tx, workspaceId, c.contactId, now);
  await answerCaseRings(tx, workspaceId, c.id, now);
  if (answer === "not_satisfied") return openAgain(deed, { ...c, disputedAt: c.disputedAt ?? now }, words);
  await endFirstWord(tx, deed, c.id, now);
  return finish(deed, satisfied(c, now, deed.by));
}

/** It was not over. Whoever owned it owns it still, and is rung. */
export async function reopenCase(deed: Deed, c: Case, words: string | null): Promise<Case> {
  demand(mayReopen(c));
  return openAgain(deed, c, words);
}

export async function openAgain(deed: Deed, c: Case, words: string | null): Promise<Case> {
  const open = reopened(c, deed.now, deed.around);
  note(deed, open, "case reopened", { words: { words } });
  await ringFor(deed, open, "reopened", { words });
  return finish(deed, open);
}

/** Not a case: a mistake, or mail that concerns nobody. Possible until the customer has heard from us. */
export async function voidCase(deed: Deed, c: Case, reason: string): Promise<Case> {
  demand(mayVoid(c));
  await answerCaseRings(deed.tx, deed.workspaceId, c.id, deed.now);
  await endFirstWord(deed.tx, deed, c.id, deed.now);
  const gone = voided(c, deed.now);
  note(deed, gone, "case voided", { words: { reason }, forCustomer: false });
  return finish(deed, gone);
}
