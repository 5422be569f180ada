import { append } from "#app/journal/store.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { conflict, invalid, missing } from "#base/refusal.ts";
import { isPushKey } from "#engine/channels/push.ts";
import type { Tx } from "#engine/db/database.ts";
import { demandEndpoint, mostDevices, type PushDevice } from "./device.ts";
import { deleteDevice, devicesOf, saveDevice } from "./store-devices.ts";

type Own = { workspaceId: string; memberId: string };
type Given = Pick<PushDevice, "name" | "endpoint" | "p256dh" | "auth">;

/** A member allows us to ring on this device. Refuses `endpoint_unfit`, `push_key_unfit` and `too_many_devices`. */
export async function allowDevice(
  tx: Tx,
  own: Own,
  given: Given,
  networks: readonly string[],
  now: Instant,
): Promise<PushDevice> {
  const { workspaceId, memberId } = own;
  demandEndpoint(given.endpoint, networks);
  if (!isPushKey(given.p256dh)) {
    throw invalid("push_key_unfit", "This is no key of a browser. Allow this device anew.", "p256dh");
  }
  const others = (await devicesOf(tx, workspaceId, memberId)).filter(({ endpoint }) => endpoint !== given.endpoint);
  if (others.length >= mostDevices) {
    throw conflict("too_many_devices", `You have ${mostDevices} devices. Take one away that you no longer use.`);
  }
  const device = await saveDevice(tx, workspaceId, { ...given, id: newId(), memberId, madeAt: now, pushedAt: null });
  await note(tx, own, "push device allowed", device.id, now);
  return device;
}

export async function removeDevice(tx: Tx, own: Own, id: string, now: Instant): Promise<PushDevice> {
  const device = await deleteDevice(tx, own.workspaceId, { id, memberId: own.memberId });
  if (!device) throw missing("push device");
  await note(tx, own, "push device removed", id, now);
  return device;
}

function note(tx: Tx, { workspaceId, memberId }: Own, what: string, subjectId: string, at: Instant): Promise<void> {
  return append(tx, workspaceId, { chainId: workspaceId, what, at, by: { memberId }, subjectId });
}
