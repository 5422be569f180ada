import { append } from "#app/journal/store.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { demand, missing } from "#base/refusal.ts";
import { demandVersion } from "#base/version.ts";
import type { Tx } from "#engine/db/database.ts";
import { foundCustomer } from "./actions-found.ts";
import { mayShare, mayWithdraw, type ProfileEntry } from "./profile.ts";
import { resolve } from "./store-merges.ts";
import { findProfileEntry, insertProfileEntry, saveProfileEntry } from "./store-profile.ts";

type By = { memberId: string };
type Written = Pick<ProfileEntry, "topic" | "text" | "whatWeHeard" | "isShared">;

export async function writeProfile(
  tx: Tx,
  workspaceId: string,
  by: By,
  customerId: string,
  written: Written,
  now: Instant,
): Promise<ProfileEntry> {
  const customer = await foundCustomer(tx, workspaceId, customerId);
  if (written.isShared) demand(mayShare(written.topic));
  const made = { id: newId(), customerId: customer.id, authorId: by.memberId, writtenAt: now };
  const entry = { ...written, ...made, withdrawnAt: null, version: 1 };
  await insertProfileEntry(tx, workspaceId, entry);
  const words = { text: entry.text, what_we_heard: entry.whatWeHeard };
  await note(tx, workspaceId, by, entry, "profile written", now, words);
  return entry;
}

/** Shows one entry to the customer, or no longer. */
export async function shareProfile(
  tx: Tx,
  workspaceId: string,
  by: By,
  id: string,
  isShared: boolean,
  version: number | null,
  now: Instant,
): Promise<ProfileEntry> {
  const entry = await forUpdate(tx, workspaceId, id);
  demandVersion(version, entry.version);
  demand(mayWithdraw(entry));
  if (isShared) demand(mayShare(entry.topic));
  if (isShared === entry.isShared) return entry;
  return saved(
    tx,
    workspaceId,
    by,
    { ...entry, isShared },
    isShared ? "profile shared" : "profile no longer shared",
    now,
  );
}

/** Takes an entry back. It is kept: what we once believed is part of the story. */
export async function withdrawProfile(
  tx: Tx,
  workspaceId: string,
  by: By,
  id: string,
  now: Instant,
): Promise<ProfileEntry> {
  const entry = await forUpdate(tx, workspaceId, id);
  demand(mayWithdraw(entry));
  return saved(tx, workspaceId, by, { ...entry, withdrawnAt: now }, "profile withdrawn", now);
}

async function forUpdate(tx: Tx, workspaceId: string, id: string): Promise<ProfileEntry> {
  const entry = await findProfileEntry(tx, workspaceId, id, "for update");
  if (!entry) throw missing("profile entry");
  return entry;
}

async function saved(
  tx: Tx,
  workspaceId: string,
  by: By,
  entry: ProfileEntry,
  what: string,
  now: Instant,
): Promise<ProfileEntry> {
  const next = { ...entry, version: entry.version + 1 };
  await saveProfileEntry(tx, workspaceId, next);
  await note(tx, workspaceId, by, next, what, now, {});
  return next;
}

async function note(
  tx: Tx,
  workspaceId: string,
  by: By,
  entry: ProfileEntry,
  what: string,
  now: Instant,
  words: Record<string, string | null>,
): Promise<void> {
  await append(tx, workspaceId, {
    chainId: await resolve(tx, workspaceId, "customer", entry.customerId),
    what,
    at: now,
    by: { memberId: by.memberId },
    subjectId: entry.id,
    facts: { topic: entry.topic, is_shared: entry.isShared },
    words,
    forCustomer: entry.isShared,
  });
}
