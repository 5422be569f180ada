import type { SentAt } from "#web/desk/contracts.ts";

/** What the list of customers shows, as it stands in the address: only what is asked for. */
export type Filters = Partial<Record<(typeof filterNames)[number], string>>;

export const filterNames = ["find", "show", "kind", "account_owner_id", "tag", "tier", "order"] as const;

export const shows = ["all", "open", "late", "quiet", "settled"] as const;
export type Show = (typeof shows)[number];

const quietDays = 30;

/** From what stands in the address, or in a saved view: what is not ours or empty is left out. */
export function filtersOf(said: Record<string, unknown>): Filters {
  const known = filterNames.flatMap((name) => {
    const value = said[name];
    const isSaid = (typeof value === "string" || typeof value === "number") && value !== "";
    return isSaid ? [[name, String(value)] as const] : [];
  });
  return Object.fromEntries(known);
}

/** Shows only what is chosen; what is empty is not asked for. */
export function withFilters(before: Filters, change: Filters): Filters {
  return filtersOf({ ...before, ...change });
}

/** What the house is asked for. What it would not know is left out, so that an old address still opens. */
export function queryOf(filters: Filters): NonNullable<SentAt<"GET", "/customers">["query"]> {
  const { find, show, kind, account_owner_id, tag, tier, order } = filters;
  return {
    ...(find?.trim() && { find: find.trim() }),
    ...(show === "open" && { open: "true" }),
    ...(show === "settled" && { open: "false" }),
    ...(show === "late" && { late: "true" }),
    ...(show === "quiet" && { quiet_days: quietDays }),
    ...((kind === "person" || kind === "organisation") && { kind }),
    ...(account_owner_id && { account_owner_id }),
    ...(tag?.trim() && { tag: tag.trim() }),
    ...(tier?.trim() && { tier: tier.trim() }),
    ...(order === "name" && { order }),
  };
}

/** Do two lists show the same? */
export function isSame(a: Filters, b: Filters): boolean {
  return filterNames.every((name) => (a[name] ?? "") === (b[name] ?? ""));
}

/** Words between commas, each once: "regular, north". */
export function wordsIn(typed: string): string[] {
  return [
    ...new Set(
      typed
        .split(",")
        .map((word) => word.trim())
        .filter(Boolean),
    ),
  ];
}
