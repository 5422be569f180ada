import { wordsFor } from "#app/letters/store.ts";
import { findMember } from "#app/members/store.ts";
import { type Addressee, neverTexted, queueMessage } from "#app/messages/actions.ts";
import { sealedPart } from "#app/workspaces/sealed.ts";
import { findWorkspace } from "#app/workspaces/store.ts";
import type { Instant } from "#base/instant.ts";
import { missing } from "#base/refusal.ts";
import { writeToken } from "#base/token.ts";
import type { Tx } from "#engine/db/database.ts";
import type { House } from "#engine/http/call.ts";
import type { Invitation } from "./invitation.ts";

/** The mail with the way in, to an address of which nobody here knows more yet. */
export async function sendInvitation(
  tx: Tx,
  workspaceId: string,
  invitation: Invitation,
  secret: string,
  house: House,
  now: Instant,
): Promise<void> {
  const workspace = await findWorkspace(tx, workspaceId);
  const by = await findMember(tx, workspaceId, invitation.invitedBy);
  if (!workspace || !by) throw missing("workspace");
  const language = invitation.language ?? workspace.language;
  const { name: business, timeZone } = workspace;
  const to: Addressee = {
    reader: { name: invitation.name, language, timeZone, businessTimeZone: timeZone, now },
    ...neverTexted,
    ...{ business, email: invitation.email, contactId: null, customerId: null, memberId: null, quiet: null },
  };
  const token = writeToken({ workspaceId, id: invitation.id, secret });
  const path = `/invitation/${sealedPart(token, house.secret, workspaceId)}`;
  const words = await wordsFor(language);
  const letter = words.invited({ business, by: by.name, until: invitation.expiresAt, path }, to.reader);
  const asked = { to, letter: "invited", words: letter, author: "automatic", byMemberId: by.id } as const;
  await queueMessage(tx, workspaceId, asked, now);
}
