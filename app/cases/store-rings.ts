import { sql } from "kysely";
import type { CaseWhy } from "#app/letters/case-words.ts";
import type { Instant } from "#base/instant.ts";
import type { Database, Tx } from "#engine/db/database.ts";
import { fromRow } from "#engine/db/rows.ts";

/** A member was rung. `mailAt` is when its mail may leave, null once it has. */
export type CaseRing = {
  id: string;
  caseId: string;
  memberId: string;
  stage: CaseWhy;
  rangAt: Instant;
  mailAt: Instant | null;
  /** What the customer said, where it was they who made it ring. */
  words: string | null;
};

export async function insertCaseRing(tx: Tx, workspaceId: string, ring: CaseRing): Promise<void> {
  await tx
    .insertInto("case_rings")
    .values({
      workspace_id: workspaceId,
      id: ring.id,
      case_id: ring.caseId,
      member_id: ring.memberId,
      stage: ring.stage,
      rang_at: ring.rangAt,
      mail_at: ring.mailAt,
      words: ring.words,
    })
    .execute();
}

/** Whatever rang for this case is answered; a note that names somebody is theirs to see. */
export async function answerCaseRings(tx: Tx, workspaceId: string, caseId: string, at: Instant): Promise<void> {
  await sql`update case_rings set answered_at = ${at} where workspace_id = ${workspaceId}::uuid
    and case_id = ${caseId}::uuid and answered_at is null and stage <> 'mentioned'`.execute(tx);
}

/** When a mail with rings of cases last left for this member. */
export async function lastCaseRingMail(tx: Tx, workspaceId: string, memberId: string): Promise<Instant | null> {
  const { rows } = await sql<{ at: Instant }>`
    select queued_at as at from messages where workspace_id = ${workspaceId}::uuid and member_id = ${memberId}::uuid
      and letter = 'caseRings' order by queued_at desc limit 1`.execute(tx);
  return rows[0]?.at ?? null;
}

export type Ringing = CaseRing & {
  subject: string;
  customer: string;
  contact: string | null;
  owner: string | null;
  statusDueAt: Instant | null;
  caseWords: string;
};

/** The member's rings that wait to be mailed, locked, with what they are about. */
export async function ringsToMail(tx: Tx, workspaceId: string, memberId: string): Promise<Ringing[]> {
  const { rows } = await sql<object>`
    select r.id, r.case_id, r.member_id, r.stage, r.rang_at, r.mail_at, r.words, c.subject,
      cu.name as customer, co.name as contact, o.name as owner, c.status_due_at, c.words as case_words
    from (
      select * from case_rings
      where workspace_id = ${workspaceId}::uuid and member_id = ${memberId}::uuid and mail_at is not null
      order by rang_at, id limit 100 for update skip locked
    ) r
    join cases c on c.workspace_id = ${workspaceId}::uuid and c.id = r.case_id
    join customers cu on cu.workspace_id = ${workspaceId}::uuid and cu.id = c.customer_id
    left join contacts co on co.workspace_id = ${workspaceId}::uuid and co.id = c.contact_id
    left join members o on o.workspace_id = ${workspaceId}::uuid and o.id = c.owner_id
    order by r.rang_at, r.id`.execute(tx);
  return rows.map((row) => fromRow<Ringing>(row));
}

export async function markMailed(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
  messageId: string | null,
): Promise<void> {
  await sql`update case_rings set mail_at = null, message_id = ${messageId}::uuid
    where workspace_id = ${workspaceId}::uuid and id = any(${ids}::uuid[])`.execute(tx);
}

/** Members with rings of cases whose mail may leave, in all workspaces; seen with the clock's eyes. */
export async function caseRingMailsDue(
  db: Database,
  now: Instant,
  leftOut: { workspaceIds: readonly string[]; ids: readonly string[] },
): Promise<{ workspaceId: string; id: string }[]> {
  const { rows } = await sql<{ workspaceId: string; id: string }>`
    select workspace_id as "workspaceId", member_id as id, min(mail_at) as at from (
      select workspace_id, member_id, mail_at from case_rings
      where mail_at <= ${now} and workspace_id <> all (${leftOut.workspaceIds}::uuid[])
        and member_id <> all (${leftOut.ids}::uuid[])
      order by mail_at limit 1000
    ) as due group by 1, 2 order by 3`.execute(db.clock);
  return rows.map(({ workspaceId, id }) => ({ workspaceId, id }));
}

/**
 * Who is rung for what nobody owns, one after the other: those on duty in their order, then the team's managers; without a
 * team who leads the workspace. Who is away is left out, unless all are.
 */
export async function dutyLine(
  tx: Tx,
  workspaceId: string,
  teamId: string | null,
  at: Instant,
): Promise<{ memberId: string; isManager: boolean }[]> {
  const { rows } = await sql<{ memberId: string; isManager: boolean; isAway: boolean }>`
    select given.id as "memberId", given.is_manager as "isManager", exists (
      select from absences a where a.workspace_id = ${workspaceId}::uuid and a.member_id = given.id
        and a.from_at <= ${at} and a.until_at > ${at}
    ) as "isAway"
    from (
      select member_id as id, is_manager and duty_rank is null as is_manager, coalesce(duty_rank, 1000) as rank
      from team_members where workspace_id = ${workspaceId}::uuid and team_id = ${teamId}::uuid
        and (duty_rank is not null or is_manager)
      union all
      select id, true, 2000 + array_position(array['manager', 'admin', 'proprietor'], role) from members
      where workspace_id = ${workspaceId}::uuid and role in ('manager', 'admin', 'proprietor')
        and not exists (select from team_members where workspace_id = ${workspaceId}::uuid and team_id = ${teamId}::uuid
          and is_manager)
    ) given
    join members m on m.workspace_id = ${workspaceId}::uuid and m.id = given.id and m.left_at is null
    order by given.rank, m.joined_at, m.id`.execute(tx);
  const there = rows.filter(({ isAway }) => !isAway);
  return there.length > 0 ? there : rows;
}
