import type { Instant } from "#base/instant.ts";
import { isSecret, type Token } from "#base/token.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Feed } from "./feed.ts";

const columns = [
  "id",
  "member_id as memberId",
  "made_at as madeAt",
  "read_at as readAt",
  "revoked_at as revokedAt",
] as const;

/** The one feed that a member has open. */
export async function openFeed(tx: Tx, workspaceId: string, memberId: string): Promise<Feed | undefined> {
  return tx
    .selectFrom("calendar_feeds")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("member_id", "=", memberId)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
}

export async function insertFeed(tx: Tx, workspaceId: string, feed: Feed, secretHash: Buffer): Promise<void> {
  const { id, memberId: member_id, madeAt: made_at } = feed;
  await tx
    .insertInto("calendar_feeds")
    .values({ workspace_id: workspaceId, id, member_id, made_at, secret_hash: secretHash })
    .execute();
}

/** From now on it opens nothing; says which one that was. */
export async function revokeFeeds(
  tx: Tx,
  workspaceId: string,
  which: { memberId: string; id?: string },
  now: Instant,
): Promise<Feed | undefined> {
  return tx
    .updateTable("calendar_feeds")
    .set({ revoked_at: now })
    .where("workspace_id", "=", workspaceId)
    .where("member_id", "=", which.memberId)
    .$if(which.id !== undefined, (query) => query.where("id", "=", which.id ?? ""))
    .where("revoked_at", "is", null)
    .returning(columns)
    .executeTakeFirst();
}

/** The feed that this token opens, of a member who works here; null for all else, which looks the same. */
export async function feedOf(tx: Tx, { workspaceId, id, secret }: Token): Promise<(Feed & { member: string }) | null> {
  const row = await tx
    .selectFrom("calendar_feeds as feed")
    .innerJoin("members as m", (join) =>
      join.onRef("m.workspace_id", "=", "feed.workspace_id").onRef("m.id", "=", "feed.member_id"),
    )
    .select(["feed.id", "feed.member_id as memberId", "feed.made_at as madeAt", "feed.read_at as readAt"])
    .select(["feed.secret_hash", "m.name as member"])
    .where("feed.workspace_id", "=", workspaceId)
    .where("feed.id", "=", id)
    .where("feed.revoked_at", "is", null)
    .where("m.left_at", "is", null)
    .executeTakeFirst();
  if (!row || !isSecret(secret, row.secret_hash)) return null;
  const { secret_hash: _, ...feed } = row;
  return { ...feed, revokedAt: null };
}

export async function noteRead(tx: Tx, workspaceId: string, id: string, now: Instant): Promise<void> {
  await tx
    .updateTable("calendar_feeds")
    .set({ read_at: now })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}
