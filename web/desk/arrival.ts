import { useMatch } from "@tanstack/react-router";
import { type RefObject, useEffect } from "react";
import { cell, useCell } from "#web/ui/cell.ts";

/** The address that was shown last; null before the first. */
const arrivedAt = cell<string | null>(null);

/** Gives the focus to the heading of the screen that one has come to; the first page of all leaves it to the browser. */
export function useArrival(heading: RefObject<HTMLElement | null> | null): void {
  // The screen's own address: that of the window has changed before the next screen is here.
  const pathname = useMatch({ strict: false, select: (match) => match.pathname });
  const before = useCell(arrivedAt);
  useEffect(() => {
    if (before !== null && before !== pathname) heading?.current?.focus({ preventScroll: true });
    arrivedAt.set(pathname);
  }, [before, pathname, heading]);
}
