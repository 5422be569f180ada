import { type RawBuilder, sql } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Standing } from "./customer.ts";

/** What of a list is shown; what is not named does not matter. Days are counted back from `now`. */
export type StandingFilter = {
  hasOpen?: boolean | undefined;
  isLate?: boolean | undefined;
  quietSince?: Instant | undefined;
};

/**
 * How it stands between us and a customer of `customers`, as conditions of a list. What was promised and said to those
 * who were merged into it counts as said to it.
 */
export function standingConditions(workspaceId: string, filter: StandingFilter, now: Instant): RawBuilder<boolean>[] {
  const { hasOpen, isLate, quietSince } = filter;
  const family = sql`(
    with recursive down (id) as (
      select customers.id
      union
      select m.alias_id from down join customer_merges m
        on m.workspace_id = ${workspaceId}::uuid and m.into_id = down.id and m.undone_at is null
    ) select id from down)`;
  const open = sql`exists (select from promises p where p.workspace_id = ${workspaceId}::uuid and p.state = 'open'
    and p.customer_id in ${family})`;
  const late = sql`exists (select from promises p where p.workspace_id = ${workspaceId}::uuid and p.state = 'open'
    and p.customer_id in ${family} and ${isLateAt(now)})`;
  const said = sql`(exists (select from promises p where p.workspace_id = ${workspaceId}::uuid
      and p.customer_id in ${family} and p.last_word_at >= ${quietSince ?? null}::timestamptz)
    or exists (select from messages m where m.workspace_id = ${workspaceId}::uuid and m.customer_id in ${family}
      and m.queued_at >= ${quietSince ?? null}::timestamptz and ${isWord}))`;
  const conditions: RawBuilder<boolean>[] = [];
  if (hasOpen !== undefined) conditions.push(sql<boolean>`${open} = ${hasOpen}::boolean`);
  if (isLate !== undefined) conditions.push(sql<boolean>`${late} = ${isLate}::boolean`);
  if (quietSince) conditions.push(sql<boolean>`customers.created_at < ${quietSince}::timestamptz and not ${said}`);
  return conditions;
}

/** How it stands with each of these customers, given with all that was merged into them. */
export async function standingsOf(
  tx: Tx,
  workspaceId: string,
  families: readonly { id: string; customerIds: readonly string[] }[],
  now: Instant,
): Promise<Map<string, Standing>> {
  const pairs = families.flatMap(({ id, customerIds }) => customerIds.map((one) => [id, one] as const));
  const { rows } = await sql<Standing & { id: string }>`
    select whose.id, coalesce(sum(open.count), 0)::integer as open, coalesce(sum(open.late), 0)::integer as late,
      min(open.next_due_at) as "nextDueAt", max(greatest(said.at, words.at)) as "lastWordAt"
    from unnest(${pairs.map(([id]) => id)}::uuid[], ${pairs.map(([, one]) => one)}::uuid[]) whose (id, customer_id)
    cross join lateral (
      select count(*), count(*) filter (where ${isLateAt(now)}) as late, min(p.due_at) as next_due_at
      from promises p where p.workspace_id = ${workspaceId}::uuid and p.state = 'open' and p.customer_id = whose.customer_id
    ) open
    cross join lateral (
      select max(last_word_at) as at from (
        select last_word_at from promises p
        where p.workspace_id = ${workspaceId}::uuid and p.customer_id = whose.customer_id order by due_at desc limit 50
      ) latest
    ) words
    left join lateral (
      select m.queued_at as at from messages m
      where m.workspace_id = ${workspaceId}::uuid and m.customer_id = whose.customer_id and ${isWord}
      order by m.queued_at desc limit 1
    ) said on true
    group by whose.id`.execute(tx);
  return new Map(rows.map(({ id, ...standing }) => [id, standing]));
}

function isLateAt(now: Instant): RawBuilder<boolean> {
  return sql<boolean>`(p.late_at is not null
    or (p.held_up_at is null and coalesce(p.held_to_due_at, p.due_at) < ${now}::timestamptz))`;
}

/** A message that reached somebody, by whichever side; our own notes are none. */
const isWord = sql<boolean>`m.direction <> 'note' and m.state in ('accepted', 'logged')`;
