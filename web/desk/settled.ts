import { useEffect, useState } from "react";

/** What is typed, once nobody has typed for a moment: for what is asked of the house while somebody writes. */
export function useSettled(typed: string, afterMs: number): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), afterMs);
    return () => clearTimeout(timer);
  }, [typed, afterMs]);
  return settled;
}
