import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Waiting } from "./push.ts";

type Queued = { id: string; deviceId: string; messageId: string };

export async function insertPushes(tx: Tx, workspaceId: string, pushes: Queued[], now: Instant): Promise<void> {
  const values = pushes.map(({ id, deviceId: device_id, messageId: message_id }) => ({
    ...{ workspace_id: workspaceId, id, device_id, message_id, next_push_at: now },
  }));
  await tx.insertInto("pushes").values(values).execute();
}

/** The push at exactly this version, in hand until `until`; undefined when another process has it or had it. */
export async function leasePush(
  tx: Tx,
  workspaceId: string,
  due: { id: string; version: number },
  until: Instant,
): Promise<Waiting | undefined> {
  return tx
    .updateTable("pushes")
    .set((now) => ({
      next_push_at: until,
      attempts: now("attempts", "+", 1),
      version: now("version", "+", 1),
    }))
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", due.id)
    .where("version", "=", due.version)
    .returning(["id", "version", "attempts", "device_id as deviceId", "message_id as messageId"])
    .executeTakeFirst();
}

export async function postponePush(tx: Tx, workspaceId: string, push: Waiting, until: Instant): Promise<void> {
  await tx
    .updateTable("pushes")
    .set({ next_push_at: until, version: push.version + 1 })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", push.id)
    .where("version", "=", push.version)
    .execute();
}

export async function deletePush(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.deleteFrom("pushes").where("workspace_id", "=", workspaceId).where("id", "=", id).execute();
}
