import type { ReactNode } from "react";
import look from "./plot.module.css";

export type Tone = "green" | "amber" | "red" | "copper" | "muted";

type Bar = { name: ReactNode; key: string; value: number; said: ReactNode; tone?: Tone };

/** A line for each, as long as its number; the number stands beside it. `of` is the whole width, else the largest. */
export function PlotBars({ bars, of }: { bars: readonly Bar[]; of?: number }) {
  const whole = of ?? Math.max(1, ...bars.map(({ value }) => value));
  return (
    <ul className={look.bars}>
      {bars.map(({ name, key, value, said, tone = "copper" }) => (
        <li key={key}>
          <span>{name}</span>
          <span className={look.said}>{said}</span>
          <svg aria-hidden="true" viewBox="0 0 100 6" preserveAspectRatio="none" className={look.bar}>
            <rect width="100" height="6" className={look.rest} />
            <rect width={(value / whole) * 100} height="6" className={look[tone]} />
          </svg>
        </li>
      ))}
    </ul>
  );
}
