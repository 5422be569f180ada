import * as z from "zod/mini";
import { channels } from "#app/customers/address.ts";
import { draftToTry } from "#app/letters/wire.ts";
import { get, post } from "#base/contract.ts";
import { id, instant, instantOut, listOf, page, text } from "#base/fields.ts";
import { type Message, messageStates } from "./message.ts";

/** A file beside a message; without an id where its bytes were not kept. */
export const attachmentLine = z.object({ id: z.nullable(id), name: z.string(), type: z.string(), bytes: z.number() });

const messageOut = z.object({
  id,
  direction: z.enum(["out", "in", "note"]),
  author: z.enum(["human", "automatic"]),
  channel: z.string(),
  letter: z.string(),
  customer_id: z.nullable(id),
  contact_id: z.nullable(id),
  by_member_id: z.nullable(id),
  to_address: z.nullable(z.string()),
  from_address: z.nullable(z.string()),
  answers_message_id: z.nullable(id),
  is_auto_reply: z.boolean(),
  quoted: z.nullable(z.string()),
  attachments: z.array(attachmentLine),
  subject: z.string(),
  body: z.string(),
  state: z.enum(messageStates),
  is_question: z.boolean(),
  queued_at: instantOut,
  next_attempt_at: z.nullable(instantOut),
  attempts: z.number(),
  accepted_at: z.nullable(instantOut),
  problem: z.nullable(z.string()),
  problem_settled_at: z.nullable(instantOut),
  version: z.number(),
});

const toLog = z.strictObject({
  contact_id: id,
  direction: z._default(z.enum(["out", "in", "note"]), "out"),
  channel: z.enum(channels),
  body: text(1, 20_000),
  at: z.optional(instant),
});

const filter = z.strictObject({
  ...page,
  after: z.optional(id),
  customer_id: z.optional(id),
  state: z.optional(z.enum(messageStates)),
});

export const messagesContract = {
  listMessages: get("/messages", {
    summary: "Messages with customers, newest first; state=failed lists what did not arrive",
    scope: "customers:read",
    query: filter,
    gives: listOf(messageOut),
  }),
  getMessage: get("/messages/:id", { summary: "One message", scope: "customers:read", gives: messageOut }),
  logMessage: post("/messages", {
    summary: "Write down a call, a visit, a letter or a note that happened outside of Truepenny",
    scope: "customers:write",
    body: toLog,
    gives: messageOut,
  }),
  retryMessage: post("/messages/:id/retries", {
    summary: "Send a failed message again, to the address that the contact has now",
    scope: "customers:write",
    gives: messageOut,
  }),
  settleMessage: post("/messages/:id/settlements", {
    summary: "I have told them another way: the failed message is no to-do any more",
    scope: "customers:write",
    gives: messageOut,
  }),
  withdrawMessage: post("/messages/:id/withdrawals", {
    summary: "Take back a message that has not left yet",
    scope: "customers:write",
    gives: messageOut,
  }),
  mailPage: post("/contacts/:id/page_mails", {
    summary: "Mails a contact the way to their page",
    scope: "customers:write",
    gives: messageOut,
  }),
  mailDraft: post("/drafts/test_mails", {
    summary: "Send yourself the letter that a draft becomes, to see it as a customer would",
    scope: "promises:write",
    body: draftToTry,
    gives: z.object({ to: z.string(), subject: z.string() }),
  }),
};

export function forStaff(message: Message) {
  return {
    id: message.id,
    direction: message.direction,
    author: message.author,
    channel: message.channel,
    letter: message.letter,
    customer_id: message.customerId,
    contact_id: message.contactId,
    by_member_id: message.byMemberId,
    to_address: message.toAddress,
    from_address: message.fromAddress,
    answers_message_id: message.answersMessageId,
    is_auto_reply: message.isAutoReply,
    quoted: message.quoted,
    attachments: message.attachments,
    subject: message.subject,
    body: message.body,
    state: message.state,
    is_question: message.isQuestion,
    queued_at: message.queuedAt.toString(),
    next_attempt_at: message.nextAttemptAt?.toString() ?? null,
    attempts: message.attempts,
    accepted_at: message.acceptedAt?.toString() ?? null,
    problem: message.problem,
    problem_settled_at: message.problemSettledAt?.toString() ?? null,
    version: message.version,
  };
}
