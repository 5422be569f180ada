import { type ComponentProps, type ReactNode, useId, useRef } from "react";
import look from "./field.module.css";

type Frame = {
  label: string;
  /** What to write, where the label alone does not say it. */
  hint?: ReactNode;
  /** What is wrong with it, beside it. */
  error?: string | null | undefined;
};

type Own = Omit<ComponentProps<"input">, "id" | "className" | "onChange" | "value"> & {
  value: string;
  onChange: (value: string) => void;
};

/** One line to type, under its name, with what is wrong beside it. */
export function Field({ label, hint, error, onChange, ...input }: Frame & Own) {
  return (
    <Framed {...{ label, hint, error }}>
      {(ids) => (
        <input dir="auto" {...input} {...ids} className={look.box} onChange={({ target }) => onChange(target.value)} />
      )}
    </Framed>
  );
}

type Lines = Omit<ComponentProps<"textarea">, "id" | "className" | "onChange" | "value"> & {
  value: string;
  onChange: (value: string) => void;
};

/** Several lines; the box grows with what is typed. `behind` lies under the words, letter under letter, to mark some. */
export function TextField({ label, hint, error, behind, onChange, ...area }: Frame & Lines & { behind?: ReactNode }) {
  const under = useRef<HTMLDivElement>(null);
  return (
    <Framed {...{ label, hint, error }}>
      {(ids) => (
        <div className={look.layers}>
          <div ref={under} className={`${look.box} ${look.lines} ${look.behind}`} dir="auto" aria-hidden="true">
            {behind}
          </div>
          <textarea
            dir="auto"
            rows={3}
            {...area}
            {...ids}
            className={`${look.box} ${look.lines} ${look.front}`}
            onChange={({ target }) => onChange(target.value)}
            onScroll={({ currentTarget }) => {
              if (under.current) under.current.scrollTop = currentTarget.scrollTop;
            }}
          />
        </div>
      )}
    </Framed>
  );
}

type Choices<V extends string> = { value: V; onChange: (value: V) => void; choices: readonly (readonly [V, string])[] };

/** One of a few, by the system's own list. */
export function Choice<V extends string>({ label, hint, error, value, onChange, choices }: Frame & Choices<V>) {
  const choose = (chosen: string) => {
    const found = choices.find(([each]) => each === chosen);
    if (found) onChange(found[0]);
  };
  return (
    <Framed {...{ label, hint, error }}>
      {(ids) => (
        <select {...ids} className={look.box} value={value} onChange={({ target }) => choose(target.value)}>
          {choices.map(([each, said]) => (
            <option key={each} value={each}>
              {said}
            </option>
          ))}
        </select>
      )}
    </Framed>
  );
}

type Ids = { id: string; "aria-invalid"?: true; "aria-describedby"?: string };

function Framed({ label, hint, error, children }: Frame & { children: (ids: Ids) => ReactNode }) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={look.field}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...(error && { "aria-invalid": true as const }),
        ...(described && { "aria-describedby": described }),
      })}
      {hint && (
        <p id={`${id}-hint`} className={look.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={look.error}>
          {error}
        </p>
      )}
    </div>
  );
}
