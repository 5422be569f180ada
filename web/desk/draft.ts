import { useState } from "react";
import { session } from "./session.ts";

/**
 * What is being typed, kept on this device until `clear`: it survives a reload, a lost session and a lost connection.
 * `name` says what it is a draft of: `move of ${promise.id}`. Until something is typed it is `first`, as that changes.
 */
export function useDraft<T>(name: string, first: T): [T, (next: T) => void, () => void] {
  const place = `truepenny.draft.${session.get()?.member.id ?? ""}.${name}`;
  const [held, setHeld] = useState(() => ({ place, typed: read<T>(place) }));
  // Another thing in the same place of the screen has a draft of its own.
  const typed = held.place === place ? held.typed : read<T>(place);
  const set = (next: T) => {
    localStorage.setItem(place, JSON.stringify(next));
    setHeld({ place, typed: next });
  };
  const clear = () => {
    localStorage.removeItem(place);
    setHeld({ place, typed: null });
  };
  return [typed ?? first, set, clear];
}

function read<T>(place: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? "null");
  } catch {
    return null;
  }
}
