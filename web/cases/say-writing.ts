import { api } from "#web/desk/call.ts";

// Those who look forget it after ten seconds.
const everyMs = 4_000;
let last = { id: "", at: 0 };

/** Tells those who look at the same case that one is writing, now and then. Nothing hangs on it. */
export function sayWriting(id: string): void {
  if (last.id === id && Date.now() - last.at < everyMs) return;
  last = { id, at: Date.now() };
  void api.post("/cases/:id/writings", { params: { id } }).catch(() => undefined);
}
