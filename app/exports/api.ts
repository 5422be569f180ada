import { serve } from "#engine/http/call.ts";
import { exportCustomer } from "./actions-customer.ts";
import { type Erased, eraseContact, eraseCustomer } from "./actions-erase.ts";
import { exportsContract } from "./wire.ts";

export const exportsApi = serve(exportsContract, {
  exportCustomer: async ({ tx, member, params, now }) => {
    let lines = "";
    const write = async (line: string) => {
      lines += `${line}\n`;
    };
    await exportCustomer(tx, member.workspaceId, params.id, write, now);
    return lines;
  },
  eraseCustomer: async ({ tx, member: { workspaceId, memberId }, params, now }) =>
    counted(await eraseCustomer(tx, workspaceId, params.id, now, { memberId })),
  eraseContact: async ({ tx, member: { workspaceId, memberId }, params, now }) =>
    counted(await eraseContact(tx, workspaceId, params.id, now, { memberId })),
});

function counted({ journalTexts, ...counts }: Erased) {
  return { ...counts, journal_texts: journalTexts };
}
