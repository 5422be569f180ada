import { sql } from "kysely";
import { type Instant, isBefore, plusSeconds } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Duty } from "./duty.ts";

/** Which alarm is whose duty, each in a table and column that is indexed by it. */
const alarms = [
  { duty: "send", table: "messages", column: "next_attempt_at", key: "id" },
  { duty: "hear", table: "messages", column: "heed_at", key: "id" },
  { duty: "ring", table: "promises", column: "next_ring_at", key: "id" },
  { duty: "mail rings", table: "rings", column: "mail_at", key: "member_id" },
  { duty: "continue series", table: "promise_series", column: "next_ring_at", key: "id" },
] as const;

// In one long transaction nothing that was due before is ever cleared out of an index: it must not be searched again.
const mostOverdueSeconds = 3 * 86_400;

/**
 * Lets the time of one workspace pass from one instant to another, inside an open transaction: each alarm on the way is
 * acted upon by its duty at its own instant, as by a clock that is never late. What was due more than three days before
 * stays undone, and so does what is nobody's duty among these.
 */
export async function passTime(
  tx: Tx,
  workspaceId: string,
  duties: readonly Duty[],
  from: Instant,
  until: Instant,
): Promise<void> {
  const names = new Set(duties.map(({ name }) => name));
  const among = alarms.filter(({ duty }) => names.has(duty));
  let now = from;
  for (;;) {
    const next = await nextAlarm(tx, workspaceId, among, plusSeconds(now, -mostOverdueSeconds), until);
    if (!next) return;
    if (isBefore(now, next.at)) now = next.at;
    const duty = duties.find(({ name }) => name === next.duty);
    await duty?.act({ workspaceId, id: next.id, version: next.version }, now);
  }
}

type Alarm = { duty: string; id: string; version: number; at: Instant };

async function nextAlarm(
  tx: Tx,
  workspaceId: string,
  among: readonly (typeof alarms)[number][],
  after: Instant,
  until: Instant,
): Promise<Alarm | undefined> {
  const first = among.map(
    ({ duty, table, column, key }) => sql`(
      select ${duty}::text as duty, ${sql.ref(key)} as id, ${key === "id" ? sql.ref("version") : sql`0`} as version,
        ${sql.ref(column)} as at
      from ${sql.table(table)}
      where workspace_id = ${workspaceId}::uuid and ${sql.ref(column)} between ${after} and ${until}
      order by ${sql.ref(column)}, workspace_id, ${sql.ref(table === "rings" ? "rings.id" : "id")} limit 1)`,
  );
  const { rows } = await sql<Alarm>`select * from (${sql.join(first, sql` union all `)}) as next
    order by at limit 1`.execute(tx);
  return rows[0];
}
