import type { Role } from "#app/members/member.ts";
import { type Instant, isAfter, plusSeconds } from "#base/instant.ts";
import { conflict, missing, type Ruling, yes } from "#base/refusal.ts";

/** Somebody is asked to come and work here: by a mail with a way in that opens once, for a week, and can be taken back. */
export type Invitation = {
  id: string;
  name: string;
  email: string;
  role: Role;
  language: string | null;
  teamIds: readonly string[];
  invitedBy: string;
  invitedAt: Instant;
  expiresAt: Instant;
  revokedAt: Instant | null;
  acceptedAt: Instant | null;
  /** Who they became. */
  memberId: string | null;
  version: number;
};

const openSeconds = 7 * 86_400;

export function expiryOf(invitedAt: Instant): Instant {
  return plusSeconds(invitedAt, openSeconds);
}

/** May it be taken back or sent again? */
export function mayChange({ acceptedAt, revokedAt }: Invitation): Ruling {
  if (acceptedAt) return conflict("accepted_already", "They have come already: they are a member now.");
  return revokedAt ? conflict("revoked_already", "This invitation was taken back. Write a new one.") : yes;
}

/** May somebody come in by it now? One that was taken back looks as if it had never been. */
export function mayAccept(invitation: Invitation, now: Instant): Ruling {
  if (invitation.revokedAt) return missing("invitation");
  if (invitation.acceptedAt) {
    return conflict("accepted_already", "You have come in by this invitation already. Sign in with your password.");
  }
  if (isAfter(invitation.expiresAt, now)) return yes;
  return conflict("invitation_expired", "This invitation was open for a week. Ask for a new one.");
}

export function stateOf({ acceptedAt, revokedAt, expiresAt }: Invitation, now: Instant): InvitationState {
  if (acceptedAt) return "accepted";
  if (revokedAt) return "revoked";
  return isAfter(expiresAt, now) ? "open" : "expired";
}

export const invitationStates = ["open", "expired", "revoked", "accepted"] as const;
export type InvitationState = (typeof invitationStates)[number];
