import { serve } from "#engine/http/call.ts";
import { fileArrival } from "./actions-by-hand.ts";
import { byHandContract } from "./wire-by-hand.ts";

export const byHandApi = serve(byHandContract, {
  fileArrival: async ({ tx, member: { workspaceId, memberId }, house, params: { id }, body, now }) => {
    const { case_id: caseId = null, customer_id: customerId = null, contact_id: contactId = null } = body;
    const acting = { workspaceId, memberId, house, now };
    const filed = await fileArrival(tx, acting, id, { caseId, customerId, contactId });
    return { id, message_id: filed.message.id, customer_id: filed.message.customerId ?? "", case_id: filed.caseId };
  },
});
