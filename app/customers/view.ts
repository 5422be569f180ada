import { forbidden, type Ruling, yes } from "#base/refusal.ts";

/** A view is a list as somebody looks at it often: a name, and what it leaves out. */
export const viewed = ["customers", "promises", "record"] as const;

export type View = {
  id: string;
  of: (typeof viewed)[number];
  name: string;
  /** The query of the list, by the names of the list's own filters. */
  filters: Record<string, string>;
  memberId: string;
  /** Do all colleagues find it, or only who made it? */
  isShared: boolean;
  version: number;
};

/** A view is its maker's; what is shared also those clear up who lead the house. */
export function mayChangeView(by: { memberId: string; role: string }, view: View): Ruling {
  const leads = by.role === "proprietor" || by.role === "admin";
  if (by.memberId === view.memberId || (view.isShared && leads)) return yes;
  return forbidden("not_your_view", "Somebody else made this view. Save it under a name of your own to change it.");
}
