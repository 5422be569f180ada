import { invalid, type Ruling, yes } from "#base/refusal.ts";

/** Members who share an inbox and a calendar, with those who manage them and the order in which they have duty. */
export type Team = {
  id: string;
  name: string;
  calendarId: string | null;
  memberIds: readonly string[];
  managerIds: readonly string[];
  /** Who is rung first for what nobody owns, and then the next. */
  dutyIds: readonly string[];
  version: number;
};

/** Managers and those with duty are members of the team, and nobody is named twice. */
export function mayBeTeam(team: Pick<Team, "memberIds" | "managerIds" | "dutyIds">): Ruling {
  for (const [field, ids] of [
    ["member_ids", team.memberIds],
    ["manager_ids", team.managerIds],
    ["duty_ids", team.dutyIds],
  ] as const) {
    if (new Set(ids).size < ids.length) return invalid("named_twice", "Name each member once.", field);
    const stranger = ids.find((id) => !team.memberIds.includes(id));
    if (stranger) return invalid("not_in_team", `${stranger} is not among the team's member_ids.`, field);
  }
  return yes;
}

/** Who is rung for what nobody owns: the first on duty who is there, else a manager who is; never everybody. */
export function dutyPerson(team: Pick<Team, "dutyIds" | "managerIds">, away: ReadonlySet<string>): string | null {
  return [...team.dutyIds, ...team.managerIds].find((id) => !away.has(id)) ?? null;
}

/** Somebody who may be asked in a member's place: how near they stand to them, and whether they are away just now. */
export type Manager = { memberId: string; nearness: "team" | "manager" | "admin" | "proprietor"; isAway: boolean };

const outwards: readonly Manager["nearness"][] = ["team", "manager", "admin", "proprietor"];

/**
 * The nearest circle in which somebody is there: the managers of the member's teams, else the workspace's managers,
 * its admins, its proprietors. Where all are away, the nearest circle there is: somebody must hear of it.
 */
export function nearestManagers(candidates: readonly Manager[]): string[] {
  const there = candidates.filter(({ isAway }) => !isAway);
  const asked = there.length > 0 ? there : candidates;
  const nearest = outwards.find((circle) => asked.some(({ nearness }) => nearness === circle));
  return asked.filter(({ nearness }) => nearness === nearest).map(({ memberId }) => memberId);
}
