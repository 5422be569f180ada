import { given } from "#base/given.ts";
import { pageById } from "#base/page.ts";
import { serve } from "#engine/http/call.ts";
import { addView, editView, removeView } from "./actions-views.ts";
import { listViews } from "./store-views.ts";
import { viewForStaff, viewsContract } from "./wire-views.ts";

export const viewsApi = serve(viewsContract, {
  listViews: async ({ tx, member: { workspaceId, memberId }, query: { of, limit, after } }) =>
    pageById(await listViews(tx, workspaceId, { memberId, of, limit, after }), limit, viewForStaff),
  addView: async ({ tx, member, body: { shared = false, ...said }, now }) =>
    viewForStaff(await addView(tx, member, { ...said, isShared: shared }, now)),
  editView: async ({ tx, member, params, body, version, now }) => {
    const change = given({ name: body.name, filters: body.filters, isShared: body.shared });
    return viewForStaff(await editView(tx, member, params.id, change, version, now));
  },
  removeView: async ({ tx, member, params, now }) => viewForStaff(await removeView(tx, member, params.id, now)),
});
