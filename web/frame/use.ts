import { useLocation } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useAskWhile } from "#web/desk/asking.ts";
import { useLater } from "#web/desk/later.ts";
import { type Place, places, shownPlaces } from "./shown.ts";

const keptAt = "truepenny.visited";

/** The places that the frame shows this member. */
export function useShownPlaces(): Place[] {
  const { pathname } = useLocation();
  const [visited, setVisited] = useState<readonly string[]>(read);
  // The frame is drawn before anything else; what it needs to know of the business may come after the page.
  const isLater = useLater();
  const members = useAskWhile(isLater, "/members", { query: { limit: 2 } });
  const record = useAskWhile(isLater, "/record", {});
  useEffect(() => {
    const place = places.find((each) => pathname.startsWith(`/${each}`));
    if (!place || visited.includes(place)) return;
    const next = [...visited, place];
    localStorage.setItem(keptAt, JSON.stringify(next));
    setVisited(next);
  }, [pathname, visited]);
  const cases = useAskWhile(isLater, "/case_counts", {});
  const { open = 0, total = 0 } = record.data?.counts ?? {};
  return shownPlaces({
    members: members.data?.items.length ?? 1,
    open,
    settled: total - open,
    cases: inHand(cases.data),
    visited,
  });
}

function inHand(counts: { open: number; laid_aside: number } | undefined): number {
  return counts ? counts.open + counts.laid_aside : 0;
}

function read(): readonly string[] {
  try {
    return JSON.parse(localStorage.getItem(keptAt) ?? "[]");
  } catch {
    return [];
  }
}
