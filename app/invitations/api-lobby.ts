import * as z from "zod/mini";
import { findMember } from "#app/members/store.ts";
import { findWorkspace } from "#app/workspaces/store.ts";
import { demand, missing } from "#base/refusal.ts";
import { readToken, type Token } from "#base/token.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { readBody } from "#engine/http/input.ts";
import type { Lobby } from "#engine/http/lobby.ts";
import { signIn } from "#engine/identity/doors.ts";
import { demandTry } from "#engine/identity/tries.ts";
import { findUserByEmail } from "#engine/identity/users.ts";
import { accept, invitationOf } from "./actions-accept.ts";
import { mayAccept } from "./invitation.ts";

const acceptance = z.strictObject({ password: z.optional(z.string().check(z.maxLength(200))) });
const limit = { most: 30, perSeconds: 600 };

/** What an invitation says to whoever holds its link, and the way in. */
export const invitationDoors: Lobby = (app, { db, house, identity, now }) => {
  const tried = (ip: string) => demandTry(identity.auth, `invitation ${ip}`, limit, now());

  app.get("/api/invitations/:token", { exposeHeadRoute: false }, async (request) => {
    await tried(request.ip);
    const token = tokenOf(request.params);
    return inWorkspace(db, token.workspaceId, async (tx) => {
      const invitation = await invitationOf(tx, token);
      demand(mayAccept(invitation, now()));
      const workspace = await findWorkspace(tx, token.workspaceId);
      const by = await findMember(tx, token.workspaceId, invitation.invitedBy);
      const user = await findUserByEmail(identity.auth, invitation.email);
      const { name, email, role, expiresAt } = invitation;
      return {
        ...{ name, email, role, expires_at: expiresAt.toString() },
        business: workspace?.name ?? "",
        invited_by: by?.name ?? "",
        language: invitation.language ?? workspace?.language ?? "en",
        has_account: user?.isVerified ?? false,
      };
    });
  });

  app.post("/api/invitations/:token", async (request, reply) => {
    await tried(request.ip);
    const token = tokenOf(request.params);
    const { password } = readBody(acceptance, request.body);
    const open = await identity.find(request.headers.cookie, now());
    const coming = { password, userId: open?.session.userId ?? null };
    const { workspaceId } = token;
    const accepted = await inWorkspace(db, workspaceId, (tx) => accept(tx, identity.auth, token, coming, now()));
    const entered =
      password === undefined ? null : await signIn({ identity, house }, request, { email: accepted.email, password });
    for (const cookie of entered?.cookies ?? []) reply.header("set-cookie", cookie);
    const answer = { workspace_id: workspaceId, member_id: accepted.memberId };
    return reply.code(201).send({ ...answer, second_factor: entered?.secondFactor ?? false });
  });
};

function tokenOf(params: unknown): Token {
  const token = readToken((params as { token: string }).token);
  if (!token) throw missing("invitation");
  return token;
}
