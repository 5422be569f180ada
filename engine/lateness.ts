import { sql } from "kysely";
import { Instant, secondsBetween } from "#base/instant.ts";
import { alarms } from "#engine/clock/alarms.ts";
import type { Database } from "#engine/db/database.ts";

/** What the clock has to do and somebody waits for, by what it is. */
export const duties = [
  "ring",
  "series",
  "ring_mail",
  "case_ring",
  "case_ring_mail",
  "message",
  "told",
  "push",
  "arrival",
] as const;

/**
 * How far behind the house is, over all workspaces: of each duty how many are due (counted to 10,000) and by how many
 * seconds the most overdue is late; how many messages wait to be sent and how many seconds ago the oldest was written.
 */
export type Lateness = {
  due: Record<(typeof duties)[number], { count: number; lateSeconds: number }>;
  waiting: { count: number; oldestSeconds: number };
};

const mostCounted = 10_000;

/** Asks as the clock, which sees keys and alarms and nothing else. */
export async function lateness(db: Database, now: Instant): Promise<Lateness> {
  const { rows } = await sql<{ duty: keyof Lateness["due"]; count: number; oldest: Instant | null }>`
    ${sql.join(
      duties.map((duty) => dueOf(duty, now)),
      sql` union all `,
    )}`.execute(db.clock);
  const waiting = await sql<{ count: number; first: string | null }>`
    select count(*) as count, (array_agg(id order by id))[1] as first
    from (select id from messages where next_attempt_at is not null order by id limit ${mostCounted}) as waiting`.execute(
    db.clock,
  );
  const { count = 0, first = null } = waiting.rows[0] ?? {};
  const due = rows.map(({ duty, count, oldest }) => [duty, { count, lateSeconds: oldest ? since(oldest, now) : 0 }]);
  return {
    due: Object.fromEntries(due),
    waiting: { count, oldestSeconds: first ? since(madeAt(first), now) : 0 },
  };
}

function dueOf(duty: (typeof duties)[number], now: Instant) {
  const { table, column } = alarms[duty];
  const at = sql.ref(column);
  return sql`
    select ${duty}::text as duty, count(*) as count, min(alarm) as oldest
    from (select ${at} as alarm from ${sql.table(table)} where ${at} <= ${now}::timestamptz
      order by ${at} limit ${mostCounted}) as due`;
}

/** An id begins with the millisecond of its making (UUIDv7), which the clock may read where it may not read the row. */
function madeAt(id: string): Instant {
  return new Instant(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16));
}

function since(then: Instant, now: Instant): number {
  return Math.max(0, secondsBetween(then, now));
}
