import type { Act } from "#app/letters/letter.ts";
import { type Instant, isAfter } from "#base/instant.ts";
import { conflict, type Ruling, yes } from "#base/refusal.ts";
import type { Attachment } from "./attachment.ts";

/** Words that went out or came in. One to send is its own place in the outbox, with the time of its next attempt. */
export type Message = {
  id: string;
  version: number;
  direction: "out" | "in" | "note";
  author: "human" | "automatic";
  channel: string;
  /** Which letter it is ("moved", "rings"), or "own" for a member's words alone. */
  letter: string;
  customerId: string | null;
  contactId: string | null;
  /** The member it is written to, where it is not for a customer. */
  memberId: string | null;
  byMemberId: string | null;
  language: string;
  toAddress: string | null;
  subject: string;
  body: string;
  acts: Act[];
  isQuestion: boolean;
  state: MessageState;
  queuedAt: Instant;
  nextAttemptAt: Instant | null;
  leasedUntil: Instant | null;
  attempts: number;
  acceptedAt: Instant | null;
  /** When something came of it that a higher subject has not looked at yet. */
  heedAt: Instant | null;
  answeredAt: Instant | null;
  problem: string | null;
  problemSettledAt: Instant | null;
  /** The Message-ID of what did not leave by our outbox; our own is made of the id. */
  messageIdHeader: string | null;
  /** The message of ours, or theirs, that this one answers; always of the same customer. */
  answersMessageId: string | null;
  /** A machine's answer, such as "I am on holiday": it asks for nothing, and nothing answers it. */
  isAutoReply: boolean;
  /** Who wrote what came in, and what stood below their words that they quoted or sign with. */
  fromAddress: string | null;
  quoted: string | null;
  attachments: MessageAttachment[];
};

/** What came or leaves with it. Its bytes are kept under this id; null for what came before they were. */
export type MessageAttachment = Omit<Attachment, "id"> & { id: string | null };

/** Its lines as they are kept; those of an older house have no id. */
export function attachmentsIn(kept: unknown): MessageAttachment[] {
  return (kept as (Omit<MessageAttachment, "id"> & { id?: string })[]).map(({ id, ...file }) => ({
    ...file,
    id: id ?? null,
  }));
}

export const messageStates = ["queued", "accepted", "failed", "bounced", "logged", "withdrawn", "arrived"] as const;
export type MessageState = (typeof messageStates)[number];

/** A lease outlives the sender's time-outs, so that no second process sends what the first still has in hand. */
export const leaseSeconds = 120;

const firstDelaysSeconds = [5, 15, 60, 300, 900, 3600];
const laterDelaySeconds = 4 * 3600;
const givingUpSeconds = 2 * 86_400;

/** How long to wait after so many attempts (from 1); null when two days of them were enough. */
export function delayAfter(attempts: number): number | null {
  const delays = Array.from({ length: attempts }, (_, place) => firstDelaysSeconds[place] ?? laterDelaySeconds);
  const waited = delays.reduce((sum, seconds) => sum + seconds, 0);
  return waited > givingUpSeconds ? null : (delays.at(-1) ?? 0);
}

/** What failed is sent again as it is, to the address that the contact has now. */
export function mayRetry(message: Message): Ruling {
  if (isProblem(message)) return yes;
  return conflict("not_failed", "This message has not failed, so there is nothing to send again.");
}

/** Somebody told them another way, and the failure is nobody's to-do any more. */
export function maySettle(message: Message): Ruling {
  if (!isProblem(message)) return conflict("not_failed", "This message has not failed.");
  return message.problemSettledAt ? conflict("already_settled", "This is settled already.") : yes;
}

/** A message can be taken back while it waits; once a sender has it in hand it may have left. */
export function mayWithdraw(message: Message, now: Instant): Ruling {
  if (message.state !== "queued") return conflict("not_waiting", "This message no longer waits to be sent.");
  if (!message.leasedUntil || !isAfter(message.leasedUntil, now)) return yes;
  return conflict("being_sent", "This message is being sent just now. Look again in two minutes.");
}

function isProblem(message: Message): boolean {
  return message.state === "failed" || message.state === "bounced";
}
