import { type ComponentType, type LazyExoticComponent, lazy, useEffect, useState } from "react";

// Long enough for the screen itself to be there, short enough that nobody waits for what comes after it.
const patienceMs = 1500;

/** False at first, true a moment later: for what a screen shows beside the thing itself, `useAskWhile(useLater(), …)`. */
export function useLater(): boolean {
  const [isLater, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return isLater;
}

/** A part of a screen that is fetched a moment after it, so that it is there when a key asks for it. */
export function fetchedLater<P>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> {
  setTimeout(() => void load().catch(() => undefined), patienceMs);
  return lazy(async () => ({ default: await load() }));
}
