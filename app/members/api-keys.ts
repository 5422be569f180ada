import { pageById } from "#base/page.ts";
import { serve } from "#engine/http/call.ts";
import { createApiKey, revokeApiKey } from "./actions-keys.ts";
import { listKeys } from "./store-keys.ts";
import { keyForStaff, keysContract } from "./wire-keys.ts";

export const keysApi = serve(keysContract, {
  createApiKey: async ({ tx, member, body, now }) => {
    const { name, scopes, member_id: memberId = member.memberId, expires_at: expiresAt } = body;
    const wanted = { memberId, name, scopes, expiresAt };
    const { key, secret } = await createApiKey(tx, member.workspaceId, member, wanted, now);
    return { ...keyForStaff(key), api_key: secret };
  },
  listApiKeys: async ({ tx, member, query: { limit, after, member_id: memberId } }) => {
    const found = await listKeys(tx, member.workspaceId, { memberId, limit, after });
    return pageById(found, limit, keyForStaff);
  },
  revokeApiKey: async ({ tx, member, params, now }) =>
    keyForStaff(await revokeApiKey(tx, member.workspaceId, member, params.id, now)),
});
