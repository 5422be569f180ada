import { createHash } from "node:crypto";
import { sql } from "kysely";
import { type Instant, plusSeconds, secondsBetween } from "#base/instant.ts";
import { Refusal } from "#base/refusal.ts";
import type { Database } from "#engine/db/database.ts";

/** At most so many in so many seconds, counted in the database, so that all processes count together. */
export type TryLimit = { most: number; perSeconds: number };

/** Counts a try of this name and gives 0, or for how many seconds there is none left; that one is not counted. */
export async function countTry(auth: Database["auth"], name: string, limit: TryLimit, now: Instant): Promise<number> {
  const until = plusSeconds(now, limit.perSeconds);
  const { rows } = await sql<{ count: number; until_at: Instant }>`
    insert into auth.tries as t (name, count, until_at) values (${nameOf(name)}, 1, ${until})
    on conflict (name) do update set
      count = case when t.until_at <= ${now} then 1 else least(t.count, ${limit.most}) + 1 end,
      until_at = case when t.until_at <= ${now} then excluded.until_at else t.until_at end
    returning count, until_at`.execute(auth);
  const [counted] = rows;
  if (!counted || counted.count <= limit.most) return 0;
  return Math.max(1, Math.ceil(secondsBetween(now, counted.until_at)));
}

/** Counts a try and refuses one too many, `too_many_tries`, with the time to wait in words. */
export async function demandTry(auth: Database["auth"], name: string, limit: TryLimit, now: Instant): Promise<void> {
  const wait = await countTry(auth, name, limit, now);
  if (wait > 0) throw tooManyTries(wait);
}

export function tooManyTries(seconds: number): Refusal {
  const wait =
    seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} ${seconds === 1 ? "second" : "seconds"}`;
  const sentence = `That was tried too often. Wait ${wait}, then try again.`;
  return new Refusal("too_many", "too_many_tries", sentence, { data: { retry_after_seconds: seconds } });
}

/** It went well: what was tried before counts no more. */
export async function forgetTries(auth: Database["auth"], name: string): Promise<void> {
  await auth.deleteFrom("auth.tries").where("name", "=", nameOf(name)).execute();
}

/** Addresses of people stand in names: what is kept is a digest. */
function nameOf(name: string): string {
  return createHash("sha256").update(name).digest("base64url");
}
