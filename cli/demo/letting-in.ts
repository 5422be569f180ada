import { linkMembers, userFor } from "#app/members/actions-users.ts";
import type { Instant } from "#base/instant.ts";
import type { Database } from "#engine/db/database.ts";
import { addressOf } from "./address.ts";
import type { Business } from "./business.ts";

/** Gives everybody who works there a way in. Identity commits by itself, so only once the business stands. */
export async function letIn(db: Database, business: Business, password: string, now: Instant): Promise<void> {
  const all = business.people.map(async ({ name }) => {
    const email = addressOf(business, name);
    const id = await userFor(db.auth, { name, email, password }, "machine", now);
    if (id) await linkMembers(db, { id, name, email, isVerified: true }, now);
  });
  await Promise.all(all);
}
