import { sql } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { counted, type Which } from "./store-counted.ts";
import type { Grouped } from "./store-groups.ts";

/**
 * The let-down days of each of these groups: days on which a customer had to ask, a due passed in silence or a promise
 * was opened again, each day once, in the customer's zone (else the workspace's). A promise's own columns know the first
 * time of each; the journal knows the others.
 */
export async function letDownDays(
  tx: Tx,
  workspaceId: string,
  asked: { which: Which; grouped: Grouped; keys: readonly string[] },
  now: Instant,
): Promise<Map<string, number>> {
  const { which, grouped, keys } = asked;
  const { rows } = await sql<{ key: string; days: number }>`
    select ${grouped.key} as key,
      count(distinct (let_down.at at time zone coalesce(customer.time_zone, house.time_zone))::date) as days
    from (${counted(workspaceId, which, now)}) c ${grouped.join}
    join workspaces house on house.workspace_id = ${workspaceId}::uuid
    left join customers customer on customer.workspace_id = ${workspaceId}::uuid and customer.id = c.customer_id
    cross join lateral (
      values (c.chased_at), (c.first_silent_at), (c.reopened_at)
      union all
      select case
        when j.what = 'customer asked' then (facts ->> 'asked_at')::timestamptz
        when j.what = 'promise reopened' then j.at
        when (facts ->> 'silently')::boolean then (facts ->> 'due_at')::timestamptz
      end
      from journal j cross join lateral (select j.entry::json -> 'facts' as facts) line
      where j.workspace_id = ${workspaceId}::uuid and j.subject_id = c.id
        and j.what in ('customer asked', 'promise passed its due', 'promise reopened')
    ) let_down (at)
    where c.let_down and let_down.at is not null and ${grouped.key} = any(${keys}::text[])
    group by 1`.execute(tx);
  return new Map(rows.map(({ key, days }) => [key, days]));
}
