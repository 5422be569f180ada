import { wordsFor } from "#app/letters/store.ts";
import { membersOfAddress } from "#app/members/store-users.ts";
import { memberAddressed, queueMessage } from "#app/messages/actions.ts";
import { sealedPart } from "#app/workspaces/sealed.ts";
import type { Instant } from "#base/instant.ts";
import { type Database, inWorkspace } from "#engine/db/database.ts";
import type { House } from "#engine/http/call.ts";
import type { User } from "#engine/identity/household.ts";

/** The mail by which a member sets a new password, in their language, from the business that they joined first. */
export async function sendReset(db: Database, house: House, user: User, token: string, now: Instant): Promise<void> {
  const [member] = await membersOfAddress(db.auth, user.email);
  if (!member) return;
  const { workspaceId, memberId } = member;
  await inWorkspace(db, workspaceId, async (tx) => {
    const to = await memberAddressed(tx, workspaceId, memberId, now);
    const words = await wordsFor(to.reader.language);
    const letter = words.newPassword(
      { business: to.business, path: `/new-password?token=${sealedPart(token, house.secret, workspaceId)}` },
      to.reader,
    );
    const asked = { to, letter: "newPassword", words: letter, author: "automatic", byMemberId: null } as const;
    await queueMessage(tx, workspaceId, asked, now);
  });
}
