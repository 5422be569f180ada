import { append } from "#app/journal/store.ts";
import { type Acting, byOf, mayManage, type Role } from "#app/members/member.ts";
import { findMemberByEmail } from "#app/members/store.ts";
import { findTeam } from "#app/members/store-teams.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { demand, missing, Refusal } from "#base/refusal.ts";
import { hashSecret, newSecret } from "#base/token.ts";
import type { Tx } from "#engine/db/database.ts";
import type { House } from "#engine/http/call.ts";
import { sendInvitation } from "./actions-letter.ts";
import { expiryOf, type Invitation, mayChange } from "./invitation.ts";
import { findInvitation, hasOpenInvitation, insertInvitation, saveInvitation } from "./store.ts";

type Inviting = Exclude<Acting, "machine">;
type Wanted = { name: string; email: string; role: Role; language: string | null; teamIds: readonly string[] };

/** Asks somebody to come and work here. Refuses `email_taken` and `invited_already`. */
export async function invite(
  tx: Tx,
  workspaceId: string,
  by: Inviting,
  wanted: Wanted,
  house: House,
  now: Instant,
): Promise<Invitation> {
  demand(mayManage(by, wanted.role));
  for (const teamId of wanted.teamIds) {
    if (!(await findTeam(tx, workspaceId, teamId))) throw missing("team");
  }
  if (await findMemberByEmail(tx, workspaceId, wanted.email)) {
    throw taken("email_taken", "Somebody here has this e-mail address already.");
  }
  if (await hasOpenInvitation(tx, workspaceId, wanted.email)) {
    throw taken("invited_already", "They are invited already: send that invitation again, or take it back first.");
  }
  const invitation: Invitation = {
    ...{ ...wanted, id: newId(), invitedBy: by.memberId, invitedAt: now, expiresAt: expiryOf(now) },
    ...{ revokedAt: null, acceptedAt: null, memberId: null, version: 1 },
  };
  const secret = newSecret();
  await insertInvitation(tx, workspaceId, invitation, hashSecret(secret));
  await sendInvitation(tx, workspaceId, invitation, secret, house, now);
  await note(tx, workspaceId, by, "invitation sent", invitation, now);
  return invitation;
}

/** The same invitation by a new link; the old one opens nothing any more. */
export async function inviteAgain(
  tx: Tx,
  workspaceId: string,
  by: Inviting,
  id: string,
  house: House,
  now: Instant,
): Promise<Invitation> {
  const before = await takenUp(tx, workspaceId, by, id);
  const times = { invitedBy: by.memberId, invitedAt: now, expiresAt: expiryOf(now) };
  const invitation = { ...before, ...times, version: before.version + 1 };
  const secret = newSecret();
  await saveInvitation(tx, workspaceId, invitation, hashSecret(secret));
  await sendInvitation(tx, workspaceId, invitation, secret, house, now);
  await note(tx, workspaceId, by, "invitation sent again", invitation, now);
  return invitation;
}

/** From now on its link opens nothing. */
export async function revokeInvitation(
  tx: Tx,
  workspaceId: string,
  by: Inviting,
  id: string,
  now: Instant,
): Promise<Invitation> {
  const before = await takenUp(tx, workspaceId, by, id);
  const invitation = { ...before, revokedAt: now, version: before.version + 1 };
  await saveInvitation(tx, workspaceId, invitation);
  await note(tx, workspaceId, by, "invitation revoked", invitation, now);
  return invitation;
}

export async function note(
  tx: Tx,
  workspaceId: string,
  by: Acting,
  what: string,
  { id, name, email, role, memberId }: Invitation,
  now: Instant,
): Promise<void> {
  await append(tx, workspaceId, {
    chainId: workspaceId,
    what,
    at: now,
    by: byOf(by),
    subjectId: id,
    facts: { role, member_id: memberId },
    words: { name, email },
  });
}

async function takenUp(tx: Tx, workspaceId: string, by: Inviting, id: string): Promise<Invitation> {
  const invitation = await findInvitation(tx, workspaceId, id, "for update");
  if (!invitation) throw missing("invitation");
  demand(mayManage(by, invitation.role));
  demand(mayChange(invitation));
  return invitation;
}

function taken(code: string, sentence: string): Refusal {
  return new Refusal("conflict", code, sentence, { field: "email" });
}
