import { missing } from "#base/refusal.ts";
import { serve } from "#engine/http/call.ts";
import { addAttachment, addPart, givenOut, removeAttachment } from "./actions-attachments.ts";
import { findAttachment } from "./store-attachments.ts";
import { attachmentForStaff, attachmentsContract } from "./wire-attachments.ts";

export const attachmentsApi = serve(attachmentsContract, {
  addAttachment: async ({ tx, member, body, now }) => attachmentForStaff(await addAttachment(tx, member, body, now)),
  addPart: async ({ tx, member, params, body, now }) =>
    attachmentForStaff(await addPart(tx, member, params.id, body, now)),
  removeAttachment: async ({ tx, member, params }) => {
    await removeAttachment(tx, member, params.id);
    return { id: params.id };
  },
  getContent: async ({ tx, member: { workspaceId, memberId }, params, readLater }) => {
    const file = await findAttachment(tx, workspaceId, params.id);
    // What was not sent yet is its member's alone.
    if (!file?.isWhole || (file.messageId === null && file.madeById !== memberId)) throw missing("attachment");
    return givenOut(readLater, workspaceId, file);
  },
});
