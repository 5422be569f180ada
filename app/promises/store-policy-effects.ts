import { sql } from "kysely";
import { readCalendar } from "#app/calendars/calendar.ts";
import type { PolicyScope } from "#app/workspaces/policy.ts";
import type { Calendar } from "#base/calendar.ts";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { fromJson } from "#engine/db/rows.ts";
import type { OpenPromise } from "./effects.ts";
import type { Promise_ } from "./promise.ts";

/** The most urgent open promises of everybody, each with what its rings hang on; hours are found as in `settingOf`. */
export async function openPromises(tx: Tx, workspaceId: string, most: number): Promise<OpenPromise[]> {
  const { rows } = await sql<Row>`
    with open as materialized (
      select * from promises where workspace_id = ${workspaceId}::uuid and state = 'open' order by due_at, id limit ${most}
    ), owners as materialized (
      select o.id, o.name, coalesce(o.calendar_id, team.calendar_id, w.calendar_id) as calendar_id
      from members o
      join workspaces w on w.workspace_id = o.workspace_id
      left join lateral (
        select t.calendar_id from team_members tm
        join teams t on t.workspace_id = tm.workspace_id and t.id = tm.team_id
        where tm.workspace_id = o.workspace_id and tm.member_id = o.id and t.calendar_id is not null
        order by t.name limit 1
      ) team on true
      where o.workspace_id = ${workspaceId}::uuid and o.id in (select owner_id from open)
    )
    select to_json(p) as promise, c.name as customer, c.tier, o.name as owner, to_json(h) as calendar
    from open p
    join owners o on o.id = p.owner_id
    join calendars h on h.workspace_id = ${workspaceId}::uuid and h.id = o.calendar_id
    left join customers c on c.workspace_id = ${workspaceId}::uuid and c.id = p.customer_id
    order by p.due_at, p.id`.execute(tx);
  const known = new Map<string, Calendar>();
  return rows.map(({ promise, calendar, ...row }) => {
    const hours = known.get(calendar.id) ?? readCalendar(calendar);
    known.set(calendar.id, hours);
    return { ...row, promise: fromJson<Promise_>(promise), hours };
  });
}

/**
 * Sets the alarm of what is open to now, so that the clock looks at it under the settings that hold from now on. Bounded:
 * what is due after so many others is looked at when it rings or is touched.
 */
export async function lookAgain(
  tx: Tx,
  workspaceId: string,
  { scope, name = "" }: { scope: PolicyScope; name?: string | undefined },
  now: Instant,
): Promise<void> {
  await sql`
    with meant as materialized (
      select p.id from promises p
      left join customers c on c.workspace_id = p.workspace_id and c.id = p.customer_id
      where p.workspace_id = ${workspaceId}::uuid and p.state = 'open' and p.next_ring_at > ${now}::timestamptz
        and case ${scope}::text when 'kind' then p.kind = ${name} when 'tier' then c.tier = ${name}
          when 'customer' then p.customer_id::text = ${name} else true end
      order by p.due_at, p.id limit 5000
      for update of p
    )
    update promises p set next_ring_at = ${now}::timestamptz
    from meant where p.workspace_id = ${workspaceId}::uuid and p.id = meant.id`.execute(tx);
}

type Row = Omit<OpenPromise, "promise" | "hours"> & {
  promise: object;
  calendar: { id: string; time_zone: string; week: unknown; days: unknown };
};
