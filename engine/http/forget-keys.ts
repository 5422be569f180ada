import { sql } from "kysely";
import { type Instant, isBefore, plusSeconds } from "#base/instant.ts";
import type { Duty } from "#engine/clock/duty.ts";
import { type Database, inWorkspace } from "#engine/db/database.ts";
import { rememberedSeconds } from "./idempotency.ts";

// Old keys do no harm for an hour, and a look at every workspace is not for every second.
const restSeconds = 3600;
const mostAtOnce = 5_000;

/** Idempotency keys are kept for a day; then they go, a few thousand at a time. */
export function forgetKeysDuty(db: Database): Duty {
  let restingUntil: Instant | null = null;
  return {
    name: "forget idempotency keys",
    due: async (now, leftOut) => {
      if (restingUntil && isBefore(now, restingUntil)) return [];
      const { rows } = await sql<{ workspace_id: string }>`
        select workspace_id from workspaces where workspace_id <> all (${leftOut.workspaceIds}::uuid[])
          and exists (select from idempotency_keys where idempotency_keys.workspace_id = workspaces.workspace_id
            and made_at < ${plusSeconds(now, -rememberedSeconds)}) limit 100`.execute(db.clock);
      if (rows.length === 0) restingUntil = plusSeconds(now, restSeconds);
      return rows.map(({ workspace_id }) => ({ workspaceId: workspace_id, id: workspace_id }));
    },
    act: async ({ workspaceId }, now) => {
      await inWorkspace(db, workspaceId, (tx) =>
        sql`delete from idempotency_keys where workspace_id = ${workspaceId} and (actor_id, key) in (
          select actor_id, key from idempotency_keys where workspace_id = ${workspaceId}
            and made_at < ${plusSeconds(now, -rememberedSeconds)} limit ${mostAtOnce})`.execute(tx),
      );
    },
  };
}
