import { useCallback, useState } from "react";
import { session } from "./session.ts";

/**
 * What is being typed, kept on this device until `clear`: it survives a reload, a lost session and a lost connection.
 * `name` says what it is a draft of: `move of ${promise.id}`.
 */
export function useDraft<T>(name: string, first: T): [T, (next: T) => void, () => void] {
  const place = `truepenny.draft.${session.get()?.member.id ?? ""}.${name}`;
  const [held, setHeld] = useState(() => ({ place, value: read(place, first) }));
  const current = held.place === place ? held.value : read(place, first);
  const set = useCallback(
    (next: T) => {
      localStorage.setItem(place, JSON.stringify(next));
      setHeld({ place, value: next });
    },
    [place],
  );
  const clear = () => {
    localStorage.removeItem(place);
    setHeld({ place, value: first });
  };
  return [current, set, clear];
}

function read<T>(place: string, first: T): T {
  try {
    const kept = localStorage.getItem(place);
    return kept === null ? first : JSON.parse(kept);
  } catch {
    return first;
  }
}
