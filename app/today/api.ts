import { given } from "#base/given.ts";
import { plusSeconds } from "#base/instant.ts";
import { demand, invalid, missing } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { type Actor, serve } from "#engine/http/call.ts";
import { pageOf } from "./page.ts";
import { listOwed, planOnce } from "./store.ts";
import { countToday, findMemberLookedAt, findTeamLookedAt, type LookedAt, listFailed } from "./store-beside.ts";
import { dayEnd, mayLook } from "./today.ts";
import { countsForStaff, todayContract } from "./wire.ts";

const mostListed = 50;
const mostCounted = 200;
/** A customer who has said nothing for a week is not asked by hand any more. */
const askWithinSeconds = 7 * 86_400;

export const todayApi = serve(todayContract, {
  getToday: async ({ tx, member, query, now }) => {
    const { workspaceId } = member;
    const { memberIds, zone, ...whose } = await lookedAt(tx, member, query);
    demand(mayLook(member, { memberIds, ...whose }));
    const dayEndsAt = dayEnd(now, zone);
    const keptSince = plusSeconds(now, -askWithinSeconds);
    // Asked together, so that the answers come together.
    const [, owed, failed, counts] = await Promise.all([
      planOnce(tx),
      listOwed(tx, workspaceId, memberIds, { most: mostListed, keptSince }),
      listFailed(tx, workspaceId, memberIds, mostListed),
      countToday(tx, workspaceId, memberIds, { most: mostCounted, now, dayEndsAt }),
    ]);
    const groups = pageOf({ owed, failed }, { memberIds, now, dayEndsAt });
    const of = query.team_id ? { team_id: query.team_id } : given({ member_id: memberIds[0] });
    return { now: now.toString(), ...of, groups, ...countsForStaff(counts) };
  },
});

type Asked = { member_id?: string | undefined; team_id?: string | undefined };

async function lookedAt(tx: Tx, viewer: Actor, { member_id, team_id }: Asked): Promise<LookedAt> {
  const { workspaceId, memberId } = viewer;
  if (team_id && member_id) throw invalid("looked_twice", "Look at one member or at one team, not at both.", "team_id");
  const looked = team_id
    ? await findTeamLookedAt(tx, workspaceId, team_id, memberId)
    : await findMemberLookedAt(tx, workspaceId, member_id ?? memberId, memberId);
  if (!looked) throw missing(team_id ? "team" : "member");
  return looked;
}
