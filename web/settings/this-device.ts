import { type Allowed, deviceNameOf, type Hindrance, hindranceOf } from "./device.ts";

/** What this browser says of itself, without asking anybody. */
export function hindrance(): Hindrance | null {
  const hasPush = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
  const permission = hasPush ? Notification.permission : "default";
  return hindranceOf({ isSecure: isSecureContext, hasPush, permission, userAgent: navigator.userAgent });
}

/** Where this browser is pushed already, by any member. */
export async function ownEndpoint(): Promise<string | null> {
  if (hindrance()) return null;
  const worker = await navigator.serviceWorker.getRegistration();
  return (await worker?.pushManager.getSubscription())?.endpoint ?? null;
}

/** Asks the member, in the browser's own window: only ever on a tap. Null when they said no. */
export async function allowHere(publicKey: string): Promise<Allowed | null> {
  if ((await Notification.requestPermission()) !== "granted") return null;
  const { pushManager } = await navigator.serviceWorker.ready;
  const asked = { userVisibleOnly: true, applicationServerKey: publicKey };
  const subscription = await pushManager.subscribe(asked).catch(async () => {
    // One that was made for another house's key stands in the way.
    await (await pushManager.getSubscription())?.unsubscribe();
    return pushManager.subscribe(asked);
  });
  const { endpoint, keys: { p256dh = "", auth = "" } = {} } = subscription.toJSON();
  return { name: deviceNameOf(navigator.userAgent), endpoint: endpoint ?? "", p256dh, auth };
}

export async function forgetHere(): Promise<void> {
  const worker = await navigator.serviceWorker.getRegistration();
  await (await worker?.pushManager.getSubscription())?.unsubscribe();
}
