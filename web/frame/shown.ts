/** What the house has seen of this business so far, and where its member has been. */
export type Use = {
  /** Members who work here. */
  members: number;
  /** Promises that are open, and all that were ever settled. */
  open: number;
  settled: number;
  /** Cases that are not closed. */
  cases: number;
  /** Places that were opened by another way, such as the palette. */
  visited: readonly string[];
};

export const places = ["today", "customers", "cases", "promises", "record", "settings"] as const;
export type Place = (typeof places)[number];

// More than this, and Today alone no longer shows at a glance what is open.
const manyOpen = 10;
// From here on figures say something; see "small numbers are shown as counts".
const someSettled = 5;

/**
 * The places in the frame. A business of one sees Today and Customers until it uses more: a list once there is much to
 * list, the record once there is one. What somebody has opened once stays. Settings are always there.
 */
export function shownPlaces({ members, open, settled, cases, visited }: Use): Place[] {
  const isTeam = members > 1;
  const wanted: Record<Place, boolean> = {
    today: true,
    customers: true,
    cases: isTeam || cases > 0,
    promises: isTeam || open > manyOpen,
    record: isTeam || settled >= someSettled,
    settings: true,
  };
  return places.filter((place) => wanted[place] || visited.includes(place));
}
