import { useState } from "react";

/**
 * Where the keys stand in a list of ids, and how to walk: bind `down` to j and `up` to k. What is gone hands on to the
 * line that took its place, so that one can settle one after the other.
 */
export function useWalk(ids: readonly string[]) {
  const [here, setHere] = useState<{ id: string | null; at: number }>({ id: null, at: -1 });
  const found = here.id === null ? -1 : ids.indexOf(here.id);
  const at = found >= 0 ? found : here.at < 0 ? -1 : Math.min(here.at, ids.length - 1);
  const goTo = (next: number) => {
    const place = Math.max(0, Math.min(next, ids.length - 1));
    const id = ids[place] ?? null;
    setHere({ id, at: place });
    if (id) document.getElementById(id)?.scrollIntoView({ block: "nearest" });
  };
  return {
    hereId: ids[at] ?? null,
    down: () => goTo(at + 1),
    up: () => goTo(at - 1),
    goToId: (id: string) => goTo(ids.indexOf(id)),
  };
}
