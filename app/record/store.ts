import { sql } from "kysely";
import type { Promise_ } from "#app/promises/promise.ts";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { fromRow } from "#engine/db/rows.ts";
import type { Circles, Grouping, Tally } from "./figures.ts";
import { type Flag, flags, type Part, parts } from "./outcome.ts";
import { counted, type Which } from "./store-counted.ts";
import { letDownDays } from "./store-days.ts";
import { type Grouped, groupedBy, together } from "./store-groups.ts";

/** The whole of a period, counted. */
export async function countAll(tx: Tx, workspaceId: string, which: Which, now: Instant): Promise<Tally> {
  const { rows } = await sql<TallyRow>`select ${tallies} from (${counted(workspaceId, which, now)}) c`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error("counting answers one row, even of nothing");
  const days = await letDownDays(tx, workspaceId, { which, grouped: together, keys: [""] }, now);
  return tallyOf(row, days.get(""));
}

/** A part of the record: of an owner, a team, a customer or a kind. Its key is null for those who are in no team. */
export type Group = Tally & { key: string | null; name: string | null };

/** The same in groups, in the order of their keys. */
export async function countGroups(
  tx: Tx,
  workspaceId: string,
  { by, ...asked }: { which: Which; by: Grouping; limit: number; after?: string | undefined },
  now: Instant,
): Promise<Group[]> {
  return countGrouped(tx, workspaceId, { ...asked, grouped: groupedBy[by](workspaceId) }, now);
}

export async function countGrouped(
  tx: Tx,
  workspaceId: string,
  asked: { which: Which; grouped: Grouped; limit: number; after?: string | undefined },
  now: Instant,
): Promise<Group[]> {
  const { which, grouped, limit, after } = asked;
  const further = after === undefined ? sql`` : sql`where key > ${after}::text`;
  const { rows } = await sql<TallyRow & { key: string; name: string | null }>`
    select g.*, ${grouped.name} as name from (
      select * from (
        select ${grouped.key} collate "C" as key, ${tallies}
        from (${counted(workspaceId, which, now)}) c ${grouped.join} group by 1
      ) every ${further} order by key limit ${limit}
    ) g order by key`.execute(tx);
  const keys = rows.map(({ key }) => key);
  const days = await letDownDays(tx, workspaceId, { which, grouped, keys }, now);
  return rows.map((row) => ({ ...tallyOf(row, days.get(row.key)), key: row.key || null, name: row.name }));
}

/** The promises behind a figure, the latest first due first. */
export async function listBehind(
  tx: Tx,
  workspaceId: string,
  asked: { which: Which; part?: Part; flag?: Flag; limit: number; after?: { at: Instant; id: string } },
  now: Instant,
): Promise<Behind[]> {
  const { which, part, flag, limit, after } = asked;
  const conditions = [sql`true`];
  if (part) conditions.push(sql`part = ${part}::text`);
  if (flag) conditions.push(sql.ref(flag));
  if (after) conditions.push(sql`(first_due_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await sql<object>`
    select p.*, found.part from (
      select id, part from (${counted(workspaceId, which, now, false)}) c where ${sql.join(conditions, sql` and `)}
      order by first_due_at desc, id desc limit ${limit}
    ) found
    join promises p on p.workspace_id = ${workspaceId}::uuid and p.id = found.id
    order by p.first_due_at desc, p.id desc`.execute(tx);
  return rows.map((row) => fromRow<Behind>(row));
}

export type Behind = Promise_ & { part: Part };

/** How many people each team has, as one viewer sees it; whoever is in none, also who has left, stands under "". */
export async function circlesOf(tx: Tx, workspaceId: string, viewerId: string): Promise<Circles> {
  const { rows } = await sql<{ team: string; people: number; isOwn: boolean }>`
    select coalesce(t.team_id::text, '') as team, count(*) as people, bool_and(m.id = ${viewerId}::uuid) as "isOwn"
    from members m
    left join team_members t on t.workspace_id = ${workspaceId}::uuid and t.member_id = m.id
    where m.workspace_id = ${workspaceId}::uuid group by 1`.execute(tx);
  return new Map(rows.map(({ team, ...people }) => [team, people]));
}

const tallies = sql.join([
  ...parts.map((part) => sql`count(*) filter (where part = ${sql.lit(part)}) as ${sql.ref(part)}`),
  ...flags.map((flag) => sql`count(*) filter (where ${sql.ref(flag)}) as ${sql.ref(flag)}`),
  sql`percentile_cont(0.5) within group (order by early_seconds::float8) filter (where early) as median_early_seconds`,
]);

type TallyRow = Record<Part | Flag, number> & { median_early_seconds: number | null };

function tallyOf(row: TallyRow, letDownDays = 0): Tally {
  const take = <K extends Part | Flag>(names: readonly K[]) =>
    Object.fromEntries(names.map((name) => [name, row[name]])) as Record<K, number>;
  return { parts: take(parts), flags: take(flags), medianEarlySeconds: row.median_early_seconds, letDownDays };
}
