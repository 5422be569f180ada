import { append } from "#app/journal/store.ts";
import { filled } from "#app/letters/draft.ts";
import { placesLeft } from "#app/letters/reply.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { demand, invalid, missing, Refusal } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { type Deed, finish, note, takeUp } from "./actions-deed.ts";
import { replyFactsOf } from "./actions-draft.ts";
import { say } from "./actions-say.ts";
import { type Case, mayWork } from "./case.ts";
import { type Cause, mayResume, mayShare, mayTellAll } from "./cause.ts";
import { findCaseForUpdate } from "./store.ts";
import { findCauseForUpdate, insertCause, insertCauseWord, openCasesWith, saveCause } from "./store-causes.ts";
import { answerCaseRings } from "./store-rings.ts";

type Acting = { workspaceId: string; memberId: string };
type Teller = Acting & { name: string };
type Message = { body: string; subject?: string };

/** It has the same cause as others, such as an outage: what a person writes about that counts in each. */
export async function shareCause(
  deed: Deed,
  c: Case,
  said: { causeId: string | null; text: string | null },
  memberId: string,
): Promise<Case> {
  demand(mayWork(c));
  const causeId = said.causeId ?? (await newCause(deed, said.text, memberId));
  if (said.causeId) await demandShareable(deed, said.causeId);
  note(deed, c, "cause shared", { facts: { cause_id: causeId }, words: { text: said.text }, forCustomer: false });
  return finish(deed, { ...c, causeId });
}

/** It was something else after all. */
export async function leaveCause(deed: Deed, c: Case): Promise<Case> {
  if (c.causeId === null) return c;
  note(deed, c, "cause left", { facts: { cause_id: c.causeId }, forCustomer: false });
  return finish(deed, { ...c, causeId: null });
}

async function newCause({ tx, workspaceId, now }: Deed, text: string | null, memberId: string): Promise<string> {
  if (!text) throw invalid("cause_missing", "Say which cause: cause_id, or text for a new one.", "text");
  const made = { id: newId(), text, version: 1, madeAt: now, madeById: memberId };
  await insertCause(tx, workspaceId, { ...made, endedAt: null, endedById: null });
  return made.id;
}

async function demandShareable({ tx, workspaceId }: Deed, causeId: string): Promise<void> {
  const cause = await findCauseForUpdate(tx, workspaceId, causeId);
  if (!cause) throw invalid("no_such_cause", "There is no such cause.", "cause_id");
  demand(mayShare(cause, (await openCasesWith(tx, workspaceId, causeId)).length));
}

/** One message that a person wrote, to everybody whom this cause concerns; each is told by name, and it counts in each. */
export async function tellCause(
  tx: Tx,
  { workspaceId, memberId, name }: Teller,
  causeId: string,
  message: Message,
  now: Instant,
): Promise<{ cases: number; toCall: string[] }> {
  const ids = await openCasesWith(tx, workspaceId, causeId);
  // All are locked before the first journal, in the order of their ids, so that this waits for no deed that waits for it.
  for (const id of ids) await findCaseForUpdate(tx, workspaceId, id);
  demand(mayTellAll(await found(tx, workspaceId, causeId)));
  const toCallIds: string[] = [];
  for (const id of ids) {
    const { deed, c } = await takeUp(tx, { workspaceId, by: { memberId } }, id, now);
    const said = await saidIn(deed, c, message, { memberId, name });
    if (said) await answerCaseRings(tx, workspaceId, id, now);
    else toCallIds.push(id);
    // Also where nobody is written to: what was heard of meanwhile stays heard.
    await finish(deed, said ?? c);
  }
  const caseCount = ids.length - toCallIds.length;
  const word = { id: newId(), causeId, body: message.body, caseCount, toCallIds, at: now, byMemberId: memberId };
  if (ids.length > 0) await insertCauseWord(tx, workspaceId, word);
  return { cases: caseCount, toCall: toCallIds };
}

/** The case once this was written in it; null where nobody can be written to. */
async function saidIn(deed: Deed, c: Case, message: Message, by: Omit<Teller, "workspaceId">): Promise<Case | null> {
  try {
    return await say(deed, c, { message: await fittedTo(deed, c, message, by.name) }, "status", by.memberId);
  } catch (problem) {
    if (problem instanceof Refusal) return null;
    throw problem;
  }
}

/** The message as this customer gets it, with what its places stand for, such as their name. */
async function fittedTo(deed: Deed, c: Case, message: Message, member: string): Promise<Message> {
  if (placesLeft(message.body).length === 0) return message;
  const { facts } = await replyFactsOf(deed, c, member);
  const body = filled(message.body, { ...facts, first_name: facts.first_name ?? facts.name });
  const left = placesLeft(body);
  if (left.length > 0) throw invalid("place_not_known", `Nobody knows ${left.join(", ")} here.`, "message.body");
  return { ...message, body };
}

/** It is over: no other case is given it, and nobody is told of it any more. Each case goes its own way. */
export async function endCause(tx: Tx, acting: Acting, id: string, now: Instant): Promise<void> {
  const cause = await found(tx, acting.workspaceId, id);
  demand(mayTellAll(cause));
  await changed(tx, acting, { ...cause, endedAt: now, endedById: acting.memberId }, "cause ended", now);
}

/** It is not over after all. */
export async function resumeCause(tx: Tx, acting: Acting, id: string, now: Instant): Promise<void> {
  const cause = await found(tx, acting.workspaceId, id);
  demand(mayResume(cause));
  await changed(tx, acting, { ...cause, endedAt: null, endedById: null }, "cause resumed", now);
}

async function found(tx: Tx, workspaceId: string, id: string): Promise<Cause> {
  const cause = await findCauseForUpdate(tx, workspaceId, id);
  if (!cause) throw missing("cause");
  return cause;
}

async function changed(
  tx: Tx,
  { workspaceId, memberId }: Acting,
  cause: Cause,
  what: string,
  at: Instant,
): Promise<void> {
  await saveCause(tx, workspaceId, { ...cause, version: cause.version + 1 });
  const said = { facts: {}, words: { text: cause.text } };
  await append(tx, workspaceId, { chainId: workspaceId, what, at, by: { memberId }, subjectId: cause.id, ...said });
}
