import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { mostDevices, type PushDevice } from "./device.ts";

const columns = [
  ...(["id", "name", "endpoint", "p256dh", "auth"] as const),
  ...(["member_id as memberId", "made_at as madeAt", "pushed_at as pushedAt"] as const),
] as const;

/** The devices of one member, oldest first. */
export async function devicesOf(tx: Tx, workspaceId: string, memberId: string): Promise<PushDevice[]> {
  return tx
    .selectFrom("push_devices")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("member_id", "=", memberId)
    .orderBy("id")
    .limit(mostDevices)
    .execute();
}

/** A browser has one address: whoever allows it last is the one it rings for. */
export async function saveDevice(tx: Tx, workspaceId: string, device: PushDevice): Promise<PushDevice> {
  const { id, memberId: member_id, madeAt: made_at, name, endpoint, p256dh, auth } = device;
  const latest = { member_id, made_at, name, p256dh, auth };
  return tx
    .insertInto("push_devices")
    .values({ workspace_id: workspaceId, id, endpoint, ...latest })
    .onConflict((same) => same.columns(["workspace_id", "endpoint"]).doUpdateSet({ ...latest, pushed_at: null }))
    .returning(columns)
    .executeTakeFirstOrThrow();
}

/** Takes a device away, with what waits to be pushed there; says which one that was. */
export async function deleteDevice(
  tx: Tx,
  workspaceId: string,
  which: { id: string; memberId: string },
): Promise<PushDevice | undefined> {
  return tx
    .deleteFrom("push_devices")
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", which.id)
    .where("member_id", "=", which.memberId)
    .returning(columns)
    .executeTakeFirst();
}

export async function notePushed(tx: Tx, workspaceId: string, id: string, at: Instant): Promise<void> {
  await tx
    .updateTable("push_devices")
    .set({ pushed_at: at })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}
