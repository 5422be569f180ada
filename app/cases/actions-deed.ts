import type { By, Entry } from "#app/journal/entry.ts";
import { append } from "#app/journal/store.ts";
import { type Instant, isAfter } from "#base/instant.ts";
import { missing } from "#base/refusal.ts";
import { demandVersion } from "#base/version.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Around } from "./around.ts";
import { type Case, stepped } from "./case.ts";
import { asked, told } from "./closing.ts";
import { owned } from "./owning.ts";
import { withRing } from "./ring.ts";
import { withWord } from "./saying.ts";
import { caughtUp } from "./status.ts";
import { findCaseForUpdate, saveCase } from "./store.ts";
import { aroundOf } from "./store-around.ts";
import { markTold, type Sent, unheardOf } from "./store-messages.ts";

export type Who = { workspaceId: string; by: By };

/** One deed under way on one case: the transaction, what stands around it, and what the journal will say. */
export type Deed = { tx: Tx; workspaceId: string; by: By; now: Instant; around: Around; entries: Entry[] };

/** Locks the case, hears what its customer's server has accepted meanwhile, and catches up with the time. */
export async function takeUp(tx: Tx, who: Who, id: string, now: Instant, version: number | null = null) {
  const found = await findCaseForUpdate(tx, who.workspaceId, id);
  demandVersion(version, found.version);
  return takeUpLocked(tx, who, found, now);
}

/** As takeUp, of a case that is locked already. */
export async function takeUpLocked(tx: Tx, { workspaceId, by }: Who, found: Case, now: Instant) {
  const deed = await deedOn(tx, { workspaceId, by }, found, now);
  const unheard = await unheardOf(tx, workspaceId, found.id);
  let c = found;
  for (const sent of unheard) if (sent.acceptedAt) c = await hear(deed, c, sent, sent.acceptedAt);
  // While the server may be accepting a word this very moment, whether the day passed without one is not yet known.
  const isBeingSaid = unheard.some(
    ({ acceptedAt, leasedUntil }) => acceptedAt === null && leasedUntil !== null && isAfter(leasedUntil, now),
  );
  return { deed, c: isBeingSaid ? c : late(deed, c), isBeingSaid };
}

export async function deedOn(tx: Tx, { workspaceId, by }: Who, c: Case, now: Instant): Promise<Deed> {
  const around = await aroundOf(tx, workspaceId, c);
  if (!around) throw missing("customer");
  return { tx, workspaceId, by, now, around, entries: [] };
}

/** A word has reached the customer at that instant: their server accepted it, or the call was held. */
export async function hear(
  deed: Deed,
  c: Case,
  sent: Pick<Sent, "messageId" | "about" | "author" | "byMemberId" | "toldAt">,
  at: Instant,
): Promise<Case> {
  if (sent.toldAt === null) await markTold(deed.tx, deed.workspaceId, sent.messageId, at);
  const said = withWord(c, sent, at, deed.around);
  const facts = { message_id: sent.messageId, told_at: at, about: sent.about, author: sent.author };
  note(deed, said, "customer told", { facts });
  if (sent.about === "told") return told(said, at, sent.byMemberId, deed.around);
  if (sent.about === "question" && said.state === "told" && sent.author === "human")
    return asked(said, at, deed.around);
  const isTakenOver =
    sent.about === "introduction" && said.nextOwnerId !== null && said.nextOwnerId === sent.byMemberId;
  return isTakenOver ? takenOver(deed, said, said.nextOwnerId ?? "", at) : said;
}

/** The new owner has accepted, and the customer knows them: from here on it is theirs. */
function takenOver(deed: Deed, c: Case, memberId: string, at: Instant): Case {
  note(deed, c, "case passed on", { facts: { from_member_id: c.ownerId, to_member_id: memberId, told_at: at } });
  return owned(c, memberId, at);
}

function late(deed: Deed, c: Case): Case {
  const next = caughtUp(c, deed.now, deed.around);
  if (next === c) return c;
  const facts = { due_at: c.statusDueAt, missed: next.statusMissedCount - c.statusMissedCount };
  note(deed, next, "status missed", { facts, by: "machine" });
  return next;
}

/** Says what the journal will say of this case: facts are ids, instants and codes; words of people go into `words`. */
export function note(
  deed: Deed,
  c: Case,
  what: string,
  said: Partial<Pick<Entry, "facts" | "words" | "by" | "forCustomer">> = {},
): void {
  deed.entries.push({
    chainId: c.customerId,
    what,
    at: deed.now,
    by: said.by ?? deed.by,
    subjectId: c.id,
    forCustomer: said.forCustomer !== false,
    facts: said.facts ?? {},
    words: said.words ?? {},
  });
}

/** Ends a deed: saves what became of the case with the alarm it now carries, and writes the journal, last. */
export async function finish(deed: Deed, c: Case): Promise<Case> {
  const saved = await saveCase(deed.tx, withRing(known(deed, c), deed.around));
  for (const entry of deed.entries) await append(deed.tx, deed.workspaceId, entry);
  return saved;
}

/** How they are reached, and how they like it best, are steps that are taken once we know. */
function known({ around: { contact }, now, by }: Deed, c: Case): Case {
  const reached = contact?.hasAddress && !c.steps.contact ? stepped(c, "contact", now, by) : c;
  return contact?.preferredChannel && !c.steps.channel ? stepped(reached, "channel", now, by) : reached;
}
