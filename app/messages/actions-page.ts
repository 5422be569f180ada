import { chainOf, contactForUpdate } from "#app/customers/actions-found.ts";
import { linkFor } from "#app/customers/actions-links.ts";
import { append } from "#app/journal/store.ts";
import { wordsFor } from "#app/letters/store.ts";
import { policyFor } from "#app/workspaces/store-policies.ts";
import type { Instant } from "#base/instant.ts";
import { missing } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import type { House } from "#engine/http/call.ts";
import { contactAddressed, queueMessage } from "./actions.ts";
import type { Message } from "./message.ts";
import { findMessage } from "./store.ts";

/** Mails a contact the way to their page, in the name of the member who wants them to have it. Refuses `no_address`. */
export async function mailPage(
  tx: Tx,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
  contactId: string,
  house: House,
  now: Instant,
): Promise<Message> {
  const contact = await contactForUpdate(tx, workspaceId, contactId);
  const to = await contactAddressed(tx, workspaceId, contact.id, now);
  const { linkDays } = await policyFor(tx, workspaceId);
  const { expiresAt } = await linkFor(tx, workspaceId, contact.id, now, linkDays, house);
  const { pageSent } = await wordsFor(to.reader.language);
  const words = pageSent({ business: to.business, until: expiresAt }, to.reader);
  const letter = { to, letter: "pageSent", words, author: "human" as const, byMemberId: memberId };
  const messageId = await queueMessage(tx, workspaceId, letter, now);
  const by = { memberId };
  const entry = { what: "page sent", at: now, by, subjectId: contact.id, facts: { message_id: messageId } };
  await append(tx, workspaceId, { ...entry, ...(await chainOf(tx, workspaceId, contact)), forCustomer: true });
  const message = await findMessage(tx, workspaceId, messageId);
  if (!message) throw missing("message");
  return message;
}
