import { type MouseEvent, type ReactNode, useId } from "react";
import look from "./button.module.css";

type Props = {
  children: ReactNode;
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void;
  /** `main`: the one thing to do next. `quiet`: no edge, for what stands aside. */
  kind?: "main" | "plain" | "quiet";
  type?: "button" | "submit";
  /** Why it may not be pressed now: it stays in reach, says so, and does nothing. */
  because?: string | null | undefined;
  isBusy?: boolean;
  /** What is read out where the words on it are not enough. */
  label?: string;
  /** Shown on hover, as for its key. */
  title?: string;
};

/** A button that says why when it may not be pressed. */
export function Button({ children, onClick, kind = "plain", type = "button", because, isBusy, label, title }: Props) {
  const reasonId = useId();
  const isOff = Boolean(because) || isBusy;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (isOff) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <>
      <button
        type={type}
        className={`${look.button} ${look[kind]}`}
        aria-disabled={isOff || undefined}
        aria-busy={isBusy || undefined}
        aria-describedby={because ? reasonId : undefined}
        aria-label={label}
        title={because ?? title}
        onClick={press}
      >
        {children}
      </button>
      {because && (
        <span id={reasonId} hidden>
          {because}
        </span>
      )}
    </>
  );
}
