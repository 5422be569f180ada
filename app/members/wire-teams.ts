import * as z from "zod/mini";
import { get, patch, post } from "#base/contract.ts";
import { id, line, listOf, page } from "#base/fields.ts";
import type { Team } from "./team.ts";

const people = z.array(id).check(z.maxLength(500));
const lists = { member_ids: people, manager_ids: people, duty_ids: people };

const newTeam = z.strictObject({
  name: line(1, 200),
  calendar_id: z.optional(z.nullable(id)),
  member_ids: z._default(people, []),
  manager_ids: z._default(people, []),
  duty_ids: z._default(people, []),
});

const teamChange = z.partial(z.strictObject({ name: line(1, 200), calendar_id: z.nullable(id), ...lists }));

const team = z.object({ id, name: z.string(), calendar_id: z.nullable(id), ...lists, version: z.number() });

export const teamsContract = {
  addTeam: post("/teams", {
    summary: "Add a team; duty_ids say who is rung first for what nobody owns, and then the next",
    scope: "settings:write",
    body: newTeam,
    gives: team,
  }),
  listTeams: get("/teams", {
    summary: "Teams in the order of their making",
    scope: "settings:read",
    query: z.strictObject({ ...page, after: z.optional(id) }),
    gives: listOf(team),
  }),
  getTeam: get("/teams/:id", { summary: "One team", scope: "settings:read", gives: team }),
  editTeam: patch("/teams/:id", {
    summary: "Change a team; each list given takes the place of the one before",
    scope: "settings:write",
    body: teamChange,
    gives: team,
  }),
};

export function teamForStaff(team: Team) {
  return {
    id: team.id,
    name: team.name,
    calendar_id: team.calendarId,
    member_ids: [...team.memberIds],
    manager_ids: [...team.managerIds],
    duty_ids: [...team.dutyIds],
    version: team.version,
  };
}
