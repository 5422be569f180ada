import { append } from "#app/journal/store.ts";
import type { Instant } from "#base/instant.ts";
import { conflict, missing } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Arrival } from "./arrival.ts";
import { findArrival, saveSettled } from "./store.ts";

/** Somebody has looked at it. */
export async function settleArrival(
  tx: Tx,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
  id: string,
  now: Instant,
): Promise<Arrival> {
  const arrival = await findArrival(tx, workspaceId, id, "for update");
  if (!arrival) throw missing("arrival");
  if (arrival.settledAt) throw conflict("already_settled", "This is settled already.");
  await saveSettled(tx, workspaceId, arrival, now);
  await append(tx, workspaceId, {
    chainId: workspaceId,
    what: "arrival settled",
    at: now,
    by: { memberId },
    subjectId: id,
    facts: { state: arrival.state, why: arrival.why },
  });
  return { ...arrival, settledAt: now, version: arrival.version + 1 };
}
