import { type RawBuilder, sql } from "kysely";
import type { QuietHours } from "#app/messages/quiet.ts";
import type { Instant } from "#base/instant.ts";
import type { Database, Tx } from "#engine/db/database.ts";
import { fromRow } from "#engine/db/rows.ts";

/** A member was rung. The row is the line on Today; `mailAt` is when its mail may leave, null once it has. */
export type Ring = {
  id: string;
  promiseId: string;
  memberId: string;
  stage: string;
  forDueAt: Instant;
  plannedAt: Instant;
  rangAt: Instant;
  mailAt: Instant | null;
  messageId: string | null;
  /** What the customer said, where it was they who made it ring. */
  words: string | null;
  answeredAt: Instant | null;
  answer: string | null;
  answeredById: string | null;
};

/** Rings the members, each once: the unique key lets no second ring of the same stage and time through. */
export async function insertRings(tx: Tx, workspaceId: string, rings: Ring[]): Promise<void> {
  if (rings.length === 0) return;
  const values = rings.map((ring) => ({
    workspace_id: workspaceId,
    id: ring.id,
    promise_id: ring.promiseId,
    member_id: ring.memberId,
    stage: ring.stage,
    for_due_at: ring.forDueAt,
    planned_at: ring.plannedAt,
    rang_at: ring.rangAt,
    mail_at: ring.mailAt,
    words: ring.words,
  }));
  await tx
    .insertInto("rings")
    .values(values)
    .onConflict((same) => same.doNothing())
    .execute();
}

/** Whatever rang for this promise is answered; gives how many rings that were. */
export async function answerRings(
  tx: Tx,
  workspaceId: string,
  promiseId: string,
  answer: { answer: string; by: string | null; at: Instant },
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable("rings")
    .set({ answered_at: answer.at, answer: answer.answer, answered_by_id: answer.by, mail_at: null })
    .where("workspace_id", "=", workspaceId)
    .where("promise_id", "=", promiseId)
    .where("answered_at", "is", null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/**
 * When a mail with rings last left for a member, for the next waits until the bundle's time is over; and their quiet
 * hours, where they have set both ends.
 */
export type RingMailFacts = { lastAt: Instant | null; quiet: QuietHours | null };

export async function ringMailFacts(
  tx: Tx,
  workspaceId: string,
  memberId: string | RawBuilder<string>,
): Promise<RingMailFacts> {
  const { rows } = await sql<{ last_at: Instant | null } & Record<"from" | "until" | "zone", string | null>>`
    select m.quiet_from as from, m.quiet_until as until, coalesce(m.time_zone, w.time_zone) as zone,
      (select queued_at from messages where workspace_id = ${workspaceId}::uuid and member_id = ${memberId}::uuid
        and letter = 'rings' order by queued_at desc limit 1) as last_at
    from members m join workspaces w on w.workspace_id = m.workspace_id
    where m.workspace_id = ${workspaceId}::uuid and m.id = ${memberId}::uuid`.execute(tx);
  const [{ last_at: lastAt = null, from = null, until = null, zone = null } = {}] = rows;
  return { lastAt, quiet: from && until && zone ? { from, until, timeZone: zone } : null };
}

/** Whoever owns this promise, for statements that are sent together with the one that locks it. */
export function ownerOf(workspaceId: string, promiseId: string): RawBuilder<string> {
  return sql`(select owner_id from promises where workspace_id = ${workspaceId}::uuid and id = ${promiseId}::uuid)`;
}

/** One at a time writes to a member: two clocks that each held some of the rings would write twice. */
export async function lockRingMail(tx: Tx, workspaceId: string, memberId: string): Promise<void> {
  await tx
    .selectFrom("members")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", memberId)
    .forNoKeyUpdate()
    .execute();
}

/** The member's rings that wait to be mailed, locked, oldest due first. */
export async function ringsToMail(tx: Tx, workspaceId: string, memberId: string): Promise<Ring[]> {
  const rows = await tx
    .selectFrom("rings")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("member_id", "=", memberId)
    .where("mail_at", "is not", null)
    .orderBy("for_due_at")
    .orderBy("id")
    .limit(200)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map((row) => fromRow<Ring>(row));
}

/**
 * Does something ring this member at this moment, that could go into the same mail? Asked for in the order of the alarms,
 * or one plan for all would read every promise there is until it met one.
 */
export async function isRinging(tx: Tx, workspaceId: string, memberId: string, now: Instant): Promise<boolean> {
  const { rows } = await sql`
    select from promises where workspace_id = ${workspaceId}::uuid and next_ring_at <= ${now} and state = 'open'
      and ${memberId}::uuid in (owner_id, handler_id, cover_id)
    order by next_ring_at limit 1`.execute(tx);
  return rows.length > 0;
}

/**
 * Lets the mail wait with all that it would say, however much: what were left behind would be due again at once. Not when
 * some of it has waited since `unlessSince`. Gives whether it waits.
 */
export async function postponeMail(
  tx: Tx,
  workspaceId: string,
  memberId: string,
  { until, unlessSince }: { until: Instant; unlessSince: Instant },
): Promise<boolean> {
  const theirs = sql`workspace_id = ${workspaceId}::uuid and member_id = ${memberId}::uuid and mail_at is not null`;
  const { numAffectedRows = 0n } = await sql`update rings set mail_at = ${until}
    where ${theirs} and mail_at <= ${until} and not exists (
      select from rings where ${theirs} and rang_at <= ${unlessSince})`.execute(tx);
  return numAffectedRows > 0n;
}

export async function markMailed(tx: Tx, workspaceId: string, ids: string[], messageId: string): Promise<void> {
  await sql`update rings set mail_at = null, message_id = ${messageId}
    where workspace_id = ${workspaceId} and id = any(${ids})`.execute(tx);
}

/** No mail is written any more about what has rung so far. */
export async function forgetRingMails(tx: Tx, workspaceId: string): Promise<void> {
  await sql`update rings set mail_at = null where workspace_id = ${workspaceId} and mail_at is not null`.execute(tx);
}

type RingMailDue = { workspaceId: string; id: string };

/** Members with rings whose mail may leave, in all workspaces; seen with the clock's eyes, which see keys and times only. */
export async function ringMailsDue(
  db: Database,
  now: Instant,
  leftOut: { workspaceIds: readonly string[]; ids: readonly string[] },
): Promise<RingMailDue[]> {
  const { rows } = await sql<RingMailDue>`
    select workspace_id as "workspaceId", member_id as id, min(mail_at) as at from (
      select workspace_id, member_id, mail_at from rings
      where mail_at <= ${now} and workspace_id <> all (${leftOut.workspaceIds}::uuid[])
        and member_id <> all (${leftOut.ids}::uuid[])
      order by mail_at limit 1000
    ) as due group by 1, 2 order by 3`.execute(db.clock);
  return rows.map(({ workspaceId, id }) => ({ workspaceId, id }));
}
