import { useEffect, useState } from "react";

// Long enough for the screen itself to be there, short enough that nobody waits for what comes after it.
const patienceMs = 1500;

/** False at first, true a moment later: for what a screen shows beside the thing itself, `useAskWhile(useLater(), …)`. */
export function useLater(): boolean {
  const [isLater, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return isLater;
}
