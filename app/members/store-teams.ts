import { sql } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { dutyPerson, type Manager, nearestManagers, type Team } from "./team.ts";

export async function insertTeam(tx: Tx, workspaceId: string, team: Team): Promise<void> {
  await tx
    .insertInto("teams")
    .values({ workspace_id: workspaceId, id: team.id, name: team.name, calendar_id: team.calendarId })
    .execute();
  await insertPeople(tx, workspaceId, team);
}

/** Saves what was found for update, its people anew. */
export async function saveTeam(tx: Tx, workspaceId: string, team: Team): Promise<void> {
  await tx
    .updateTable("teams")
    .set({ name: team.name, calendar_id: team.calendarId, version: team.version })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", team.id)
    .execute();
  await tx.deleteFrom("team_members").where("workspace_id", "=", workspaceId).where("team_id", "=", team.id).execute();
  await insertPeople(tx, workspaceId, team);
}

export async function findTeam(
  tx: Tx,
  workspaceId: string,
  id: string,
  lock?: "for update",
): Promise<Team | undefined> {
  if (lock) {
    const lockedTeam = tx.selectFrom("teams").select("id").where("workspace_id", "=", workspaceId).where("id", "=", id);
    await lockedTeam.forUpdate().execute();
  }
  const [team] = await selectTeams(tx, workspaceId, sql`t.id = ${id}::uuid`, 1);
  return team;
}

/** In the order of their making. */
export async function listTeams(tx: Tx, workspaceId: string, limit: number, after?: string): Promise<Team[]> {
  return selectTeams(tx, workspaceId, after ? sql`t.id > ${after}::uuid` : sql`true`, limit);
}

/** The teams that a member is in. */
export async function listTeamsOf(tx: Tx, workspaceId: string, memberId: string): Promise<Team[]> {
  const isIn = sql`exists (select from team_members own where own.workspace_id = ${workspaceId}::uuid
    and own.team_id = t.id and own.member_id = ${memberId}::uuid)`;
  return selectTeams(tx, workspaceId, isIn, 200);
}

export async function isTeamName(tx: Tx, workspaceId: string, name: string, otherThan: string): Promise<boolean> {
  const row = await tx
    .selectFrom("teams")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where(sql<string>`lower(name)`, "=", sql<string>`lower(${name})`)
    .where("id", "!=", otherThan)
    .executeTakeFirst();
  return row !== undefined;
}

/** Which of these people do not work here. */
export async function strangersAmong(tx: Tx, workspaceId: string, memberIds: readonly string[]): Promise<string[]> {
  if (memberIds.length === 0) return [];
  const rows = await tx
    .selectFrom("members")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("id", "in", memberIds)
    .where("left_at", "is", null)
    .execute();
  const known = new Set(rows.map(({ id }) => id));
  return memberIds.filter((id) => !known.has(id));
}

export async function leaveTeams(tx: Tx, workspaceId: string, memberId: string): Promise<void> {
  await tx
    .deleteFrom("team_members")
    .where("workspace_id", "=", workspaceId)
    .where("member_id", "=", memberId)
    .execute();
}

/** The one of a team who is rung at this time for what nobody owns; null where nobody is there. */
export async function dutyPersonOf(tx: Tx, workspaceId: string, team: Team, at: Instant): Promise<string | null> {
  if (team.memberIds.length === 0) return null;
  const rows = await tx
    .selectFrom("absences")
    .select("member_id")
    .where("workspace_id", "=", workspaceId)
    .where("from_at", "<=", at)
    .where("until_at", ">", at)
    .where("member_id", "in", team.memberIds)
    .execute();
  return dutyPerson(team, new Set(rows.map(({ member_id }) => member_id)));
}

/** Who is told when a member does not answer: those nearest to them who are there at this time, never themself. */
export async function managersOf(tx: Tx, workspaceId: string, memberId: string, at: Instant): Promise<string[]> {
  const { rows } = await sql<Manager>`
    select m.id as "memberId", given.nearness, exists (
      select from absences a
      where a.workspace_id = ${workspaceId}::uuid and a.member_id = m.id and a.from_at <= ${at} and a.until_at > ${at}
    ) as "isAway"
    from (
      select 'team' as nearness, theirs.member_id as id from team_members own
      join team_members theirs on theirs.workspace_id = own.workspace_id and theirs.team_id = own.team_id
      where own.workspace_id = ${workspaceId}::uuid and own.member_id = ${memberId}::uuid and theirs.is_manager
      union
      select role, id from members
      where workspace_id = ${workspaceId}::uuid and role in ('manager', 'admin', 'proprietor')
    ) as given
    join members m on m.workspace_id = ${workspaceId}::uuid and m.id = given.id
    where m.id <> ${memberId}::uuid and m.left_at is null
    order by m.id`.execute(tx);
  return nearestManagers(rows);
}

async function insertPeople(tx: Tx, workspaceId: string, team: Team): Promise<void> {
  if (team.memberIds.length === 0) return;
  await tx
    .insertInto("team_members")
    .values(
      team.memberIds.map((memberId) => ({
        workspace_id: workspaceId,
        team_id: team.id,
        member_id: memberId,
        is_manager: team.managerIds.includes(memberId),
        duty_rank: team.dutyIds.includes(memberId) ? team.dutyIds.indexOf(memberId) : null,
      })),
    )
    .execute();
}

async function selectTeams(tx: Tx, workspaceId: string, which: ReturnType<typeof sql>, limit: number): Promise<Team[]> {
  const { rows } = await sql<Team>`
    select t.id, t.name, t.calendar_id as "calendarId", t.version,
      array(select member_id ${people} order by member_id) as "memberIds",
      array(select member_id ${people} and is_manager order by member_id) as "managerIds",
      array(select member_id ${people} and duty_rank is not null order by duty_rank) as "dutyIds"
    from teams t
    where t.workspace_id = ${workspaceId}::uuid and ${which}
    order by t.id limit ${limit}`.execute(tx);
  return rows;
}

const people = sql`from team_members p where p.workspace_id = t.workspace_id and p.team_id = t.id`;
