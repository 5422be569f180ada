import type { PushDevice } from "#app/members/device.ts";
import { deleteDevice, devicesOf, notePushed } from "#app/members/store-devices.ts";
import { newId } from "#base/id.ts";
import { type Instant, plusSeconds } from "#base/instant.ts";
import type { PushOutcome } from "#engine/channels/push.ts";
import { leavesDue, type Tx } from "#engine/db/database.ts";
import { pushDelayAfter, pushLeaseSeconds, type Shown, shownOf, type Waiting } from "./push.ts";
import { findMessage } from "./store.ts";
import { deletePush, insertPushes, leasePush, postponePush } from "./store-pushes.ts";

export type LeasedPush = { push: Waiting; device: PushDevice; shown: Shown };

/** Rings each device of a member about a mail to them, in the transaction that writes the mail. */
export async function queuePushes(
  tx: Tx,
  workspaceId: string,
  { memberId, messageId }: { memberId: string; messageId: string },
  now: Instant,
): Promise<void> {
  const devices = await devicesOf(tx, workspaceId, memberId);
  if (devices.length === 0) return;
  const pushes = devices.map(({ id: deviceId }) => ({ id: newId(), deviceId, messageId }));
  await insertPushes(tx, workspaceId, pushes, now);
  leavesDue(tx);
}

/**
 * Takes a due push in hand before anything is sent: a sender that dies leaves it due again when the lease ends. Null where
 * another process has it, or where the device is somebody else's by now and must not hear of it.
 */
export async function takePush(
  tx: Tx,
  workspaceId: string,
  due: { id: string; version: number },
  now: Instant,
): Promise<LeasedPush | null> {
  const push = await leasePush(tx, workspaceId, due, plusSeconds(now, pushLeaseSeconds));
  if (!push) return null;
  const message = await findMessage(tx, workspaceId, push.messageId);
  const theirs = message?.memberId ? await devicesOf(tx, workspaceId, message.memberId) : [];
  const device = theirs.find(({ id }) => id === push.deviceId);
  if (message && device) return { push, device, shown: shownOf(message) };
  await deletePush(tx, workspaceId, push.id);
  return null;
}

/** A device where nobody is any more goes by itself. What was given up is no to-do: the mail is the truth. */
export async function recordPush(
  tx: Tx,
  workspaceId: string,
  { push, device }: LeasedPush,
  outcome: PushOutcome,
  at: Instant,
): Promise<void> {
  const delay = outcome.is === "later" ? pushDelayAfter(push.attempts) : null;
  if (delay !== null) return postponePush(tx, workspaceId, push, plusSeconds(at, delay));
  await deletePush(tx, workspaceId, push.id);
  if (outcome.is === "gone") await deleteDevice(tx, workspaceId, device);
  if (outcome.is === "accepted") await notePushed(tx, workspaceId, device.id, at);
}
