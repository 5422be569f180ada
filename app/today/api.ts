import { plusSeconds } from "#base/instant.ts";
import { demand, missing } from "#base/refusal.ts";
import { serve } from "#engine/http/call.ts";
import { pageOf } from "./page.ts";
import { listOwed } from "./store.ts";
import { countToday, findLookedAt, listFailed } from "./store-beside.ts";
import { dayEnd, mayLook } from "./today.ts";
import { countsForStaff, todayContract } from "./wire.ts";

const mostListed = 50;
const mostCounted = 200;
/** A customer who has said nothing for a week is not asked by hand any more. */
const askWithinSeconds = 7 * 86_400;

export const todayApi = serve(todayContract, {
  getToday: async ({ tx, member, query, now }) => {
    const { workspaceId } = member;
    const memberId = query.member_id ?? member.memberId;
    const looked = await findLookedAt(tx, workspaceId, memberId, member.memberId);
    if (!looked) throw missing("member");
    demand(mayLook(member, memberId, looked.isManaged));
    const dayEndsAt = dayEnd(now, looked.zone);
    const keptSince = plusSeconds(now, -askWithinSeconds);
    const owed = await listOwed(tx, workspaceId, memberId, { most: mostListed, keptSince });
    const failed = await listFailed(tx, workspaceId, memberId, mostListed);
    const counts = await countToday(tx, workspaceId, memberId, { most: mostCounted, now, dayEndsAt });
    const groups = pageOf({ owed, failed }, { memberId, now, dayEndsAt });
    return { now: now.toString(), member_id: memberId, groups, ...countsForStaff(counts) };
  },
});
