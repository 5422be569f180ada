import type { By } from "#app/journal/entry.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { answered, note } from "./actions-deed.ts";
import { finish } from "./actions-finish.ts";
import { hear } from "./actions-hear.ts";
import { takeUp } from "./actions-take-up.ts";
import { ended } from "./settling.ts";
import { firstWordOf } from "./store-first-word.ts";
import { insertTelling } from "./store-tellings.ts";
import type { KeptTelling } from "./telling.ts";

type Who = { workspaceId: string; by: By };

/** A member's word to whoever raised a case keeps what the acknowledgement promised: once it reaches them, at that instant. */
export async function sayFirstWord(
  tx: Tx,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
  caseId: string,
  word: { messageId: string; channel: string; at: Instant | null },
  now: Instant,
): Promise<void> {
  const id = await firstWordOf(tx, workspaceId, caseId);
  if (!id) return;
  const { deed, promise } = await takeUp(tx, { workspaceId, by: { memberId } }, id, now);
  const { messageId, channel, at } = word;
  const nothingMore = { note: null, nextWordAt: null, undoneAt: null };
  const by = { author: "human" as const, byMemberId: memberId };
  const telling: KeptTelling = {
    ...{ ...nothingMore, ...by, id: newId(), promiseId: id, messageId, channel, at, loggedAt: now },
    about: "keep",
  };
  await insertTelling(tx, workspaceId, telling);
  await answered(deed, promise, "kept");
  await finish(deed, at ? await hear(deed, promise, telling, at) : promise);
}

/** Whoever owns the case now gives its first word; the duty person gave it, and it stays theirs. */
export async function giveFirstWordTo(tx: Tx, who: Who, caseId: string, memberId: string, now: Instant): Promise<void> {
  const id = await firstWordOf(tx, who.workspaceId, caseId);
  if (!id) return;
  const { deed, promise } = await takeUp(tx, who, id, now);
  note(deed, promise, "promise handed on", { facts: { handler_id: memberId }, forCustomer: false });
  await finish(deed, { ...promise, handlerId: memberId });
}

/** Nobody waits for it any more: the case was closed without it. */
export async function endFirstWord(tx: Tx, who: Who, caseId: string, now: Instant): Promise<void> {
  const id = await firstWordOf(tx, who.workspaceId, caseId);
  if (!id) return;
  const { deed, promise } = await takeUp(tx, who, id, now);
  const done = ended(promise, "released", now, "case");
  await answered(deed, promise, "released");
  note(deed, done, "promise released", { facts: { via: "case" } });
  await finish(deed, done);
}

/** A promise becomes a step of a case's plan. */
export async function joinPlan(
  tx: Tx,
  who: Who,
  caseId: string,
  id: string,
  now: Instant,
): Promise<{ customerId: string | null }> {
  const { deed, promise } = await takeUp(tx, who, id, now);
  note(deed, promise, "promise joined to a case", { facts: { case_id: caseId } });
  await finish(deed, { ...promise, caseId });
  return { customerId: promise.customerId };
}
