import type { Act } from "#app/letters/letter.ts";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Message, MessageState } from "./message.ts";
import type { Asked } from "./ration.ts";

const columns = [
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
] as const;

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
    .where("member_id", "is", null)
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

/** What these contacts (one and its aliases) were asked since then, newest first; what never left does not count. */
export async function questionsTo(
  tx: Tx,
  workspaceId: string,
  contactIds: readonly string[],
  since: Instant,
): Promise<Asked[]> {
  return tx
    .selectFrom("messages")
    .select(["queued_at as at", "answered_at as answeredAt"])
    .where("workspace_id", "=", workspaceId)
    .where((q) => q("contact_id", "=", q.fn.any(q.val(contactIds))))
    .where("is_question", "=", true)
    .where("state", "in", ["queued", "accepted"])
    .where("queued_at", ">", since)
    .orderBy("queued_at", "desc")
    .limit(200)
    .execute();
}

/** The contact answered: whatever they were asked before is no silence. */
export async function markAnswered(
  tx: Tx,
  workspaceId: string,
  contactIds: readonly string[],
  at: Instant,
): Promise<void> {
  await tx
    .updateTable("messages")
    .set({ answered_at: at })
    .where("workspace_id", "=", workspaceId)
    .where((q) => q("contact_id", "=", q.fn.any(q.val(contactIds))))
    .where("is_question", "=", true)
    .where("answered_at", "is", null)
    .execute();
}

function progressOf(message: Message) {
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

type Row = Omit<Message, "direction" | "author" | "state" | "acts"> & {
  direction: string;
  author: string;
  state: string;
  acts: unknown;
};

function messageOf(row: Row): Message {
  return {
    ...row,
    direction: row.direction as Message["direction"],
    author: row.author as Message["author"],
    state: row.state as MessageState,
    acts: row.acts as Act[],
  };
}
