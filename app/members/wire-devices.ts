import * as z from "zod/mini";
import { get, post, remove } from "#base/contract.ts";
import { id, instantOut, listOf, text } from "#base/fields.ts";
import type { PushDevice } from "./device.ts";

const deviceOut = z.object({
  id,
  name: z.string(),
  endpoint: z.string(),
  made_at: instantOut,
  pushed_at: z.nullable(instantOut),
});

const toAllow = z.strictObject({
  name: text(1, 200),
  endpoint: text(1, 2000),
  p256dh: z.string().check(z.regex(/^[A-Za-z0-9_-]{87}$/)),
  auth: z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/)),
});

export const devicesContract = {
  listDevices: get("/push_devices", {
    summary: "Your devices that rings are pushed to, and the house's public_key, which a browser asks for",
    scope: "promises:read",
    gives: z.extend(listOf(deviceOut), { public_key: z.string() }),
  }),
  allowDevice: post("/push_devices", {
    summary: "Push your rings to this device as well: endpoint, p256dh and auth are what its browser gave",
    scope: "promises:read",
    body: toAllow,
    gives: deviceOut,
  }),
  removeDevice: remove("/push_devices/:id", {
    summary: "No ring is pushed to this device any more",
    scope: "promises:read",
    gives: deviceOut,
  }),
};

export function deviceForStaff({ id, name, endpoint, madeAt, pushedAt }: PushDevice): z.input<typeof deviceOut> {
  return { id, name, endpoint, made_at: madeAt.toString(), pushed_at: pushedAt?.toString() ?? null };
}
