import { pushKeysOf } from "#engine/channels/push.ts";
import { serve } from "#engine/http/call.ts";
import { allowDevice, removeDevice } from "./actions-devices.ts";
import { devicesOf } from "./store-devices.ts";
import { deviceForStaff, devicesContract } from "./wire-devices.ts";

export const devicesApi = serve(devicesContract, {
  listDevices: async ({ tx, member: { workspaceId, memberId }, house }) => {
    const items = (await devicesOf(tx, workspaceId, memberId)).map(deviceForStaff);
    return { items, next: null, public_key: pushKeysOf(house.secret).publicKey };
  },
  allowDevice: async ({ tx, member, body, house, now }) =>
    deviceForStaff(await allowDevice(tx, member, body, house.privateNetworks ?? [], now)),
  removeDevice: async ({ tx, member, params, now }) => deviceForStaff(await removeDevice(tx, member, params.id, now)),
});
