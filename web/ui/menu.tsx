import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { MoreIcon } from "./icons.tsx";
import look from "./menu.module.css";
import { useKitWords } from "./words.ts";

export type MenuItem = {
  say: string;
  do: () => void;
  /** Why it may not be chosen now. */
  because?: string | null | undefined;
  kind?: "plain" | "careful";
};

type Props = { items: readonly MenuItem[]; label?: string; children?: ReactNode };

/** What is seldom done, behind one button; arrows walk through it, Escape and a press beside it close it. */
export function Menu({ items, label, children }: Props) {
  const words = useKitWords();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (isOpen) list.current?.querySelector("button")?.focus();
  }, [isOpen]);
  const place = (opens: boolean) => {
    setOpen(opens);
    const [by, own] = [button.current?.getBoundingClientRect(), list.current];
    if (!opens || !by || !own) return;
    const below = innerHeight - by.bottom > own.offsetHeight + 8;
    const inline = document.dir === "rtl" ? by.left : by.right - own.offsetWidth;
    own.style.top = `${below ? by.bottom + 4 : Math.max(8, by.top - own.offsetHeight - 4)}px`;
    own.style.left = `${Math.min(Math.max(8, inline), innerWidth - own.offsetWidth - 8)}px`;
  };
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...(list.current?.querySelectorAll("button") ?? [])];
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    all.at((at + step) % all.length)?.focus();
  };
  const choose = (item: MenuItem) => {
    if (item.because) return;
    list.current?.hidePopover();
    button.current?.focus();
    item.do();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={look.button}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={children ? label : (label ?? words.more)}
        popoverTarget={id}
      >
        {children ?? <MoreIcon />}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label ?? words.more}
        className={look.menu}
        tabIndex={-1}
        onToggle={({ newState }) => place(newState === "open")}
        onKeyDown={walk}
      >
        {items.map((item) => (
          <button
            key={item.say}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={`${look.item} ${look[item.kind ?? "plain"]}`}
            aria-disabled={item.because ? true : undefined}
            title={item.because ?? undefined}
            onClick={() => choose(item)}
          >
            {item.say}
            {item.because && <small>{item.because}</small>}
          </button>
        ))}
      </div>
    </>
  );
}
