import { given } from "#base/given.ts";
import { pageById } from "#base/page.ts";
import { missing } from "#base/refusal.ts";
import { serve } from "#engine/http/call.ts";
import { addTeam, editTeam } from "./actions-teams.ts";
import { findTeam, listTeams } from "./store-teams.ts";
import { teamForStaff, teamsContract } from "./wire-teams.ts";

export const teamsApi = serve(teamsContract, {
  addTeam: async ({ tx, member, body, now }) => {
    const { name, calendar_id: calendarId = null } = body;
    const people = { memberIds: body.member_ids, managerIds: body.manager_ids, dutyIds: body.duty_ids };
    return teamForStaff(await addTeam(tx, member.workspaceId, member, { name, calendarId, ...people }, now));
  },
  listTeams: async ({ tx, member, query: { limit, after } }) => {
    const found = await listTeams(tx, member.workspaceId, limit, after);
    return pageById(found, limit, teamForStaff);
  },
  getTeam: async ({ tx, member, params }) => {
    const found = await findTeam(tx, member.workspaceId, params.id);
    if (!found) throw missing("team");
    return teamForStaff(found);
  },
  editTeam: async ({ tx, member, params, body, version, now }) => {
    const people = { memberIds: body.member_ids, managerIds: body.manager_ids, dutyIds: body.duty_ids };
    const change = given({ name: body.name, calendarId: body.calendar_id, ...people });
    return teamForStaff(await editTeam(tx, member.workspaceId, member, params.id, change, version, now));
  },
});
