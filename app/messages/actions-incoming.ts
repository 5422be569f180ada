import { customerIdsOf } from "#app/customers/store-merges.ts";
import { append } from "#app/journal/store.ts";
import type { Instant } from "#base/instant.ts";
import { leavesDue, type Tx } from "#engine/db/database.ts";
import type { Message } from "./message.ts";
import { findMessage, insertMessage, saveProgress } from "./store.ts";
import { messagesNamed } from "./store-incoming.ts";

/**
 * The message that this one answers, the nearest first; null where none of those it names is this customer's. So a forged
 * In-Reply-To leads nowhere.
 */
export async function answeredBy(
  tx: Tx,
  workspaceId: string,
  customerId: string,
  named: readonly { id: string | null; header: string }[],
): Promise<string | null> {
  const customerIds = await customerIdsOf(tx, workspaceId, customerId);
  const ids = named.flatMap(({ id }) => id ?? []);
  const headers = named.map(({ header }) => header);
  const found = await messagesNamed(tx, workspaceId, { ids, headers, customerIds });
  for (const { id, header } of named) {
    const message = found.find((one) => one.id === id || one.header === header);
    if (message) return message.id;
  }
  return null;
}

/** Keeps what came in, or what a member sent by another program, on the customer's record. */
export async function receiveMessage(tx: Tx, workspaceId: string, message: Message, now: Instant): Promise<void> {
  await insertMessage(tx, workspaceId, message);
  const { contactId, byMemberId } = message;
  await append(tx, workspaceId, {
    chainId: message.customerId ?? workspaceId,
    what: message.direction === "in" ? "message received" : "message filed",
    at: now,
    by: byMemberId ? { memberId: byMemberId } : contactId ? { contactId } : "machine",
    subjectId: message.id,
    facts: {
      message_id: message.id,
      channel: message.channel,
      answers_message_id: message.answersMessageId,
      auto_reply: message.isAutoReply,
      received_at: message.queuedAt,
    },
    words: { subject: message.subject, body: message.body },
    forCustomer: true,
  });
  if (message.heedAt) leavesDue(tx);
}

/** A mail server reports that a mail of ours did not arrive after all. False where it was not sent to that address. */
export async function bounceMessage(
  tx: Tx,
  workspaceId: string,
  id: string,
  { recipient, says }: { recipient: string | null; says: string },
  now: Instant,
): Promise<boolean> {
  const message = await findMessage(tx, workspaceId, id, "for update");
  if (!message?.contactId || message.direction !== "out") return false;
  if (recipient !== null && message.toAddress?.toLowerCase() !== recipient) return false;
  if (message.state !== "accepted") return true;
  await saveProgress(tx, workspaceId, { ...message, state: "bounced", problem: says, heedAt: now });
  await append(tx, workspaceId, {
    chainId: message.customerId ?? workspaceId,
    what: "message bounced",
    at: now,
    by: "machine",
    subjectId: id,
    facts: { message_id: id, channel: message.channel, contact_id: message.contactId },
    words: { problem: says },
  });
  leavesDue(tx);
  return true;
}
