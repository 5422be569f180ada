import type { ReactNode } from "react";
import look from "./plot.module.css";
import type { Tone } from "./plot-bars.tsx";

type Part = { key: string; name: ReactNode; count: number; tone: Tone; isFaint?: boolean };

/** All of it as one bar, each part as wide as its share; below it every part by name and count, also those of none. */
export function PlotPartition({ parts }: { parts: readonly Part[] }) {
  const whole = Math.max(
    1,
    parts.reduce((sum, { count }) => sum + count, 0),
  );
  const placed = parts.map((part, at) => ({
    ...part,
    from: parts.slice(0, at).reduce((sum, { count }) => sum + count, 0),
  }));
  return (
    <div className={look.partition}>
      <svg viewBox={`0 0 ${whole} 1`} preserveAspectRatio="none" className={look.whole} aria-hidden="true">
        {placed.map(({ key, count, from, tone, isFaint }) => (
          <rect key={key} x={from} width={count} height="1" className={`${look[tone]} ${isFaint ? look.faint : ""}`} />
        ))}
      </svg>
      <ul className={look.legend}>
        {parts.map(({ key, name, count, tone, isFaint }) => (
          <li key={key}>
            <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
              <rect width="10" height="10" rx="2" className={`${look[tone]} ${isFaint ? look.faint : ""}`} />
            </svg>
            <b>{count}</b> {name}
          </li>
        ))}
      </ul>
    </div>
  );
}
