import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import look from "./combobox.module.css";

type Props<T> = {
  label: string;
  isLabelHidden?: boolean;
  placeholder?: string;
  /** What is typed; the caller finds what fits it. */
  value: string;
  onType: (typed: string) => void;
  choices: readonly T[];
  keyOf: (choice: T) => string;
  show: (choice: T) => ReactNode;
  onChoose: (choice: T) => void;
  /** Said where nothing fits. */
  empty?: ReactNode;
  error?: string | null;
  /** In a palette the list always stands below the field. */
  isAlwaysOpen?: boolean;
};

/** A field with what fits its words below it: arrows walk, Enter chooses, Escape closes the list. */
export function Combobox<T>({
  choices,
  keyOf,
  show,
  onChoose,
  onType,
  empty,
  isAlwaysOpen = false,
  ...props
}: Props<T>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [isTyping, setTyping] = useState(false);
  const [at, setAt] = useState(0);
  const isOpen = isAlwaysOpen || (isTyping && (choices.length > 0 || props.value !== ""));
  const here = Math.min(at, choices.length - 1);
  const optionId = (place: number) => `${id}-${place}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list itself has no say in where it stands
  useEffect(() => {
    document.getElementById(optionId(here))?.scrollIntoView({ block: "nearest" });
  }, [here]);
  const choose = (choice: T | undefined) => {
    if (choice === undefined) return;
    setTyping(false);
    onChoose(choice);
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((here + step + choices.length) % Math.max(1, choices.length));
    else if (event.key === "Enter" && isOpen) choose(choices[here]);
    else if (event.key === "Escape" && isOpen && !isAlwaysOpen) setTyping(false);
    else return;
    event.preventDefault();
  };
  return (
    <div className={look.combobox}>
      <label htmlFor={id} className={props.isLabelHidden ? look.hidden : look.label}>
        {props.label}
      </label>
      <input
        id={id}
        role="combobox"
        dir="auto"
        className={look.box}
        autoComplete="off"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && here >= 0 ? optionId(here) : undefined}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={props.error ? `${id}-error` : undefined}
        placeholder={props.placeholder}
        value={props.value}
        onChange={({ target }) => {
          setTyping(true);
          setAt(0);
          onType(target.value);
        }}
        onKeyDown={press}
        onBlur={() => setTyping(false)}
      />
      {isOpen && (
        <div
          ref={list}
          id={`${id}-list`}
          role="listbox"
          aria-label={props.label}
          className={isAlwaysOpen ? look.below : look.over}
        >
          {choices.map((choice, place) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names this by its id
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
            <div
              key={keyOf(choice)}
              id={optionId(place)}
              role="option"
              aria-selected={place === here}
              className={look.option}
              onPointerDown={(event) => event.preventDefault()}
              onPointerMove={() => setAt(place)}
              onClick={() => choose(choice)}
            >
              {show(choice)}
            </div>
          ))}
        </div>
      )}
      {isOpen && choices.length === 0 && empty && (
        <p className={look.empty} role="status">
          {empty}
        </p>
      )}
      {props.error && (
        <p id={`${id}-error`} className={look.error}>
          {props.error}
        </p>
      )}
    </div>
  );
}
