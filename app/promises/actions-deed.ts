import type { By, Entry } from "#app/journal/entry.ts";
import { append } from "#app/journal/store.ts";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { caughtUp } from "./lateness.ts";
import type { Promise_ } from "./promise.ts";
import { withRing } from "./ring.ts";
import type { Setting } from "./setting.ts";
import { findForUpdate, savePromise } from "./store.ts";
import { answerRings } from "./store-rings.ts";
import { settingOf } from "./store-setting.ts";
import { unheardOf } from "./store-tellings.ts";
import { hear } from "./actions-hear.ts";

/** Who acts: a member with their workspace. */
export type Doer = { workspaceId: string; memberId: string; name: string };

/**
 * One deed under way on one promise: the transaction, what stands around it, and what the journal will say. Entries
 * are gathered and appended at the end, since the journal's head is the last lock a deed takes.
 */
export type Deed = { tx: Tx; workspaceId: string; by: By; now: Instant; setting: Setting; entries: Entry[] };

/** Locks the promise, hears what its customer's server has accepted meanwhile, and catches up with the time. */
export async function takeUp(
  tx: Tx,
  by: { workspaceId: string; by: By },
  id: string,
  now: Instant,
): Promise<{ deed: Deed; promise: Promise_ }> {
  const found = await findForUpdate(tx, by.workspaceId, id);
  return takeUpLocked(tx, by, found, now);
}

/** As takeUp, of a promise that is locked already. */
export async function takeUpLocked(tx: Tx, { workspaceId, by }: { workspaceId: string; by: By }, found: Promise_, now: Instant) {
  const setting = await settingOf(tx, workspaceId, { ...found, contactId: found.contactId });
  const deed: Deed = { tx, workspaceId, by, now, setting, entries: [] };
  let promise = found;
  const unheard = await unheardOf(tx, workspaceId, found.id);
  for (const telling of unheard) {
    if (telling.acceptedAt) promise = await hear(deed, promise, telling, telling.acceptedAt);
  }
  // While the server may be accepting a word this very moment, whether the due passed without one is not yet known.
  const isBeingSaid = unheard.some(({ acceptedAt, leasedUntil }) => !acceptedAt && leasedUntil && leasedUntil.epochMilliseconds > now.epochMilliseconds);
  return { deed, promise: isBeingSaid ? promise : catchUp(deed, promise), isBeingSaid };
}

/** The promise as time has made it; that a due passed is journalled once, when it is first noticed. */
export function catchUp(deed: Deed, p: Promise_): Promise_ {
  const late = caughtUp(p, deed.now);
  if (late === p) return p;
  note(deed, late, "promise passed its due", {
    facts: {
      due_at: late.passedDueAt,
      silently: late.silentlyLateAt !== p.silentlyLateAt,
      held: late.heldLateAt !== p.heldLateAt,
    },
    by: "machine",
  });
  return late;
}

/** Says what the journal will say of this promise: facts are ids, instants and codes; words of people go into `words`. */
export function note(deed: Deed, p: Promise_, what: string, said: Partial<Pick<Entry, "facts" | "words" | "by" | "forCustomer">> = {}): void {
  deed.entries.push({
    chainId: p.customerId ?? deed.workspaceId,
    what,
    at: deed.now,
    by: said.by ?? deed.by,
    subjectId: p.id,
    forCustomer: p.isVisible && p.customerId !== null && said.forCustomer !== false,
    facts: said.facts ?? {},
    words: said.words ?? {},
  });
}

/** Saves what became of the promise with the alarm it now carries, answers its rings, and writes the journal. */
export async function finish(deed: Deed, p: Promise_): Promise<Promise_> {
  const saved = await savePromise(deed.tx, withRing(p, deed.setting.policy, deed.setting.hours));
  await writeJournal(deed);
  return saved;
}

export async function writeJournal(deed: Deed): Promise<void> {
  // Several customers in the order of their ids, so that two deeds never wait for each other's heads.
  const inOrder = deed.entries.toSorted((a, b) => (a.chainId < b.chainId ? -1 : a.chainId > b.chainId ? 1 : 0));
  for (const entry of inOrder) await append(deed.tx, deed.workspaceId, entry);
}

/** What rang for it is answered by this act. */
export async function answered(deed: Deed, p: Promise_, answer: string): Promise<void> {
  const by = typeof deed.by === "object" && "memberId" in deed.by ? deed.by.memberId : null;
  await answerRings(deed.tx, deed.workspaceId, p.id, { answer, by, at: deed.now });
}
