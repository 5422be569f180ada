import { newId } from "#base/id.ts";
import { type Instant, isAfter } from "#base/instant.ts";
import type { Database } from "#engine/db/database.ts";
import type { User } from "./household.ts";

type Auth = Database["auth"];

export async function findUserByEmail(auth: Auth, email: string): Promise<User | undefined> {
  return userOf(auth, "email", email.toLowerCase());
}

export async function findUser(auth: Auth, id: string): Promise<User | undefined> {
  return userOf(auth, "id", id);
}

type NewUser = { name: string; email: string; isVerified: boolean; passwordHash: string | null };

/** Makes a user, or gives undefined where another has this address, also one made at this very moment. */
export async function makeUser(auth: Auth, wanted: NewUser, now: Instant): Promise<User | undefined> {
  const { name, isVerified, passwordHash } = wanted;
  const user: User = { id: newId(), name, email: wanted.email.toLowerCase(), isVerified };
  return auth.transaction().execute(async (tx) => {
    const made = await tx
      .insertInto("auth.users")
      .values({ id: user.id, name, email: user.email, email_verified: isVerified, created_at: now, updated_at: now })
      .onConflict((conflict) => conflict.column("email").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (made && passwordHash) await insertPassword(tx, user.id, passwordHash, now);
    return made && user;
  });
}

/** A new password: whoever was in under the old one is out. `isVerified` where the address was shown to be theirs. */
export async function resetPassword(
  auth: Auth,
  userId: string,
  passwordHash: string,
  now: Instant,
  { isVerified }: { isVerified: boolean },
): Promise<void> {
  await auth.transaction().execute(async (tx) => {
    const changed = { updated_at: now, ...(isVerified && { email_verified: true }) };
    await tx.updateTable("auth.users").set(changed).where("id", "=", userId).execute();
    await tx.deleteFrom("auth.sessions").where("user_id", "=", userId).execute();
    await tx
      .deleteFrom("auth.accounts")
      .where("user_id", "=", userId)
      .where("provider_id", "=", "credential")
      .execute();
    await insertPassword(tx, userId, passwordHash, now);
  });
}

export async function vouchFor(auth: Auth, userId: string, now: Instant): Promise<void> {
  await auth
    .updateTable("auth.users")
    .set({ email_verified: true, updated_at: now })
    .where("id", "=", userId)
    .execute();
}

/** The hash of their password; undefined for who comes in by passkey or another house's word alone. */
export async function passwordOf(auth: Auth, userId: string): Promise<string | undefined> {
  const row = await auth
    .selectFrom("auth.accounts")
    .select("password")
    .where("user_id", "=", userId)
    .where("provider_id", "=", "credential")
    .executeTakeFirst();
  return row?.password ?? undefined;
}

/** How else they show that it is them. */
export async function factorsOf(auth: Auth, userId: string): Promise<{ secondFactor: boolean; passkeys: number }> {
  const row = await auth
    .selectFrom("auth.users as u")
    .select((select) => [
      "two_factor_enabled",
      select
        .selectFrom("auth.passkeys")
        .select((count) => count.fn.countAll<number>().as("count"))
        .whereRef("user_id", "=", "u.id")
        .as("passkeys"),
    ])
    .where("id", "=", userId)
    .executeTakeFirst();
  return { secondFactor: row?.two_factor_enabled ?? false, passkeys: row?.passkeys ?? 0 };
}

/** A session as its owner sees it in a list. */
type SeenSession = {
  id: string;
  userAgent: string | null;
  address: string | null;
  signedInAt: Instant;
  seenAt: Instant;
};

/** The open ones, the one last seen first. */
export async function openSessions(auth: Auth, userId: string, now: Instant): Promise<SeenSession[]> {
  const rows = await auth
    .selectFrom("auth.sessions")
    .select(["id", "user_agent", "ip_address", "created_at", "updated_at", "expires_at"])
    .where("user_id", "=", userId)
    .orderBy("updated_at", "desc")
    .limit(100)
    .execute();
  const open = rows.filter((row) => isAfter(row.expires_at, now));
  return open.map((row) => ({
    id: row.id,
    userAgent: row.user_agent || null,
    address: row.ip_address || null,
    signedInAt: row.created_at,
    seenAt: row.updated_at,
  }));
}

/** Ends one of their sessions; false where they have none of that id. */
export async function endSession(auth: Auth, userId: string, id: string): Promise<boolean> {
  const [ended] = await auth.deleteFrom("auth.sessions").where("user_id", "=", userId).where("id", "=", id).execute();
  return (ended?.numDeletedRows ?? 0n) > 0n;
}

async function insertPassword(auth: Auth, userId: string, passwordHash: string, now: Instant): Promise<void> {
  const made = { id: newId(), user_id: userId, provider_id: "credential", account_id: userId };
  await auth
    .insertInto("auth.accounts")
    .values({ ...made, password: passwordHash, created_at: now, updated_at: now })
    .execute();
}

async function userOf(auth: Auth, column: "id" | "email", value: string): Promise<User | undefined> {
  const row = await auth
    .selectFrom("auth.users")
    .select(["id", "name", "email", "email_verified as isVerified"])
    .where(column, "=", value)
    .executeTakeFirst();
  return row;
}
