import { useSyncExternalStore } from "react";

/** One value that several parts of the screen look at; who changes it tells them all. */
export type Cell<T> = { get: () => T; set: (next: T) => void; listen: (heard: () => void) => () => void };

export function cell<T>(first: T): Cell<T> {
  const listeners = new Set<() => void>();
  let value = first;
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const heard of [...listeners]) heard();
    },
    listen: (heard) => {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
  };
}

export function useCell<T>(from: Cell<T>): T {
  return useSyncExternalStore(from.listen, from.get);
}
