import { chainOf, contactForUpdate } from "#app/customers/actions-found.ts";
import { linkFor } from "#app/customers/actions-links.ts";
import type { Channel } from "#app/customers/address.ts";
import { saveContact } from "#app/customers/store-contacts.ts";
import { append } from "#app/journal/store.ts";
import { wordsFor } from "#app/letters/store.ts";
import { contactAddressed, queueMessage } from "#app/messages/actions.ts";
import { type Instant, plusSeconds } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import type { House } from "#engine/http/call.ts";
import { policyOfKind, type Visit } from "./page-visit.ts";
import { wasSent } from "./store-visit.ts";

// Whoever finds an old link could else fill a customer's inbox.
const oncePerSeconds = 3600;

/**
 * Sends a new way in to the contact's own address, at most once an hour. Whether there is an address is not told: who
 * holds an expired link need not be who it was made for.
 */
export async function sendNewLink(tx: Tx, visit: Visit, house: House, now: Instant): Promise<void> {
  const { workspaceId, contact } = visit;
  await contactForUpdate(tx, workspaceId, contact.id);
  if (await wasSent(tx, visit, "linkRenewed", plusSeconds(now, -oncePerSeconds))) return;
  const to = await contactAddressed(tx, workspaceId, contact.id, now);
  if (!to.email) return;
  const { linkDays } = policyOfKind(visit, "other");
  const { expiresAt } = await linkFor(tx, workspaceId, contact.id, now, linkDays, house);
  const { linkRenewed } = await wordsFor(to.reader.language);
  const words = linkRenewed({ business: to.business, until: expiresAt }, to.reader);
  // They have just asked for it, so they are awake.
  const letter = { to: { ...to, quiet: null }, letter: "linkRenewed", words, author: "automatic" as const };
  await queueMessage(tx, workspaceId, { ...letter, byMemberId: null }, now);
}

/** The contact says themself how they like to be reached. */
export async function preferChannel(tx: Tx, visit: Visit, channel: Channel, now: Instant): Promise<void> {
  const { workspaceId } = visit;
  const contact = await contactForUpdate(tx, workspaceId, visit.contact.id);
  if (contact.preferredChannel === channel) return;
  await saveContact(tx, workspaceId, { ...contact, preferredChannel: channel, version: contact.version + 1 });
  await append(tx, workspaceId, {
    ...(await chainOf(tx, workspaceId, contact)),
    what: "contact changed",
    at: now,
    by: { contactId: contact.id },
    subjectId: contact.id,
    facts: { preferred_channel: channel },
    forCustomer: true,
  });
}
