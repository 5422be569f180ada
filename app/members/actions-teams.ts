import { isShared } from "#app/calendars/store.ts";
import { append } from "#app/journal/store.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { demand, invalid, missing, Refusal } from "#base/refusal.ts";
import { demandVersion } from "#base/version.ts";
import type { Tx } from "#engine/db/database.ts";
import { type Acting, byOf, mayManageMembers } from "./member.ts";
import { findTeam, insertTeam, isTeamName, saveTeam, strangersAmong } from "./store-teams.ts";
import { mayBeTeam, type Team } from "./team.ts";

type NewTeam = Omit<Team, "id" | "version">;

export async function addTeam(tx: Tx, workspaceId: string, by: Acting, wanted: NewTeam, now: Instant): Promise<Team> {
  demand(mayManageMembers(by));
  const team = { ...wanted, id: newId(), version: 1 };
  await demandTeam(tx, workspaceId, team);
  await insertTeam(tx, workspaceId, team);
  await write(tx, workspaceId, "team added", by, team, now);
  return team;
}

/** Whoever is named takes the place of who was named before: members, managers and duty are each one list. */
export async function editTeam(
  tx: Tx,
  workspaceId: string,
  by: Acting,
  id: string,
  change: Partial<NewTeam>,
  version: number | null,
  now: Instant,
): Promise<Team> {
  demand(mayManageMembers(by));
  const before = await findTeam(tx, workspaceId, id, "for update");
  if (!before) throw missing("team");
  demandVersion(version, before.version);
  const team = { ...before, ...change, version: before.version + 1 };
  await demandTeam(tx, workspaceId, team);
  await saveTeam(tx, workspaceId, team);
  await write(tx, workspaceId, "team changed", by, team, now);
  return team;
}

async function demandTeam(tx: Tx, workspaceId: string, team: Team): Promise<void> {
  demand(mayBeTeam(team));
  if (team.calendarId && !(await isShared(tx, workspaceId, team.calendarId))) throw missing("calendar");
  const [stranger] = await strangersAmong(tx, workspaceId, team.memberIds);
  if (stranger) throw invalid("no_such_member", `There is no such member here: ${stranger}.`, "member_ids");
  if (await isTeamName(tx, workspaceId, team.name, team.id)) {
    throw new Refusal("conflict", "name_taken", "There is a team of this name already: choose another.", {
      field: "name",
    });
  }
}

async function write(tx: Tx, workspaceId: string, what: string, by: Acting, team: Team, now: Instant): Promise<void> {
  await append(tx, workspaceId, {
    chainId: workspaceId,
    what,
    at: now,
    by: byOf(by),
    subjectId: team.id,
    facts: { member_ids: team.memberIds, manager_ids: team.managerIds, duty_ids: team.dutyIds },
    words: { name: team.name },
  });
}
