import { linkMembers } from "#app/members/actions-users.ts";
import { hashPassword, isPassword, mayBePassword } from "#app/members/password.ts";
import { membersOfAddress, workspacesOf } from "#app/members/store-users.ts";
import type { Instant } from "#base/instant.ts";
import type { Database } from "#engine/db/database.ts";
import type { House } from "#engine/http/call.ts";
import type { Household } from "#engine/identity/household.ts";
import { sendReset } from "./actions-reset.ts";

/** What the business answers when identity asks: who works where, and what becomes of whoever comes in. */
export function householdOf(db: Database, house: House, now: () => Instant): Household {
  return {
    passwords: { mayBe: mayBePassword, hash: hashPassword, isRight: isPassword },
    workspacesOf: async (userId) => (await workspacesOf(db.auth, userId)).map(({ id }) => id),
    worksHere: async (email) => (await membersOfAddress(db.auth, email)).length > 0,
    arrived: (user) => linkMembers(db, user, now()),
    sendReset: (user, token) => sendReset(db, house, user, token, now()),
  };
}
