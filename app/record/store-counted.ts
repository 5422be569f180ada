import { type RawBuilder, sql } from "kysely";
import type { Instant } from "#base/instant.ts";
import { outsideParts } from "./outcome.ts";

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
 * said in SQL, because a workspace may hold a million of them; a test holds the two against each other.
 */
export function counted(workspaceId: string, which: Which, now: Instant): RawBuilder<unknown> {
  return sql`
    select p.*, counted.*, first_silent.first_silent_at,
      is_rated and p.move_count > 0 as moved,
      is_rated and p.move_count > 1 as moved_more_than_once,
      is_rated and is_late as past_due,
      is_rated and is_late and part = 'open' as open_late,
      is_rated and (is_late or p.move_count > 0) as moved_or_past_due,
      is_rated and (is_late or p.move_count > 0) and first_silent_at is null and not is_held as told_before_due,
      is_rated and first_silent_at is not null as silently_late,
      is_rated and is_held as held_late,
      is_rated and p.chased_at is not null as chased,
      is_rated and p.disputed_at is not null as disputed,
      is_rated and p.reopened_at is not null as reopened,
      is_rated and coalesce(p.chased_at, first_silent_at, p.reopened_at) is not null as let_down,
      is_rated and early_seconds is not null as early,
      is_rated and p.is_tried as tried
    from promises p
    cross join lateral (select coalesce(p.held_to_due_at, p.due_at) as due) measured
    cross join lateral (
      select p.state = 'open' and p.held_up_at is null and due < ${now}::timestamptz
          and p.passed_due_at is distinct from due as is_passing,
        least(p.rang_first_at, due - make_interval(secs => extract(epoch from due - p.span_from_at)::float8 / 4)) as heard_from
    ) passing
    cross join lateral (
      select coalesce(p.last_word_at between heard_from and due, false) as is_warned,
        coalesce(p.last_machine_word_at between heard_from and due, false) as is_reassured
    ) words
    cross join lateral (
      select coalesce(p.silently_late_at, case when is_passing and not is_warned and not is_reassured then due end)
        as first_silent_at
    ) first_silent
    cross join lateral (
      select ${part} as part,
        is_passing or p.late_at is not null as is_late,
        p.held_late_at is not null or (is_passing and not is_warned and is_reassured) as is_held,
        ${earlySeconds} as early_seconds
    ) counted
    cross join lateral (select part not in (${sql.join([...outsideParts, "hidden"])}) as is_rated) rated
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
