import * as z from "zod/mini";
import { type Member, roles } from "#app/members/member.ts";
import type { Team } from "#app/members/team.ts";
import type { Workspace } from "#app/workspaces/workspace.ts";
import { get, post, remove } from "#base/contract.ts";
import { id, instantOut } from "#base/fields.ts";
import type { Instant } from "#base/instant.ts";
import { deviceOf } from "./user.ts";

const workspaceName = z.object({ id, name: z.string() });

const me = z.object({
  member: z.object({
    id,
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    language: z.nullable(z.string()),
    time_zone: z.nullable(z.string()),
    quiet_from: z.nullable(z.string()),
    quiet_until: z.nullable(z.string()),
    version: z.number(),
  }),
  workspace: z.object({
    id,
    name: z.string(),
    time_zone: z.string(),
    language: z.string(),
    currency: z.string(),
    trade: z.nullable(z.string()),
  }),
  workspaces: z.array(workspaceName),
  team_ids: z.array(id),
  manages_team_ids: z.array(id),
  csrf_token: z.nullable(z.string()),
  session_id: z.nullable(id),
  second_factor: z.nullable(z.boolean()),
  passkeys: z.nullable(z.number()),
});

const session = z.object({
  id,
  device: z.nullable(z.string()),
  address: z.nullable(z.string()),
  signed_in_at: instantOut,
  seen_at: instantOut,
  is_this: z.boolean(),
});

export const usersContract = {
  getMe: get("/me", {
    summary: "Who acts, and where. What belongs to a browser's session is null for an API key",
    scope: "promises:read",
    gives: me,
  }),
  chooseWorkspace: post("/me/workspace", {
    summary: "Work in another of your workspaces from now on, in this browser",
    scope: "promises:read",
    body: z.strictObject({ workspace_id: id }),
    gives: workspaceName,
    status: 200,
    own: true,
    remembers: { tp_workspace: "id" },
  }),
  listSessions: get("/me/sessions", {
    summary: "Where you are signed in, the device last seen first",
    scope: "promises:read",
    gives: z.object({ items: z.array(session), next: z.null() }),
  }),
  endSession: remove("/me/sessions/:id", {
    summary: "Sign out on another device",
    scope: "promises:read",
    gives: z.object({ id }),
    own: true,
  }),
};

export function memberForThemself({
  id,
  name,
  email,
  role,
  language,
  timeZone,
  quietFrom,
  quietUntil,
  version,
}: Member) {
  return {
    ...{ id, name, email, role, language, version },
    ...{ time_zone: timeZone, quiet_from: quietFrom, quiet_until: quietUntil },
  };
}

export function workspaceForMember({ id, name, timeZone, language, currency, trade }: Workspace) {
  return { id, name, time_zone: timeZone, language, currency, trade };
}

export function teamsForMember(teams: readonly Team[], memberId: string) {
  return {
    team_ids: teams.map(({ id }) => id),
    manages_team_ids: teams.filter(({ managerIds }) => managerIds.includes(memberId)).map(({ id }) => id),
  };
}

type Seen = { id: string; userAgent: string | null; address: string | null; signedInAt: Instant; seenAt: Instant };

export function sessionForOwner({ id, userAgent, address, signedInAt, seenAt }: Seen, thisId: string) {
  return {
    id,
    device: deviceOf(userAgent),
    address,
    signed_in_at: signedInAt.toString(),
    seen_at: seenAt.toString(),
    is_this: id === thisId,
  };
}
