import { cell } from "#web/ui/cell.ts";

/** A word after a deed, for some seconds, perhaps with the way back. */
export type Toast = { id: number; said: string; undo?: () => void };

export const toasts = cell<readonly Toast[]>([]);

const shortMs = 5_000;
const longMs = 12_000;
const mostAtOnce = 3;
let made = 0;

/** Says what was done. With `undo` it stays longer, and the key z does the same as its button; never longer than it can. */
export function toast(said: string, undo?: () => void, forMs = undo ? longMs : shortMs): void {
  const one: Toast = { id: ++made, said, ...(undo && { undo }) };
  toasts.set([...toasts.get(), one].slice(-mostAtOnce));
  setTimeout(() => forget(one.id), forMs);
}

export function forget(id: number): void {
  toasts.set(toasts.get().filter((each) => each.id !== id));
}

/** Takes back what was done last, where that is offered. */
export function undoLast(): void {
  const last = toasts.get().findLast(({ undo }) => undo);
  if (!last) return;
  forget(last.id);
  last.undo?.();
}
