import { pageById } from "#base/page.ts";
import { serve } from "#engine/http/call.ts";
import { invite, inviteAgain, revokeInvitation } from "./actions.ts";
import { listInvitations } from "./store.ts";
import { forStaff, invitationsContract } from "./wire.ts";

export const invitationsApi = serve(invitationsContract, {
  invite: async ({ tx, member, body, house, now }) => {
    const { name, email, role, language = null, team_ids: teamIds = [] } = body;
    const wanted = { name, email, role, language, teamIds };
    return forStaff(await invite(tx, member.workspaceId, member, wanted, house, now), now);
  },
  listInvitations: async ({ tx, member, query: { limit, after }, now }) => {
    const found = await listInvitations(tx, member.workspaceId, limit, after);
    return pageById(found, limit, (one) => forStaff(one, now));
  },
  inviteAgain: async ({ tx, member, params, house, now }) =>
    forStaff(await inviteAgain(tx, member.workspaceId, member, params.id, house, now), now),
  revokeInvitation: async ({ tx, member, params, now }) =>
    forStaff(await revokeInvitation(tx, member.workspaceId, member, params.id, now), now),
});
