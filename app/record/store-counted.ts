import { type RawBuilder, sql } from "kysely";
import type { Instant } from "#base/instant.ts";

/** Which promises are looked at: by first due, `from` included and `until` not, and of whom. */
export type Which = {
  from: Instant;
  until: Instant;
  ownerId?: string;
  teamId?: string;
  customerIds?: readonly string[];
  kind?: string;
};

/**
 * The promises of a period with the part each is in and its flags as columns. This is `outcome.ts` and `lateness.ts`
 * said in SQL, because a workspace may hold a million of them; a test holds the two against each other. Who wants only
 * the first few rows says that not `all` are read.
 */
export function counted(workspaceId: string, which: Which, now: Instant, all = true): RawBuilder<unknown> {
  return sql`
    select facts.*,
      is_rated and move_count > 0 as moved,
      is_rated and move_count > 1 as moved_more_than_once,
      is_rated and is_late as past_due,
      is_rated and is_late and part = 'open' as open_late,
      is_rated and (is_late or move_count > 0) as moved_or_past_due,
      is_rated and (is_late or move_count > 0) and first_silent_at is null and not is_held as told_before_due,
      is_rated and first_silent_at is not null as silently_late,
      is_rated and is_held as held_late,
      is_rated and chased_at is not null as chased,
      is_rated and disputed_at is not null as disputed,
      is_rated and reopened_at is not null as reopened,
      is_rated and coalesce(chased_at, first_silent_at, reopened_at) is not null as let_down,
      is_rated and early_seconds is not null as early,
      is_rated and is_tried as tried
    from (${facts(workspaceId, which, now)} ${all ? once : sql``}) facts`;
}

/** The planner would else work each column out anew in every count that uses it. */
const once = sql`offset 0`;

function facts(workspaceId: string, which: Which, now: Instant): RawBuilder<unknown> {
  return sql`
    select p.id, p.first_due_at, p.owner_id, p.customer_id, p.kind, p.move_count, p.is_tried,
      p.chased_at, p.disputed_at, p.reopened_at, first_silent_at,
      ${part} as part,
      p.is_visible and not p.is_recorded_afterwards and p.state not in ('void', 'declined') as is_rated,
      is_passing or p.late_at is not null as is_late,
      p.held_late_at is not null or (is_passing and not is_warned and is_reassured) as is_held,
      ${earlySeconds} as early_seconds
    from promises p
    cross join lateral (select coalesce(p.held_to_due_at, p.due_at) as due) measured
    cross join lateral (
      select p.state = 'open' and p.held_up_at is null and due < ${now}::timestamptz
          and p.passed_due_at is distinct from due as is_passing,
        case when p.held_to_due_at is not null then p.span_from_at else
          least(p.rang_first_at, due - make_interval(secs => extract(epoch from due - p.span_from_at)::float8 / 4))
        end as heard_from
    ) passing
    cross join lateral (
      select is_passing and coalesce(p.last_word_at between heard_from and due, false) as is_warned,
        is_passing and coalesce(p.last_machine_word_at between heard_from and due, false) as is_reassured
    ) words
    cross join lateral (
      select coalesce(p.silently_late_at, case when is_passing and not is_warned and not is_reassured then due end)
        as first_silent_at
    ) silence
    where p.workspace_id = ${workspaceId}::uuid and p.audience = 'customer' and ${isAmong(workspaceId, which)}`;
}

const part = sql`case
  when not p.is_visible then 'hidden'
  when p.state in ('void', 'declined') then p.state
  when p.is_recorded_afterwards then 'recorded_afterwards'
  when p.state = 'kept_late' then 'late'
  when p.state <> 'kept' then p.state
  when p.settled_at <= p.first_due_at + make_interval(secs => p.held_up_seconds) then 'kept_as_first_promised'
  when p.late_move_count = 0 then 'kept_as_moved_in_time'
  else 'late' end`;

const earlySeconds = sql`case
  when p.state = 'kept' and p.settled_at > coalesce(p.opens_at, '-infinity')
    and 10 * (p.first_due_at - p.settled_at) >= p.first_due_at - p.made_at
  then extract(epoch from p.first_due_at - p.settled_at) end`;

function isAmong(workspaceId: string, which: Which): RawBuilder<unknown> {
  const { from, until, ownerId, teamId, customerIds, kind } = which;
  const conditions = [sql`p.first_due_at >= ${from}::timestamptz`, sql`p.first_due_at < ${until}::timestamptz`];
  if (ownerId) conditions.push(sql`p.owner_id = ${ownerId}::uuid`);
  if (customerIds) conditions.push(sql`p.customer_id = any(${customerIds}::uuid[])`);
  if (kind) conditions.push(sql`p.kind = ${kind}::text`);
  if (teamId) {
    conditions.push(sql`exists (select from team_members t where t.workspace_id = ${workspaceId}::uuid
      and t.team_id = ${teamId}::uuid and t.member_id = p.owner_id)`);
  }
  return sql.join(conditions, sql` and `);
}
