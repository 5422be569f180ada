import { append } from "#app/journal/store.ts";
import type { Instant } from "#base/instant.ts";
import { demand } from "#base/refusal.ts";
import { type Database, inWorkspace } from "#engine/db/database.ts";
import type { User } from "#engine/identity/household.ts";
import type { Identity } from "#engine/identity/identity.ts";
import { findUserByEmail, makeUser, resetPassword } from "#engine/identity/users.ts";
import type { Acting } from "./member.ts";
import { hashPassword, mayBePassword } from "./password.ts";
import { linkUser, membersOfAddress, workspacesOf } from "./store-users.ts";

type Auth = Identity["auth"];
type Wanted = { name: string; email: string; password?: string | undefined };

/**
 * The user that a new member will be, made before the member, since identity commits by itself; where the member is then
 * not made, the next try takes the same user. Whoever has shown that the address is theirs keeps their own password.
 * Null without a password, and where the address belongs to somebody who must show first that it is theirs: else
 * whoever may add members could choose the password of a stranger.
 */
export async function userFor(auth: Auth, wanted: Wanted, by: Acting, now: Instant): Promise<string | null> {
  const { name, email, password } = wanted;
  if (password === undefined) return null;
  demand(mayBePassword(password));
  const isVerified = by === "machine";
  const passwordHash = await hashPassword(password);
  const made = await makeUser(auth, { name, email, isVerified, passwordHash }, now);
  const user = made ?? (await findUserByEmail(auth, email));
  if (made || !user) return user?.id ?? null;
  const isLeftOver = (await workspacesOf(auth, user.id)).length === 0;
  if (user.isVerified && !(isVerified && isLeftOver)) return user.id;
  if (!isVerified && !isLeftOver) return null;
  await resetPassword(auth, user.id, passwordHash, now, { isVerified });
  return user.id;
}

/** Whoever signs in by an address that is theirs is every member who has it: also one made without a password. */
export async function linkMembers(db: Database, user: User, now: Instant): Promise<void> {
  if (!user.isVerified) return;
  for (const { workspaceId, memberId, userId } of await membersOfAddress(db.auth, user.email)) {
    if (userId !== null) continue;
    await inWorkspace(db, workspaceId, async (tx) => {
      if (!(await linkUser(tx, workspaceId, memberId, user.id))) return;
      const entry = { what: "member signed in first", at: now, by: { memberId }, subjectId: memberId };
      await append(tx, workspaceId, { chainId: workspaceId, ...entry });
    });
  }
}
