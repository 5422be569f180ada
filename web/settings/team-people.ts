/** The people of a team as the form holds them: managers and those on duty are among its members. */
export type TeamPeople = { member_ids: string[]; manager_ids: string[]; duty_ids: string[] };

/** Somebody comes or goes; who goes leads nothing there and has no duty. */
export function withMember({ member_ids, manager_ids, duty_ids }: TeamPeople, id: string, isIn: boolean): TeamPeople {
  if (isIn) return { member_ids: among(member_ids, id, true), manager_ids, duty_ids };
  return {
    member_ids: among(member_ids, id, false),
    manager_ids: among(manager_ids, id, false),
    duty_ids: among(duty_ids, id, false),
  };
}

export function withManager(people: TeamPeople, id: string, leads: boolean): TeamPeople {
  return { ...people, manager_ids: among(people.manager_ids, id, leads) };
}

/** Who takes on duty is rung after those who have it. */
export function withDuty(people: TeamPeople, id: string, hasDuty: boolean): TeamPeople {
  return { ...people, duty_ids: among(people.duty_ids, id, hasDuty) };
}

/** Rung one place sooner. */
export function sooner(people: TeamPeople, id: string): TeamPeople {
  const at = people.duty_ids.indexOf(id);
  if (at < 1) return people;
  const others = people.duty_ids.toSpliced(at, 1);
  return { ...people, duty_ids: others.toSpliced(at - 1, 0, id) };
}

/** As the house keeps them, so that what was changed there and back again counts as unchanged. */
export function inOrder({ member_ids, manager_ids, duty_ids }: TeamPeople): TeamPeople {
  return { member_ids: member_ids.toSorted(), manager_ids: manager_ids.toSorted(), duty_ids };
}

function among(ids: readonly string[], id: string, isIn: boolean): string[] {
  const others = ids.filter((each) => each !== id);
  return isIn ? [...others, id] : others;
}
