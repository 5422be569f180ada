import { sql } from "kysely";
import { type Instant, isBefore, plusSeconds } from "#base/instant.ts";
import type { Duty } from "#engine/clock/duty.ts";
import type { Database } from "#engine/db/database.ts";

// What has run out does no harm for an hour.
const restSeconds = 3600;
// Identity belongs to no workspace.
const nowhere = "00000000-0000-0000-0000-000000000000";

/** Sessions, counted tries and proofs that have run out go. */
export function sweepDuty(auth: Database["auth"]): Duty {
  let restingUntil: Instant | null = null;
  return {
    name: "sweep sessions",
    due: async (now) => {
      if (restingUntil && isBefore(now, restingUntil)) return [];
      restingUntil = plusSeconds(now, restSeconds);
      return [{ workspaceId: nowhere, id: nowhere }];
    },
    act: async (_item, now) => {
      await sql`delete from auth.sessions where expires_at < ${now}`.execute(auth);
      await sql`delete from auth.verifications where expires_at < ${now}`.execute(auth);
      await sql`delete from auth.tries where until_at < ${now}`.execute(auth);
    },
  };
}
