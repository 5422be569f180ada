import { type ReactNode, useId } from "react";
import look from "./check.module.css";

type Props = { children: ReactNode; isOn: boolean; onChange: (isOn: boolean) => void; hint?: ReactNode };

/** Yes or no, with its words beside it. */
export function Check({ children, isOn, onChange, hint }: Props) {
  const hintId = useId();
  return (
    <label className={look.check}>
      <input
        type="checkbox"
        checked={isOn}
        aria-describedby={hint ? hintId : undefined}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span>
        {children}
        {hint && <small id={hintId}>{hint}</small>}
      </span>
    </label>
  );
}
