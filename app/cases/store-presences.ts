import { sql } from "kysely";
import { type Instant, plusSeconds } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";

// Whoever types says so often; more often than this nobody needs to know.
const everySeconds = 2;

/** A member writes at this case just now. One row per member; what was before is forgotten. */
export async function noteWriting(
  tx: Tx,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
  caseId: string,
  now: Instant,
): Promise<void> {
  await sql`
    insert into presences (workspace_id, member_id, subject, subject_id, at)
    values (${workspaceId}::uuid, ${memberId}::uuid, 'case', ${caseId}::uuid, ${now}::timestamptz)
    on conflict (workspace_id, member_id) do update set subject = excluded.subject, subject_id = excluded.subject_id,
      at = excluded.at
    where presences.subject_id <> excluded.subject_id
      or presences.at < ${plusSeconds(now, -everySeconds)}::timestamptz`.execute(tx);
}
