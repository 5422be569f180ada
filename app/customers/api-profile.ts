import { pageById } from "#base/page.ts";
import { missing } from "#base/refusal.ts";
import { serve } from "#engine/http/call.ts";
import { shareProfile, withdrawProfile, writeProfile } from "./actions-profile.ts";
import { findCustomers } from "./store.ts";
import { customerIdsOf } from "./store-merges.ts";
import { listProfile } from "./store-profile.ts";
import { profileContract, profileForStaff } from "./wire-profile.ts";

export const profileApi = serve(profileContract, {
  listProfile: async ({ tx, member, params, query }) => {
    const family = await customerIdsOf(tx, member.workspaceId, params.id);
    if ((await findCustomers(tx, member.workspaceId, family)).length === 0) throw missing("customer");
    return pageById(await listProfile(tx, member.workspaceId, family, query), query.limit, profileForStaff);
  },
  writeProfile: async ({ tx, member, params, body, now }) => {
    const { topic, text, what_we_heard: whatWeHeard = null, is_shared: isShared } = body;
    const written = { topic, text, whatWeHeard, isShared };
    return profileForStaff(await writeProfile(tx, member.workspaceId, member, params.id, written, now));
  },
  shareProfile: async ({ tx, member, params, body, version, now }) =>
    profileForStaff(await shareProfile(tx, member.workspaceId, member, params.id, body.is_shared, version, now)),
  withdrawProfile: async ({ tx, member, params, now }) =>
    profileForStaff(await withdrawProfile(tx, member.workspaceId, member, params.id, now)),
});
