import { lazy, Suspense } from "react";
import type { Props } from "./odds-picker.tsx";

// Fetched when there is a time to speak of, so that no screen waits for it.
const Picker = lazy(async () => ({ default: (await import("./odds-picker.tsx")).OddsPicker }));

/** The odds of a chosen time, and how one moves it. */
export function Odds(props: Props) {
  return (
    <Suspense>
      <Picker {...props} />
    </Suspense>
  );
}
