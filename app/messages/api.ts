import { pageById } from "#base/page.ts";
import { missing } from "#base/refusal.ts";
import { serve } from "#engine/http/call.ts";
import { testMail } from "./actions-mail-tests.ts";
import { mailPage } from "./actions-page.ts";
import { logMessage, retryMessage, settleMessage, withdrawMessage } from "./actions-staff.ts";
import { mailDraft } from "./actions-try-draft.ts";
import { findMessage, listMessages } from "./store.ts";
import { forStaff, messagesContract } from "./wire.ts";
import { mailTestsContract } from "./wire-mail-tests.ts";

const messages = serve(messagesContract, {
  listMessages: async ({ tx, member, query: { customer_id: customerId, state, limit, after } }) =>
    pageById(await listMessages(tx, member.workspaceId, { customerId, state, limit, after }), limit, forStaff),
  getMessage: async ({ tx, member, params }) => {
    const found = await findMessage(tx, member.workspaceId, params.id);
    if (!found || found.memberId) throw missing("message");
    return forStaff(found);
  },
  logMessage: async ({ tx, member, body: { contact_id: contactId, direction, channel, body, at }, now }) => {
    const held = { contactId, direction, channel, body, at: at ?? now };
    return forStaff(await logMessage(tx, member.workspaceId, member.memberId, held, now));
  },
  retryMessage: async (call) => forStaff(await retryMessage(asked(call))),
  settleMessage: async (call) => forStaff(await settleMessage(asked(call))),
  withdrawMessage: async (call) => forStaff(await withdrawMessage(asked(call))),
  mailPage: async ({ tx, member, params, house, now }) => forStaff(await mailPage(tx, member, params.id, house, now)),
  mailDraft: async ({ tx, member: { workspaceId, memberId }, body, now }) => {
    const { to, letter } = await mailDraft(tx, workspaceId, memberId, body, now);
    return { to: to.email ?? "", subject: letter.subject };
  },
});

const mailTests = serve(mailTestsContract, {
  testMail: async ({ tx, member: { workspaceId, memberId }, body: { smtp_url: smtpUrl }, house, identity, now }) => {
    const found = await testMail(tx, { workspaceId, memberId, smtpUrl }, { house, identity }, now);
    return { ...found, is_well: found.step === "taken" };
  },
});

export const messagesApi = [...messages, ...mailTests];

type Call = Pick<Parameters<typeof retryMessage>[0], "tx" | "version" | "now"> & {
  member: { workspaceId: string; memberId: string };
  params: { id: string };
};

function asked({ tx, member: { workspaceId, memberId }, params: { id }, version, now }: Call) {
  return { tx, workspaceId, memberId, id, version, now };
}
