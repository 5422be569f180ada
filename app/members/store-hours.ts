import { type RawBuilder, sql } from "kysely";
import { readCalendar } from "#app/calendars/calendar.ts";
import type { Calendar } from "#base/calendar.ts";
import type { Tx } from "#engine/db/database.ts";

/** When a member is there: their own calendar, else that of (the first of) their teams, else the workspace's. */
export async function hoursOf(tx: Tx, workspaceId: string, memberId: string): Promise<Calendar> {
  const { rows } = await sql<{ time_zone: string; week: unknown; days: unknown }>`
    select c.time_zone, c.week, c.days from ${nearest(workspaceId, memberId)}`.execute(tx);
  const [found] = rows;
  if (!found) throw new Error(`the workspace ${workspaceId} has no calendar`);
  return readCalendar(found);
}

/** Whose hours a member keeps to, and which calendar that is. */
export async function hoursFrom(
  tx: Tx,
  workspaceId: string,
  memberId: string,
): Promise<{ whose: "member" | "team" | "workspace"; calendarId: string }> {
  const { rows } = await sql<{ whose: "member" | "team" | "workspace"; calendarId: string }>`
    select given.whose, c.id as "calendarId" from ${nearest(workspaceId, memberId)}`.execute(tx);
  const [found] = rows;
  if (!found) throw new Error(`the workspace ${workspaceId} has no calendar`);
  return found;
}

function nearest(workspaceId: string, memberId: string): RawBuilder<unknown> {
  return sql`(
      select 1 as nearness, 'member' as whose, calendar_id, id as tie from members
      where workspace_id = ${workspaceId}::uuid and id = ${memberId}::uuid
      union all
      select 2, 'team', t.calendar_id, t.id from team_members tm
      join teams t on t.workspace_id = tm.workspace_id and t.id = tm.team_id
      where tm.workspace_id = ${workspaceId}::uuid and tm.member_id = ${memberId}::uuid
      union all
      select 3, 'workspace', calendar_id, workspace_id from workspaces where workspace_id = ${workspaceId}::uuid
    ) as given
    join calendars c on c.workspace_id = ${workspaceId}::uuid and c.id = given.calendar_id
    order by nearness, tie limit 1`;
}
