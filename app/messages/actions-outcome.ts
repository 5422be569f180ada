import { append } from "#app/journal/store.ts";
import { wordsFor } from "#app/letters/store.ts";
import { type Instant, plusSeconds } from "#base/instant.ts";
import type { Outcome } from "#engine/channels/smtp.ts";
import type { Tx } from "#engine/db/database.ts";
import { contactAddressed, memberAddressed, queueMessage } from "./actions.ts";
import { delayAfter, type Message } from "./message.ts";
import { findMessage, saveProgress } from "./store.ts";

/**
 * Writes down what came of it, at the instant the server answered. That it was accepted is true whatever happened to the
 * row meanwhile; that it was not counts only while the lease is ours.
 */
export async function recordOutcome(
  tx: Tx,
  workspaceId: string,
  leased: Message,
  outcome: Outcome,
  at: Instant,
): Promise<void> {
  const message = await findMessage(tx, workspaceId, leased.id, "for update");
  if (!message || message.acceptedAt) return;
  if (outcome.is !== "accepted" && message.version !== leased.version) return;
  await settle(tx, workspaceId, message, outcome, at);
}

/** What comes of a message that is in hand. */
export async function settle(
  tx: Tx,
  workspaceId: string,
  message: Message,
  outcome: Outcome,
  at: Instant,
): Promise<void> {
  // Only what went to a customer can be a telling; nobody waits to hear of a member's mail.
  const done = { nextAttemptAt: null, leasedUntil: null, heedAt: message.contactId ? at : null };
  if (outcome.is === "accepted") {
    await saveProgress(tx, workspaceId, { ...message, ...done, state: "accepted", acceptedAt: at, problem: null });
    await journal(tx, workspaceId, message, "message sent", at);
    return;
  }
  const delay = outcome.is === "later" ? delayAfter(message.attempts) : null;
  const { problem } = outcome;
  if (delay !== null) {
    const nextAttemptAt = plusSeconds(at, delay);
    await saveProgress(tx, workspaceId, { ...message, leasedUntil: null, nextAttemptAt, problem });
    return;
  }
  await saveProgress(tx, workspaceId, { ...message, ...done, state: "failed", problem });
  await tellAuthor(tx, workspaceId, message, problem, at);
  await journal(tx, workspaceId, message, "message failed", at);
}

/** What failed is somebody's to-do; a mail says so as well, once, unless it was itself a mail to a member. */
async function tellAuthor(tx: Tx, workspaceId: string, message: Message, problem: string, at: Instant): Promise<void> {
  if (!message.byMemberId || !message.contactId) return;
  const to = await memberAddressed(tx, workspaceId, message.byMemberId, at);
  const { reader } = await contactAddressed(tx, workspaceId, message.contactId, at);
  const words = await wordsFor(to.reader.language);
  const facts = { to: reader.name, subject: message.subject, problem, path: `/customers/${message.customerId}` };
  const letter = words.messageFailed(facts, to.reader);
  const asked = { to, letter: "messageFailed", words: letter, author: "automatic", byMemberId: null } as const;
  await queueMessage(tx, workspaceId, asked, at);
}

async function journal(tx: Tx, workspaceId: string, message: Message, what: string, at: Instant): Promise<void> {
  if (!message.customerId) return;
  await append(tx, workspaceId, {
    chainId: message.customerId,
    what,
    at,
    by: message.author === "human" && message.byMemberId ? { memberId: message.byMemberId } : "machine",
    subjectId: message.id,
    facts: { message_id: message.id, channel: message.channel, letter: message.letter, contact_id: message.contactId },
    words: { subject: message.subject },
    forCustomer: what === "message sent",
  });
}
