import { sql } from "kysely";
import { attachmentsIn } from "#app/messages/message.ts";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { fromRow } from "#engine/db/rows.ts";
import type { Case } from "./case.ts";
import type { CaseMessage, Said } from "./said.ts";
import type { About } from "./saying.ts";

export async function insertCaseMessage(tx: Tx, workspaceId: string, m: CaseMessage): Promise<void> {
  await tx
    .insertInto("case_messages")
    .values({
      workspace_id: workspaceId,
      case_id: m.caseId,
      message_id: m.messageId,
      about: m.about,
      told_at: m.toldAt,
    })
    .execute();
}

export type Sent = {
  caseId: string;
  messageId: string;
  about: About;
  author: "human" | "automatic";
  byMemberId: string | null;
  acceptedAt: Instant | null;
  leasedUntil: Instant | null;
  toldAt: Instant | null;
};

/** What was written in this case and has not been heard of: accepted meanwhile, or still on its way. Oldest first. */
export async function unheardOf(tx: Tx, workspaceId: string, caseId: string): Promise<Sent[]> {
  const { rows } = await sql<object>`
    select cm.case_id, cm.message_id, cm.about, cm.told_at, m.author, m.by_member_id, m.accepted_at, m.leased_until
    from case_messages cm join messages m on m.workspace_id = cm.workspace_id and m.id = cm.message_id
    where cm.workspace_id = ${workspaceId}::uuid and cm.case_id = ${caseId}::uuid and cm.told_at is null
      and cm.undone_at is null and m.direction = 'out' and m.state in ('queued', 'accepted')
    order by m.accepted_at, cm.message_id`.execute(tx);
  return rows.map((row) => fromRow<Sent>(row));
}

/** The case that a message was written in; undefined for one that belongs to none. */
export async function caseOfMessage(
  tx: Tx,
  workspaceId: string,
  messageId: string,
): Promise<(CaseMessage & { undoneAt: Instant | null; customerId: string }) | undefined> {
  const { rows } = await sql<object>`
    select cm.case_id, cm.message_id, cm.about, cm.told_at, cm.undone_at, c.customer_id
    from case_messages cm join cases c on c.workspace_id = cm.workspace_id and c.id = cm.case_id
    where cm.workspace_id = ${workspaceId}::uuid and cm.message_id = ${messageId}::uuid`.execute(tx);
  return rows[0] && fromRow(rows[0]);
}

export async function markTold(tx: Tx, workspaceId: string, messageId: string, at: Instant): Promise<void> {
  await tx
    .updateTable("case_messages")
    .set({ told_at: at })
    .where("workspace_id", "=", workspaceId)
    .where("message_id", "=", messageId)
    .execute();
}

/** It did not reach them, whatever was believed. Gives the last human word that did. */
export async function markUndone(tx: Tx, workspaceId: string, sent: CaseMessage, at: Instant): Promise<Instant | null> {
  await tx
    .updateTable("case_messages")
    .set({ undone_at: at, told_at: null })
    .where("workspace_id", "=", workspaceId)
    .where("message_id", "=", sent.messageId)
    .execute();
  const { rows } = await sql<{ last: Instant | null }>`
    select max(cm.told_at) as last from case_messages cm
    join messages m on m.workspace_id = cm.workspace_id and m.id = cm.message_id
    where cm.workspace_id = ${workspaceId}::uuid and cm.case_id = ${sent.caseId}::uuid and m.author = 'human'
      and m.direction = 'out'`.execute(tx);
  return rows[0]?.last ?? null;
}

/** The newest word to the customer that somebody else here wrote, null where there is none. */
export async function latestOfOthers(
  tx: Tx,
  workspaceId: string,
  caseId: string,
  memberId: string,
): Promise<{ id: string; byMemberId: string } | null> {
  const { rows } = await sql<{ id: string; byMemberId: string }>`
    select m.id, m.by_member_id as "byMemberId"
    from case_messages cm join messages m on m.workspace_id = cm.workspace_id and m.id = cm.message_id
    where cm.workspace_id = ${workspaceId}::uuid and cm.case_id = ${caseId}::uuid and m.direction = 'out'
      and m.author = 'human' and m.by_member_id <> ${memberId}::uuid and m.state <> 'withdrawn'
    order by cm.message_id desc limit 1`.execute(tx);
  return rows[0] ?? null;
}

/** What was said in a case, newest first. Notes, and what was taken back before it left, are ours. */
export async function messagesIn(
  tx: Tx,
  workspaceId: string,
  caseId: string,
  { limit, after, withNotes }: { limit: number; after?: string | undefined; withNotes: boolean },
): Promise<Said[]> {
  const { rows } = await sql<object>`
    select m.id, m.direction, m.author, m.channel, m.subject, m.body, m.state, m.problem, m.quoted, m.attachments,
      m.by_member_id, m.contact_id, m.queued_at, cm.about, cm.told_at
    from case_messages cm join messages m on m.workspace_id = cm.workspace_id and m.id = cm.message_id
    where cm.workspace_id = ${workspaceId}::uuid and cm.case_id = ${caseId}::uuid
      and (${withNotes} or (m.direction <> 'note' and m.state <> 'withdrawn')) and (${after ?? null}::uuid is null or cm.message_id < ${after ?? null}::uuid)
    order by cm.message_id desc limit ${limit}`.execute(tx);
  return rows.map((row) => {
    const said = fromRow<Said>(row);
    return { ...said, attachments: attachmentsIn(said.attachments) };
  });
}

export type Open = Pick<Case, "id" | "customerId" | "contactId" | "subject" | "state">;

/** The open cases of a customer, the newest first. */
export async function openCasesOf(tx: Tx, workspaceId: string, customerIds: readonly string[]): Promise<Open[]> {
  const { rows } = await sql<object>`
    select id, customer_id, contact_id, subject, state from cases
    where workspace_id = ${workspaceId}::uuid and customer_id = any(${customerIds}::uuid[]) and state in ('open', 'told')
    order by raised_at desc, id desc limit 100`.execute(tx);
  return rows.map((row) => fromRow<Open>(row));
}

/** The case of a contact that was closed last since then. */
export async function closedSince(
  tx: Tx,
  workspaceId: string,
  contactId: string,
  since: Instant,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select c.id from cases c join contacts co on co.workspace_id = c.workspace_id and co.id = ${contactId}::uuid
    where c.workspace_id = ${workspaceId}::uuid and c.customer_id = co.customer_id and c.contact_id = co.id
      and c.state in ('satisfied', 'unconfirmed') and c.settled_at > ${since}::timestamptz
    order by c.settled_at desc limit 1`.execute(tx);
  return rows[0]?.id ?? null;
}
