import { sql } from "kysely";
import { readCalendar } from "#app/calendars/calendar.ts";
import type { Calendar } from "#base/calendar.ts";
import type { Tx } from "#engine/db/database.ts";

/** When a member is there: their own calendar, else that of (the first of) their teams, else the workspace's. */
export async function hoursOf(tx: Tx, workspaceId: string, memberId: string): Promise<Calendar> {
  const { rows } = await sql<{ time_zone: string; week: unknown; days: unknown }>`
    select c.time_zone, c.week, c.days
    from (
      select 1 as nearness, calendar_id, id as tie from members
      where workspace_id = ${workspaceId}::uuid and id = ${memberId}::uuid
      union all
      select 2, t.calendar_id, t.id from team_members tm
      join teams t on t.workspace_id = tm.workspace_id and t.id = tm.team_id
      where tm.workspace_id = ${workspaceId}::uuid and tm.member_id = ${memberId}::uuid
      union all
      select 3, calendar_id, workspace_id from workspaces where workspace_id = ${workspaceId}::uuid
    ) as given
    join calendars c on c.workspace_id = ${workspaceId}::uuid and c.id = given.calendar_id
    order by nearness, tie limit 1`.execute(tx);
  const [nearest] = rows;
  if (!nearest) throw new Error(`the workspace ${workspaceId} has no calendar`);
  return readCalendar(nearest);
}
