import { sql } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { fromRow } from "#engine/db/rows.ts";
import { idsIn, owedBy, ringsOf } from "./store-owed.ts";
import type { Counts, FailedMessage } from "./today.ts";

/** What these members wrote and did not arrive, the oldest first. */
export async function listFailed(
  tx: Tx,
  workspaceId: string,
  memberIds: readonly string[],
  most: number,
): Promise<FailedMessage[]> {
  const { rows } = await sql<object>`
    select m.id, m.version, m.customer_id, c.name as customer_name, m.subject, m.state, m.problem, m.queued_at
    from (
      select * from messages where workspace_id = ${workspaceId}::uuid and by_member_id = any(${memberIds}::uuid[])
        and state in ('failed', 'bounced') and problem_settled_at is null
      order by queued_at, id limit ${sql.lit(most)}
    ) m left join customers c on c.workspace_id = ${workspaceId}::uuid and c.id = m.customer_id
    order by m.queued_at, m.id`.execute(tx);
  return rows.map((row) => fromRow<FailedMessage>(row));
}

/** True counts, each up to `most` of a member: so much work must not slow down the page that helps with it. */
export async function countToday(
  tx: Tx,
  workspaceId: string,
  memberIds: readonly string[],
  { most, now, dayEndsAt }: { most: number; now: Instant; dayEndsAt: Instant },
): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select counted.*,
      (select count(*) from (${ringsOf(workspaceId, memberIds, most)} limit ${sql.lit(most)}) r) as "unansweredRings",
      (select count(*) from (select from messages m where m.workspace_id = ${workspaceId}::uuid
        and m.next_attempt_at is not null and m.state = 'queued' and m.problem is not null limit ${sql.lit(most)}) w)
        as "waitingMessages"
    from (
      select count(*) filter (where is_late) as late,
        count(*) filter (where not is_late and is_rung) as "toTell",
        count(*) filter (where due >= ${now}::timestamptz and due < ${dayEndsAt}::timestamptz) as "dueToday"
      from promises p
      cross join lateral (select coalesce(p.held_to_due_at, p.due_at) as due) measured
      cross join lateral (
        select p.late_at is not null or (p.held_up_at is null and due < ${now}::timestamptz) as is_late,
          p.held_up_at is null and exists (select from rings r where r.workspace_id = ${workspaceId}::uuid
            and r.promise_id = p.id and r.member_id = any(${memberIds}::uuid[]) and r.answered_at is null) as is_rung
      ) state
      where p.workspace_id = ${workspaceId}::uuid and p.id = any(${idsIn(owedBy(workspaceId, memberIds, most))})
    ) counted`.execute(tx);
  return rows[0] ?? { late: 0, toTell: 0, dueToday: 0, unansweredRings: 0, waitingMessages: 0 };
}

/** Whose work a viewer looks at, in which zone their day ends, and whether the viewer manages it. */
export type LookedAt = { memberIds: string[]; zone: string; isManaged: boolean };

/** One member, managed by whoever manages one of their teams; undefined when there is no such member. */
export async function findMemberLookedAt(
  tx: Tx,
  workspaceId: string,
  memberId: string,
  viewerId: string,
): Promise<LookedAt | undefined> {
  const { rows } = await sql<LookedAt>`
    select array[m.id] as "memberIds", coalesce(m.time_zone, w.time_zone) as zone, exists (
      select from team_members theirs
      join team_members own on own.workspace_id = ${workspaceId}::uuid and own.team_id = theirs.team_id
      where theirs.workspace_id = ${workspaceId}::uuid and theirs.member_id = m.id
        and own.member_id = ${viewerId}::uuid and own.is_manager
    ) as "isManaged"
    from members m join workspaces w on w.workspace_id = m.workspace_id
    where m.workspace_id = ${workspaceId}::uuid and m.id = ${memberId}::uuid`.execute(tx);
  return rows[0];
}

/** A whole team, by the viewer's own day; undefined when there is no such team. */
export async function findTeamLookedAt(
  tx: Tx,
  workspaceId: string,
  teamId: string,
  viewerId: string,
): Promise<LookedAt | undefined> {
  const { rows } = await sql<LookedAt>`
    select coalesce(viewer.time_zone, w.time_zone) as zone,
      coalesce(array_agg(t.member_id) filter (where t.member_id is not null), '{}') as "memberIds",
      coalesce(bool_or(t.is_manager) filter (where t.member_id = viewer.id), false) as "isManaged"
    from teams
    join workspaces w on w.workspace_id = teams.workspace_id
    left join members viewer on viewer.workspace_id = ${workspaceId}::uuid and viewer.id = ${viewerId}::uuid
    left join team_members t on t.workspace_id = ${workspaceId}::uuid and t.team_id = teams.id
    where teams.workspace_id = ${workspaceId}::uuid and teams.id = ${teamId}::uuid group by 1`.execute(tx);
  return rows[0];
}
