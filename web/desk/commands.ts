import { useEffect, useRef } from "react";
import { cell } from "#web/ui/cell.ts";
import { openDialogs, useDepth } from "#web/ui/depth.tsx";
import { chordMs, chordOf, nameOf } from "./chords.ts";

/** Something that can be done here by a key or from the palette. */
export type Command = {
  /** As a person would look for it: "Go to Today", "Move to another time". */
  say: string;
  do: () => void;
  /** "g t", "c", "mod+k"; without them it is only in the palette. */
  keys?: string;
  /** Keys such as j and k would only fill the palette. */
  isOnlyKey?: boolean;
};

type Room = { depth: number; commands: readonly Command[] };

const rooms = cell<readonly Room[]>([]);

/** Offers these while it is drawn: to the keys, to `?` and to the palette. In a dialog only the dialog's own are heard. */
export function useCommands(commands: readonly Command[]): void {
  const depth = useDepth();
  const room = useRef<Room>({ depth, commands });
  // The newest closures count, without telling everybody at each drawing.
  room.current.commands = commands;
  useEffect(() => {
    const { current } = room;
    rooms.set([...rooms.get(), current]);
    return () => rooms.set(rooms.get().filter((each) => each !== current));
  }, []);
}

/** What can be done just now, the innermost room's first; of two under the same keys the inner one counts. */
export function commandsHere(depth: number = openDialogs.get()): Command[] {
  const here = rooms.get().filter((room) => room.depth === depth);
  const all = here.toReversed().flatMap(({ commands }) => commands);
  return all.filter(({ keys }, at) => !keys || all.findIndex((each) => each.keys === keys) === at);
}

/** Listens to the keyboard for the whole page; gives how to stop. */
export function listenToKeys(): () => void {
  let pressed: string[] = [];
  let lastAt = 0;
  const hear = (event: KeyboardEvent) => {
    const isModified = event.ctrlKey || event.metaKey || event.altKey;
    if (event.defaultPrevented || event.isComposing || (isTyping(event.target) && !isModified)) return;
    if (event.key === "Enter" && isPressable(event.target)) return;
    if (event.key === "Shift" || event.key === "Control" || event.key === "Meta" || event.key === "Alt") return;
    if (event.timeStamp - lastAt > chordMs) pressed = [];
    lastAt = event.timeStamp;
    pressed.push(nameOf(event));
    const commands = commandsHere();
    const { meant, waits } = chordOf(
      pressed,
      commands.flatMap(({ keys }) => keys ?? []),
    );
    const command = meant && commands.find(({ keys }) => keys === meant);
    if (command) {
      event.preventDefault();
      command.do();
    }
    pressed = waits ? pressed.slice(-1) : [];
  };
  addEventListener("keydown", hear);
  return () => removeEventListener("keydown", hear);
}

/** Enter means what has the focus, wherever the keys of a list stand. */
function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("a[href], button, summary, [role=option], [role=menuitem]");
}

/** Whoever types means letters. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const isField = target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button])");
  return isField || target.isContentEditable;
}
