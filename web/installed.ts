const reloadedAt = "truepenny.reloaded";
const onceAMinuteMs = 60_000;

/** What makes the page an app: its manifest and its worker, once the page itself is there. */
export function settleIn(): void {
  // A screen of the version before is gone from the server: the new page has its own. What was typed is kept.
  addEventListener("vite:preloadError", () => {
    if (Date.now() - Number(sessionStorage.getItem(reloadedAt)) < onceAMinuteMs) return;
    sessionStorage.setItem(reloadedAt, String(Date.now()));
    location.reload();
  });
  if (import.meta.env.DEV) return;
  addEventListener("load", () => {
    const link = Object.assign(document.createElement("link"), { rel: "manifest", href: "/app.webmanifest" });
    document.head.append(link);
    // Without a worker the desk works as well, only not offline.
    navigator.serviceWorker?.register("/worker.js").catch(() => undefined);
  });
}
