import { sql } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Database } from "#engine/db/database.ts";
import type { Alarm } from "./alarms.ts";

/**
 * Which of these alarms have anything due at `now`, in any workspace: the first entry of each index, all in one question,
 * because a house where nothing happens is asked five times a second all the same.
 */
export async function glance(db: Database, all: readonly Alarm[], now: Instant): Promise<Set<Alarm>> {
  const isDue = all.map(({ table, column }) => {
    const at = sql.ref(column);
    // In order, or the planner would hope to meet one soon and read the whole table where there is none; and not within
    // exists, which forgets the order.
    return sql`(select true from ${sql.table(table)} where ${at} <= ${now}::timestamptz order by ${at} limit 1)`;
  });
  const { rows } = await sql<{ due: (true | null)[] }>`select array[${sql.join(isDue)}] as due`.execute(db.clock);
  return new Set(all.filter((_alarm, i) => rows[0]?.due[i]));
}
