import { policyFor } from "#app/workspaces/store-policies.ts";
import { missing } from "#base/refusal.ts";
import { serve } from "#engine/http/call.ts";
import { makeLink, revokeLinks, urlOf } from "./actions-links.ts";
import { findContacts } from "./store-contacts.ts";
import { linksOf } from "./store-links.ts";
import { contactIdsOf } from "./store-merges.ts";
import { linkForStaff, linksContract } from "./wire-links.ts";

export const linksApi = serve(linksContract, {
  makeLink: async ({ tx, member: { workspaceId, memberId }, params, body, now, house }) => {
    const days = body.days ?? (await policyFor(tx, workspaceId)).linkDays;
    const link = await makeLink(tx, workspaceId, { memberId }, params.id, days, now);
    return { id: link.id, url: urlOf(workspaceId, link, house), expires_at: link.expiresAt.toString() };
  },
  listLinks: async ({ tx, member, params, now }) => {
    const family = await contactIdsOf(tx, member.workspaceId, params.id);
    if ((await findContacts(tx, member.workspaceId, family)).length === 0) throw missing("contact");
    const links = await linksOf(tx, member.workspaceId, family, 200);
    return { items: links.map((link) => linkForStaff(link, now)) };
  },
  revokeLinks: async ({ tx, member: { workspaceId, memberId }, params, now }) => ({
    revoked: await revokeLinks(tx, workspaceId, { memberId }, params.id, now),
  }),
});
