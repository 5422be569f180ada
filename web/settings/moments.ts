import type { AnswerAt } from "#web/desk/contracts.ts";

export type Effects = AnswerAt<"POST", "/policies/effects">;
export type Sample = Effects["samples"][number];
type What = "made" | "in_time" | Sample["before"]["rings"][number]["stage"];

/** One moment in the life of a promise: when it would be, and when it is now where that differs (null: it is not). */
export type Moment = { what: What; at: string; isGone: boolean; was?: string | null };

/** A promise of every day as a line of moments, the earliest first, with what a change would do to each. */
export function momentsOf({ made_at, before, after }: Sample): Moment[] {
  const now = timesIn(before);
  const then = timesIn(after);
  const moments = [...new Set([...then.keys(), ...now.keys()])].map((what): Moment => {
    const [was = null, at = null] = [now.get(what), then.get(what)];
    if (at === null) return { what, at: was ?? "", isGone: true };
    return { what, at, isGone: false, ...(was !== at && { was }) };
  });
  const made: Moment = { what: "made", at: made_at, isGone: false };
  return [made, ...moments].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function timesIn({ rings, told_in_time_until }: Sample["before"]): Map<What, string> {
  return new Map<What, string>([
    ...rings.map(({ stage, at }) => [stage, at] as const),
    ["in_time", told_in_time_until],
  ]);
}
