import type { Act } from "#app/letters/letter.ts";
import { attachmentsIn, type Message, type MessageState } from "./message.ts";

export const columns = [
  "id",
  "version",
  "direction",
  "author",
  "channel",
  "letter",
  "customer_id as customerId",
  "contact_id as contactId",
  "member_id as memberId",
  "by_member_id as byMemberId",
  "language",
  "to_address as toAddress",
  "subject",
  "body",
  "acts",
  "is_question as isQuestion",
  "state",
  "queued_at as queuedAt",
  "next_attempt_at as nextAttemptAt",
  "leased_until as leasedUntil",
  "attempts",
  "accepted_at as acceptedAt",
  "heed_at as heedAt",
  "answered_at as answeredAt",
  "problem",
  "problem_settled_at as problemSettledAt",
  "message_id_header as messageIdHeader",
  "answers_message_id as answersMessageId",
  "is_auto_reply as isAutoReply",
  "from_address as fromAddress",
  "quoted",
  "attachments",
] as const;

/** What changes on a message's way; its words never do. */
export function progressOf(message: Message) {
  return {
    state: message.state,
    to_address: message.toAddress,
    next_attempt_at: message.nextAttemptAt,
    leased_until: message.leasedUntil,
    attempts: message.attempts,
    accepted_at: message.acceptedAt,
    heed_at: message.heedAt,
    answered_at: message.answeredAt,
    problem: message.problem,
    problem_settled_at: message.problemSettledAt,
  };
}

type Row = Omit<Message, "direction" | "author" | "state" | "acts" | "attachments"> & {
  direction: string;
  author: string;
  state: string;
  acts: unknown;
  attachments: unknown;
};

export function messageOf(row: Row): Message {
  return {
    ...row,
    direction: row.direction as Message["direction"],
    author: row.author as Message["author"],
    state: row.state as MessageState,
    acts: row.acts as Act[],
    attachments: attachmentsIn(row.attachments),
  };
}
