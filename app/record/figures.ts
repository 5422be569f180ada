import { type Instant, plusSeconds } from "#base/instant.ts";
import { forbidden, missing, type Ruling, yes } from "#base/refusal.ts";
import { type Flag, type Part, ratedParts } from "./outcome.ts";

export const groupings = ["owner", "team", "customer", "kind"] as const;
export type Grouping = (typeof groupings)[number];

/** True counts of a set of promises, by part and by flag. */
export type Tally = {
  parts: Record<Part, number>;
  flags: Record<Flag, number>;
  /** Of those kept early; null where there is none. */
  medianEarlySeconds: number | null;
  letDownDays: number;
};

export function totalOf({ parts }: Tally): number {
  return ratedParts.reduce((sum, part) => sum + parts[part], 0);
}

/**
 * How many were kept as we said, of those decided: an open promise that is late counts against it already; one still in
 * time, or released by the customer, says nothing yet.
 */
export function keptOf({ parts, flags }: Tally): { count: number; of: number } {
  const count = parts.kept_as_first_promised + parts.kept_as_moved_in_time;
  return { count, of: count + parts.late + parts.not_kept + flags.open_late };
}

/** Of those moved or past due, how many were told before it. None is no data, not a hundred percent. */
export function toldBeforeDue({ flags }: Tally): { count: number; of: number } | null {
  return flags.moved_or_past_due > 0 ? { count: flags.told_before_due, of: flags.moved_or_past_due } : null;
}

const day = 86_400;
/** Nothing is promised more than ten years ahead. */
const everythingOpen = 10 * 366 * day + 1;

/** Unless said otherwise, what fell due in the last 90 days and all that is still to come. `until` is not included. */
export function periodOf(given: { from?: Instant | undefined; until?: Instant | undefined }, now: Instant) {
  return { from: given.from ?? plusSeconds(now, -90 * day), until: given.until ?? plusSeconds(now, everythingOpen) };
}

/** How many people stand behind figures, and whether that is the viewer alone. */
export type People = { people: number; isOwn: boolean };

/** Those of a team, by its id (those in none under ""), as one viewer sees them. */
export type Circles = ReadonlyMap<string, People>;

export type PeopleAsked = { ownerId?: string; teamId?: string; by?: Grouping | undefined };

/**
 * Whose figures are asked for: of the smallest number of people that the answer would tell apart. Null for the whole
 * business, whose record is everybody's.
 */
export function peopleBehind(asked: PeopleAsked, viewerId: string, circles: Circles): People | null {
  if (asked.ownerId) return { people: 1, isOwn: asked.ownerId === viewerId };
  const circle = asked.teamId !== undefined ? circles.get(asked.teamId) : null;
  if (circle === undefined) throw missing("team");
  const isOwn = circle ? circle.isOwn : [...circles.values()].every((each) => each.isOwn);
  return asked.by === "owner" ? { people: 1, isOwn } : circle;
}

/**
 * May figures of these people be shown? The viewer's own always; others' only together, from a team of so many, unless
 * the workspace decided otherwise with its people. No role changes that: a manager sees open work by name on Today.
 */
export function mayShow(behind: People | null, policy: { showMemberFiguresFromTeamOf: number }): Ruling {
  const least = policy.showMemberFiguresFromTeamOf;
  if (!behind || behind.isOwn || behind.people >= least) return yes;
  const sentence = `Figures of others are shown from a team of ${least}: ask for your own, or for a larger team.`;
  return forbidden("small_team", sentence);
}
