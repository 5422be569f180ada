import type { Tx } from "#engine/db/database.ts";
import type { Message, MessageState } from "./message.ts";
import { columns, messageOf, progressOf } from "./store-row.ts";

export async function insertMessage(tx: Tx, workspaceId: string, message: Message): Promise<void> {
  await tx
    .insertInto("messages")
    .values({
      workspace_id: workspaceId,
      id: message.id,
      direction: message.direction,
      author: message.author,
      channel: message.channel,
      letter: message.letter,
      customer_id: message.customerId,
      contact_id: message.contactId,
      member_id: message.memberId,
      by_member_id: message.byMemberId,
      language: message.language,
      subject: message.subject,
      body: message.body,
      acts: JSON.stringify(message.acts),
      is_question: message.isQuestion,
      queued_at: message.queuedAt,
      message_id_header: message.messageIdHeader,
      answers_message_id: message.answersMessageId,
      is_auto_reply: message.isAutoReply,
      from_address: message.fromAddress,
      quoted: message.quoted,
      attachments: JSON.stringify(message.attachments),
      ...progressOf(message),
    })
    .execute();
}

export async function findMessage(
  tx: Tx,
  workspaceId: string,
  id: string,
  lock?: "for update",
): Promise<Message | undefined> {
  const row = await tx
    .selectFrom("messages")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .$if(lock !== undefined, (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
  return row && messageOf(row);
}

/** The message at exactly this version, locked; undefined when another process has it, had it, or it changed. */
export async function claimMessage(
  tx: Tx,
  workspaceId: string,
  due: { id: string; version: number },
): Promise<Message | undefined> {
  const row = await tx
    .selectFrom("messages")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", due.id)
    .where("version", "=", due.version)
    .where("state", "=", "queued")
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row && messageOf(row);
}

/** Saves how far what was found for update has come; its words never change. */
export async function saveProgress(tx: Tx, workspaceId: string, message: Message): Promise<Message> {
  const next = { ...message, version: message.version + 1 };
  await tx
    .updateTable("messages")
    .set({ ...progressOf(next), version: next.version })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", next.id)
    .execute();
  return next;
}

export type MessageFilter = { customerId?: string | undefined; state?: MessageState | undefined };

/** Newest first. Ids are in the order of their making. */
export async function listMessages(
  tx: Tx,
  workspaceId: string,
  { customerId, state, limit, after }: MessageFilter & { limit: number; after?: string | undefined },
): Promise<Message[]> {
  const rows = await tx
    .selectFrom("messages")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("contact_id", "is not", null)
    .$if(customerId !== undefined, (query) => query.where("customer_id", "=", customerId ?? ""))
    .$if(state !== undefined, (query) => query.where("state", "=", state ?? ""))
    .$if(after !== undefined, (query) => query.where("id", "<", after ?? ""))
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(messageOf);
}

/** What this member wrote and what came back: a to-do until it is sent again or settled. Oldest first. */
export async function failedFor(tx: Tx, workspaceId: string, memberId: string, limit = 50): Promise<Message[]> {
  const rows = await tx
    .selectFrom("messages")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("by_member_id", "=", memberId)
    .where("state", "in", ["failed", "bounced"])
    .where("problem_settled_at", "is", null)
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(messageOf);
}

/** How many messages wait to be sent, whatever they wait for. */
export async function waitingCount(tx: Tx, workspaceId: string): Promise<number> {
  const { waiting } = await tx
    .selectFrom("messages")
    .select((select) => select.fn.countAll<number>().as("waiting"))
    .where("workspace_id", "=", workspaceId)
    .where("state", "=", "queued")
    .executeTakeFirstOrThrow();
  return waiting;
}
