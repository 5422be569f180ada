import { serve } from "#engine/http/call.ts";
import { exportCustomer } from "./actions-customer.ts";
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
});
