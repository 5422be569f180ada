import type { Shown } from "#app/messages/push.ts";

/**
 * The app's shell, kept on the device, so that the desk opens without a connection. Answers of the API are never kept:
 * they are somebody's. What this build consists of is written in here when it is built.
 */
const worker = self as unknown as WorkerScope;

/** What of a service worker is used here; its own types and those of a page do not go into one program. */
type Lasting = { waitUntil: (work: Promise<unknown>) => void };
type Fetching = { request: Request; respondWith: (answer: Promise<Response>) => void };
type Pushed = Lasting & { data: { json: () => unknown } | null };
type Tapped = Lasting & { notification: { close: () => void } };
type Window = { focus: () => Promise<Window>; navigate: (to: string) => Promise<unknown> };
type WorkerScope = {
  location: Location;
  registration: {
    showNotification: (title: string, how: { body: string; tag: string; icon: string }) => Promise<void>;
  };
  clients: {
    claim: () => Promise<void>;
    matchAll: (which: { type: "window" }) => Promise<Window[]>;
    openWindow: (to: string) => Promise<unknown>;
  };
  skipWaiting: () => Promise<void>;
  addEventListener: ((on: "install" | "activate", hear: (event: Lasting) => void) => void) &
    ((on: "push", hear: (event: Pushed) => void) => void) &
    ((on: "notificationclick", hear: (event: Tapped) => void) => void) &
    ((on: "fetch", hear: (event: Fetching) => void) => void);
};

const shell = "__SHELL__" as unknown as readonly string[];
const page = "/today";
// A new build has other files, so its cache has another name.
const name = `truepenny ${shell.join(" ")}`;

worker.addEventListener("install", (event) => {
  const keep = async () => {
    const cache = await caches.open(name);
    await cache.addAll([page, ...shell]);
    await worker.skipWaiting();
  };
  event.waitUntil(keep());
});

worker.addEventListener("activate", (event) => {
  const tidy = async () => {
    for (const other of await caches.keys()) if (other !== name) await caches.delete(other);
    await worker.clients.claim();
  };
  event.waitUntil(tidy());
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== worker.location.origin) return;
  if (shell.includes(pathname)) event.respondWith(kept(request, pathname));
  // Customers' pages and documents of the API are the network's alone.
  else if (request.mode === "navigate" && !/^\/(?:api|c|showings)\//.test(pathname)) event.respondWith(pageOr(request));
});

worker.addEventListener("push", (event) => {
  if (!event.data) return;
  const { title, body, tag } = event.data.json() as Shown;
  event.waitUntil(worker.registration.showNotification(title, { body, tag, icon: "/icon-192.png" }));
});

/** A tap leads to Today, in the window that is open if there is one. */
worker.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const go = async () => {
    const [open] = await worker.clients.matchAll({ type: "window" });
    if (!open) return worker.clients.openWindow(page);
    // A window that the worker does not hold yet cannot be led anywhere; a new one can.
    return open
      .focus()
      .then(() => open.navigate(page))
      .catch(() => worker.clients.openWindow(page));
  };
  event.waitUntil(go());
});

async function kept(request: Request, pathname: string): Promise<Response> {
  return (await (await caches.open(name)).match(pathname)) ?? fetch(request);
}

/** The newest page; without a connection the one that was kept. */
async function pageOr(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (await (await caches.open(name)).match(page)) ?? Response.error();
  }
}
