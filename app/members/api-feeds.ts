import { serve } from "#engine/http/call.ts";
import { makeFeed, revokeFeed } from "./actions-feeds.ts";
import { openFeed } from "./store-feeds.ts";
import { feedForStaff, feedsContract } from "./wire-feeds.ts";

export const feedsApi = serve(feedsContract, {
  listFeeds: async ({ tx, member: { workspaceId, memberId } }) => {
    const feed = await openFeed(tx, workspaceId, memberId);
    return { items: feed ? [feedForStaff(feed)] : [], next: null };
  },
  makeFeed: async ({ tx, member, now, house }) => {
    const { feed, token } = await makeFeed(tx, member, now);
    return { ...feedForStaff(feed), url: `${house.publicUrl.replace(/\/$/, "")}/calendar/${token}.ics` };
  },
  revokeFeed: async ({ tx, member, params, now }) => feedForStaff(await revokeFeed(tx, member, params.id, now)),
});
