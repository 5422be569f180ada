import { given } from "#base/given.ts";
import { serve } from "#engine/http/call.ts";
import { addForm, editForm, removeForm } from "./actions.ts";
import { listForms } from "./store.ts";
import { formsContract, forStaff } from "./wire.ts";

export const formsApi = serve(formsContract, {
  listForms: async ({ tx, member: { workspaceId }, house }) => ({
    items: (await listForms(tx, workspaceId)).map((form) => forStaff(form, workspaceId, house.publicUrl)),
    next: null,
  }),
  addForm: async ({ tx, member, house, now, body }) =>
    forStaff(await addForm(tx, { ...member, now }, body), member.workspaceId, house.publicUrl),
  editForm: async ({ tx, member, house, now, params, body, version }) => {
    const next = await editForm(tx, { ...member, now }, params.id, given(body), version);
    return forStaff(next, member.workspaceId, house.publicUrl);
  },
  removeForm: async ({ tx, member, house, now, params }) =>
    forStaff(await removeForm(tx, { ...member, now }, params.id), member.workspaceId, house.publicUrl),
});
