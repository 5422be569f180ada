import { type KeyboardEvent, useEffect, useState } from "react";
import { named, namingAt } from "#app/cases/mention.ts";
import { useAskWhile } from "#web/desk/asking.ts";
import { writeOn } from "#web/ui/write-on.ts";
import look from "./naming.module.css";
import { useCaseWords } from "./words.ts";

const most = 6;
const listId = "naming";
const optionId = (id: string) => `naming-${id}`;

/**
 * The names that fit what is typed behind an "@", while somebody writes a note: arrows walk, Enter and Tab choose, Escape
 * closes. `press` hears the keys before the field does; `look` is to be called when the cursor has moved.
 */
export function useNaming(
  isNote: boolean,
  area: () => HTMLTextAreaElement | null | undefined,
  onText: (text: string) => void,
) {
  const members = useAskWhile(isNote, "/members", { query: {} });
  const [at, setAt] = useState<{ from: number; typed: string } | null>(null);
  const [here, setHere] = useState(0);
  const [closed, setClosed] = useState<number | null>(null);
  const isOpen = isNote && at !== null && at.from !== closed;
  const choices = isOpen ? named(at.typed, members.data?.items ?? []).slice(0, most) : [];
  const active = choices[Math.min(here, choices.length - 1)];
  const look = () => {
    const field = area();
    const next = field ? namingAt(field.value, field.selectionStart) : null;
    setAt(next);
    if (next?.typed !== at?.typed) setHere(0);
    if (next?.from !== at?.from) setClosed(null);
  };
  const choose = (name: string) => {
    const field = area();
    if (!field || !at) return;
    const end = at.from + 1 + at.typed.length;
    const before = `${field.value.slice(0, at.from)}@${name} `;
    setClosed(at.from);
    writeOn(field, { text: before + field.value.slice(end), at: before.length }, onText);
  };
  const press = (event: KeyboardEvent) => {
    if (!active || !at) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setHere((Math.min(here, choices.length - 1) + step + choices.length) % choices.length);
    else if (event.key === "Enter" || event.key === "Tab") choose(active.name);
    else if (event.key === "Escape") setClosed(at.from);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  useEffect(() => {
    const field = area();
    if (!field) return;
    const said = active ? { "aria-controls": listId, "aria-activedescendant": optionId(active.id) } : {};
    for (const [name, value] of Object.entries(said)) field.setAttribute(name, value);
    return () => {
      for (const name of Object.keys(said)) field.removeAttribute(name);
    };
  });
  return { choices, active, choose, press, look };
}

/** The list itself; the focus stays in the field, which names the line by its id. */
export function Naming({ naming: { choices, active, choose } }: { naming: ReturnType<typeof useNaming> }) {
  const words = useCaseWords();
  if (choices.length === 0) return null;
  return (
    <div id={listId} role="listbox" aria-label={words.whomToName} className={look.names}>
      {choices.map(({ id, name }) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names this by its id
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
        <div
          key={id}
          id={optionId(id)}
          role="option"
          aria-selected={id === active?.id}
          className={look.name}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => choose(name)}
        >
          <bdi>{name}</bdi>
        </div>
      ))}
    </div>
  );
}
