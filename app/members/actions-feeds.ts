import { append } from "#app/journal/store.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { missing } from "#base/refusal.ts";
import { hashSecret, newSecret } from "#base/token.ts";
import type { Tx } from "#engine/db/database.ts";
import { type Feed, writeFeedToken } from "./feed.ts";
import { insertFeed, revokeFeeds } from "./store-feeds.ts";

type Own = { workspaceId: string; memberId: string };

/** A new address for the calendar of a member's phone; the one before opens nothing from now on. Its token is in this answer only. */
export async function makeFeed(tx: Tx, own: Own, now: Instant): Promise<{ feed: Feed; token: string }> {
  const { workspaceId, memberId } = own;
  await revokeFeeds(tx, workspaceId, { memberId }, now);
  const feed = { id: newId(), memberId, madeAt: now, readAt: null, revokedAt: null };
  const secret = newSecret();
  await insertFeed(tx, workspaceId, feed, hashSecret(secret));
  await note(tx, own, "calendar feed made", feed.id, now);
  return { feed, token: writeFeedToken({ workspaceId, id: feed.id, secret }) };
}

export async function revokeFeed(tx: Tx, own: Own, id: string, now: Instant): Promise<Feed> {
  const feed = await revokeFeeds(tx, own.workspaceId, { memberId: own.memberId, id }, now);
  if (!feed) throw missing("calendar feed");
  await note(tx, own, "calendar feed revoked", id, now);
  return feed;
}

function note(tx: Tx, { workspaceId, memberId }: Own, what: string, subjectId: string, at: Instant): Promise<void> {
  return append(tx, workspaceId, { chainId: workspaceId, what, at, by: { memberId }, subjectId });
}
