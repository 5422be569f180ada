import * as z from "zod/mini";
import { email, language } from "#app/members/fields.ts";
import { roles } from "#app/members/member.ts";
import { get, post, remove } from "#base/contract.ts";
import { id, instantOut, line, listOf, page } from "#base/fields.ts";
import type { Instant } from "#base/instant.ts";
import { type Invitation, invitationStates, stateOf } from "./invitation.ts";

const newInvitation = z.strictObject({
  name: line(1, 200),
  email,
  role: z.enum(roles),
  language: z.optional(z.nullable(language)),
  team_ids: z.optional(z.array(id).check(z.maxLength(100))),
});

const invitation = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  language: z.nullable(z.string()),
  team_ids: z.array(id),
  state: z.enum(invitationStates),
  invited_by: id,
  invited_at: instantOut,
  expires_at: instantOut,
  member_id: z.nullable(id),
  version: z.number(),
});

export const invitationsContract = {
  invite: post("/invitations", {
    summary: "Invite somebody to work here: they get a mail by which they come in within a week",
    scope: "settings:write",
    body: newInvitation,
    gives: invitation,
  }),
  listInvitations: get("/invitations", {
    summary: "Invitations, the newest first",
    scope: "settings:read",
    query: z.strictObject({ ...page, after: z.optional(id) }),
    gives: listOf(invitation),
  }),
  inviteAgain: post("/invitations/:id/resends", {
    summary: "Send an invitation again, with a new link and a new week",
    scope: "settings:write",
    gives: invitation,
  }),
  revokeInvitation: remove("/invitations/:id", {
    summary: "Take an invitation back: its link opens nothing any more",
    scope: "settings:write",
    gives: invitation,
  }),
};

export function forStaff(invitation: Invitation, now: Instant) {
  return {
    id: invitation.id,
    name: invitation.name,
    email: invitation.email,
    role: invitation.role,
    language: invitation.language,
    team_ids: [...invitation.teamIds],
    state: stateOf(invitation, now),
    invited_by: invitation.invitedBy,
    invited_at: invitation.invitedAt.toString(),
    expires_at: invitation.expiresAt.toString(),
    member_id: invitation.memberId,
    version: invitation.version,
  };
}
