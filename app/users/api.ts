import { findMember } from "#app/members/store.ts";
import { listTeamsOf } from "#app/members/store-teams.ts";
import { workspacesOf } from "#app/members/store-users.ts";
import { findWorkspace } from "#app/workspaces/store.ts";
import { forbidden, missing } from "#base/refusal.ts";
import { serve } from "#engine/http/call.ts";
import type { Session } from "#engine/identity/sessions.ts";
import { endSession, factorsOf, openSessions } from "#engine/identity/users.ts";
import { memberForThemself, sessionForOwner, teamsForMember, usersContract, workspaceForMember } from "./wire.ts";

export const usersApi = serve(usersContract, {
  getMe: async ({ tx, member: { workspaceId, memberId }, session, identity }) => {
    const member = await findMember(tx, workspaceId, memberId);
    const workspace = await findWorkspace(tx, workspaceId);
    if (!member || !workspace) throw missing("member");
    const teams = await listTeamsOf(tx, workspaceId, memberId);
    const factors = session && (await factorsOf(identity.auth, session.userId));
    return {
      member: memberForThemself(member),
      workspace: workspaceForMember(workspace),
      // A key is of one workspace and tells nothing of others.
      workspaces: session
        ? await workspacesOf(identity.auth, session.userId)
        : [{ id: workspace.id, name: workspace.name }],
      ...teamsForMember(teams, memberId),
      csrf_token: session?.csrfToken ?? null,
      session_id: session?.id ?? null,
      second_factor: factors?.secondFactor ?? null,
      passkeys: factors?.passkeys ?? null,
    };
  },

  chooseWorkspace: async ({ body, session, identity }) => {
    const own = await workspacesOf(identity.auth, demandSession(session).userId);
    const chosen = own.find(({ id }) => id === body.workspace_id);
    if (!chosen) throw missing("workspace");
    return chosen;
  },

  listSessions: async ({ session, identity, now }) => {
    const { id, userId } = demandSession(session);
    const open = await openSessions(identity.auth, userId, now);
    return { items: open.map((seen) => sessionForOwner(seen, id)), next: null };
  },

  endSession: async ({ params, session, identity }) => {
    if (!(await endSession(identity.auth, demandSession(session).userId, params.id))) throw missing("session");
    return { id: params.id };
  },
});

function demandSession(session: Session | null): Session {
  if (session) return session;
  throw forbidden("session_only", "A key has no sessions and no other workspaces: sign in with a browser for this.");
}
