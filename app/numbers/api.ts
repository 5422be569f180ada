import { given } from "#base/given.ts";
import { serve } from "#engine/http/call.ts";
import { addNumber, editNumber, removeNumber } from "./actions.ts";
import { ourNumber } from "./store.ts";
import { forStaff, numbersContract } from "./wire.ts";

export const numbersApi = serve(numbersContract, {
  listNumbers: async ({ tx, member: { workspaceId }, house }) => {
    const number = await ourNumber(tx, workspaceId);
    return { items: number ? [forStaff(number, workspaceId, house.publicUrl)] : [], next: null };
  },
  addNumber: async ({ tx, member, house, now, body }) => {
    const { number, account_sid: accountSid, auth_token: authToken, server_url: serverUrl } = body;
    const said = { number, accountSid, authToken, serverUrl };
    const made = await addNumber(tx, { ...member, secret: house.secret, now }, said);
    return forStaff(made, member.workspaceId, house.publicUrl);
  },
  editNumber: async ({ tx, member, house, now, params, body, version }) => {
    const { number, account_sid: accountSid, auth_token: authToken, server_url: serverUrl } = body;
    const change = given({ number, accountSid, authToken, serverUrl });
    const next = await editNumber(tx, { ...member, secret: house.secret, now }, params.id, change, version);
    return forStaff(next, member.workspaceId, house.publicUrl);
  },
  removeNumber: async ({ tx, member, house, now, params }) => {
    const gone = await removeNumber(tx, { ...member, secret: house.secret, now }, params.id);
    return forStaff(gone, member.workspaceId, house.publicUrl);
  },
});
