import { sql } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Evidence } from "./figure.ts";
import type { Tally } from "./figures.ts";
import type { Period, Step } from "./periods.ts";
import { countGrouped } from "./store.ts";
import { counted, type Which } from "./store-counted.ts";

/** The counts of each period, by first due; one with nothing in it has none. */
export async function countPeriods(
  tx: Tx,
  workspaceId: string,
  asked: { which: Which; by: Step; periods: readonly Period[]; timeZone: string },
  now: Instant,
): Promise<Map<string, Tally>> {
  const { which, by, periods, timeZone } = asked;
  const key = sql`to_char(date_trunc(${sql.lit(by)}, c.first_due_at at time zone ${timeZone}::text), 'YYYY-MM-DD')`;
  const grouped = { key, join: sql``, name: sql`null` };
  const found = await countGrouped(tx, workspaceId, { which, grouped, limit: periods.length }, now);
  return new Map(found.map((tally) => [tally.key ?? "", tally]));
}

/** How much was kept and broken, each promise weighed by how long ago that was decided. */
export async function weighEvidence(
  tx: Tx,
  workspaceId: string,
  { which, halfLifeDays }: { which: Which; halfLifeDays: number },
  now: Instant,
): Promise<Evidence & { keptCount: number; brokenCount: number }> {
  const isKept = sql`part in ('kept_as_first_promised', 'kept_as_moved_in_time')`;
  const isBroken = sql`part in ('late', 'not_kept') or open_late`;
  const { rows } = await sql<Evidence & { keptCount: number; brokenCount: number }>`
    select count(*) filter (where ${isKept}) as "keptCount", count(*) filter (where ${isBroken}) as "brokenCount",
      coalesce(sum(weight) filter (where ${isKept}), 0)::float8 as kept,
      coalesce(sum(weight) filter (where ${isBroken}), 0)::float8 as broken
    from (${counted(workspaceId, which, now)}) c
    join promises p on p.workspace_id = ${workspaceId}::uuid and p.id = c.id
    cross join lateral (
      select power(2::float8, -greatest(0, extract(epoch from ${now}::timestamptz - coalesce(p.settled_at, p.due_at))::float8)
        / (86400 * ${halfLifeDays}::float8)) as weight
    ) weighed`.execute(tx);
  return rows[0] ?? { kept: 0, broken: 0, keptCount: 0, brokenCount: 0 };
}

/** The names of the customers and members in these rows. */
export async function namesIn(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from customers where workspace_id = ${workspaceId}::uuid and id = any(${ids}::uuid[])
    union all
    select id, name from members where workspace_id = ${workspaceId}::uuid and id = any(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
