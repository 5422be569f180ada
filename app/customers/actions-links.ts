import type { By } from "#app/journal/entry.ts";
import { append } from "#app/journal/store.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { chainOf, contactForUpdate } from "./actions-found.ts";
import { expiryAfter, isWorthSending, type Link, linkUrl, writeLinkToken } from "./link.ts";
import { insertLink, longestLink, revokeLinksOf } from "./store-links.ts";
import { contactIdsOf } from "./store-merges.ts";

type Door = { publicUrl: string; secret: string };

export async function makeLink(
  tx: Tx,
  workspaceId: string,
  by: By,
  contactId: string,
  days: number,
  now: Instant,
): Promise<Link> {
  const contact = await contactForUpdate(tx, workspaceId, contactId);
  const link = { id: newId(), contactId: contact.id, madeAt: now, expiresAt: expiryAfter(now, days), revokedAt: null };
  await insertLink(tx, workspaceId, link);
  const facts = { link_id: link.id, expires_at: link.expiresAt };
  const entry = { what: "link made", at: now, by, subjectId: contact.id, facts };
  await append(tx, workspaceId, { ...entry, ...(await chainOf(tx, workspaceId, contact)) });
  return link;
}

/** The way in that goes with a mail: the contact's newest link, or a new one when that would expire before long. */
export async function linkFor(
  tx: Tx,
  workspaceId: string,
  contactId: string,
  now: Instant,
  days: number,
  door: Door,
): Promise<{ url: string; expiresAt: Instant }> {
  const known = await longestLink(tx, workspaceId, await contactIdsOf(tx, workspaceId, contactId));
  const isGood = known !== undefined && isWorthSending(known, now);
  const link = isGood ? known : await makeLink(tx, workspaceId, "machine", contactId, days, now);
  return { url: urlOf(workspaceId, link, door), expiresAt: link.expiresAt };
}

export function urlOf(workspaceId: string, link: Pick<Link, "id">, { publicUrl, secret }: Door): string {
  return linkUrl(publicUrl, writeLinkToken(workspaceId, link.id, secret));
}

/** Closes every link of a contact; how many those were. */
export async function revokeLinks(
  tx: Tx,
  workspaceId: string,
  by: By,
  contactId: string,
  now: Instant,
): Promise<number> {
  const contact = await contactForUpdate(tx, workspaceId, contactId);
  const count = await revokeLinksOf(tx, workspaceId, await contactIdsOf(tx, workspaceId, contact.id), now);
  if (count === 0) return 0;
  const entry = { what: "links revoked", at: now, by, subjectId: contact.id, facts: { count } };
  await append(tx, workspaceId, { ...entry, ...(await chainOf(tx, workspaceId, contact)) });
  return count;
}
