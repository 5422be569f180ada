import type { By, Entry } from "#app/journal/entry.ts";
import { append } from "#app/journal/store.ts";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { caughtUp, passing } from "./lateness.ts";
import { measuredDue, type Promise_ } from "./promise.ts";
import type { Setting } from "./setting.ts";
import { answerRings } from "./store-rings.ts";

/** Who acts: a member with their workspace. */
export type Doer = { workspaceId: string; memberId: string; name: string };

/**
 * One deed under way on one promise: the transaction, what stands around it, and what the journal will say. Entries
 * are gathered and appended at the end, since the journal's head is the last lock a deed takes.
 */
export type Deed = {
  tx: Tx;
  workspaceId: string;
  by: By;
  now: Instant;
  setting: Setting;
  entries: Entry[];
  /** The promise as it was taken up, where it was there before. */
  before?: Promise_;
};

/** The promise as time has made it; that a due passed is journalled once, when it is first noticed. */
export function catchUp(deed: Deed, p: Promise_): Promise_ {
  const late = caughtUp(p, deed.now);
  if (late === p) return p;
  const due = measuredDue(p);
  const how = passing(p, due);
  const facts = { due_at: due, silently: how === "silently", held: how === "held" };
  note(deed, late, "promise passed its due", { facts, by: "machine" });
  return late;
}

/** Says what the journal will say of this promise: facts are ids, instants and codes; words of people go into `words`. */
export function note(
  deed: Deed,
  p: Promise_,
  what: string,
  said: Partial<Pick<Entry, "facts" | "words" | "by" | "forCustomer">> = {},
): void {
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

export async function writeJournal(deed: Deed): Promise<void> {
  // Several customers in the order of their ids, so that two deeds never wait for each other's heads.
  const inOrder = deed.entries.toSorted((a, b) => (a.chainId < b.chainId ? -1 : a.chainId > b.chainId ? 1 : 0));
  for (const entry of inOrder) await append(deed.tx, deed.workspaceId, entry);
}

/** What rang for it is answered by this act. Gives how many rings that were. */
export function answered(deed: Deed, p: Promise_, answer: string): Promise<number> {
  const by = typeof deed.by === "object" && "memberId" in deed.by ? deed.by.memberId : null;
  return answerRings(deed.tx, deed.workspaceId, p.id, { answer, by, at: deed.now });
}
