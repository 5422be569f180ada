import { append } from "#app/journal/store.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { isAfter } from "#base/instant.ts";
import { demand, invalid, missing, type Ruling } from "#base/refusal.ts";
import { demandVersion } from "#base/version.ts";
import type { Tx } from "#engine/db/database.ts";
import { blank, contactAddressed } from "./actions.ts";
import { type Message, mayRetry, maySettle, mayWithdraw } from "./message.ts";
import { findMessage, insertMessage, saveProgress } from "./store.ts";

export type ToLog = {
  contactId: string;
  direction: Message["direction"];
  channel: string;
  body: string;
  at: Instant;
};

/** Writes down a call, a visit or a note, which counts the same as what went out by itself. */
export async function logMessage(
  tx: Tx,
  workspaceId: string,
  byMemberId: string,
  { contactId, direction, channel, body, at }: ToLog,
  now: Instant,
): Promise<Message> {
  if (isAfter(at, now)) throw invalid("logged_in_future", "That has not happened yet.", "at");
  const to = await contactAddressed(tx, workspaceId, contactId, now);
  const message: Message = {
    ...blank,
    id: newId(),
    direction,
    channel,
    body,
    author: "human",
    letter: "own",
    state: "logged",
    customerId: to.customerId,
    contactId: to.contactId,
    byMemberId,
    language: to.reader.language,
    queuedAt: at,
  };
  await insertMessage(tx, workspaceId, message);
  await note(tx, workspaceId, message, { what: "message logged", at: now, byMemberId });
  return message;
}

type Asked = { tx: Tx; workspaceId: string; memberId: string; id: string; version: number | null; now: Instant };

/** Puts a failed message back into the outbox, for the address that the contact has now. */
export async function retryMessage(asked: Asked): Promise<Message> {
  const message = await taken(asked, mayRetry);
  const { tx, workspaceId, now } = asked;
  const to = message.contactId ? await contactAddressed(tx, workspaceId, message.contactId, now) : null;
  const theirs = message.channel === "sms" ? to?.text : to?.email;
  const toAddress = theirs ?? message.toAddress;
  const fresh = { state: "queued", attempts: 0, nextAttemptAt: now, heedAt: null, problem: null } as const;
  return saved(asked, { ...message, ...fresh, toAddress, acceptedAt: null, problemSettledAt: null }, "message retried");
}

/** "I have told them another way": the failure stays on record and is nobody's to-do any more. */
export async function settleMessage(asked: Asked): Promise<Message> {
  const message = await taken(asked, maySettle);
  return saved(asked, { ...message, problemSettledAt: asked.now }, "message problem settled");
}

/** Takes back what has not left yet. */
export async function withdrawMessage(asked: Asked): Promise<Message> {
  const message = await taken(asked, (found) => mayWithdraw(found, asked.now));
  const withdrawn = { state: "withdrawn", nextAttemptAt: null, heedAt: asked.now } as const;
  return saved(asked, { ...message, ...withdrawn }, "message withdrawn");
}

async function taken({ tx, workspaceId, id, version }: Asked, rule: (found: Message) => Ruling): Promise<Message> {
  const message = await findMessage(tx, workspaceId, id, "for update");
  if (!message || message.memberId) throw missing("message");
  demandVersion(version, message.version);
  demand(rule(message));
  return message;
}

async function saved({ tx, workspaceId, memberId, now }: Asked, message: Message, what: string): Promise<Message> {
  const next = await saveProgress(tx, workspaceId, message);
  await note(tx, workspaceId, next, { what, at: now, byMemberId: memberId });
  return next;
}

async function note(
  tx: Tx,
  workspaceId: string,
  message: Message,
  { what, at, byMemberId }: { what: string; at: Instant; byMemberId: string },
): Promise<void> {
  await append(tx, workspaceId, {
    chainId: message.customerId ?? workspaceId,
    what,
    at,
    by: { memberId: byMemberId },
    subjectId: message.id,
    facts: {
      message_id: message.id,
      channel: message.channel,
      direction: message.direction,
      held_at: message.queuedAt,
    },
    words: { body: message.state === "logged" ? message.body : null },
  });
}
