import { addMember } from "#app/members/actions.ts";
import { editTeam } from "#app/members/actions-teams.ts";
import { scopesOf } from "#app/members/key.ts";
import { type Acting, mayManage } from "#app/members/member.ts";
import { hashPassword, isPassword, mayBePassword } from "#app/members/password.ts";
import { findMember, findMemberByEmail } from "#app/members/store.ts";
import { findTeam } from "#app/members/store-teams.ts";
import { linkUser } from "#app/members/store-users.ts";
import type { Instant } from "#base/instant.ts";
import { conflict, demand, invalid, missing } from "#base/refusal.ts";
import { isSecret, type Token } from "#base/token.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Identity } from "#engine/identity/identity.ts";
import { findUserByEmail, makeUser, passwordOf, resetPassword } from "#engine/identity/users.ts";
import { note } from "./actions.ts";
import { type Invitation, mayAccept } from "./invitation.ts";
import { findInvitation, saveInvitation, secretHashOf } from "./store.ts";

type Auth = Identity["auth"];

/** Who comes: by a password, a new one or the one they have here already, or as the user who is signed in. */
export type Coming = { password: string | undefined; userId: string | null };

/** The invitation that a link names; one that is none, was taken back or replaced is not there. */
export async function invitationOf(tx: Tx, token: Token, lock?: "for update"): Promise<Invitation> {
  const { workspaceId, id, secret } = token;
  const invitation = await findInvitation(tx, workspaceId, id, lock);
  const hash = await secretHashOf(tx, workspaceId, id);
  if (!invitation || !hash || !isSecret(secret, hash) || invitation.revokedAt) throw missing("invitation");
  return invitation;
}

/** They come: a user who has shown by the mail that the address is theirs, and the member that they are here. */
export async function accept(tx: Tx, auth: Auth, token: Token, coming: Coming, now: Instant): Promise<Invitation> {
  const { workspaceId } = token;
  const invitation = await invitationOf(tx, token, "for update");
  demand(mayAccept(invitation, now));
  const by = await inviterOf(tx, workspaceId, invitation);
  const userId = await userOf(auth, invitation, coming, now);
  const memberId = await memberOf(tx, workspaceId, by, invitation, userId, now);
  for (const teamId of invitation.teamIds) {
    const team = await findTeam(tx, workspaceId, teamId);
    const memberIds = [...(team?.memberIds ?? []), memberId];
    if (team) await editTeam(tx, workspaceId, by, teamId, { memberIds }, null, now);
  }
  const accepted = { ...invitation, acceptedAt: now, memberId, version: invitation.version + 1 };
  await saveInvitation(tx, workspaceId, accepted);
  await note(tx, workspaceId, by, "invitation accepted", accepted, now);
  return accepted;
}

/** Whoever invited must still be allowed to: an admin who left lets nobody in any more. */
async function inviterOf(tx: Tx, workspaceId: string, { invitedBy, role }: Invitation): Promise<Acting> {
  const inviter = await findMember(tx, workspaceId, invitedBy);
  const by =
    inviter && !inviter.leftAt ? { memberId: inviter.id, role: inviter.role, scopes: scopesOf(inviter.role) } : null;
  if (by && mayManage(by, role) === null) return by;
  throw conflict(
    "inviter_gone",
    "Whoever invited you may not do so any more. Ask somebody there for a new invitation.",
  );
}

/**
 * A new user, or the one who has this address. An account that nobody has shown to be theirs gets the password of who
 * holds the mail in hand; one that is somebody's opens by what they know, not by a mail alone.
 */
async function userOf(auth: Auth, { name, email }: Invitation, coming: Coming, now: Instant): Promise<string> {
  const user = await findUserByEmail(auth, email);
  if (user && coming.userId === user.id) return user.id;
  if (user?.isVerified) {
    const hash = await passwordOf(auth, user.id);
    if (coming.password !== undefined && hash && (await isPassword(coming.password, hash))) return user.id;
    const sentence = "You have an account here already. Sign in first, or enter the password that you have.";
    throw invalid("own_password_needed", sentence, "password");
  }
  const password = coming.password ?? "";
  demand(mayBePassword(password));
  const passwordHash = await hashPassword(password);
  const made = user ?? (await makeUser(auth, { name, email, isVerified: true, passwordHash }, now));
  if (!made) throw conflict("try_again", "Somebody was quicker by a moment. Try again.");
  if (user) await resetPassword(auth, user.id, passwordHash, now, { isVerified: true });
  return made.id;
}

/** The member that they become, or were made meanwhile. */
async function memberOf(
  tx: Tx,
  workspaceId: string,
  by: Acting,
  { name, email, role, language }: Invitation,
  userId: string,
  now: Instant,
): Promise<string> {
  const known = await findMemberByEmail(tx, workspaceId, email);
  if (!known) return (await addMember(tx, workspaceId, by, { name, email, role, language, userId }, now)).id;
  await linkUser(tx, workspaceId, known.id, userId);
  return known.id;
}
