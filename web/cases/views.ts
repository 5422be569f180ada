import type { CaseState, Step } from "#app/cases/case.ts";
import type { SentAt } from "#web/desk/contracts.ts";

export const views = ["mine", "unowned", "open", "aside", "ever"] as const;
export type View = (typeof views)[number];

type Query = NonNullable<SentAt<"GET", "/cases">["query"]>;

/** What the house is asked for a view of the list; words are looked for everywhere, in closed cases too. */
export function queryOf(view: View, { me, teamId, find }: { me: string; teamId: string; find: string }): Query {
  if (find !== "") return { find };
  const team = teamId === "" ? {} : { team_id: teamId };
  switch (view) {
    case "mine":
      return { ...team, order: "urgent", laid_aside: "false", member_id: me };
    case "unowned":
      return { ...team, order: "urgent", laid_aside: "false", unowned: "true" };
    case "open":
      return { ...team, order: "urgent", laid_aside: "false" };
    case "aside":
      return { ...team, order: "urgent", laid_aside: "true" };
    case "ever":
      return { ...team, order: "newest" };
  }
}

type Standing = {
  state: CaseState;
  owner_id: string | null;
  done_at: string | null;
  steps: readonly { name: Step; at: string | null }[];
};

/** The step of the eight that comes next, and its number; null where nothing is left. Handing on is only where needed. */
export function stepNow({ state, owner_id, done_at, steps }: Standing): { step: Step; number: number } | null {
  if (state === "told") return { step: "satisfied", number: 8 };
  if (state !== "open") return null;
  const isTaken = (step: Step) => steps.some(({ name, at }) => name === step && at !== null);
  if (owner_id === null) return { step: "owned", number: 1 };
  if (done_at !== null) return { step: "told", number: 7 };
  if (!isTaken("contact")) return { step: "contact", number: 2 };
  if (!isTaken("channel")) return { step: "channel", number: 3 };
  return isTaken("fixing") ? { step: "status", number: 6 } : { step: "fixing", number: 4 };
}
