import { given } from "#base/given.ts";
import { serve } from "#engine/http/call.ts";
import { addReply, editReply, removeReply } from "./actions-replies.ts";
import { repliesOf } from "./store-replies.ts";
import { repliesContract, replyForStaff } from "./wire-replies.ts";

export const repliesApi = serve(repliesContract, {
  listReplies: async ({ tx, member: { workspaceId, memberId }, query: { language } }) => {
    const all = await repliesOf(tx, workspaceId, { memberId, language });
    return { items: all.map(replyForStaff), next: null };
  },
  addReply: async ({ tx, member, body: { own: isOwn, ...said }, now }) =>
    replyForStaff(await addReply(tx, member, { ...said, isOwn }, now)),
  editReply: async ({ tx, member, params, body, version, now }) =>
    replyForStaff(await editReply(tx, member, params.id, given({ name: body.name, text: body.text }), version, now)),
  removeReply: async ({ tx, member, params, now }) => replyForStaff(await removeReply(tx, member, params.id, now)),
});
