import { append } from "#app/journal/store.ts";
import { wordsFor } from "#app/letters/store.ts";
import type { Role } from "#app/members/member.ts";
import { findMember } from "#app/members/store.ts";
import { type Addressee, contactAddressed, queueMessage } from "#app/messages/actions.ts";
import { routeTo } from "#app/messages/route.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { demand, forbidden, invalid, missing, type Ruling, yes } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { answered, type Deed, type Doer, note, writeJournal } from "./actions-deed.ts";
import { save } from "./actions-finish.ts";
import { handedOn } from "./actions-hear.ts";
import { demandMembers } from "./actions-people.ts";
import { ringMembers } from "./actions-ring-members.ts";
import { takeUpLocked } from "./actions-take-up.ts";
import type { Promise_ } from "./promise.ts";
import { handOverSeries, inHandsOf } from "./store-handing-over.ts";
import { insertTelling } from "./store-tellings.ts";

type HandOver = { fromId: string; toId: string; words: string | null };
type Taken = { deed: Deed; promise: Promise_ };

export type HandedOver = { promises: number; series: number; introductions: number; toCall: Promise_[] };

/**
 * A member leaves, and somebody takes over everything at once: all open promises have their new owner from now on, and
 * each customer hears of it in one letter. Whoever cannot be written to is named, so that somebody calls.
 */
export async function handOver(tx: Tx, by: Doer & { role: Role }, over: HandOver, now: Instant): Promise<HandedOver> {
  demand(mayHandOver(by, over));
  const from = await findMember(tx, by.workspaceId, over.fromId);
  if (!from) throw missing("member");
  await demandMembers(tx, by.workspaceId, { to_member_id: over.toId });
  const all: Taken[] = [];
  for (const found of await inHandsOf(tx, by.workspaceId, over.fromId)) {
    const who = { workspaceId: by.workspaceId, by: { memberId: by.memberId } };
    const { deed, promise } = await takeUpLocked(tx, who, found.id, Promise.resolve(found), now);
    all.push({ deed, promise: await save(deed, await replaced(deed, promise, over)) });
  }
  const toTell = all.filter(({ deed, promise }) => deed.before?.ownerId !== promise.ownerId && promise.isVisible);
  const { introductions, toCall } = await introduce(toTell, over, from.name, by.memberId);
  const series = await handOverSeries(tx, by.workspaceId, over.fromId, over.toId);
  const entries = all.flatMap(({ deed }) => deed.entries);
  if (all[0]) await writeJournal({ ...all[0].deed, entries });
  await append(tx, by.workspaceId, {
    chainId: by.workspaceId,
    what: "work handed over",
    at: now,
    by: { memberId: by.memberId },
    subjectId: over.fromId,
    facts: { to_member_id: over.toId, promises: all.length, series, introductions },
  });
  return { promises: all.length, series, introductions, toCall };
}

function mayHandOver({ role }: { role: Role }, { fromId, toId }: HandOver): Ruling {
  if (role === "member" || role === "viewer") {
    return forbidden("managers_only", "Only a manager may hand over somebody's work: ask one of them.");
  }
  return fromId === toId ? invalid("hand_over_to_whom", "Name somebody else to take over.", "to_member_id") : yes;
}

/** The promise with the other in the member's place, whichever places these were; the other is rung for it once. */
async function replaced(deed: Deed, p: Promise_, { fromId, toId }: HandOver): Promise<Promise_> {
  const instead = <Id extends string | null>(id: Id) => (id === fromId ? toId : id);
  const owned = p.ownerId === fromId ? await handedOn(deed, p, toId) : p;
  const next = {
    ...owned,
    handlerId: instead(owned.handlerId),
    nextOwnerId: instead(owned.nextOwnerId),
    coverId: instead(owned.coverId),
  };
  await answered(deed, next, "handed_over");
  if (owned === p)
    note(deed, next, "work handed over", { facts: { from_member_id: fromId, to_member_id: toId }, forCustomer: false });
  await ringMembers(deed, { ...next, ownerId: toId, handlerId: toId, coverId: null }, "handed_on");
  return next;
}

/** One letter to each contact, with all that changes hands for them. */
async function introduce(all: Taken[], { words, toId }: HandOver, from: string, byMemberId: string) {
  const toCall: Promise_[] = [];
  const letters = new Map<string, { to: Addressee; about: Taken[] }>();
  for (const taken of all) {
    const { deed, promise } = taken;
    const to = promise.contactId
      ? await contactAddressed(deed.tx, deed.workspaceId, promise.contactId, deed.now)
      : null;
    if (!to || !routeTo(to) || !to.contactId) toCall.push(promise);
    else letters.set(to.contactId, { to, about: [...(letters.get(to.contactId)?.about ?? []), taken] });
  }
  for (const { to, about } of letters.values()) await write(to, about, { words, toId, from, byMemberId });
  return { introductions: letters.size, toCall };
}

async function write(
  to: Addressee,
  about: Taken[],
  said: { words: string | null; toId: string; from: string; byMemberId: string },
): Promise<void> {
  const [first] = about;
  if (!first) return;
  const { tx, workspaceId, now } = first.deed;
  const successor = await findMember(tx, workspaceId, said.toId);
  const promises = about.map(({ promise }) => ({ text: promise.text, dueAt: promise.dueAt }));
  const { handedOn } = await wordsFor(to.reader.language);
  const letter = handedOn({ promises, words: said.words, from: said.from, to: successor?.name ?? "" }, to.reader);
  // Only somebody's own words count as a human's; the introduction alone is a machine's.
  const author = said.words ? "human" : "automatic";
  const byMemberId = said.toId;
  const messageId = await queueMessage(
    tx,
    workspaceId,
    { to, letter: "hand_on", words: letter, author, byMemberId },
    now,
  );
  for (const { promise } of about) {
    await insertTelling(tx, workspaceId, {
      id: newId(),
      promiseId: promise.id,
      messageId,
      about: "hand_on",
      channel: routeTo(to)?.channel ?? "email",
      author,
      byMemberId: said.byMemberId,
      at: null,
      loggedAt: now,
      note: null,
      nextWordAt: null,
      undoneAt: null,
    });
  }
}
