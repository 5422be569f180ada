import { sql } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Database } from "#engine/db/database.ts";
import type { Alarm } from "./alarms.ts";
import type { Duty, LeftOut } from "./duty.ts";

export type DueRow = { workspaceId: string; id: string; version: number };

const mostSearched = 5_000;
const mostPerWorkspace = 50;
const mostInAll = 500;

/** How a duty that has one alarm to heed finds what is due. */
export function byAlarm(db: Database, alarm: Alarm): Pick<Duty<DueRow>, "alarm" | "due"> {
  return { alarm, due: (now, leftOut) => dueRows(db, alarm, now, leftOut) };
}

/**
 * What is due in all workspaces, oldest alarm first: at most 50 of each and 500 in all. One bounded index scan that locks
 * nothing. A workspace with more than that is left out while it is being served, so that those behind it come up.
 */
async function dueRows(db: Database, of: Alarm, now: Instant, leftOut: LeftOut): Promise<DueRow[]> {
  const at = sql.ref(of.column);
  const { rows } = await sql<{ workspace_id: string; id: string; version: number }>`
    select workspace_id, id, version from (
      select workspace_id, id, version, alarm, row_number() over (partition by workspace_id order by alarm, id) as place
      from (
        select workspace_id, id, version, ${at} as alarm from ${sql.table(of.table)}
        where ${at} <= ${now} and workspace_id <> all (${leftOut.workspaceIds}::uuid[])
          and id <> all (${leftOut.ids}::uuid[])
        order by ${at}, workspace_id, id limit ${mostSearched}
      ) as oldest
    ) as placed
    where place <= ${mostPerWorkspace} order by alarm, id limit ${mostInAll}`.execute(db.clock);
  return rows.map((row) => ({ workspaceId: row.workspace_id, id: row.id, version: row.version }));
}
