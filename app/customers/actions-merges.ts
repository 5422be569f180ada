import type { Entry } from "#app/journal/entry.ts";
import { append } from "#app/journal/store.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { conflict, demand, missing } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { type Merge, type Mergeable, mayMerge } from "./merge.ts";
import { findCustomers } from "./store.ts";
import { findContacts } from "./store-contacts.ts";
import { customerIdsOf, hasContactMergesAcross, insertMerge, resolve, resolveAll, undoMerge } from "./store-merges.ts";

type By = { memberId: string };

/** From now on `aliasId` is read as `intoId`. Both are locked, so that two merges at once cannot make a circle. */
export async function mergeCustomers(
  tx: Tx,
  workspaceId: string,
  by: By,
  { intoId, aliasId }: { intoId: string; aliasId: string },
  now: Instant,
): Promise<Merge> {
  const customers = await findCustomers(tx, workspaceId, [intoId, aliasId], "for update");
  const merge = await merged(tx, workspaceId, "customer", by, customers, { intoId, aliasId }, now);
  await noteOnBoth(tx, workspaceId, merge, { what: "customer merged", at: now, by: { memberId: by.memberId } });
  return merge;
}

/** Takes a merge of customers back: both are again what they were. */
export async function unmergeCustomers(
  tx: Tx,
  workspaceId: string,
  by: By,
  { id, mergeId }: { id: string; mergeId: string },
  now: Instant,
): Promise<Merge> {
  const merge = await undoMerge(tx, workspaceId, "customer", mergeId, by, now);
  if (!merge || !isPartOf(merge, id)) throw missing("merge");
  if (await hasContactMergesAcross(tx, workspaceId, await customerIdsOf(tx, workspaceId, merge.aliasId))) {
    const sentence = "Contacts of these two customers are merged with each other: take those merges back first.";
    throw conflict("contacts_merged", sentence);
  }
  await noteOnBoth(tx, workspaceId, merge, { what: "customer merge undone", at: now, by: { memberId: by.memberId } });
  return merge;
}

/** Merges two contacts of one customer. */
export async function mergeContacts(
  tx: Tx,
  workspaceId: string,
  by: By,
  { intoId, aliasId }: { intoId: string; aliasId: string },
  now: Instant,
): Promise<Merge> {
  const contacts = await findContacts(tx, workspaceId, [intoId, aliasId], "for update");
  const merge = await merged(tx, workspaceId, "contact", by, contacts, { intoId, aliasId }, now);
  const customerIds = contacts.map(({ customerId }) => customerId);
  const [chainId = "", ...others] = new Set((await resolveAll(tx, workspaceId, "customer", customerIds)).values());
  if (others.length > 0) {
    const sentence = "These contacts belong to two customers: merge the customers first, if they are one.";
    throw conflict("different_customers", sentence);
  }
  await append(tx, workspaceId, noteOf(merge, chainId, "contact merged", by, now));
  return merge;
}

export async function unmergeContacts(
  tx: Tx,
  workspaceId: string,
  by: By,
  { id, mergeId }: { id: string; mergeId: string },
  now: Instant,
): Promise<Merge> {
  const merge = await undoMerge(tx, workspaceId, "contact", mergeId, by, now);
  if (!merge || !isPartOf(merge, id)) throw missing("merge");
  const [contact] = await findContacts(tx, workspaceId, [merge.intoId]);
  const chainId = await resolve(tx, workspaceId, "customer", contact?.customerId ?? "");
  await append(tx, workspaceId, noteOf(merge, chainId, "contact merge undone", by, now));
  return merge;
}

async function merged(
  tx: Tx,
  workspaceId: string,
  what: Mergeable,
  by: By,
  locked: readonly { id: string }[],
  { intoId, aliasId }: { intoId: string; aliasId: string },
  now: Instant,
): Promise<Merge> {
  if (![intoId, aliasId].every((id) => locked.some((one) => one.id === id))) throw missing(what);
  const isNow = await resolveAll(tx, workspaceId, what, [aliasId, intoId]);
  demand(mayMerge(what, aliasId, intoId, isNow));
  const merge = { id: newId(), aliasId, intoId, mergedAt: now, mergedById: by.memberId };
  await insertMerge(tx, workspaceId, what, merge);
  return merge;
}

/** In the journals of both, in the order of their ids, as everybody locks several. */
async function noteOnBoth(
  tx: Tx,
  workspaceId: string,
  merge: Merge,
  entry: Pick<Entry, "what" | "at" | "by">,
): Promise<void> {
  const facts = { merge_id: merge.id, alias_id: merge.aliasId, into_id: merge.intoId };
  for (const chainId of [merge.aliasId, merge.intoId].toSorted()) {
    await append(tx, workspaceId, { ...entry, chainId, subjectId: chainId, facts });
  }
}

function noteOf(merge: Merge, chainId: string, what: string, by: By, now: Instant): Entry {
  const facts = { merge_id: merge.id, alias_id: merge.aliasId, into_id: merge.intoId };
  return { chainId, what, at: now, by: { memberId: by.memberId }, subjectId: merge.intoId, facts };
}

function isPartOf(merge: Merge, id: string): boolean {
  return merge.intoId === id || merge.aliasId === id;
}
